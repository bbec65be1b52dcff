//! The export of a form becomes a survey: counts, never people.
//!
//! Takes a sheet as Microsoft Forms or Google Forms saves it. Without a mapping it gives one, proposed
//! from the headings and the usual scales, for people to look at ([`propose`]). With it it counts
//! ([`count`]) and gives the text of a survey file.

mod count;
mod propose;
mod sample;
mod tally;

pub use count::count;
pub use propose::propose;

use jiff::civil::Date;

use crate::programme::FeedbackGroup;

/// What is known of a survey besides its answers.
#[derive(Clone, Debug)]
pub struct SurveyDetails<'a> {
    /// The word for it in file names.
    pub name: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// Who was asked.
    pub from: FeedbackGroup,
    /// When it was done, if somebody says so.
    pub date: Option<Date>,
    /// How many were asked.
    pub invited: Option<u32>,
}
