//! Derives an institution's name from its folder, and a made-up domain from its name.

use crate::language::capital;
use crate::programme::{on_one_line, slug};

/// Words in lower case inside a name.
const LOWERCASE_WORDS: [&str; 7] = ["a", "and", "at", "for", "in", "of", "the"];
const ABBREVIATIONS: [&str; 3] = ["fe", "pru", "utc"];

/// `ridgeway-school` → “Ridgeway School”. `None` if it has no letter or digit.
pub fn name_of_folder(folder: &str) -> Option<String> {
    let parts = folder.split(|ch: char| ch.is_whitespace() || matches!(ch, '-' | '_' | '.' | '+'));
    // If there are any capitals, the other words are meant to be in lower case.
    let has_capitals = folder.chars().any(char::is_uppercase);
    let words: Vec<String> = parts
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(index, word)| if has_capitals { word.to_owned() } else { capitalised(word, index == 0) })
        .collect();
    let name = words.join(" ");
    name.chars().any(char::is_alphanumeric).then(|| on_one_line(&name))
}

fn capitalised(word: &str, first: bool) -> String {
    if LOWERCASE_WORDS.contains(&word) && !first {
        return word.to_owned();
    }
    if ABBREVIATIONS.contains(&word) {
        return word.to_uppercase();
    }
    capital(word)
}

/// `ridgeway-school.example`: a domain that can't exist, because `.example` is reserved (RFC 2606). If the name has no
/// ASCII letters or digits, `fallback` is used.
pub(super) fn domain(name: &str, fallback: &str) -> String {
    /// The maximum length of a part of a domain (RFC 1035).
    const MAX_LABEL: usize = 63;
    let ascii: String = slug(name).chars().filter(|ch| ch.is_ascii_alphanumeric() || *ch == '-').collect();
    let parts: Vec<&str> = ascii.split('-').filter(|part| !part.is_empty()).collect();
    let mut host = parts.join("-");
    host.truncate(MAX_LABEL);
    let host = host.trim_end_matches('-');
    format!("{}.example", if host.is_empty() { fallback } else { host })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_become_names() {
        let name = |folder| name_of_folder(folder).expect("there is a name");
        assert_eq!(name("ridgeway-school"), "Ridgeway School");
        assert_eq!(name("school_of_the_arts"), "School of the Arts");
        assert_eq!(name("tarn-valley-utc"), "Tarn Valley UTC");
        assert_eq!(name("École du Nord"), "École du Nord");
        assert_eq!(name("the.academy"), "The Academy");
        assert_eq!(name_of_folder("--_"), None);
        assert_eq!(name_of_folder(""), None);
    }

    #[test]
    fn domains_are_ascii_and_reserved() {
        assert_eq!(domain("St Mary's: \"The\" School", "school"), "st-marys-the-school.example");
        assert_eq!(domain("Ölgrund", "school"), "lgrund.example");
        assert_eq!(domain("学校", "college"), "college.example");
        assert_eq!(domain(&"long ".repeat(30), "school").len(), "long-".repeat(12).len() + "lon.example".len());
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(on_one_line(" Ridge\u{7}way\n School\u{7f} "), "Ridge way School");
    }
}
