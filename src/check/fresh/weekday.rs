//! The date and the weekday do not fit together. One of them is wrong, and families who plan by the
//! other would come on the wrong day. Check which one you mean.
//!
//! Wrong:
//!
//! ```yaml
//! date: Friday 4 March 2027
//! ```
//!
//! Right:
//!
//! ```yaml
//! date: Thursday 4 March 2027
//! ```

use crate::check::Subject;
use crate::programme::form::wrong_weekday;
use crate::report::Findings;

/// The weekdays, as texts write them.
const WEEKDAYS: [&str; 7] = ["Monday ", "Tuesday ", "Wednesday ", "Thursday ", "Friday ", "Saturday ", "Sunday "];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for document in &subject.sources.documents {
        let text = &*document.source.text;
        for (at, _) in text.match_indices("day ") {
            let Some(start) = WEEKDAYS.iter().find_map(|day| start_of(day, text, at)) else { continue };
            // A weekday, a day, a month and a year.
            let rest = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            let words: Vec<&str> = rest.split(' ').take(4).collect();
            let date = words.join(" ");
            let date = date.trim_end_matches(|letter: char| !letter.is_numeric());
            if let Some(problem) = wrong_weekday(date).filter(|_| words.len() == 4) {
                findings.add(problem, document.source.place(start..start + date.len()));
            }
        }
    }
}

/// Where a weekday starts whose last letters stand at `at`.
fn start_of(day: &str, text: &str, at: usize) -> Option<usize> {
    let start = (at + "day ".len()).checked_sub(day.len())?;
    text.get(start..).is_some_and(|rest| rest.starts_with(day)).then_some(start)
}
