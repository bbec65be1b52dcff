//! Excel workbooks in the format used since 2007.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader as _, SheetVisible, Xlsx};
use zip::ZipArchive;

use super::rows::{Extent, Flow, MAX_COLUMNS, MAX_TABLES, Row, RowReader, TextBudget, check_unpacked_size};
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
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut budget = TextBudget::new(extent);
    for (table, (name, is_hidden)) in sheets.iter().take(MAX_TABLES).enumerate() {
        reader.table(name);
        if read_table(&mut book, (table, name, *is_hidden), &mut budget, reader)? == Flow::Stop {
            break;
        }
    }
    Ok(())
}

/// Reads cell by cell, because the size of a table in memory depends on the position of its last cell.
fn read_table<R: Read + Seek>(
    book: &mut Xlsx<R>,
    (table, name, is_hidden): (usize, &str, bool),
    budget: &mut TextBudget,
    reader: &mut dyn RowReader,
) -> Result<Flow, InspectError> {
    let mut merges = MergedAreas::new(book.merge_cells_by_sheet_name(name).unwrap_or_default());
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
            let merged = merges.column_at(line);
            Row { table, number: line + 1, cells: Vec::new(), formula: None, merged, is_hidden }
        });
        let column = column as usize;
        if column < MAX_COLUMNS {
            if cell.formula.is_some() && row.formula.is_none() && reader.wants(column) {
                row.formula = Some(column);
            }
            row.cells.resize(row.cells.len().max(column + 1), String::new());
            if let Some(place) = row.cells.get_mut(column).filter(|_| reader.wants(column)) {
                if let DataRef::SharedString(text) = &cell.value {
                    // Checked before it is copied.
                    budget.take(text, 0)?;
                }
                *place = text(&cell.value);
                budget.take(place, 1)?;
            }
        }
    }
    match current {
        Some(row) => Ok(reader.row(row)),
        None => Ok(Flow::Next),
    }
}

/// The merged areas of a table, which are asked for row by row.
struct MergedAreas {
    /// The last first.
    ahead: Vec<Dimensions>,
    /// The last row of the areas that began, and the column of that area.
    open: Option<(u32, usize)>,
}

impl MergedAreas {
    fn new(mut areas: Vec<Dimensions>) -> Self {
        areas.sort_by_key(|area| std::cmp::Reverse(area.start.0));
        Self { ahead: areas, open: None }
    }

    /// The first column of an area in this row. Rows must come in order.
    fn column_at(&mut self, line: u32) -> Option<usize> {
        while let Some(area) = self.ahead.pop_if(|area| area.start.0 <= line) {
            if self.open.is_none_or(|(last, _)| last < area.end.0) {
                self.open = Some((area.end.0, area.start.1 as usize));
            }
        }
        self.open.filter(|(last, _)| line <= *last).map(|(_, column)| column)
    }
}

/// The value of a cell, without its number format; days in ISO 8601.
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
