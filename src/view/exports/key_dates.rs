//! The calendar of terms, breaks, days without school, and deadlines.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar_entries::{AudienceEntries, CalendarEntry, CalendarFile, EntryStatus, about, uid};
use super::calendar_scope::CalendarScope;
use crate::language::message;
use crate::programme::{EventKind, When, slug};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::to_confirm::with_certainty_of_terms;
use crate::view::routes::PageKind;
use crate::view::time::Hours;

pub(crate) fn key_dates_address() -> Address {
    Address::new("calendars/key-dates.ics")
}

/// The calendar. Deadlines are taken from the entries of public events.
pub(super) fn key_dates<'a>(public: &AudienceEntries<'a>, context: &Context<'a>) -> CalendarFile<'a> {
    let mut entries = terms(context);
    entries.extend(closed_days(context));
    entries.extend(deadlines(public));
    entries.sort_by_key(|entry| match entry.hours {
        Hours::AllDay { first, .. } => first,
        Hours::Timed { starts, .. } => starts.date(),
    });
    let language = &context.language;
    CalendarFile {
        address: key_dates_address(),
        name: message!(language, "key_dates_name", school = &context.programme.institution.short_name),
        about: about(context, language.text("key_dates")),
        entries,
    }
}

fn terms<'a>(context: &Context<'a>) -> Vec<Arc<CalendarEntry<'a>>> {
    let (year, language) = (context.year(), &context.language);
    let mut entries = Vec::new();
    for (index, term) in year.terms.iter().enumerate() {
        let name = language.when(When::Term(index), year);
        let id = term_id(&term.name);
        let begins = message!(language, "term_begins", term = &name);
        entries.push(days(&format!("{id}-begins"), begins, (term.starts, term.starts), context));
        let half_term = |span| days("half-term", language.text("half_term").to_owned(), span, context);
        entries.extend(term.half_term.map(half_term));
        let ends = message!(language, "term_ends", term = &name);
        entries.push(days(&format!("{id}-ends"), ends, (term.ends, term.ends), context));
        if let Some(next) = year.terms.get(index + 1) {
            let (first, last) = (term.ends.saturating_add(1.day()), next.starts.saturating_sub(1.day()));
            let holidays = || days("holidays", language.text("holidays").to_owned(), (first, last), context);
            // Between two terms may only be a weekend.
            let is_weekday = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            let has_weekday = first.series(1.day()).take_while(|day| *day <= last).any(is_weekday);
            entries.extend(has_weekday.then(holidays));
        }
    }
    entries
}

fn closed_days<'a>(context: &Context<'a>) -> impl Iterator<Item = Arc<CalendarEntry<'a>>> {
    let title = context.language.text("closed");
    context.year().closed.iter().map(move |day| days("closed", title.to_owned(), (*day, *day), context))
}

fn deadlines<'a>(public: &AudienceEntries<'a>) -> impl Iterator<Item = Arc<CalendarEntry<'a>>> {
    let everybody = CalendarScope { audience: None, group: None };
    let deadlines = public
        .entries
        .iter()
        .filter(move |(event, _)| event.kind == Some(EventKind::Deadline) && everybody.includes(event));
    deadlines.map(|(_, entry)| Arc::clone(entry))
}

fn days<'a>(id: &str, title: String, (first, last): (Date, Date), context: &Context<'a>) -> Arc<CalendarEntry<'a>> {
    let status = if context.year().is_confirmed { EntryStatus::Confirmed } else { EntryStatus::Tentative };
    Arc::new(CalendarEntry {
        uid: uid(&format!("day-{id}-{first}"), context),
        title: with_certainty_of_terms(title, context),
        hours: Hours::AllDay { first, last },
        repeats: None,
        place: None,
        categories: vec![context.language.text("category_year").to_owned()],
        about: Vec::new(),
        url: context.web_address.as_ref().map(|site| site.of(&PageKind::ByTerm.address())),
        status,
        free: true,
    })
}

/// The ID of a term in UIDs, which is the same in every language.
fn term_id(name: &str) -> String {
    let id = slug(name);
    if id.contains("term") { id } else { format!("{id}-term") }
}
