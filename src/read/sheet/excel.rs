//! Excel sheets, as they have been since 2007.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, Reader as _, Xlsx};
use zip::ZipArchive;

use super::{MOST_COLUMNS, MOST_TABLES, Rows, TOP_ROWS, Unseen, limits, weigh};

/// How a file begins that is protected by a password, or is an Excel file from before 2007.
const LOCKED_OR_OLD: &[u8] = b"\xD0\xCF\x11\xE0";

pub(super) fn top_rows(bytes: &[u8]) -> Result<Vec<Rows>, Unseen> {
    if bytes.starts_with(LOCKED_OR_OLD) {
        return Err(Unseen::LockedOrOld);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unseen::Damaged)?;
    weigh(&mut archive, limits::LARGEST_UNPACKED)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unseen::Damaged)?;
    let names = book.sheet_names();
    names.iter().take(MOST_TABLES).map(|name| table(&mut book, name)).collect()
}

/// Cell by cell, and no further than the top rows: a whole table can be as large as its last cell says.
fn table<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Rows, Unseen> {
    // A sheet of charts has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Rows::new()) };
    let mut rows = Rows::new();
    let mut current = None;
    while let Some(cell) = cells.next_cell().map_err(|_| Unseen::Damaged)? {
        let (row, column) = cell.get_position();
        if current != Some(row) {
            if rows.len() == TOP_ROWS {
                break;
            }
            current = Some(row);
            rows.push(Vec::new());
        }
        let column = column as usize;
        if let Some(row) = rows.last_mut().filter(|_| column < MOST_COLUMNS) {
            row.resize(row.len().max(column + 1), String::new());
            if let Some(place) = row.get_mut(column) {
                *place = Data::from(cell.get_value().clone()).to_string();
            }
        }
    }
    Ok(rows)
}
