//! Days that others set for each year: results days, UCAS deadlines, national weeks.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::framework::{Citation, Facts, OutsideDate};

/// The day of an event that somebody outside the school sets.
#[derive(Clone, Copy, Debug)]
pub(super) struct SetByOthers<'f> {
    /// Who sets it, after “set by”.
    pub(super) set_by: &'f str,
    /// Where it is published.
    pub(super) look_up: &'f str,
    /// The first and last day in the next academic year, if they are known.
    pub(super) days: Option<(Date, Date)>,
    pub(super) from: &'f Citation,
}

/// Who sets the day of an event with this title and kind in the year that begins on `starts`. `None` if the school does.
pub(super) fn set_by_others<'f>(
    facts: &'f Facts,
    (title, kind): (&str, Option<&str>),
    starts: Date,
) -> Option<SetByOthers<'f>> {
    let lower = title.to_lowercase();
    if let Some(week) = facts.weeks.weeks.iter().find(|week| lower.starts_with(&week.name.to_lowercase())) {
        let in_year = |day: Date| starts <= day && day < starts.saturating_add(1.year());
        let days = week.dates.iter().copied().find(|(first, _)| in_year(*first));
        return Some(SetByOthers { set_by: "its national organisers", look_up: &week.look_up, days, from: &week.from });
    }
    let outside = facts.outside_dates.outside_dates.iter().find(|outside| is_about(outside, &lower, kind))?;
    Some(SetByOthers { set_by: &outside.set_by, look_up: &outside.look_up, days: None, from: &outside.from })
}

fn is_about(outside: &OutsideDate, title: &str, kind: Option<&str>) -> bool {
    let has = |words: &[String]| words.iter().any(|word| title.contains(&word.to_lowercase()));
    let is_of_kind =
        outside.kinds.is_empty() || kind.is_some_and(|kind| outside.kinds.iter().any(|known| known == kind));
    is_of_kind && has(&outside.words) && !has(&outside.not_words)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_days_that_others_set_are_found() {
        let facts = Facts::load().expect("the data files parse");
        let set_by = |title: &str, kind: &str| {
            set_by_others(&facts, (title, Some(kind)), date(2027, 9, 1)).map(|found| found.set_by.to_owned())
        };
        assert_eq!(set_by("GCSE results day", "guidance").as_deref(), Some("the exam boards"));
        assert_eq!(set_by("Main UCAS deadline", "deadline").as_deref(), Some("UCAS"));
        assert_eq!(set_by("National Careers Week in Year 7", "other").as_deref(), Some("its national organisers"));
        for (title, kind) in [
            ("Year 11 mock results day", "guidance"),
            ("UCAS evening", "evening"),
            ("School deadline for UCAS", "deadline"),
            ("Careers fair", "fair"),
        ] {
            assert_eq!(set_by(title, kind), None, "{title}");
        }
    }

    #[test]
    fn known_days_of_a_week_are_those_of_the_year() {
        let facts = Facts::load().expect("the data files parse");
        let days = |year| {
            set_by_others(&facts, ("National Careers Week", None), date(year, 9, 1)).and_then(|found| found.days)
        };
        assert_eq!(days(2025), Some((date(2026, 3, 2), date(2026, 3, 7))));
        assert_eq!(days(2040), None);
    }
}
