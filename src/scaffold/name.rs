//! Names: from a folder's name to an institution's, and from that to an invented address.

use crate::programme::slug;

/// Words that stay small inside a name.
const SMALL: [&str; 7] = ["a", "and", "at", "for", "in", "of", "the"];
/// Words that are short forms.
const SHORT_FORMS: [&str; 3] = ["fe", "pru", "utc"];

/// `ridgeway-school` → “Ridgeway School”. `None` if there is no letter or digit in it.
pub fn name_of_folder(folder: &str) -> Option<String> {
    let parts = folder.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_' | '.' | '+'));
    // Who wrote capitals anywhere meant the others to be small.
    let has_capitals = folder.chars().any(char::is_uppercase);
    let words: Vec<String> = parts
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(index, word)| if has_capitals { word.to_owned() } else { as_in_a_name(word, index == 0) })
        .collect();
    let name = words.join(" ");
    name.chars().any(char::is_alphanumeric).then(|| on_one_line(&name))
}

fn as_in_a_name(word: &str, first: bool) -> String {
    if SMALL.contains(&word) && !first {
        return word.to_owned();
    }
    if SHORT_FORMS.contains(&word) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}

/// Without line breaks, double spaces and signs that cannot be seen.
pub fn on_one_line(text: &str) -> String {
    let seen: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `ridgeway-school.example`: an address that exists nowhere, by the rules of the internet.
pub(super) fn domain(name: &str, otherwise: &str) -> String {
    /// The longest part of a domain.
    const LONGEST: usize = 63;
    let letters: String =
        slug(name).chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    let parts: Vec<&str> = letters.split('-').filter(|part| !part.is_empty()).collect();
    let mut host = parts.join("-");
    host.truncate(LONGEST);
    let host = host.trim_end_matches('-');
    format!("{}.example", if host.is_empty() { otherwise } else { host })
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
    fn addresses_are_plain_and_never_real() {
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
