//! The columns of a form.

use crate::import::headings::plain;

/// A column of a form, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum AuditColumn {
    What,
    Groups,
    When,
    With,
    Learn,
    Question,
    Hours,
    Who,
}

impl AuditColumn {
    pub(super) const ALL: [Self; 8] =
        [Self::What, Self::Groups, Self::When, Self::With, Self::Learn, Self::Question, Self::Hours, Self::Who];

    /// The column that a heading is of, also if somebody has changed a few of its words.
    pub(super) fn of_heading(heading: &str) -> Option<Self> {
        let plain = plain(heading);
        let starts = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
        let has = |words: &[&str]| words.iter().any(|word| plain.contains(word));
        // “Learners” are in several headings, so that column comes late.
        let column = if plain.is_empty() {
            return None;
        } else if has(&["hour"]) {
            Self::Hours
        } else if has(&["nearest", "benchmark", "gatsby"]) {
            Self::Question
        } else if has(&["outside", "employer", "partner"]) || plain == "with" {
            Self::With
        } else if starts(&["withwhich", "group", "year", "pathway", "coursearea", "class", "which"]) {
            Self::Groups
        } else if starts(&["when", "term"]) {
            Self::When
        } else if starts(&["who", "contact", "ask"]) {
            Self::Who
        } else if has(&["learn"]) {
            Self::Learn
        } else if starts(&["what", "activity", "title"]) {
            Self::What
        } else {
            return None;
        };
        Some(column)
    }
}
