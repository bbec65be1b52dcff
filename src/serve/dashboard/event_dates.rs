//! The day of an event, which its file's name may have.

use jiff::civil::Date;

use super::row_changes::Pairs;
use crate::editor::form::{FieldContent, FormField};
use crate::programme::format::day;
use crate::programme::{date_in_words, day_in_name};
use crate::report::ContentPath;

const DATE: &str = "date";
const CHANGED: &str = "changed";

/// The hint of the date of an event, and what it means if the field is empty. The name of a new file is made from the date.
pub(super) fn words(path: &ContentPath, field: &FormField) -> Option<(&'static str, Option<String>)> {
    let is_empty = matches!(&field.content, FieldContent::Text(text) if text.is_empty());
    if field.name != DATE || !path.as_str().starts_with("events/") {
        return None;
    }
    let Some(day) = day_of(path) else { return Some(("The day.", None)) };
    let note = is_empty.then(|| format!("It is on {}.", date_in_words(day)));
    Some(("Only needed if the event moves: the new day.", note))
}

/// What a form has sent, with the day of the change if the event has moved from the day in its file's name: without it, the
/// two days would be a mistake.
pub(super) fn with_day_of_change(path: &ContentPath, mut pairs: Pairs, today: Date) -> Pairs {
    let sent = |name: &str| pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.trim());
    let has_moved = sent(DATE).and_then(day).is_some_and(|sent| day_of(path).is_some_and(|in_name| in_name != sent));
    if has_moved && sent(CHANGED) == Some("") {
        pairs.retain(|(name, _)| name != CHANGED);
        pairs.push((CHANGED.to_owned(), today.to_string()));
    }
    pairs
}

fn day_of(path: &ContentPath) -> Option<Date> {
    path.as_str().strip_prefix("events/").and_then(|_| day_in_name(path.stem()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_a_moved_event_gets_the_day_of_the_change() {
        let path = ContentPath::new("events/2027-03-04-fair.md");
        for (written, changed, expected) in [
            ("11 March 2027", "", "2026-11-30"),
            ("11 March 2027", "2026-11-01", "2026-11-01"),
            ("4 March 2027", "", ""),
            ("", "", ""),
            ("soon", "", ""),
        ] {
            let pairs = vec![(DATE.to_owned(), written.to_owned()), (CHANGED.to_owned(), changed.to_owned())];
            let sent = with_day_of_change(&path, pairs, date(2026, 11, 30));
            assert_eq!(sent.last().map(|(_, value)| value.as_str()), Some(expected), "{written}");
        }
    }
}
