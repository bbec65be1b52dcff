//! Reads an imported spreadsheet, after checking that its content matches its file extension.

use crate::import::findings::SheetError;
use crate::read::InspectError;
use crate::read::sheet::{Extent, Flow, Row, RowReader, is_sheet, read_rows};
use crate::report::{Findings, Place};

/// No school has more answers.
const MAX_ROWS: u32 = 250_000;

#[derive(Clone, Copy, Debug)]
pub struct SheetFile<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

pub(super) trait RowHandler {
    /// Takes the row with the headings, and returns their number. An error stops the reading.
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError>;
    /// True for columns whose cells are needed.
    fn wants(&self, column: usize) -> bool;
    /// Takes a row below the headings.
    fn row(&mut self, number: u32, cells: &[String]);
}

impl SheetFile<'_> {
    pub(super) fn report(&self, error: SheetError, findings: &mut Findings) {
        findings.add(error, Place::of_file(self.name));
    }

    fn extension(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
    }

    /// Reads the first table that has rows. Returns `None` after adding a finding if that fails.
    pub(super) fn read(&self, rows: &mut dyn RowHandler, findings: &mut Findings) -> Option<()> {
        let extension = self.extension();
        if let Some(error) = self.check_format(&extension) {
            self.report(error, findings);
            return None;
        }
        let mut reader = FirstTable { rows, table: None, width: 0, error: None };
        let result = read_rows(&extension, self.bytes, Extent::All, &mut reader);
        let error = match (reader.error, result) {
            (Some(error), _) => error,
            (None, Err(InspectError::LockedOrOld)) => SheetError::LockedOrOld,
            (None, Err(InspectError::Damaged)) => SheetError::Damaged,
            (None, Err(InspectError::TooLarge)) => SheetError::TooLarge,
            (None, Ok(())) if reader.table.is_none() => SheetError::Empty,
            (None, Ok(())) => return Some(()),
        };
        self.report(error, findings);
        None
    }

    /// Returns an error if the bytes show that the file isn't of the kind that its extension names.
    fn check_format(&self, extension: &str) -> Option<SheetError> {
        if !is_sheet(extension) {
            return Some(SheetError::NotASheet);
        }
        let is_zip = self.bytes.starts_with(b"PK");
        let contains = |part: &[u8]| self.bytes.windows(part.len()).any(|bytes| bytes == part);
        let actual = if !is_zip {
            None
        } else if contains(b"application/vnd.oasis.opendocument.spreadsheet") {
            Some("ods")
        } else if contains(b"xl/workbook.xml") {
            Some("xlsx")
        } else {
            Some("zip")
        };
        match (actual, extension) {
            (Some(actual), _) if actual == extension || (actual, extension) == ("xlsx", "xlsm") => None,
            (Some(actual), _) => Some(SheetError::OtherKind { actual }),
            (None, "xlsx" | "xlsm" | "ods") if self.bytes.starts_with(b"\xD0\xCF\x11\xE0") => None,
            (None, "xlsx" | "xlsm" | "ods") => Some(SheetError::Damaged),
            (None, _) if self.bytes.starts_with(b"\xD0\xCF\x11\xE0") => Some(SheetError::LockedOrOld),
            (None, _) => None,
        }
    }
}

/// Passes on the first table that has rows.
struct FirstTable<'r> {
    rows: &'r mut dyn RowHandler,
    /// `None` before its headings.
    table: Option<usize>,
    width: usize,
    error: Option<SheetError>,
}

impl FirstTable<'_> {
    fn stop(&mut self, error: SheetError) -> Flow {
        self.error = Some(error);
        Flow::Stop
    }
}

impl RowReader for FirstTable<'_> {
    fn wants(&self, column: usize) -> bool {
        self.table.is_none() || column >= self.width || self.rows.wants(column)
    }

    fn row(&mut self, row: Row) -> Flow {
        if self.table.is_some_and(|table| table != row.table) {
            return Flow::Stop;
        }
        if row.number > MAX_ROWS {
            return self.stop(SheetError::TooLarge);
        }
        let cell = |column: usize| format!("{}{}", column_name(column), row.number);
        if let Some(column) = row.merged {
            return self.stop(SheetError::Merged { cell: cell(column) });
        }
        if let Some(column) = row.formula {
            return self.stop(SheetError::Formula { cell: cell(column) });
        }
        if self.table.is_some() {
            // A cell without a heading would be lost silently.
            if let Some(extra) = row.cells.iter().skip(self.width).position(|cell| !cell.trim().is_empty()) {
                return self.stop(SheetError::NoHeading { column: column_name(self.width + extra) });
            }
            self.rows.row(row.number, &row.cells);
            return Flow::Next;
        }
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Flow::Next;
        }
        self.table = Some(row.table);
        match self.rows.headings(row.cells) {
            Ok(width) => {
                self.width = width;
                Flow::Next
            }
            Err(error) => self.stop(error),
        }
    }
}

/// The name of a column, counted from 0: A, B, … Z, AA.
pub(super) fn column_name(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let offset = u8::try_from(column % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + offset));
        match (column / 26).checked_sub(1) {
            Some(remaining) => column = remaining,
            None => return name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_that_spreadsheets_show() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
