//! Days that others set for each year, such as results days.

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
    /// None of these is in the title: such a day is the school's own.
    #[serde(default)]
    pub not_words: Vec<String>,
    /// The event is of one of these kinds. Any, if empty.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Who sets the day, after “set by”.
    pub set_by: String,
    /// The website on which the day is published.
    pub look_up: String,
    pub from: Citation,
}
