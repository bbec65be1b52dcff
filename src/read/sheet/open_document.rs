//! OpenDocument sheets, as LibreOffice saves them.

use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MOST_COLUMNS, MOST_TABLES, Rows, TOP_ROWS, Unseen, limits, weigh};

pub(super) fn top_rows(bytes: &[u8]) -> Result<Vec<Rows>, Unseen> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unseen::Damaged)?;
    weigh(&mut archive, limits::LARGEST_UNPACKED)?;
    let content = archive.by_name("content.xml").map_err(|_| Unseen::Damaged)?;
    let tables = tables(BufReader::new(content.take(limits::LARGEST_UNPACKED)))?;
    // Behind a password stands no XML, and so no table.
    if tables.is_empty() { Err(Unseen::LockedOrOld) } else { Ok(tables) }
}

/// Rows and cells that repeat are taken once each, for a sheet may say a million times over that it is
/// empty; a cell that repeats keeps its neighbours in their columns.
fn tables(content: impl BufRead) -> Result<Vec<Rows>, Unseen> {
    let mut reader = Reader::from_reader(content);
    let mut tables: Vec<Rows> = Vec::new();
    let mut cell: Option<(String, usize)> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unseen::Damaged)? {
            Event::Eof => return Ok(tables),
            Event::Start(tag) => match tag.name().as_ref() {
                b"table:table" if tables.len() == MOST_TABLES => return Ok(tables),
                b"table:table" => tables.push(Rows::new()),
                b"table:table-row" => add_row(&mut tables),
                b"table:table-cell" => cell = Some((String::new(), repeats(&tag))),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                b"table:table-cell" | b"table:covered-table-cell" => {
                    add_cell(&mut tables, String::new(), repeats(&tag))
                }
                _ => {}
            },
            Event::Text(text) => {
                if let (Some((said, _)), Ok(text)) = (&mut cell, text.decode()) {
                    said.push_str(&text);
                }
            }
            Event::End(tag) if tag.name().as_ref() == b"table:table-cell" => {
                if let Some((said, times)) = cell.take() {
                    add_cell(&mut tables, said, times);
                }
            }
            _ => {}
        }
    }
}

fn add_row(tables: &mut [Rows]) {
    // Empty rows above do not count, and one row too many tells that the top is over.
    if let Some(rows) = tables.last_mut().filter(|rows| rows.len() <= TOP_ROWS) {
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        rows.push(Vec::new());
    }
}

fn add_cell(tables: &mut [Rows], said: String, times: usize) {
    let Some(rows) = tables.last_mut().filter(|rows| rows.len() <= TOP_ROWS) else { return };
    let Some(row) = rows.last_mut() else { return };
    let room = MOST_COLUMNS.saturating_sub(row.len());
    row.extend(std::iter::repeat_n(said, times.min(room)));
}

fn repeats(tag: &BytesStart<'_>) -> usize {
    let said = tag.try_get_attribute("table:number-columns-repeated").ok().flatten();
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
        let tables = tables(&content[..]).expect("XML");
        assert_eq!(tables, [vec![vec!["Forename".to_owned(), String::new(), String::new(), "UPN".to_owned()]]]);
    }
}
