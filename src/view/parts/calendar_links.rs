//! Links from a page to its calendars and its printable calendar.

use serde::Serialize;

use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::filters;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct CalendarLinks {
    /// The section of the subscription page for these dates.
    pub subscribe: Address,
    pub printed: Option<Address>,
    /// The list of events, filtered by this audience and group.
    pub events: Option<Address>,
}

pub(crate) fn calendar_links(scope: CalendarScope, context: &Context<'_>) -> CalendarLinks {
    let page = PageKind::Subscribe.address();
    let has_dates = scope.has_dates(context);
    let is_ahead = context.coming.iter().any(|event| scope.includes(event));
    CalendarLinks {
        subscribe: if has_dates { page.part(&scope.part(context)) } else { page },
        printed: scope.audience.filter(|_| has_dates).map(|audience| context.planner_address(audience)),
        events: scope
            .audience
            .filter(|_| is_ahead)
            .map(|_| filters::filtered(&PageKind::Events.address(), scope, context)),
    }
}
