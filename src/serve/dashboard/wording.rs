//! Puts words of the program into those of a page.

use jiff::civil::{Date, DateTime};

use crate::programme::date_in_words;

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

/// A text whose dates such as 2027-03-04 are in words.
pub(super) fn with_dates_in_words(text: &str) -> String {
    let word = |word: &str| {
        let date = word.trim_end_matches([',', '.', ';']);
        let rest = word.get(date.len()..).unwrap_or_default();
        let day = date.parse::<Date>().ok().filter(|_| date.len() == "2027-03-04".len());
        day.map_or_else(|| word.to_owned(), |day| date_in_words(day) + rest)
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A part of a text in Markdown without its links, bold marks and cells. The part may begin or end within them.
pub(super) fn without_markdown(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, target)) = rest.split_once("](") {
        plain.push_str(before);
        let after = target.trim_start_matches(|ch| ch != ')' && ch != '…');
        rest = after.strip_prefix(')').unwrap_or(after);
    }
    plain.push_str(rest);
    let plain = plain.replace('[', "").replace("**", "");
    plain.trim_matches([' ', '|']).replace(" | ", ", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_words() {
        assert_eq!(with_dates_in_words("2027-03-01 to 2027-03-06, later"), "1 March 2027 to 6 March 2027, later");
        assert_eq!(with_dates_in_words("2027-03-01-fair.md, spring 2"), "2027-03-01-fair.md, spring 2");
    }

    #[test]
    fn parts_of_texts_are_shown_without_marks() {
        for (written, shown) in [
            ("…see [the fair](../events/fair.md) on 4 March", "…see the fair on 4 March"),
            ("| 4 March | [The fair](../events/2027-0…", "4 March, The fair…"),
            ("…3-04-fair.md) on 4 March", "…3-04-fair.md) on 4 March"),
            ("3. **Work.** On 4 March", "3. Work. On 4 March"),
        ] {
            assert_eq!(without_markdown(written), shown);
        }
    }

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
