//! Converts the export of a form to a survey: counts of answers, without personal details.
//!
//! Takes a spreadsheet from Microsoft Forms or Google Forms. Without a mapping, [`propose`] drafts one from the headings and
//! common scales, for review. With a mapping, [`count`] counts the answers and drafts a survey file.

mod column_counts;
mod count;
mod propose;
mod sample;

pub use count::count;
pub use propose::propose;

use jiff::civil::Date;

use crate::programme::FeedbackGroup;

/// Facts about a survey, other than its answers.
#[derive(Clone, Debug)]
pub struct SurveyDetails<'a> {
    /// The name in file names.
    pub name: &'a str,
    /// The title on the website.
    pub title: &'a str,
    /// Who answered.
    pub from: FeedbackGroup,
    /// The date, if given with `--date`.
    pub date: Option<Date>,
    /// How many people were invited to answer.
    pub invited: Option<u32>,
}
