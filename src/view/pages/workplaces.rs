//! Time in workplaces: how many hours each pupil spends there, against what guidance asks for.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::parts::workplace_hours::{WorkplaceSection, sections};

#[derive(Debug, Serialize)]
pub struct WorkplacesPage<'a> {
    /// Those in which anything is planned.
    pub sections: Vec<WorkplaceSection>,
    /// True if the hours of several years add up to a number that guidance asks for.
    pub has_target: bool,
    /// Where that number was read.
    pub source: &'a str,
    pub edition: &'a str,
}

/// `None` if no activity or event gives its hours.
pub(crate) fn workplaces<'a>(context: &Context<'a>) -> Option<WorkplacesPage<'a>> {
    if !context.workplaces.has_hours() {
        return None;
    }
    let mut sections = sections(context);
    for section in &mut sections {
        section.groups.retain(|group| !group.experiences.is_empty());
    }
    sections.retain(|section| !section.groups.is_empty());
    let origin = &context.facts.workplaces.from;
    Some(WorkplacesPage {
        has_target: sections.iter().any(|section| section.has_target),
        sections,
        source: &origin.source,
        edition: &origin.edition,
    })
}
