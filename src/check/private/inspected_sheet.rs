//! What the spreadsheets in the content folder say about people, found once for every rule.

use jiff::civil::Date;
use rayon::prelude::*;

use super::personal_columns::{KnownHeadings, PersonalColumns, detect_personal_columns};
use crate::framework::Facts;
use crate::read::sheet::{is_sheet, top_rows};
use crate::read::{InspectError, Sources};
use crate::report::ContentPath;

/// A spreadsheet, and the personal data in its tables.
#[derive(Debug)]
pub(crate) struct InspectedSheet {
    pub(super) path: ContentPath,
    pub(super) personal: Result<Vec<PersonalColumns>, InspectError>,
}

impl InspectedSheet {
    /// Those of the content folder that could be read, in the order of the files.
    pub(crate) fn all(sources: &Sources, facts: &Facts, today: Date) -> Vec<Self> {
        let known = KnownHeadings::new(&facts.privacy.columns);
        let sheets = sources.media.par_iter().filter(|file| is_sheet(&file.path.extension()));
        let inspected = sheets.filter_map(|file| {
            let bytes = file.bytes().ok()?;
            let personal = top_rows(&file.path.extension(), &bytes).map(|tables| {
                let columns = |rows: &Vec<_>| detect_personal_columns(rows, (&known, facts), today);
                tables.iter().filter_map(columns).collect()
            });
            Some(Self { path: file.path.clone(), personal })
        });
        inspected.collect()
    }
}
