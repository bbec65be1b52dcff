//! A sheet that is imported: is it what its name says, and is it fit to be read?

use crate::import::findings::SheetError;
use crate::read::InspectError;
use crate::read::sheet::{Extent, Flow, Row, RowReader, is_sheet, read_rows};
use crate::report::{Findings, Place};

/// The most rows: more is no school's.
const MOST_ROWS: u32 = 250_000;

/// A sheet that is imported.
#[derive(Clone, Copy, Debug)]
pub struct SheetFile<'a> {
    /// Its name, with the ending.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What is done with the rows of a sheet.
pub(super) trait Rows {
    /// The row with the headings; gives how many there are. What is wrong with it ends the reading.
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError>;
    /// True for columns that are read below the headings.
    fn wants(&self, column: usize) -> bool;
    /// A row below the headings.
    fn row(&mut self, number: u32, cells: &[String]);
}

impl SheetFile<'_> {
    /// A finding about the file.
    pub(super) fn tell(&self, trouble: SheetError, findings: &mut Findings) {
        findings.add(trouble, Place::of_file(self.name));
    }

    fn ending(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
    }

    /// Reads the first table that has rows. `None`, with a finding, if it cannot be read.
    pub(super) fn read(&self, rows: &mut dyn Rows, findings: &mut Findings) -> Option<()> {
        let ending = self.ending();
        if let Some(trouble) = self.is_other(&ending) {
            self.tell(trouble, findings);
            return None;
        }
        let mut walk = Walk { rows, table: None, width: 0, trouble: None };
        let seen = read_rows(&ending, self.bytes, Extent::All, &mut walk);
        let trouble = match (walk.trouble, seen) {
            (Some(trouble), _) => trouble,
            (None, Err(InspectError::LockedOrOld)) => SheetError::LockedOrOld,
            (None, Err(InspectError::Damaged)) => SheetError::Damaged,
            (None, Err(InspectError::TooLarge)) => SheetError::TooLarge,
            (None, Ok(())) if walk.table.is_none() => SheetError::Empty,
            (None, Ok(())) => return Some(()),
        };
        self.tell(trouble, findings);
        None
    }

    /// Tells a file that is not what its name says: by its first bytes.
    fn is_other(&self, ending: &str) -> Option<SheetError> {
        if !is_sheet(ending) {
            return Some(SheetError::NotASheet);
        }
        let is_packed = self.bytes.starts_with(b"PK");
        let holds = |part: &[u8]| self.bytes.windows(part.len()).any(|bytes| bytes == part);
        let really = if !is_packed {
            None
        } else if holds(b"application/vnd.oasis.opendocument.spreadsheet") {
            Some("ods")
        } else if holds(b"xl/workbook.xml") {
            Some("xlsx")
        } else {
            Some("zip")
        };
        match (really, ending) {
            (Some(really), _) if really == ending || (really, ending) == ("xlsx", "xlsm") => None,
            (Some(really), _) => Some(SheetError::OtherKind { really }),
            (None, "xlsx" | "xlsm" | "ods") if self.bytes.starts_with(b"\xD0\xCF\x11\xE0") => None,
            (None, "xlsx" | "xlsm" | "ods") => Some(SheetError::Damaged),
            (None, _) if self.bytes.starts_with(b"\xD0\xCF\x11\xE0") => Some(SheetError::LockedOrOld),
            (None, _) => None,
        }
    }
}

/// Walks through the first table that has rows.
struct Walk<'r> {
    rows: &'r mut dyn Rows,
    /// The table, once its headings were seen.
    table: Option<usize>,
    /// How many headings there are.
    width: usize,
    trouble: Option<SheetError>,
}

impl Walk<'_> {
    fn stop(&mut self, trouble: SheetError) -> Flow {
        self.trouble = Some(trouble);
        Flow::Stop
    }
}

impl RowReader for Walk<'_> {
    fn wants(&self, column: usize) -> bool {
        self.table.is_none() || column >= self.width || self.rows.wants(column)
    }

    fn row(&mut self, row: Row) -> Flow {
        if self.table.is_some_and(|table| table != row.table) {
            return Flow::Stop;
        }
        if row.number > MOST_ROWS {
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
            // What stands under no heading would be left out in silence.
            if let Some(over) = row.cells.iter().skip(self.width).position(|cell| !cell.trim().is_empty()) {
                return self.stop(SheetError::NoHeading { column: column_name(self.width + over) });
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
            Err(trouble) => self.stop(trouble),
        }
    }
}

/// The name of a column, from 0: A, B, … Z, AA.
pub(super) fn column_name(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(column % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + letter));
        match (column / 26).checked_sub(1) {
            Some(rest) => column = rest,
            None => return name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
