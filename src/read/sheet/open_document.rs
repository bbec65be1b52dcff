//! OpenDocument sheets, as LibreOffice saves them.

use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::{Extent, Flow, MOST_COLUMNS, Reader as Rows, Row, Unseen, weigh};

/// The most times that one row with cells is given: a sheet may say a million times over what it says once,
/// and no reader wants as many.
const MOST_REPEATS: usize = 300_000;

pub(super) fn each_row(bytes: &[u8], extent: Extent, reader: &mut dyn Rows) -> Result<(), Unseen> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unseen::Damaged)?;
    weigh(&mut archive, extent.unpacked())?;
    let content = archive.by_name("content.xml").map_err(|_| Unseen::Damaged)?;
    let tables = tables(BufReader::new(content.take(extent.unpacked())), reader)?;
    // Behind a password stands no XML, and so no table.
    if tables == 0 { Err(Unseen::LockedOrOld) } else { Ok(()) }
}

/// Where in the file we are.
#[derive(Default)]
struct At {
    tables: usize,
    /// The row being read, and how often it stands there.
    row: Option<(Row, usize)>,
    /// Rows of this table so far.
    rows: u32,
    /// The cell being read, and how often it stands there.
    cell: Option<(String, usize)>,
    /// True while the reader wants no more of this table.
    passed: bool,
}

/// Reads through the tables, and says how many there are. A cell that repeats keeps its neighbours in
/// their columns.
fn tables(content: impl BufRead, rows: &mut dyn Rows) -> Result<usize, Unseen> {
    let mut reader = Reader::from_reader(content);
    let mut at = At::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unseen::Damaged)? {
            Event::Eof => return Ok(at.tables),
            Event::Start(tag) => match tag.name().as_ref() {
                b"table:table" => at = At { tables: at.tables + 1, ..At::default() },
                b"table:table-row" => at.begin_row(repeats(&tag, ROWS)),
                b"table:table-cell" => {
                    at.note(&tag);
                    at.cell = Some((String::new(), repeats(&tag, COLUMNS)));
                }
                b"text:p" => at.break_line(),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    at.note(&tag);
                    at.add_cell(String::new(), repeats(&tag, COLUMNS), rows);
                }
                b"table:table-row" => at.rows += u32::try_from(repeats(&tag, ROWS)).unwrap_or(u32::MAX / 2),
                _ => {}
            },
            Event::Text(text) => {
                if let (Some((said, _)), Ok(text)) = (&mut at.cell, text.decode()) {
                    said.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some((said, _)) = &mut at.cell {
                    said.push_str(&resolve(&entity));
                }
            }
            Event::End(tag) => match tag.name().as_ref() {
                b"table:table-cell" => {
                    if let Some((said, times)) = at.cell.take() {
                        at.add_cell(said, times, rows);
                    }
                }
                b"table:table-row" if at.end_row(rows) == Flow::Stop => return Ok(at.tables),
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
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return letter.to_string();
    }
    let name = entity.decode().unwrap_or_default();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}

impl At {
    fn begin_row(&mut self, times: usize) {
        let number = self.rows + 1;
        let table = self.tables.saturating_sub(1);
        self.rows = self.rows.saturating_add(u32::try_from(times).unwrap_or(u32::MAX / 2));
        self.row = Some((Row { table, number, cells: Vec::new(), formula: None, merged: None }, times));
    }

    /// A cell's second paragraph stands on a line of its own.
    fn break_line(&mut self) {
        if let Some((said, _)) = self.cell.as_mut().filter(|(said, _)| !said.is_empty()) {
            said.push('\n');
        }
    }

    /// Remembers formulas and merged cells.
    fn note(&mut self, tag: &BytesStart<'_>) {
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

    fn add_cell(&mut self, said: String, times: usize, rows: &dyn Rows) {
        let Some((row, _)) = &mut self.row else { return };
        let from = row.cells.len();
        for column in from..from.saturating_add(times).min(MOST_COLUMNS) {
            row.cells.push(if rows.wants(column) { said.clone() } else { String::new() });
        }
    }

    fn end_row(&mut self, rows: &mut dyn Rows) -> Flow {
        let Some((row, times)) = self.row.take() else { return Flow::On };
        if self.passed || row.cells.iter().all(String::is_empty) && row.formula.is_none() {
            return Flow::On;
        }
        for at in 0..times.min(MOST_REPEATS) {
            let number = row.number.saturating_add(u32::try_from(at).unwrap_or_default());
            match rows.row(Row { number, cells: row.cells.clone(), ..row }) {
                Flow::On => {}
                Flow::NextTable => {
                    self.passed = true;
                    break;
                }
                Flow::Stop => return Flow::Stop,
            }
        }
        Flow::On
    }
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> usize {
    let said = tag.try_get_attribute(name).ok().flatten();
    said.and_then(|said| std::str::from_utf8(&said.value).ok()?.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_repeat_keep_the_columns_of_their_neighbours() {
        let content = br#"<office:spreadsheet><table:table table:name="A">
            <table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>Fore<text:span>name</text:span></text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>UPN</text:p></table:table-cell></table:table-row>
            </table:table></office:spreadsheet>"#;
        let mut tops = super::super::Tops(Vec::new());
        assert_eq!(tables(&content[..], &mut tops), Ok(1));
        assert_eq!(tops.0, [vec![vec!["Forename".to_owned(), String::new(), String::new(), "UPN".to_owned()]]]);
    }
}
