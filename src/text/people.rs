//! Finds names of people in a text.

use super::words::words;
use crate::framework::FirstNames;

/// The first name in a text that is common among young people and does not follow a title.
pub(crate) fn first_name<'t>(text: &'t str, names: &FirstNames) -> Option<&'t str> {
    let mut before = "";
    for word in words(text) {
        let word = word.text.strip_suffix("’s").or_else(|| word.text.strip_suffix("'s")).unwrap_or(word.text);
        let is_name = word.starts_with(char::is_uppercase) && names.names.contains(&word.to_lowercase());
        if is_name && !is_title(before, names) {
            return Some(word);
        }
        before = word;
    }
    None
}

/// In “I miss Amelia”, “miss” is not a title.
fn is_title(word: &str, names: &FirstNames) -> bool {
    word.starts_with(char::is_uppercase) && names.titles.contains(&word.to_lowercase())
}

/// True for a name after a title, such as “Mrs Quill”, but not “St John”, which is rather a place or a charity.
pub(crate) fn has_titled_name(text: &str, names: &FirstNames) -> bool {
    let all: Vec<&str> = words(text).map(|word| word.text).collect();
    all.windows(2).any(|pair| match pair {
        [title, name] if *title != "St" => {
            is_title(title.trim_end_matches('.'), names) && name.starts_with(char::is_uppercase)
        }
        _ => false,
    })
}

/// True for two capitalised words in a row, such as a name that is not in the list.
pub(crate) fn has_two_capitals(text: &str, names: &FirstNames) -> bool {
    let is_name = |word: &str| {
        let has_name_chars = word.chars().all(|ch| ch.is_alphabetic() || matches!(ch, '-' | '\'' | '’'));
        has_name_chars
            && word.starts_with(char::is_uppercase)
            && !word.chars().all(char::is_uppercase)
            && !names.not_names.contains(word)
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
        assert!(has_titled_name("ask Dr. Quill", &names) && has_titled_name("Mrs Quill", &names));
        assert!(!has_titled_name("Miss a lesson to visit the fair", &names));
        assert!(has_two_capitals("Zofia Nowak-Bell, born 2011", &names));
        for text in ["Monday May 3", "In Year 9 we", "UPN DOB", "Hello. World"] {
            assert!(!has_two_capitals(text, &names), "{text}");
        }
    }
}
