//! Activities, and events, by term.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use crate::programme::{Activity, Audience, Event, When};
use crate::view::context::Context;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::event_card::EventCard;
use crate::view::parts::to_confirm::with_certainty_of_terms;

#[derive(Clone, Debug, Serialize)]
pub struct TermPlan {
    /// “Spring term”, “All year” or, in a year without terms and for events of another year, “2026-27”.
    pub name: String,
    /// “4 January 2027 to 26 March 2027”; `None` if it is not a term.
    pub dates: Option<String>,
    /// True for the current or next term, for the whole year while it lasts, and for an earlier year.
    pub now: bool,
    /// True for a term that is over.
    pub past: bool,
    /// In order of time; only where events and activities are one list.
    pub events: Vec<EventCard>,
    pub activities: Vec<ActivityCard>,
}

/// Activities by term; those of the whole year and those without a date come last.
pub(crate) fn by_term(activities: &[&Activity], audience: Option<Audience>, context: &Context<'_>) -> Vec<TermPlan> {
    timeline(&[], activities, audience, context)
}

/// Events and activities by term, without activities that one of the events carries out.
pub(crate) fn timeline(
    events: &[&Event],
    activities: &[&Activity],
    audience: Option<Audience>,
    context: &Context<'_>,
) -> Vec<TermPlan> {
    let year = context.year();
    let now = year.term_on(context.today);
    let mut terms: Vec<TermPlan> = year
        .terms
        .iter()
        .enumerate()
        .map(|(index, term)| TermPlan {
            name: context.language.when(When::Term(index), year),
            dates: Some(with_certainty_of_terms(context.language.days((term.starts, term.ends)), context)),
            now: now == Some(index),
            past: term.ends < context.today,
            events: Vec::new(),
            activities: Vec::new(),
        })
        .collect();
    let mut all_year = TermPlan::named(context.language.text("all_year"), year.contains(context.today));
    let mut in_year = TermPlan::named(&year.label, year.contains(context.today));
    let mut to_come = TermPlan::named(context.language.text("dates_to_come"), false);
    // What is left of the year before the programme's, and what is already known of the year after it.
    let mut other_years: BTreeMap<String, TermPlan> = BTreeMap::new();
    for event in events {
        let card = EventCard::new(event, audience, context);
        if event.until < year.starts || event.date > year.ends {
            let label = context.year_label(event.date);
            let plan = TermPlan::named(&label, event.date < year.starts);
            other_years.entry(label).or_insert(plan).events.push(card);
            continue;
        }
        match event.terms(year).as_slice() {
            touched if event.recurrence.is_some() && touched.len() == year.terms.len() => all_year.events.push(card),
            [first, ..] => terms.get_mut(*first).unwrap_or(&mut to_come).events.push(card),
            [] => in_year.events.push(card),
        }
    }
    let listed: HashSet<&str> = events.iter().map(|event| event.id.as_str()).collect();
    for activity in activities {
        if context.activity_events.events_of(activity).iter().any(|event| listed.contains(event.id.as_str())) {
            continue;
        }
        let card = ActivityCard::new(activity, audience, context);
        if activity.is_undated() {
            to_come.activities.push(card);
        } else if activity.runs_all_year(year) {
            all_year.activities.push(card);
        } else if year.terms.is_empty() {
            in_year.activities.push(card);
        } else {
            for term in &activity.terms {
                terms.get_mut(*term).unwrap_or(&mut to_come).activities.push(card.clone());
            }
        }
    }
    // Past activities go to the end of their term.
    terms.iter_mut().for_each(|plan| plan.activities.sort_by_key(|card| card.over));
    let (before, after): (Vec<TermPlan>, Vec<TermPlan>) = other_years.into_values().partition(|plan| plan.now);
    terms.splice(0..0, before);
    terms.extend([all_year, in_year, to_come]);
    terms.extend(after);
    terms.retain(|plan| !plan.activities.is_empty() || !plan.events.is_empty());
    terms
}

impl TermPlan {
    /// What has no place in a term.
    fn named(name: &str, now: bool) -> Self {
        Self { name: name.to_owned(), dates: None, now, past: false, events: Vec::new(), activities: Vec::new() }
    }
}
