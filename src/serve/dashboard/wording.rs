//! Puts words of the program into those of a page.

use jiff::civil::DateTime;

/// A text of the program without its backticks: what people type is between quotation marks.
pub(super) fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let quoted = |(at, part): (usize, &str)| if at % 2 == 0 { part.to_owned() } else { format!("“{part}”") };
    parts.map(quoted).collect()
}

/// A time of today as “2:15pm”, and one of another day with its date.
pub(super) fn moment(at: DateTime, now: DateTime) -> String {
    let time = if at.minute() == 0 { at.strftime("%-I%P") } else { at.strftime("%-I:%M%P") };
    if at.date() == now.date() { time.to_string() } else { format!("{time} on {}", at.strftime("%-d %B %Y")) }
}

/// The words of a button that adds one of these: “Add an activity”.
pub(super) fn add_words(item: &str, is_first: bool) -> String {
    let article = match (is_first, item.starts_with(['a', 'e', 'i', 'o', 'u'])) {
        (false, _) => "another",
        (true, true) => "an",
        (true, false) => "a",
    };
    format!("Add {article} {item}")
}

/// A word with a capital letter.
pub(super) fn capitalized(word: &str) -> String {
    sentence(word)
}

/// A hint, unless it only repeats the label: “The title.” for “Title”.
pub(super) fn hint(label: &str, hint: &str) -> String {
    let words = |text: &str| {
        let text = text.trim_end_matches('.').to_lowercase();
        ["the ", "a ", "an ", "its ", "their "]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(&text)
            .to_owned()
    };
    if words(label) == words(hint) { String::new() } else { plain(hint) }
}

/// In the terminal a message follows a code and begins in lower case.
pub(super) fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_that_repeat_the_label_are_left_out() {
        assert_eq!(hint("Title", "The title."), "");
        assert_eq!(hint("Start time", "The start time. All day if left out."), "The start time. All day if left out.");
    }

    #[test]
    fn times_are_short_and_have_a_date_if_they_are_of_another_day() {
        let at = |text: &str| text.parse::<DateTime>().expect("a time");
        let now = at("2026-11-30T15:00:00");
        assert_eq!(moment(at("2026-11-30T14:15:30"), now), "2:15pm");
        assert_eq!(moment(at("2026-11-29T09:00:00"), now), "9am on 29 November 2026");
    }

    #[test]
    fn what_people_type_is_between_quotation_marks() {
        assert_eq!(plain("write `9am` or `5:30pm`"), "write “9am” or “5:30pm”");
        assert_eq!(sentence("write it"), "Write it");
    }
}
