//! Days that others set for each year, such as results days.

use jiff::civil::Date;
use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OutsideDates {
    pub outside_dates: Vec<OutsideDate>,
}

/// Events whose day somebody outside the school sets.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OutsideDate {
    /// One of these is in the title of the event.
    pub words: Vec<String>,
    /// The event is of one of these kinds. Any, if empty.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Who sets the day, after “set by”.
    pub set_by: String,
    /// The website on which the day is published.
    pub look_up: String,
    pub from: Citation,
}

/// The day of an event that somebody outside the school sets.
#[derive(Clone, Copy, Debug)]
pub struct SetByOthers<'f> {
    pub set_by: &'f str,
    pub look_up: &'f str,
    /// The first and last day in the next academic year, if they are known.
    pub days: Option<(Date, Date)>,
    pub from: &'f Citation,
}

impl OutsideDate {
    pub(super) fn is_about(&self, title: &str, kind: Option<&str>) -> bool {
        let title = title.to_lowercase();
        let has_word = self.words.iter().any(|word| title.contains(&word.to_lowercase()));
        has_word && (self.kinds.is_empty() || kind.is_some_and(|kind| self.kinds.iter().any(|known| known == kind)))
    }
}
