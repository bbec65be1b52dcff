//! Reads spreadsheets row by row: those in the content folder, to check whether they identify people, and those
//! that are imported.
//!
//! Takes the bytes of a CSV, TSV, Excel or OpenDocument file; passes the rows of each table as text to a
//! [`RowReader`], until it needs no more. Counts and limits what is unpacked. Refuses files that are
//! protected by a password, damaged, too large, or in an old format.

mod excel;
mod open_document;
mod rows;

use super::inspect_error::InspectError;
use super::{decode, limits};
pub use rows::{Extent, Flow, Row, RowReader};
use rows::{MAX_COLUMNS, MAX_TABLES};

/// How many rows of a table count as its top.
const TOP_ROWS: usize = 30;

/// True if a file with this extension may be a spreadsheet.
pub fn is_sheet(extension: &str) -> bool {
    ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&extension)
}

/// The top rows of each table in a file, as the cells of each row.
///
/// # Errors
/// If the file is locked, damaged or too large.
pub fn top_rows(extension: &str, bytes: &[u8]) -> Result<Vec<Vec<Vec<String>>>, InspectError> {
    let mut tops = TopRows(Vec::new());
    read_rows(extension, bytes, Extent::Top, &mut tops)?;
    Ok(tops.0)
}

/// Collects the top rows of each table.
struct TopRows(Vec<Vec<Vec<String>>>);

impl RowReader for TopRows {
    fn wants(&self, _: usize) -> bool {
        true
    }
    fn row(&mut self, row: Row) -> Flow {
        if row.table >= MAX_TABLES {
            return Flow::Stop;
        }
        self.0.resize_with(self.0.len().max(row.table + 1), Vec::new);
        match self.0.get_mut(row.table) {
            Some(rows) if rows.len() < TOP_ROWS => rows.push(row.cells),
            _ => return Flow::NextTable,
        }
        Flow::Next
    }
}

/// Passes every row of every table to a reader, except empty rows.
///
/// # Errors
/// If the file is locked, damaged or too large.
pub fn read_rows(
    extension: &str,
    bytes: &[u8],
    extent: Extent,
    reader: &mut dyn RowReader,
) -> Result<(), InspectError> {
    match extension {
        "xlsx" | "xlsm" => excel::read_rows(bytes, extent, reader),
        "ods" => open_document::read_rows(bytes, extent, reader),
        "xls" | "xlsb" => Err(InspectError::LockedOrOld),
        _ => separated(bytes, extent, reader),
    }
}

/// Reads text whose cells are separated by commas, semicolons or tabs.
fn separated(bytes: &[u8], extent: Extent, reader: &mut dyn RowReader) -> Result<(), InspectError> {
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
    let records = |delimiter: u8| {
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
    };
    // Headings can contain any of the separators, so the one that gives the most cells is used.
    let cells_in_heading = |delimiter: &u8| {
        let mut first = csv::StringRecord::new();
        if records(*delimiter).read_record(&mut first).unwrap_or(false) { first.len() } else { 0 }
    };
    // If two give the same number, the last of the list is used.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(cells_in_heading).unwrap_or(b',');
    for (at, record) in records(delimiter).into_records().flatten().enumerate() {
        let cell = |(column, text): (usize, &str)| if reader.wants(column) { text.to_owned() } else { String::new() };
        let cells = record.iter().take(MAX_COLUMNS).enumerate().map(cell).collect();
        let number = record.position().map_or(at as u64 + 1, csv::Position::line);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        if reader.row(Row { table: 0, number, cells, formula: None, merged: None }) != Flow::Next {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_detected() {
        for text in [
            "Name,Form\nA,7B\n",
            "Name;Form\r\nA;7B\r\n",
            "Name\tForm\nA\t7B\n",
            "\u{feff}\"Name\",\"Form\"\n\"A\",\"7B\"",
        ] {
            assert_eq!(
                top_rows("csv", text.as_bytes()),
                Ok(vec![vec![vec!["Name".into(), "Form".into()], vec!["A".into(), "7B".into()]]])
            );
        }
        assert_eq!(top_rows("csv", b"\x00\x01\x02"), Err(InspectError::Damaged));
        assert_eq!(top_rows("csv", b""), Ok(vec![]));
    }

    #[test]
    fn old_and_damaged_sheets_are_refused() {
        assert_eq!(top_rows("xls", b"\xD0\xCF\x11\xE0"), Err(InspectError::LockedOrOld));
        assert_eq!(top_rows("xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), Err(InspectError::LockedOrOld));
        for extension in ["xlsx", "ods"] {
            assert_eq!(top_rows(extension, b"PK no archive"), Err(InspectError::Damaged), "{extension}");
            assert_eq!(top_rows(extension, b""), Err(InspectError::Damaged), "{extension}");
        }
    }

    #[test]
    fn files_too_large_unpacked_are_refused() {
        use std::io::Write as _;
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(&[b' '; 100_000]).expect("written");
        let packed = archive.finish().expect("an archive").into_inner();
        assert!(packed.len() < 1_000);
        let check = |limit| {
            rows::check_unpacked_size(
                &mut zip::ZipArchive::new(std::io::Cursor::new(&packed)).expect("an archive"),
                limit,
            )
        };
        assert_eq!(check(99_999), Err(InspectError::TooLarge));
        assert_eq!(check(100_000), Ok(()));
    }

    /// Spreadsheets that other programs wrote.
    const WRITTEN: [(&str, &[u8]); 2] = [
        ("xlsx", include_bytes!("../../../tests/cases/sheet-of-people/session.in/careers/media/responses.xlsx")),
        ("ods", include_bytes!("../../../tests/cases/sheet-of-people/session.in/careers/media/options.ods")),
    ];

    #[test]
    fn spreadsheets_of_other_programs_are_read() {
        let heads = WRITTEN.map(|(extension, bytes)| top_rows(extension, bytes).map(|tables| tables[0][0].join("|")));
        let forms = "ID|Start time|Completion time|Email|Name|Last modified time|How was\nthe fair?|Name of your firm";
        assert_eq!(heads, [Ok(forms.to_owned()), Ok("Forename|Surname|Reg".to_owned())]);
    }

    proptest::proptest! {
        #[test]
        fn a_sheet_with_changed_bytes_is_read_or_refused(at: proptest::sample::Index, byte: u8, cut: proptest::sample::Index) {
            for (extension, bytes) in WRITTEN {
                let mut changed = bytes.to_vec();
                changed[at.index(bytes.len())] = byte;
                let _ = top_rows(extension, &changed);
                changed.truncate(cut.index(bytes.len()));
                let _ = top_rows(extension, &changed);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            for extension in ["csv", "tsv", "txt", "xlsx", "ods", "xls"] {
                let _ = top_rows(extension, &bytes);
            }
        }
    }
}
