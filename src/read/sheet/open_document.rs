//! OpenDocument spreadsheets, as LibreOffice saves them.
//!
//! `calamine` reads this format too, but expands every table in memory when it opens a file and does not
//! report merged cells. An import must refuse merged cells, and a few bytes can repeat a row a million times.

use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::rows::{Extent, Flow, MAX_COLUMNS, Row, RowReader, check_unpacked_size};
use crate::read::inspect_error::InspectError;

/// How often one row with cells is repeated at most: a file can state a million repeats in a few bytes.
const MAX_REPEATS: usize = 300_000;

pub(super) fn read_rows(bytes: &[u8], extent: Extent, reader: &mut dyn RowReader) -> Result<(), InspectError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)?;
    check_unpacked_size(&mut archive, extent.max_unpacked())?;
    let content = archive.by_name("content.xml").map_err(|_| InspectError::Damaged)?;
    let tables = read_tables(BufReader::new(content.take(extent.max_unpacked())), reader)?;
    // An encrypted file has no XML, and so no table.
    if tables == 0 { Err(InspectError::LockedOrOld) } else { Ok(()) }
}

/// The state of the reader.
#[derive(Default)]
struct TableState {
    tables: usize,
    /// The row being read, and how often it repeats.
    row: Option<(Row, usize)>,
    /// Rows of this table so far.
    rows: u32,
    /// The cell being read, and how often it repeats.
    cell: Option<(String, usize)>,
    /// True once the reader needs no more of this table.
    skipped: bool,
}

/// Reads the tables, and returns how many there are. Repeated cells count for each of their columns.
fn read_tables(content: impl BufRead, rows: &mut dyn RowReader) -> Result<usize, InspectError> {
    let mut reader = Reader::from_reader(content);
    let mut state = TableState::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| InspectError::Damaged)? {
            Event::Eof => return Ok(state.tables),
            Event::Start(tag) => match tag.name().as_ref() {
                b"table:table" => state = TableState { tables: state.tables + 1, ..TableState::default() },
                b"table:table-row" => state.begin_row(repeats(&tag, ROWS)),
                b"table:table-cell" => {
                    state.record(&tag);
                    state.cell = Some((String::new(), repeats(&tag, COLUMNS)));
                }
                b"text:p" => state.break_line(),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    state.record(&tag);
                    state.add_cell(String::new(), repeats(&tag, COLUMNS), rows);
                }
                b"table:table-row" => state.rows += u32::try_from(repeats(&tag, ROWS)).unwrap_or(u32::MAX / 2),
                _ => {}
            },
            Event::Text(text) => {
                if let (Some((cell, _)), Ok(text)) = (&mut state.cell, text.decode()) {
                    cell.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some((text, _)) = &mut state.cell {
                    text.push_str(&resolve(&entity));
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                b"table:table-cell" => {
                    if let Some((text, times)) = state.cell.take() {
                        state.add_cell(text, times, rows);
                    }
                }
                b"table:table-row" if state.end_row(rows) == Flow::Stop => return Ok(state.tables),
                _ => {}
            },
            _ => {}
        }
    }
}

const COLUMNS: &str = "table:number-columns-repeated";
const ROWS: &str = "table:number-rows-repeated";

/// `&amp;`, `&#39;` and their like.
fn resolve(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(ch)) = entity.resolve_char_ref() {
        return ch.to_string();
    }
    let name = entity.decode().unwrap_or_default();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}

impl TableState {
    fn begin_row(&mut self, times: usize) {
        let number = self.rows + 1;
        let table = self.tables.saturating_sub(1);
        self.rows = self.rows.saturating_add(u32::try_from(times).unwrap_or(u32::MAX / 2));
        self.row = Some((Row { table, number, cells: Vec::new(), formula: None, merged: None }, times));
    }

    /// A cell's second paragraph starts a new line.
    fn break_line(&mut self) {
        if let Some((text, _)) = self.cell.as_mut().filter(|(text, _)| !text.is_empty()) {
            text.push('\n');
        }
    }

    /// Records formulas and merged cells.
    fn record(&mut self, tag: &BytesStart<'_>) {
        let Some((row, _)) = &mut self.row else { return };
        let column = row.cells.len();
        let has = |name: &str| tag.try_get_attribute(name).ok().flatten().is_some();
        if has("table:formula") && row.formula.is_none() {
            row.formula = Some(column);
        }
        let spans = |name: &str| repeats(tag, name) > 1;
        let merged = spans("table:number-columns-spanned")
            || spans("table:number-rows-spanned")
            || tag.name().as_ref() == b"table:covered-table-cell";
        if merged && row.merged.is_none() {
            row.merged = Some(column);
        }
    }

    fn add_cell(&mut self, text: String, times: usize, rows: &dyn RowReader) {
        let Some((row, _)) = &mut self.row else { return };
        let from = row.cells.len();
        for column in from..from.saturating_add(times).min(MAX_COLUMNS) {
            row.cells.push(if rows.wants(column) { text.clone() } else { String::new() });
        }
    }

    fn end_row(&mut self, rows: &mut dyn RowReader) -> Flow {
        let Some((row, times)) = self.row.take() else { return Flow::Next };
        if self.skipped || row.cells.iter().all(String::is_empty) && row.formula.is_none() {
            return Flow::Next;
        }
        for at in 0..times.min(MAX_REPEATS) {
            let number = row.number.saturating_add(u32::try_from(at).unwrap_or_default());
            match rows.row(Row { number, cells: row.cells.clone(), ..row }) {
                Flow::Next => {}
                Flow::NextTable => {
                    self.skipped = true;
                    break;
                }
                Flow::Stop => return Flow::Stop,
            }
        }
        Flow::Next
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> usize {
    let text = tag.try_get_attribute(name).ok().flatten();
    text.and_then(|text| std::str::from_utf8(&text.value).ok()?.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_cells_count_for_each_of_their_columns() {
        let content = br#"<office:spreadsheet><table:table table:name="A">
            <table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Fore<text:span>name</text:span></text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>UPN</text:p></table:table-cell></table:table-row>
            </table:table></office:spreadsheet>"#;
        let mut tops = super::super::TopRows(Vec::new());
        assert_eq!(read_tables(&content[..], &mut tops), Ok(1));
        assert_eq!(tops.0, [vec![vec!["Forename".to_owned(), String::new(), String::new(), "UPN".to_owned()]]]);
    }
}
