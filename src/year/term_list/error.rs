//! Why a list of term dates can't be used.

use std::fmt;

use jiff::civil::{Date, Weekday};

use crate::programme::{date_in_words, weekday_name};
use crate::year::words::day_in_words;

/// Why a list of term dates can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermListError {
    TooLarge,
    NotText,
    NotCalendar,
    /// It has no dates in the next academic year.
    NoDates {
        from: Date,
        until: Date,
    },
    /// A date with the weekday that it has in another year.
    OtherWeekday {
        day: Date,
        written: Weekday,
    },
    /// A term begins or ends at a weekend.
    AtWeekend {
        day: Date,
    },
    /// A term that begins or ends twice, or not at all.
    Unclear {
        problem: String,
    },
    /// It has another number of terms or half-terms.
    OtherTerms {
        found: usize,
        needed: usize,
    },
    /// `terms:` can't be read.
    NotTerms,
}

impl fmt::Display for TermListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("this file is too large for a list of term dates."),
            Self::NotText => f.write_str(
                "this is not a text. Copy the council's term dates into a text file (.txt), or use its calendar (.ics).",
            ),
            Self::NotCalendar => f.write_str(
                "this is not a calendar that can be read. Export it again, or copy the dates into a text file (.txt).",
            ),
            Self::NoDates { from, until } => write!(
                f,
                "this has no dates between {} and {}. Is it the list of the year after the one in school.yaml?",
                date_in_words(*from),
                date_in_words(*until)
            ),
            Self::OtherWeekday { day, written } => write!(
                f,
                "{} is a {}, and this has a {}. Is it the list of the year after the one in school.yaml? If it is, correct \
                 the weekday or delete the line.",
                date_in_words(*day),
                weekday_name(day.weekday()),
                weekday_name(*written)
            ),
            Self::AtWeekend { day } => write!(
                f,
                "in this a part of a term begins or ends on {}, at a weekend. Is it the list of the year after the one in \
                 school.yaml? If it is, write the nearest day with lessons.",
                day_in_words(*day)
            ),
            Self::Unclear { problem } => write!(
                f,
                "these terms are not clear: {problem}? Write them one below the other, such as \u{201c}Autumn term: 2 September to \
                 17 December 2027\u{201d} and \u{201c}Half-term: 25 to 29 October 2027\u{201d}."
            ),
            Self::OtherTerms { found, needed } if found > needed => write!(
                f,
                "this has {found} parts of terms, and school.yaml has {needed}. Does it have a day that is not the first or \
                 last day of school before or after a holiday? Delete its line."
            ),
            Self::OtherTerms { found, needed } => write!(
                f,
                "this has {found} parts of terms, and school.yaml has {needed}. Is a half-term missing? Write each on a line, \
                 such as \u{201c}Half-term: 25 to 29 October 2027\u{201d}."
            ),
            Self::NotTerms => f.write_str("`terms:` can't be read. Write it as in school.yaml."),
        }
    }
}

impl std::error::Error for TermListError {}
