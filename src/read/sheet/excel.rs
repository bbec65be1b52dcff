//! Excel workbooks in the format used since 2007.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};
use zip::ZipArchive;

use super::rows::{Extent, Flow, MAX_COLUMNS, MAX_TABLES, Row, RowReader, check_unpacked_size};
use crate::read::inspect_error::InspectError;

/// The first bytes of a file that has a password or is from before 2007.
const LOCKED_OR_OLD: &[u8] = b"\xD0\xCF\x11\xE0";

pub(super) fn read_rows(bytes: &[u8], extent: Extent, reader: &mut dyn RowReader) -> Result<(), InspectError> {
    if bytes.starts_with(LOCKED_OR_OLD) {
        return Err(InspectError::LockedOrOld);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)?;
    check_unpacked_size(&mut archive, extent.max_unpacked())?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)?;
    let names = book.sheet_names();
    for (table, name) in names.iter().take(MAX_TABLES).enumerate() {
        if read_table(&mut book, (table, name), reader)? == Flow::Stop {
            break;
        }
    }
    Ok(())
}

/// Reads cell by cell, because the size of a table in memory depends on the position of its last cell.
fn read_table<R: Read + Seek>(
    book: &mut Xlsx<R>,
    (table, name): (usize, &str),
    reader: &mut dyn RowReader,
) -> Result<Flow, InspectError> {
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    // A chart sheet has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Flow::NextTable) };
    let mut current: Option<Row> = None;
    while let Some(cell) = cells.next_cell_with_formula().map_err(|_| InspectError::Damaged)? {
        let (line, column) = cell.pos;
        if let Some(done) = current.take_if(|row| row.number != line + 1) {
            match reader.row(done) {
                Flow::Next => {}
                other => return Ok(other),
            }
        }
        let row = current.get_or_insert_with(|| {
            let merged = merges.iter().find(|area| (area.start.0..=area.end.0).contains(&line));
            let merged = merged.map(|area| area.start.1 as usize);
            Row { table, number: line + 1, cells: Vec::new(), formula: None, merged }
        });
        let column = column as usize;
        if column < MAX_COLUMNS {
            if cell.formula.is_some() && row.formula.is_none() {
                row.formula = Some(column);
            }
            row.cells.resize(row.cells.len().max(column + 1), String::new());
            if let Some(place) = row.cells.get_mut(column).filter(|_| reader.wants(column)) {
                *place = text(&cell.value);
            }
        }
    }
    match current {
        Some(row) => Ok(reader.row(row)),
        None => Ok(Flow::Next),
    }
}

/// A cell as people see it; days in ISO 8601.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => iso(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn iso(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}
