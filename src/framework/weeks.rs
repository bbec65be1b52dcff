//! National weeks that schools plan by.

use jiff::civil::Date;
use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Weeks {
    pub weeks: Vec<WeekFacts>,
}

/// A week that is held every year.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WeekFacts {
    pub name: String,
    /// The month it is usually in, for years whose days are not known.
    pub month: i8,
    /// The first and last day in the years that are known.
    pub dates: Vec<(Date, Date)>,
    /// The website on which the days are published.
    pub look_up: String,
    pub from: Citation,
}
