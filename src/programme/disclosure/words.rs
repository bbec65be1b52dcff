//! Compares headings and questions by their words.

use std::collections::HashSet;

/// Only the letters and digits of a text, in lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn numbers_in(text: &str) -> HashSet<&str> {
    text.split(|ch: char| !ch.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}

/// True for the numbers of “Year 11” and those of “Year 13”.
pub(super) fn are_other_numbers(one: &HashSet<&str>, other: &HashSet<&str>) -> bool {
    !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
}
