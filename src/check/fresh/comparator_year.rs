//! An evaluation is compared with figures from another year. Figures from before September 2025 answer different
//! questions: the benchmarks changed then, and so did Compass. Some schools print old national averages next to their
//! own new scores, which makes them look better or worse than they are. The Careers & Enterprise Company publishes new
//! averages every year (its briefing on the results for 2024-25, as the Career Development Institute reports it).
//!
//! Wrong:
//!
//! ```yaml
//! date: 2026-07-10
//! comparators:
//!   - scope: national
//!     year: 2020-21
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: 2026-07-10
//! comparators:
//!   - scope: national
//!     year: 2025-26
//! ```

use jiff::civil::Date;

use crate::check::RuleInput;
use crate::programme::{Comparator, Evaluation};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("comparator-year");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for evaluation in &input.programme.evaluations {
        for comparator in &evaluation.comparators {
            let Some((severity, message)) = problem(evaluation, comparator, input) else { continue };
            let help = match years(&comparator.year.value) {
                Some(_) => {
                    "Look for figures from the same year as the evaluation. If there are none yet, leave out the comparison."
                }
                None => "Write the year of the figures, such as 2025-26.",
            };
            let advice = Advice { code: CODE, severity, message, help: help.into() };
            findings.advise(advice, comparator.year.place.clone());
        }
    }
}

fn problem(evaluation: &Evaluation, comparator: &Comparator, input: &RuleInput<'_>) -> Option<(Severity, String)> {
    let written = &comparator.year.value;
    let evaluated = academic_year(evaluation.date.value.latest);
    let label = |start: i16| format!("{start}-{:02}", (start + 1) % 100);
    let Some(years) = years(written) else {
        return Some((
            Severity::Should,
            format!("there is no year in `{written}`, so readers cannot see how old these figures are"),
        ));
    };
    if years.contains(&evaluated) {
        return None;
    }
    let newest = years.iter().copied().max()?;
    let in_use_from = input.facts.framework(evaluation.framework.as_str())?.in_use_from;
    let ends = Date::new(newest + 1, 8, 31).ok()?;
    let difference = format!("these figures are for {written}, but the evaluation is of {}", label(evaluated));
    Some(if ends < in_use_from {
        (Severity::Should, format!("{difference}; the questions about the benchmarks changed in between"))
    } else if newest + 1 < evaluated {
        (Severity::Should, difference)
    } else {
        (Severity::Could, difference)
    })
}

/// The calendar year in which the academic year of a day began.
fn academic_year(day: Date) -> i16 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

/// The academic years, by their first calendar year, that a text such as `2024-25` or `July 2025` can
/// mean; `None` if it has no year. A calendar year alone is in two of them.
fn years(text: &str) -> Option<Vec<i16>> {
    let at = text.match_indices("20").map(|(at, _)| at).find(|at| {
        let is_number = text.get(*at..*at + 4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
        is_number && !text.get(*at + 4..).is_some_and(|after| after.starts_with(|next: char| next.is_ascii_digit()))
    })?;
    let year: i16 = text.get(at..at + 4)?.parse().ok()?;
    let after = text.get(at + 4..)?.trim_start_matches([' ', '-', '–', '/', 't', 'o']);
    let next = year + 1;
    let is_range = [next.to_string(), format!("{:02}", next % 100)].iter().any(|next| after.starts_with(next.as_str()));
    Some(if is_range { vec![year] } else { vec![year - 1, year] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_schools_write_them() {
        for text in ["2024-25", "2024/25", "2024–25", "2024 to 2025", "2024-2025", "Compass, 2024/2025"] {
            assert_eq!(years(text), Some(vec![2024]), "{text}");
        }
        assert_eq!(years("July 2025"), Some(vec![2024, 2025]));
        assert_eq!(years("2025"), Some(vec![2024, 2025]));
        for text in ["last year", "", "20", "since 20250"] {
            assert_eq!(years(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(text: String) {
            let _ = years(&text);
        }
    }
}
