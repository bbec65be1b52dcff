//! How a school divides its year: three terms with half-terms, or six numbered ones.

use super::school_year::{SchoolTerm, SchoolYear};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TermSystem {
    #[default]
    Three,
    Six,
}

/// What templates call a time, and what it is called with six terms. The longer texts come first.
const SIX_TERM_NAMES: [(&str, &str); 17] = [
    ("a term (autumn), half a term (autumn 2)", "a term (term 1)"),
    ("by the end of the summer term", "by the end of Term 6"),
    ("Autumn and spring terms", "Terms 1 to 4"),
    ("Autumn and summer terms", "Terms 1 and 6"),
    ("Autumn term", "Terms 1 and 2"),
    ("Spring term", "Terms 3 and 4"),
    ("Summer term", "Terms 5 and 6"),
    ("[autumn, spring]", "[term 1, term 2, term 3, term 4]"),
    ("autumn 1", "term 1"),
    ("autumn 2", "term 2"),
    ("spring 1", "term 3"),
    ("spring 2", "term 4"),
    ("summer 1", "term 5"),
    ("summer 2", "term 6"),
    ("when: autumn\n", "when: [term 1, term 2]\n"),
    ("when: spring\n", "when: [term 3, term 4]\n"),
    ("when: summer\n", "when: [term 5, term 6]\n"),
];

impl TermSystem {
    /// The terms of a year.
    pub(super) fn terms(self, year: &SchoolYear) -> Result<Vec<SchoolTerm>, jiff::Error> {
        match self {
            Self::Three => Ok(year.terms.to_vec()),
            Self::Six => year.half_terms(),
        }
    }

    /// The text of a template with the names of these terms.
    pub(super) fn in_text(self, text: String) -> String {
        match self {
            Self::Three => text,
            Self::Six => SIX_TERM_NAMES.iter().fold(text, |text, (three, six)| text.replace(three, six)),
        }
    }
}
