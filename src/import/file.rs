//! Reads an imported spreadsheet, after checking that its content matches its file extension.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::import::cell::column_name;
use crate::import::findings::SheetError;
use crate::read::InspectError;
use crate::read::sheet::{Extent, Flow, Row, RowReader, is_sheet, read_rows};
use crate::report::{Findings, Place};

/// No school has more answers.
const MAX_ROWS: u32 = 250_000;
/// How many rows above the headings are searched for them.
const MAX_TOP: usize = 12;
/// How much of a part of a packed file is read to recognise its format, in bytes.
const MAX_PART: u64 = 1_000_000;

#[derive(Clone, Copy, Debug)]
pub struct SheetFile<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

pub(super) trait RowHandler {
    /// True if a row has headings. Titles above them are skipped.
    fn is_heading(&self, cells: &[String]) -> bool {
        cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1
    }
    /// Takes the name of the table, before its headings.
    fn table(&mut self, _name: &str) {}
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

    pub(super) fn extension(&self) -> String {
        self.name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_lowercase())
    }

    /// Reads the first table that has rows and that people see. Returns `None` after adding a finding if that fails.
    pub(super) fn read(&self, rows: &mut dyn RowHandler, findings: &mut Findings) -> Option<()> {
        let mut reader = FirstTable { rows, top: Vec::new(), table: None, name: String::new(), width: 0, error: None };
        let result = self.rows(&mut reader);
        if result.is_ok() && reader.error.is_none() && reader.table.is_none() {
            reader.begin_without_known_headings();
        }
        let error = match (reader.error, result) {
            (Some(error), _) | (None, Err(error)) => error,
            (None, Ok(())) if reader.table.is_none() => SheetError::Empty,
            (None, Ok(())) => return Some(()),
        };
        self.report(error, findings);
        None
    }

    /// Passes every row to a reader, if the content matches the extension and can be read.
    pub(super) fn rows(&self, reader: &mut dyn RowReader) -> Result<(), SheetError> {
        let extension = self.extension();
        self.check_format(&extension).map_or(Ok(()), Err)?;
        read_rows(&extension, self.bytes, Extent::All, reader).map_err(|error| match error {
            InspectError::LockedOrOld => SheetError::LockedOrOld,
            InspectError::Damaged => SheetError::Damaged,
            InspectError::TooLarge => SheetError::TooLarge,
        })
    }

    /// Returns an error if the bytes show that the file isn't of the kind that its extension names.
    fn check_format(&self, extension: &str) -> Option<SheetError> {
        if !is_sheet(extension) {
            return Some(SheetError::NotASheet);
        }
        let actual = packed_format(self.bytes);
        match (actual, extension) {
            (Some(actual), _) if actual == extension || (actual, extension) == ("xlsx", "xlsm") => None,
            // It is packed like one, but its parts are not XML.
            (Some("xlsx"), "xlsb") => Some(SheetError::NotASheet),
            (Some(actual), _) => Some(SheetError::OtherKind { actual }),
            (None, _) if self.bytes.starts_with(b"\xD0\xCF\x11\xE0") => Some(SheetError::LockedOrOld),
            (None, "xlsx" | "xlsm" | "ods") => Some(SheetError::Damaged),
            (None, _) => None,
        }
    }
}

/// The format of a packed file: `xlsx`, `ods`, or `zip` for another. `None` if it isn't packed. Programs name the parts of
/// a workbook as they like, so its content types decide.
fn packed_format(bytes: &[u8]) -> Option<&'static str> {
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Some("zip") };
    let mut part = |name: &str| {
        let mut text = Vec::new();
        let part = archive.by_name(name).ok()?;
        part.take(MAX_PART).read_to_end(&mut text).ok()?;
        Some(String::from_utf8_lossy(&text).into_owned())
    };
    let has = |text: Option<String>, word: &str| text.is_some_and(|text| text.contains(word));
    if has(part("[Content_Types].xml"), "spreadsheetml") {
        Some("xlsx")
    } else if has(part("mimetype"), "opendocument.spreadsheet")
        || has(part("META-INF/manifest.xml"), "opendocument.spreadsheet")
    {
        Some("ods")
    } else if archive.file_names().flatten().any(|name| name.starts_with("xl/")) {
        Some("xlsx")
    } else {
        Some("zip")
    }
}

/// Passes on the first table that has rows and that people see.
struct FirstTable<'r> {
    rows: &'r mut dyn RowHandler,
    /// The rows above the headings.
    top: Vec<Row>,
    /// `None` before its headings.
    table: Option<usize>,
    name: String,
    width: usize,
    error: Option<SheetError>,
}

impl FirstTable<'_> {
    fn stop(&mut self, error: SheetError) -> Flow {
        self.error = Some(error);
        Flow::Stop
    }

    /// Takes the first row with several cells as the headings, or else the first row.
    fn begin_without_known_headings(&mut self) {
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let mut rows = std::mem::take(&mut self.top);
        let heading = rows.iter().position(|row| filled(row) > 1).unwrap_or_default();
        for row in rows.drain(..).skip(heading) {
            let flow = if self.table.is_none() { self.begin(row) } else { self.pass_on(row) };
            if flow != Flow::Next {
                return;
            }
        }
    }

    fn begin(&mut self, row: Row) -> Flow {
        self.top.clear();
        self.table = Some(row.table);
        let name = std::mem::take(&mut self.name);
        self.rows.table(&name);
        if let Some(error) = unreadable(&row) {
            return self.stop(error);
        }
        match self.rows.headings(row.cells) {
            Ok(width) => {
                self.width = width;
                Flow::Next
            }
            Err(error) => self.stop(error),
        }
    }

    fn pass_on(&mut self, row: Row) -> Flow {
        if let Some(error) = unreadable(&row) {
            return self.stop(error);
        }
        // A cell without a heading would be lost silently.
        if let Some(extra) = row.cells.iter().skip(self.width).position(|cell| !cell.trim().is_empty()) {
            let column = self.width + extra;
            let cell = format!("{}{}", column_name(column), row.number);
            return self.stop(SheetError::NoHeadingAbove { cell, column: column_name(column) });
        }
        self.rows.row(row.number, &row.cells);
        Flow::Next
    }
}

/// Why a row can't be read: a formula, or merged cells.
fn unreadable(row: &Row) -> Option<SheetError> {
    let cell = |column: usize| format!("{}{}", column_name(column), row.number);
    let merged = row.merged.map(|column| SheetError::Merged { cell: cell(column) });
    merged.or_else(|| row.formula.map(|column| SheetError::Formula { cell: cell(column) }))
}

impl RowReader for FirstTable<'_> {
    fn wants(&self, column: usize) -> bool {
        self.table.is_none() || column >= self.width || self.rows.wants(column)
    }

    fn table(&mut self, name: &str) {
        if self.table.is_none() && self.top.is_empty() {
            self.name = name.to_owned();
        }
    }

    fn row(&mut self, row: Row) -> Flow {
        if row.is_hidden {
            return Flow::NextTable;
        }
        let table = self.table.or_else(|| self.top.first().map(|first| first.table));
        if table.is_some_and(|table| table != row.table) {
            return Flow::Stop;
        }
        if row.number > MAX_ROWS {
            return self.stop(SheetError::TooLarge);
        }
        if self.table.is_some() {
            return self.pass_on(row);
        }
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Flow::Next;
        }
        if self.rows.is_heading(&row.cells) {
            return self.begin(row);
        }
        self.top.push(row);
        if self.top.len() == MAX_TOP {
            self.begin_without_known_headings();
        }
        if self.error.is_some() { Flow::Stop } else { Flow::Next }
    }
}
