//! Links from a page to its calendars and its printable calendar.

use serde::Serialize;

use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::filters;
use crate::view::routes::PageKind;

/// Links to the dates of a page as a calendar, to subscribe to or to print.
#[derive(Debug, Serialize)]
pub struct CalendarLinks {
    /// The section of the subscription page for these dates.
    pub subscribe: Address,
    /// The calendar to print.
    pub printed: Option<Address>,
    /// The list of events, filtered by this audience and group.
    pub events: Option<Address>,
}

/// The calendars of an audience or a group.
pub(crate) fn calendar_links(scope: CalendarScope, context: &Context<'_>) -> CalendarLinks {
    CalendarLinks {
        subscribe: PageKind::Subscribe.address().part(&scope.part(context)),
        printed: scope.audience.map(PageKind::planner),
        events: scope.audience.map(|_| filters::filtered(&PageKind::Events.address(), scope, context)),
    }
}
