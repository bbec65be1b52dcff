//! Reads spreadsheets row by row: those in the content folder, to check whether they identify people, and those
//! that are imported.
//!
//! Takes the bytes of a CSV, TSV, Excel or OpenDocument file; passes the rows of each table as text to a
//! [`RowReader`], until it needs no more. Counts and limits what is unpacked. Refuses files that are
//! protected by a password, damaged, too large, or in an old format.

mod excel;
mod open_document;
mod open_document_cell;
mod rows;
mod separated;

use super::inspect_error::InspectError;
use super::panic_guard::without_panic;
use rows::MAX_TABLES;
pub use rows::{Extent, Flow, Row, RowReader};

/// How many rows of a table count as its top. A list of people may follow an introduction.
const TOP_ROWS: usize = 1_000;
/// How much text of all tables counts as their top, in bytes.
const MAX_TOP_TEXT: usize = 8_000_000;

/// True if a file with this extension may be a spreadsheet.
pub fn is_sheet(extension: &str) -> bool {
    ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&extension)
}

/// The top rows of each table in a file, as the cells of each row.
///
/// # Errors
/// If the file is locked, damaged or too large.
pub fn top_rows(extension: &str, bytes: &[u8]) -> Result<Vec<Vec<Vec<String>>>, InspectError> {
    let mut tops = TopRows { tables: Vec::new(), bytes: 0 };
    read_rows(extension, bytes, Extent::Top, &mut tops)?;
    Ok(tops.tables)
}

/// Collects the top rows of each table.
struct TopRows {
    tables: Vec<Vec<Vec<String>>>,
    bytes: usize,
}

impl RowReader for TopRows {
    fn wants(&self, _: usize) -> bool {
        true
    }
    fn row(&mut self, row: Row) -> Flow {
        if row.table >= MAX_TABLES || self.bytes > MAX_TOP_TEXT {
            return Flow::Stop;
        }
        self.bytes += row.cells.iter().map(String::len).sum::<usize>();
        self.tables.resize_with(self.tables.len().max(row.table + 1), Vec::new);
        match self.tables.get_mut(row.table) {
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
    let read = || match extension {
        "xlsx" | "xlsm" => excel::read_rows(bytes, extent, reader),
        "ods" => open_document::read_rows(bytes, extent, reader),
        "xls" | "xlsb" => Err(InspectError::LockedOrOld),
        _ => separated::read_rows(bytes, extent, reader),
    };
    without_panic(read).unwrap_or(Err(InspectError::Damaged))
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
            "Name|Form\nA|7B\n",
            "sep=;\r\nName;Form\r\nA;7B\r\n",
            "\"sep=|\"\nName|Form\nA|7B\n",
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
    fn rows_of_text_are_numbered_as_in_the_spreadsheet() {
        struct Numbers(Vec<u32>);
        impl RowReader for Numbers {
            fn wants(&self, _: usize) -> bool {
                true
            }
            fn row(&mut self, row: Row) -> Flow {
                self.0.push(row.number);
                Flow::Next
            }
        }
        for (text, expected) in [
            ("Date,Event\n1,\"A\nb\nc\"\n2,B\n", [1, 2, 3]),
            ("Date,Event\r\n\r\n1,\"A\r\nb\"\r\n2,B\r\n", [1, 3, 4]),
            ("sep=,\nDate,Event\n1,\"A\n\n\"\n2,B", [2, 3, 4]),
            ("\nDate,Event\n\n\n1,A\n2,B\n", [2, 5, 6]),
            ("Date,Event\r1,A\r\r2,B\r", [1, 2, 4]),
        ] {
            let mut numbers = Numbers(Vec::new());
            read_rows("csv", text.as_bytes(), Extent::All, &mut numbers).expect("a sheet");
            assert_eq!(numbers.0, expected, "{text}");
        }
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
