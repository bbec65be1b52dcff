//! The rows of a plan as a table for the office: CSV, or an Excel workbook.

use std::error::Error;

use rust_xlsxwriter::{Format, Workbook};

use super::row::YearRow;

const HEADINGS: [&str; 8] = ["File", "Line", "What", "Was", "Becomes", "Perhaps", "Why", "Sure?"];
/// The widths of the columns, in characters.
const WIDTHS: [f64; 8] = [46.0, 6.0, 46.0, 28.0, 28.0, 28.0, 52.0, 12.0];

/// The table as CSV, with a byte-order mark, by which Excel knows its encoding.
///
/// # Errors
/// Never in memory.
pub fn csv(rows: &[YearRow]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(HEADINGS)?;
    for row in rows {
        writer.write_record(cells(row))?;
    }
    Ok(writer.into_inner()?)
}

/// The table as an Excel workbook.
///
/// # Errors
/// A table with more rows than a sheet can have.
pub fn xlsx(rows: &[YearRow]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = Workbook::new();
    let (heading, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
    let sheet = workbook.add_worksheet();
    sheet.set_name("Next year")?.set_freeze_panes(1, 0)?;
    for (column, (title, width)) in (0..).zip(HEADINGS.iter().zip(WIDTHS)) {
        sheet.set_column_width(column, width)?.write_string_with_format(0, column, *title, &heading)?;
    }
    for (number, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells(row)) {
            sheet.write_string_with_format(number, column, cell, &wrapped)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn cells(row: &YearRow) -> [String; 8] {
    let line = if row.line == 0 { String::new() } else { row.line.to_string() };
    [
        row.path.to_string(),
        line,
        row.what.clone(),
        row.was.clone(),
        row.becomes.clone(),
        row.suggestion.clone(),
        row.why.clone(),
        row.certainty.words().to_owned(),
    ]
}
