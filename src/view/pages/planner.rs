//! The printable calendar: a term on a page, a row for each week, for one audience.

use std::collections::{BTreeMap, HashMap};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, Event, Frequency, When};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::PageDraft;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::format;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::EventCard;
use crate::view::parts::to_confirm::with_certainty_of_terms;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct PlannerPage {
    /// The terms, or the year if it has no terms.
    pub terms: Vec<PlannerTerm>,
    pub calendars: CalendarLinks,
}

#[derive(Debug, Serialize)]
pub struct PlannerTerm {
    /// “Autumn term”.
    pub name: String,
    /// “2 September 2026 to 18 December 2026”.
    pub dates: String,
    /// The weekdays that have a column: Saturday and Sunday only if something happens then.
    pub weekdays: Vec<String>,
    pub weeks: Vec<PlannerWeek>,
    /// Events that are repeated each week.
    pub every: Vec<EventCard>,
    /// Events in the holidays after the term, and before the first one.
    pub holidays: Vec<EventCard>,
}

#[derive(Debug, Serialize)]
pub struct PlannerWeek {
    pub starts: DayInWords,
    /// Why there is no school all week, if there are no events either.
    pub off: Option<String>,
    /// Its days; empty if there is no school all week.
    pub days: Vec<PlannerDay>,
}

#[derive(Debug, Serialize)]
pub struct PlannerDay {
    pub day: DayInWords,
    /// Why there is no school, if there is none.
    pub off: Option<String>,
    pub events: Vec<PlannerLine>,
}

#[derive(Debug, Serialize)]
pub struct PlannerLine {
    pub address: Address,
    pub title: String,
    pub time: Option<String>,
    pub groups: String,
    /// True if its day is still to be confirmed.
    pub to_confirm: bool,
    pub cancelled: bool,
}

fn planner(audience: Audience, days: &mut DaysInWords, context: &Context<'_>) -> PlannerPage {
    let year = context.year();
    let events: Vec<&Event> = context.programme.events.iter().filter(|event| event.concerns(audience)).collect();
    let by_day = EventsByDay::of(&events);
    let spans: Vec<(String, Date, Date)> = if year.terms.is_empty() {
        vec![(year.label.clone(), year.starts, year.ends)]
    } else {
        let term = |(index, term): (usize, &crate::programme::Term)| {
            (context.language.when(When::Term(index), year), term.starts, term.ends)
        };
        year.terms.iter().enumerate().map(term).collect()
    };
    let terms = spans.iter().enumerate().map(|(index, (name, first, last))| {
        let next = spans.get(index + 1).map(|(_, next, _)| monday(*next));
        let shown = monday(*first)..=sunday(*last);
        let card = |event: &&Event| EventCard::new(event, Some(audience), context);
        let weekly = |event: &&&Event| {
            is_weekly(event) && event.recurrence.iter().flat_map(|r| r.days()).any(|day| shown.contains(day))
        };
        // What is in no week of a term: before the first, or after this one.
        let is_before = |event: &Event| index == 0 && year.starts <= event.date && event.date < *shown.start();
        let is_after = |event: &Event| {
            *shown.end() < event.date && event.date <= next.map_or(year.ends, |next| next.saturating_sub(1.day()))
        };
        let outside = |event: &&&Event| event.recurrence.is_none() && (is_before(event) || is_after(event));
        PlannerTerm {
            name: name.clone(),
            dates: with_certainty_of_terms(context.language.days((*first, *last)), context),
            every: events.iter().filter(weekly).map(card).collect(),
            holidays: events.iter().filter(outside).map(card).collect(),
            ..by_day.term(*shown.start(), *shown.end(), days, context)
        }
    });
    PlannerPage { terms: terms.collect(), calendars: calendar_links(CalendarScope::of(audience), context) }
}

/// Events by day, without weekly ones, which would fill every page and are listed below the table.
struct EventsByDay<'e> {
    days: BTreeMap<Date, Vec<&'e Event>>,
}

