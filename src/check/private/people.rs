//! Names of people in a sentence.

use crate::check::text::words;
use crate::framework::FirstNames;

/// What stands before the names of adults.
const TITLES: [&str; 10] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame"];

/// The first name in a text that is common among young people and does not follow a title.
pub(super) fn first_name<'t>(text: &'t str, names: &FirstNames) -> Option<&'t str> {
    let mut before = "";
    for word in words(text) {
        let word = word.text.strip_suffix("’s").or_else(|| word.text.strip_suffix("'s")).unwrap_or(word.text);
        let is_name = word.starts_with(char::is_uppercase) && names.names.contains(&word.to_lowercase());
        if is_name && !TITLES.contains(&before) {
            return Some(word);
        }
        before = word;
    }
    None
}

/// True for two capitalised words in a row, such as a name that is not in the list.
pub(super) fn has_two_capitals(text: &str) -> bool {
    const NO_NAMES: [&str; 24] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "Date",
        "Birth",
        "DOB",
        "Year",
        "School",
    ];
    let is_name = |word: &str| {
        let letters = word.chars().all(|ch| ch.is_alphabetic() || matches!(ch, '-' | '\'' | '’'));
        letters
            && word.starts_with(char::is_uppercase)
            && !word.chars().all(char::is_uppercase)
            && !NO_NAMES.contains(&word)
    };
    let all: Vec<_> = words(text).collect();
    all.windows(2).any(|pair| match pair {
        [first, second] => is_name(first.text) && is_name(second.text) && text.get(first.end()..second.at) == Some(" "),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    #[test]
    fn name_after_a_title_is_ignored() {
        let names = Facts::load().expect("the data files parse").first_names;
        assert_eq!(first_name("“Great!” Amelia’s group said", &names), Some("Amelia"));
        for text in ["Mrs Amelia Quill came", "The grace period", "Ask at the office"] {
            assert_eq!(first_name(text, &names), None, "{text}");
        }
        assert!(has_two_capitals("Zofia Nowak-Bell, born 2011"));
        for text in ["Monday May 3", "In Year 9 we", "UPN DOB", "Hello. World"] {
            assert!(!has_two_capitals(text), "{text}");
        }
    }
}
