//! The day of an event, or the term dates of the year, are still to be confirmed. `fingerpost year next` marks what it
//! has moved to the next year in this way, because nobody has looked at it yet. Until then the pages, calendars and feeds
//! say that the day is to be confirmed, and visitors can't plan with it.
//!
//! For each event, check the day: a comment in the file says what it was last year. Read the text for last year's names
//! and dates, too. For the terms, compare them with the list of your council or trust. Then delete the line.
//!
//! Wrong:
//!
//! ```yaml
//! title: Careers fair
//! date: 2028-03-09
//! confirm: yes     (and you have looked at the text and know the day)
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Careers fair
//! date: 2028-03-09
//! ```

use jiff::civil::Date;

use crate::check::RuleInput;
use crate::programme::dates::{date_in_words, weekday_name};
use crate::programme::{Event, day_in_name};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("to-confirm");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let year = &input.programme.institution.details.year;
    if let Some(confirm) = year.confirm.as_ref().filter(|confirm| confirm.value) {
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: format!("the term dates of {} are still to be confirmed", year.label.value),
            help: "Compare the terms with the list of your council or trust. Then leave out `confirm`.".into(),
        };
        findings.advise(advice, confirm.place.clone());
    }
    for event in input.programme.events.iter().filter(|event| !event.is_cancelled()) {
        let Some(place) = &event.to_confirm else { continue };
        let advice = Advice {
            code: CODE,
            severity: Severity::Should,
            message: message(event, input.today),
            help: format!(
                "{}Check the day. Read the text for last year's names and dates. Then leave out `confirm`.",
                day_before(event)
            ),
        };
        findings.advise(advice, place.clone());
    }
}

/// A sentence about its day in the year before, by the last name that it had. Empty if that has no day.
fn day_before(event: &Event) -> String {
    let day = event.was.iter().filter_map(|was| day_in_name(&was.value)).max();
    day.map_or_else(String::new, |day| {
        format!("The last time was {} {}. ", weekday_name(day.weekday()), date_in_words(day))
    })
}

fn message(event: &Event, today: Date) -> String {
    let day = event.next_day(today);
    let day = format!("{} {}", weekday_name(day.weekday()), date_in_words(day));
    if event.is_past(today) {
        format!("`{}` was on {day}, and its day is still marked as to be confirmed", event.title)
    } else {
        format!("the day of `{}`, {day}, is still to be confirmed", event.title)
    }
}
