//! Links from a page to its calendars and its printable calendar.

use serde::Serialize;

use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::filters;
use crate::view::routes::PageKind;

/// Where a page's reader gets its dates: into a calendar, or on paper.
#[derive(Debug, Serialize)]
pub struct CalendarLinks {
    /// The part of the page on subscribing that is about these dates.
    pub subscribe: Address,
    /// The calendar to print.
    pub printed: Option<Address>,
    /// All events, of which visitors see those of this audience and group first.
    pub events: Option<Address>,
}

/// Where to get the dates of an audience or a group.
pub(crate) fn calendar_links(scope: CalendarScope, context: &Context<'_>) -> CalendarLinks {
    CalendarLinks {
        subscribe: PageKind::Subscribe.address().part(&scope.part(context)),
        printed: scope.audience.map(PageKind::planner),
        events: scope.audience.map(|_| filters::filtered(&PageKind::Events.address(), scope, context)),
    }
}
