//! The list of calendars: one with all public events, one for each audience, each group, and each group's
//! pupils and parents, one with term dates and deadlines, and one for each event.

use std::sync::Arc;

use super::calendar_entries::{AudienceEntries, CalendarFile, Calendars, about, calendar, event_file};
use super::calendar_scope::CalendarScope;
use super::key_dates::key_dates;
use crate::programme::Audience;
use crate::view::context::Context;

pub(crate) fn calendars<'a>(context: &Context<'a>) -> Calendars<'a> {
    let public_entries = AudienceEntries::of(None, context);
    let mut calendars: Vec<CalendarFile<'a>> = Vec::new();
    for audience in std::iter::once(None).chain(Audience::ALL.iter().copied().map(Some)) {
        let for_audience = audience.map(|audience| AudienceEntries::of(Some(audience), context));
        let entries = for_audience.as_ref().unwrap_or(&public_entries);
        let scopes = CalendarScope::all(context).into_iter().filter(|scope| scope.audience == audience);
        calendars.extend(scopes.map(|scope| calendar(scope, entries, context)));
    }
    calendars.push(key_dates(&public_entries, context));
    calendars.extend(public_entries.entries.iter().map(|(event, entry)| CalendarFile {
        address: event_file(event),
        name: event.title.clone(),
        about: about(context, context.language.text("calendar_one")),
        entries: vec![Arc::clone(entry)],
    }));
    Calendars { issued: context.today, calendars }
}
