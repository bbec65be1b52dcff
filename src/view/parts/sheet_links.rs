//! Links to sheets, and the names on them.

use crate::framework::EncounterTest;
use crate::language::message;
use crate::programme::{Activity, Audience, Encounter, Event};
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

/// The kind of the sheet for an audience. Parents and carers have none.
pub(crate) fn kind(audience: Audience) -> Option<PageKind> {
    match audience {
        Audience::Pupils => Some(PageKind::PupilSheet),
        Audience::Employers => Some(PageKind::EmployerBrief),
        Audience::Staff => Some(PageKind::StaffNote),
        Audience::Parents => None,
    }
}

/// “Sheet for pupils”, “Brief for employers”.
pub(crate) fn name(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> String {
    let key = match audience {
        Audience::Employers if encounter.provider().is_some() => "sheet_for_providers",
        Audience::Employers => "sheet_for_employers",
        Audience::Staff => "sheet_for_staff",
        Audience::Pupils | Audience::Parents => "sheet_for_pupils",
    };
    context.language.text(key).to_owned()
}

/// A link to the sheet of an encounter for an audience; `None` if it has none.
pub(crate) fn link(encounter: Encounter<'_>, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    let of = context.sheets.name_of(encounter)?;
    let title = message!(context.language, "sheet_link", sheet = &name(encounter, audience, context));
    Some(LinkTo::new(context.address_of(kind(audience)?, of), title))
}

pub(crate) fn of_event(event: &Event, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    link(Encounter::Event(event), audience, context)
}

pub(crate) fn of_activity(activity: &Activity, audience: Audience, context: &Context<'_>) -> Option<LinkTo> {
    link(Encounter::Activity(activity), audience, context)
}

/// “Looking back”.
pub(crate) fn test_name(test: EncounterTest, context: &Context<'_>) -> String {
    let key = match test {
        EncounterTest::Purpose => "test_purpose",
        EncounterTest::Outcomes => "test_outcomes",
        EncounterTest::TwoWay => "test_two_way",
        EncounterTest::People => "test_people",
        EncounterTest::Task => "test_task",
        EncounterTest::Feedback => "test_feedback",
        EncounterTest::Reflection => "test_reflection",
    };
    context.language.text(key).to_owned()
}
