//! Puts words of the program into those of a page.

/// A text of the program without its backticks: what people type is between quotation marks.
pub(super) fn plain(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let quoted = |(at, part): (usize, &str)| if at % 2 == 0 { part.to_owned() } else { format!("“{part}”") };
    parts.map(quoted).collect()
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
    fn what_people_type_is_between_quotation_marks() {
        assert_eq!(plain("write `9am` or `5:30pm`"), "write “9am” or “5:30pm”");
        assert_eq!(sentence("write it"), "Write it");
    }
}
