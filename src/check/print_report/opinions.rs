//! Feedback in the paper for governors: who gave it, when, and what was done.

use std::cmp::Reverse;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::programme::disclosure::PublishedFigures;
use crate::programme::format::PeopleCount;
use crate::programme::{Action, FeedbackGroup, Programme};

#[derive(Debug, Serialize)]
pub(super) struct FeedbackLine {
    /// “Pupils”.
    pub(super) who: String,
    /// “Year 11 survey, July 2026 (96 answered)”.
    pub(super) when: String,
    /// What they asked for, and what was done. Empty if nothing is recorded.
    pub(super) result: String,
}

/// A line for each group of people who gave feedback, in the order of the benchmarks.
pub(super) fn feedback(programme: &Programme, published: &PublishedFigures<'_>, today: Date) -> Vec<FeedbackLine> {
    let line = |group: &FeedbackGroup| {
        let newest = published.surveys.iter().filter(|shown| shown.survey.from == *group);
        let newest = newest.max_by_key(|shown| shown.survey.date.value.latest);
        let survey = newest.map(|shown| {
            let answered = match shown.figures.as_ref().map(|figures| figures.responded) {
                Ok(PeopleCount::Number(number)) => format!(" ({number} answered)"),
                _ => String::new(),
            };
            (
                shown.survey.date.value.latest,
                format!("{}, {}{answered}", shown.survey.title, shown.survey.date.value.in_words()),
            )
        });
        let methods = programme.impact.iter().flat_map(|impact| &impact.methods);
        let methods = methods.filter(|method| method.who.contains(group));
        let used = methods.filter_map(|method| {
            let last = method.last.as_ref().filter(|last| last.latest <= today)?;
            Some((last.latest, format!("{}, {}", method.what, last.in_words())))
        });
        // Other methods may be about leavers or lists: a survey says more, unless it is old.
        let is_recent = |(day, _): &(Date, String)| *day >= today.saturating_sub(1.year());
        let (_, when) =
            survey.clone().filter(is_recent).or_else(|| survey.into_iter().chain(used).max_by_key(|(day, _)| *day))?;
        let name = group.name(&programme.institution.words);
        Some(FeedbackLine { who: capital(name), when, result: result(*group, programme) })
    };
    FeedbackGroup::ALL.iter().filter_map(line).collect()
}

/// The newest thing that was done for a group, or else the first that is promised.
fn result(group: FeedbackGroup, programme: &Programme) -> String {
    let mut actions: Vec<&Action> =
        programme.actions.iter().filter(|action| action.by.group() == Some(group)).collect();
    actions.sort_by_key(|action| Reverse(action.done.as_ref().map(|done| done.latest)));
    let Some(first) = actions.first() else { return String::new() };
    let state = match (&first.done, &first.due) {
        (Some(done), _) => format!(" (done: {})", done.in_words()),
        (None, Some(due)) => format!(" (due: {})", due.value.in_words()),
        (None, None) => String::new(),
    };
    let more = match actions.len() {
        _ if !programme.institution.details.publishes_results() => String::new(),
        1 => String::new(),
        2 => " One more is on the website.".to_owned(),
        number => format!(" {} more are on the website.", number - 1),
    };
    let what = format!("“{}” {}{state}", &*first.said, &*first.did);
    if more.is_empty() { what } else { format!("{}.{more}", what.trim_end_matches('.')) }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
