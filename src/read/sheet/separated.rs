//! Text whose cells are separated by commas, semicolons, tabs or upright lines.

use super::rows::{Extent, Flow, MAX_COLUMNS, Row, RowReader, TextBudget};
use crate::read::inspect_error::InspectError;
use crate::read::{decode, limits};

/// The separators. If two fit equally well, the last is used.
const SEPARATORS: [u8; 4] = [b'|', b'\t', b';', b','];
/// How many rows decide what the separator is.
const SAMPLE: usize = 20;

pub(super) fn read_rows(bytes: &[u8], extent: Extent, reader: &mut dyn RowReader) -> Result<(), InspectError> {
    let start = match extent {
        Extent::Top => bytes.get(..limits::MAX_TOP_BYTES).unwrap_or(bytes),
        Extent::All if bytes.len() as u64 > extent.max_unpacked() => return Err(InspectError::TooLarge),
        Extent::All => bytes,
    };
    // Drops a last row that was cut in two.
    let last_line = start.iter().rposition(|byte| *byte == b'\n').filter(|_| start.len() < bytes.len());
    let start = last_line.and_then(|end| start.get(..end)).unwrap_or(start);
    let (text, _) = decode::text(start.to_vec());
    let text = text.ok_or(InspectError::Damaged)?;
    let (stated, text) = stated_separator(&text);
    let separator = stated.unwrap_or_else(|| likely_separator(text));
    let mut number = 1 + usize::from(stated.is_some());
    let (mut counted, mut in_cells) = (0, 0);
    let mut budget = TextBudget::new(extent);
    for record in records(text, separator).into_records().flatten() {
        let cell = |(column, text): (usize, &str)| if reader.wants(column) { text.to_owned() } else { String::new() };
        let cells: Vec<String> = record.iter().take(MAX_COLUMNS).enumerate().map(cell).collect();
        cells.iter().try_for_each(|cell| budget.take(cell, 1))?;
        // Its end and the empty lines after it come before the next record.
        let before = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(counted);
        let rest = text.get(before..).unwrap_or_default();
        let start = before + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        number += line_breaks(text.get(counted..start).unwrap_or_default());
        counted = start;
        let row = u32::try_from(number.saturating_sub(in_cells)).unwrap_or(u32::MAX);
        if reader.row(Row { table: 0, number: row, cells, formula: None, merged: None, is_hidden: false }) != Flow::Next
        {
            break;
        }
        // A cell with several lines is in one row of the spreadsheet.
        in_cells += record.iter().map(line_breaks).sum::<usize>();
    }
    Ok(())
}

fn line_breaks(text: &str) -> usize {
    text.matches(['\r', '\n']).count() - text.matches("\r\n").count()
}

/// The separator that the first line states for Excel, as `sep=;`, and the text after that line.
fn stated_separator(text: &str) -> (Option<u8>, &str) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    let line = line.trim().trim_matches('"').to_lowercase();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), rest.strip_prefix('\r').unwrap_or(rest).trim_start_matches('\n')),
        // A tab was trimmed away.
        Some([]) => (Some(b'\t'), rest.strip_prefix('\r').unwrap_or(rest).trim_start_matches('\n')),
        _ => (None, text),
    }
}

/// The separator that gives the most rows of the same width, and then the most cells. Answers may contain the others.
fn likely_separator(text: &str) -> u8 {
    let fit = |separator: &u8| {
        let mut widths: Vec<usize> = Vec::new();
        let mut record = csv::StringRecord::new();
        let mut reader = records(text, *separator);
        while widths.len() < SAMPLE && reader.read_record(&mut record).unwrap_or(false) {
            widths.push(record.len());
        }
        let of_width = |width: usize| widths.iter().filter(|other| **other == width).count();
        let best = widths.iter().filter(|width| **width > 1).map(|width| (of_width(*width), *width)).max();
        best.filter(|(rows, _)| rows * 2 >= widths.len())
    };
    SEPARATORS.into_iter().max_by_key(fit).unwrap_or(b',')
}

fn records(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}
