//! Converts the export of a form to a survey: counts of answers, without personal details.
//!
//! Takes a spreadsheet from Microsoft Forms or Google Forms. Without a mapping, `propose` drafts one from the headings and
//! common scales, for review. With a mapping, `count` counts the answers and drafts a survey file.

mod column_counts;
mod columns;
mod count;
mod export_name;
mod propose;
mod sample;

pub use count::count;
pub use export_name::{mapping_path, name_of, read_mapping, title_of, without_copy_marks};
pub use propose::propose;

use jiff::civil::Date;

use crate::programme::FeedbackGroup;

#[derive(Clone, Debug)]
pub struct SurveyDetails<'a> {
    pub name: &'a str,
    pub title: &'a str,
    pub from: FeedbackGroup,
    /// As given with `--date`.
    pub date: Option<Date>,
    /// The number of people.
    pub invited: Option<u32>,
    /// To recognise birthdays.
    pub today: Date,
}
