//! A planned activity in a list.

use serde::Serialize;

use crate::programme::{Activity, Audience, Status};
use crate::view::context::Context;
use crate::view::format;
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::resources::{ResourceLine, resources};

#[derive(Clone, Debug, Serialize)]
pub struct ActivityCard {
    pub title: String,
    /// “Spring term, second half”.
    pub when: String,
    /// “Workshop”.
    pub kind: String,
    /// What it is, for everybody: a text, or several points.
    pub about: Vec<String>,
    /// The note for the audience of this page.
    pub note: Option<String>,
    pub partners: String,
    pub benchmarks: Vec<BenchmarkTag>,
    pub areas: Vec<String>,
    pub subjects: Vec<String>,
    pub skills: Vec<String>,
    pub led_by: Option<String>,
    pub parents_invited: bool,
    /// “Proposed” or “Cancelled”; `None` if it is firm.
    pub status: Option<String>,
    /// True if it is over; only on pages for one audience.
    pub over: bool,
    /// “Year 9”.
    pub groups: String,
    /// What staff need for it; only on pages for staff.
    pub resources: Vec<ResourceLine>,
    /// What is needed from employers; only on pages for employers.
    pub needs: Option<String>,
}

impl ActivityCard {
    /// An activity for the pages of one audience, or for everybody.
    pub(crate) fn new(activity: &Activity, audience: Option<Audience>, context: &Context<'_>) -> Self {
        let only = |wanted: Audience, value: &Option<String>| value.clone().filter(|_| audience == Some(wanted));
        Self {
            title: activity.title.clone(),
            when: format::capital(&context.language.whens(&activity.when, context.year())),
            kind: context.language.activity_kind(activity.kind),
            about: activity.about.clone(),
            note: audience.and_then(|audience| activity.notes.to(audience)).map(str::to_owned),
            partners: context.language.list(&activity.with),
            benchmarks: context.tags(&activity.benchmarks),
            areas: context.area_names(&activity.areas),
            subjects: activity.subjects.clone(),
            skills: activity.skills.clone(),
            led_by: activity.led_by.clone(),
            parents_invited: activity.parents_invited,
            status: (activity.status.value != Status::Firm).then(|| context.language.status(activity.status.value)),
            over: audience.is_some() && activity.when.iter().all(|when| context.year().span(*when).1 < context.today),
            groups: context.language.groups(&activity.groups, context.groups()),
            resources: if audience == Some(Audience::Staff) { resources(&activity.resources) } else { Vec::new() },
            needs: only(Audience::Employers, &activity.needs),
        }
    }
}
