//! The rows of a plan as a table for the office: CSV, or an Excel workbook.

use std::error::Error;

use rust_xlsxwriter::{Format, Workbook};

use super::row::{Certainty, YearRow};

const HEADINGS: [&str; 9] = ["Sure?", "Why", "What", "Was", "Becomes", "Perhaps", "File", "New file", "Line"];
/// The widths of the columns, in characters.
const WIDTHS: [f64; 9] = [12.0, 46.0, 46.0, 28.0, 28.0, 28.0, 46.0, 46.0, 6.0];

/// The table as CSV, with a byte-order mark, by which Excel knows its encoding. What has to be decided is first.
///
/// # Errors
/// Never in memory.
pub fn csv(rows: &[YearRow]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(HEADINGS)?;
    for row in in_order(rows) {
        writer.write_record(cells(row))?;
    }
    Ok(writer.into_inner()?)
}

/// The same table as an Excel workbook, which can be filtered.
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
    let mut last = 0;
    for (number, row) in (1..).zip(in_order(rows)) {
        for (column, cell) in (0..).zip(cells(row)) {
            sheet.write_string_with_format(number, column, cell, &wrapped)?;
        }
        last = number;
    }
    sheet.autofilter(0, 0, last, 8)?;
    Ok(workbook.save_to_buffer()?)
}

/// What has to be decided is first.
fn in_order(rows: &[YearRow]) -> impl Iterator<Item = &YearRow> {
    Certainty::ALL.into_iter().flat_map(|certainty| rows.iter().filter(move |row| row.certainty == certainty))
}

fn cells(row: &YearRow) -> [String; 9] {
    [
        row.certainty.words().to_owned(),
        row.why.clone(),
        row.what.clone(),
        row.was.clone(),
        row.becomes.clone(),
        row.suggestion.clone(),
        row.path.to_string(),
        row.new_path.as_ref().map_or_else(String::new, ToString::to_string),
        if row.line == 0 { String::new() } else { row.line.to_string() },
    ]
}
