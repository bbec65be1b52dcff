//! Where the events of past academic years are: each has a part of the page of its year.

use std::collections::HashMap;

use crate::language::message;
use crate::programme::{Event, PastYear, slug};
use crate::report::ContentPath;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

/// The address of the page of a past year.
pub(crate) fn year_address(past: &PastYear) -> Address {
    let name = slug(&past.name);
    PageKind::PastYear.address_of(if name.is_empty() { "year" } else { &name })
}

/// The title of that page.
pub(crate) fn title(past: &PastYear, context: &Context<'_>) -> String {
    message!(context.language, "page_past_year", year = &past.programme.year.label)
}

/// The id of the part of the page that is about an event.
pub(crate) fn part_id(event: &Event) -> String {
    format!("event-{}", event.id)
}

/// The part of the year's page that is about an event. The top of the page, if it does not list the event.
pub(crate) fn event_address(event: &Event, past: &PastYear, context: &Context<'_>) -> Address {
    let page = year_address(past);
    if is_listed(event, context) { page.part(&part_id(event)) } else { page }
}

/// True for an event that took place and was not only for staff.
pub(crate) fn is_listed(event: &Event, context: &Context<'_>) -> bool {
    event.is_past(context.today) && !event.is_cancelled() && !event.is_for_staff_only()
}

/// The events of a past year that its page lists, in order of time.
pub(crate) fn listed<'a>(past: &'a PastYear, context: &Context<'_>) -> impl Iterator<Item = &'a Event> {
    past.programme.events.iter().filter(|event| is_listed(event, context))
}

/// Links to the pages of all past years, the newest first.
pub(crate) fn earlier_years(context: &Context<'_>) -> Vec<LinkTo> {
    let past_years = context.programme.past_years.iter();
    past_years.map(|past| LinkTo::new(year_address(past), past.programme.year.label.clone())).collect()
}

/// Where a link to the file of an archived event leads. The newest year comes first.
pub(crate) fn past_of_file(context: &Context<'_>) -> HashMap<ContentPath, Address> {
    let mut addresses = HashMap::new();
    for past in &context.programme.past_years {
        for event in &past.programme.events {
            let file = addresses.entry(event.prose.path().clone());
            file.or_insert_with(|| event_address(event, past, context));
        }
    }
    addresses
}
