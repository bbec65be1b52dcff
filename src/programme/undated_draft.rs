//! Draft events whose day nobody knows yet. They are hidden like every draft, and other files may name them.

use super::areas::{Area, resolve_areas};
use super::event::EventData;
use super::event_name::EventName;
use super::findings::{ContentProblem, Hidden};
use super::group_names::resolve;
use super::groups::Group;
use super::visibility::HiddenItem;
use crate::report::{Findings, Subject};

/// A draft event without a day.
#[derive(Clone, Debug)]
pub(super) struct UndatedDraft {
    pub(super) name: EventName,
    pub(super) item: HiddenItem,
}

impl UndatedDraft {
    /// Reports that the day is missing, and the mistakes in its groups and areas.
    pub(super) fn new(data: EventData, (groups, areas): (&[Group], &[Area]), findings: &mut Findings) -> Self {
        let needed = ["date", "every"].map(|key| Subject::key(&data.at, key));
        findings.add_needing(
            ContentProblem::NoDayYet { title: data.title.clone() },
            data.at.source.whole_file(),
            needed,
        );
        data.visibility.report_order(findings);
        resolve(data.groups.as_ref(), groups, findings);
        resolve_areas(&data.areas, areas, findings);
        let (id, path) = (data.address_id(), data.prose.path().clone());
        let name = EventName { id, stem: path.stem().to_owned(), title: data.title };
        Self { name, item: HiddenItem { path, why: Hidden::Draft, prose: data.prose } }
    }
}
