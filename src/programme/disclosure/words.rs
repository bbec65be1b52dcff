//! Compares headings and questions by their words.

use std::collections::HashSet;

/// Only the letters and digits of a text, in lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn numbers_in(text: &str) -> HashSet<&str> {
    text.split(|ch: char| !ch.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}

/// True for “Year 11” and “Year 13”.
pub(super) fn have_other_numbers(one: &str, other: &str) -> bool {
    let (one, other) = (numbers_in(one), numbers_in(other));
    !one.is_empty() && !other.is_empty() && one.is_disjoint(&other)
}
