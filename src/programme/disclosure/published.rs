//! All figures of a programme that may be published.

use super::leavers::{DestinationFigures, destinations};
use super::meetings::{MeetingFigures, meetings};
use super::tables::{TableFigures, tables};
use super::{SurveyFigures, surveys};
use crate::programme::programme::Programme;

/// The publishable figures of every survey and table. What may be published of one depends on all others, so they are
/// worked out once.
#[derive(Debug)]
pub struct PublishedFigures<'a> {
    /// In the order of the programme.
    pub surveys: Vec<SurveyFigures<'a>>,
    /// In the order of the programme.
    pub destinations: Vec<DestinationFigures<'a>>,
    /// The newest counts of each group and academic year, the newest year first.
    pub meetings: Vec<MeetingFigures<'a>>,
    /// In the order of the programme.
    pub tables: Vec<TableFigures<'a>>,
}

impl<'a> PublishedFigures<'a> {
    pub fn new(programme: &'a Programme) -> Self {
        let destinations = destinations(programme);
        Self {
            surveys: surveys(programme),
            meetings: meetings(programme, &destinations),
            destinations,
            tables: tables(programme),
        }
    }
}