impl<'e> EventsByDay<'e> {
    fn of(events: &[&'e Event]) -> Self {
        let mut days: BTreeMap<Date, Vec<&Event>> = BTreeMap::new();
        for event in events.iter().filter(|event| !is_weekly(event)) {
            let all: Vec<Date> = match &event.recurrence {
                Some(repeats) => repeats.days().to_vec(),
                // Each day would have it in the way of what is only on that day.
                None if event.is_long() => vec![event.date],
                None => event.date.series(1.day()).take_while(|day| *day <= event.until).collect(),
            };
            for day in all {
                days.entry(day).or_default().push(event);
            }
        }
        Self { days }
    }

    /// The weeks from a Monday to a Sunday.
    fn term(&self, first: Date, last: Date, days: &mut DaysInWords, context: &Context<'_>) -> PlannerTerm {
        // An event such as National Careers Week ends on a Sunday, but nothing happens on that day.
        let is_at_weekend = |(day, events): (&Date, &Vec<&Event>)| {
            is_weekend(*day) && events.iter().any(|event| event.recurrence.is_some() || event.date == *day)
        };
        let at_weekend = self.days.range(first..=last).any(is_at_weekend);
        let width = if at_weekend { 7 } else { 5 };
        let mondays = first.series(7.days()).take_while(|monday| *monday <= last);
        let weekdays =
            Weekday::Monday.cycle_forward().take(width).map(|day| format::capital(context.language.weekday(day)));
        PlannerTerm {
            name: String::new(),
            dates: String::new(),
            weekdays: weekdays.collect(),
            weeks: mondays.map(|monday| self.week(monday, width, days, context)).collect(),
            every: Vec::new(),
            holidays: Vec::new(),
        }
    }

    fn week(&self, monday: Date, width: usize, words: &mut DaysInWords, context: &Context<'_>) -> PlannerWeek {
        let days: Vec<PlannerDay> =
            monday.series(1.day()).take(width).map(|day| self.day(day, words, context)).collect();
        let reason = days.first().and_then(|day| day.off.clone());
        let is_empty = reason.is_some() && days.iter().all(|day| day.off.is_some() && day.events.is_empty());
        PlannerWeek {
            starts: in_words(monday, words, context),
            off: reason.filter(|_| is_empty),
            days: if is_empty { Vec::new() } else { days },
        }
    }

    fn day(&self, day: Date, words: &mut DaysInWords, context: &Context<'_>) -> PlannerDay {
        let events = self.days.get(&day).map_or(&[][..], Vec::as_slice);
        PlannerDay {
            day: in_words(day, words, context),
            off: off(day, context),
            events: events.iter().map(|event| line(event, context)).collect(),
        }
    }
}

/// The days of the year in words. All planners have the same days, and formatting them takes longest.
type DaysInWords = HashMap<Date, DayInWords>;

fn in_words(day: Date, known: &mut DaysInWords, context: &Context<'_>) -> DayInWords {
    known.entry(day).or_insert_with(|| context.language.day(day)).clone()
}

/// Why there is no school on a day.
fn off(day: Date, context: &Context<'_>) -> Option<String> {
    let year = context.year();
    if is_weekend(day) || year.in_session(day) {
        return None;
    }
    let in_half_term =
        year.terms.iter().filter_map(|term| term.half_term).any(|(first, last)| first <= day && day <= last);
    let in_term = year.terms.iter().any(|term| term.starts <= day && day <= term.ends);
    let key = match (in_half_term, in_term) {
        (true, _) => "half_term",
        (false, true) => "closed",
        (false, false) => "holidays",
    };
    Some(context.language.text(key).to_owned())
}

fn line(event: &Event, context: &Context<'_>) -> PlannerLine {
    PlannerLine {
        address: context.event_address(event),
        title: event.title.clone(),
        time: event.times.map(|times| context.language.times(times)),
        groups: context.language.groups(&event.groups, context.groups()),
        to_confirm: event.is_to_be_confirmed(),
        cancelled: event.is_cancelled(),
    }
}

fn is_weekly(event: &Event) -> bool {
    event.recurrence.as_ref().is_some_and(|repeats| repeats.pattern.frequency == Frequency::Weekly)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

fn sunday(day: Date) -> Date {
    monday(day).saturating_add(6.days())
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Vec<PageDraft<'a, PlannerPage>> {
    let mut days = DaysInWords::new();
    let has_dates = |audience: &&Audience| CalendarScope::of(**audience).has_dates(context);
    Audience::ALL.iter().filter(has_dates).map(|audience| draft(*audience, &mut days, context)).collect()
}

fn draft<'a>(audience: Audience, days: &mut DaysInWords, context: &Context<'a>) -> PageDraft<'a, PlannerPage> {
    let (kind, language) = (PageKind::Planner, &context.language);
    let (name, school) = (language.audience(audience), &context.programme.institution.name);
    let title = message!(language, kind.title(), audience = name, year = &context.year().label);
    let description = message!(language, kind.description(), audience = name, school = school);
    let body = planner(audience, days, context);
    let draft = PageDraft::titled(kind, context.planner_address(audience), (title, description), body, context);
    let landing = PageKind::landing(audience);
    PageDraft { trail: vec![context.link(PageKind::Home), context.link(landing)], ..draft }
}
