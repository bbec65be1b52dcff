//! Sheets, row by row: those that lie in the content folder, to see what they are about, and those that
//! somebody imports.
//!
//! Takes the bytes of a CSV, TSV, Excel or OpenDocument sheet; gives the rows of each table as text,
//! one at a time, to a [`Reader`]. Reads no further than the reader asks: what comes inflated out of a sheet
//! is counted and limited. Refuses what is protected by a password, damaged, too large, or of an old kind.

mod excel;
mod open_document;

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::{decode, limits};

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Which table of the file it belongs to, from 0.
    pub table: usize,
    /// Its number as people count, from 1.
    pub number: u32,
    /// As many cells as it has, as text. Days and times are written as ISO 8601 has them.
    pub cells: Vec<String>,
    /// The first of its cells that holds a formula.
    pub formula: Option<usize>,
    /// The first of its cells that is merged with others.
    pub merged: Option<usize>,
}

/// What a reader wants to see next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next row.
    On,
    /// The next table.
    NextTable,
    /// Nothing more.
    Stop,
}

/// Who reads a sheet.
pub trait Reader {
    /// True for columns whose cells are read. What is not read is empty.
    fn wants(&self, column: usize) -> bool;
    /// Takes a row.
    fn row(&mut self, row: Row) -> Flow;
}

/// The top rows of one table, the first above, as many cells as each has.
pub type Rows = Vec<Vec<String>>;

/// Why nobody could look inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It is protected by a password, or it is an Excel file from before 2007.
    LockedOrOld,
    /// It is not what its name says, or damaged.
    Damaged,
    /// It grows beyond what we read when it is unpacked.
    TooLarge,
}

/// The most rows of a table that are looked at.
const TOP_ROWS: usize = 30;
/// The most columns of a row that are looked at.
const MOST_COLUMNS: usize = 400;
/// The most tables of a file that are looked at.
const MOST_TABLES: usize = 40;

/// True if a file of this ending may be a sheet.
pub fn is_sheet(ending: &str) -> bool {
    ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"].contains(&ending)
}

/// How much of a sheet is read.
#[derive(Clone, Copy, Debug)]
pub enum Extent {
    /// The top: for a look inside.
    Top,
    /// All of it, up to what a school could honestly have.
    Whole,
}

impl Extent {
    /// How much it may be when it is unpacked, in bytes.
    fn unpacked(self) -> u64 {
        match self {
            Self::Top => limits::LARGEST_UNPACKED,
            Self::Whole => limits::LARGEST_IMPORT,
        }
    }
}

/// The top rows of each table in a file.
///
/// # Errors
/// Says why nobody could look inside.
pub fn top_rows(ending: &str, bytes: &[u8]) -> Result<Vec<Rows>, Unseen> {
    let mut tops = Tops(Vec::new());
    each_row(ending, bytes, Extent::Top, &mut tops)?;
    Ok(tops.0)
}

/// Collects the top rows of each table.
struct Tops(Vec<Rows>);

impl Reader for Tops {
    fn wants(&self, _: usize) -> bool {
        true
    }
    fn row(&mut self, row: Row) -> Flow {
        if row.table >= MOST_TABLES {
            return Flow::Stop;
        }
        self.0.resize_with(self.0.len().max(row.table + 1), Rows::new);
        match self.0.get_mut(row.table) {
            Some(rows) if rows.len() < TOP_ROWS => rows.push(row.cells),
            _ => return Flow::NextTable,
        }
        Flow::On
    }
}

/// Gives every row of every table in a file to a reader. Empty rows are left out.
///
/// # Errors
/// Says why nobody could look inside.
pub fn each_row(ending: &str, bytes: &[u8], extent: Extent, reader: &mut dyn Reader) -> Result<(), Unseen> {
    match ending {
        "xlsx" | "xlsm" => excel::each_row(bytes, extent, reader),
        "ods" => open_document::each_row(bytes, extent, reader),
        "xls" | "xlsb" => Err(Unseen::LockedOrOld),
        _ => separated(bytes, extent, reader),
    }
}

/// Rows of text whose cells stand apart by commas, semicolons or tabs.
fn separated(bytes: &[u8], extent: Extent, reader: &mut dyn Reader) -> Result<(), Unseen> {
    let start = match extent {
        Extent::Top => bytes.get(..limits::TOP_OF_TEXT).unwrap_or(bytes),
        Extent::Whole if bytes.len() as u64 > extent.unpacked() => return Err(Unseen::TooLarge),
        Extent::Whole => bytes,
    };
    // A row that was cut in two would be read as a short one.
    let whole = start.iter().rposition(|byte| *byte == b'\n').filter(|_| start.len() < bytes.len());
    let start = whole.and_then(|end| start.get(..end)).unwrap_or(start);
    let (text, _) = decode::text(start.to_vec());
    let text = text.ok_or(Unseen::Damaged)?;
    let records = |delimiter: u8| {
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
    };
    // In a heading stand signs of all kinds, between quotation marks: what parts it into most cells is it.
    let parts = |delimiter: &u8| {
        let mut first = csv::StringRecord::new();
        if records(*delimiter).read_record(&mut first).unwrap_or(false) { first.len() } else { 0 }
    };
    // Where several part it alike, it is a comma.
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(parts).unwrap_or(b',');
    for (at, record) in records(delimiter).into_records().flatten().enumerate() {
        let cell = |(column, text): (usize, &str)| if reader.wants(column) { text.to_owned() } else { String::new() };
        let cells = record.iter().take(MOST_COLUMNS).enumerate().map(cell).collect();
        let number = record.position().map_or(at as u64 + 1, csv::Position::line);
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        if reader.row(Row { table: 0, number, cells, formula: None, merged: None }) != Flow::On {
            break;
        }
    }
    Ok(())
}

/// Unpacks every part of a file once, without keeping it, to know that it stays within limits: what
/// the file itself says of sizes need not be true.
fn weigh<R: Read + Seek>(archive: &mut ZipArchive<R>, limit: u64) -> Result<(), Unseen> {
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unseen::Damaged)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| Unseen::Damaged)?;
        left = left.checked_sub(read).ok_or(Unseen::TooLarge)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separated_text_is_read_whatever_separates_it() {
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
        assert_eq!(top_rows("csv", b"\x00\x01\x02"), Err(Unseen::Damaged));
        assert_eq!(top_rows("csv", b""), Ok(vec![]));
    }

    #[test]
    fn old_and_damaged_sheets_are_refused() {
        assert_eq!(top_rows("xls", b"\xD0\xCF\x11\xE0"), Err(Unseen::LockedOrOld));
        assert_eq!(top_rows("xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), Err(Unseen::LockedOrOld));
        for ending in ["xlsx", "ods"] {
            assert_eq!(top_rows(ending, b"PK no archive"), Err(Unseen::Damaged), "{ending}");
            assert_eq!(top_rows(ending, b""), Err(Unseen::Damaged), "{ending}");
        }
    }

    #[test]
    fn what_grows_too_large_is_refused() {
        use std::io::Write as _;
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(&[b' '; 100_000]).expect("written");
        let packed = archive.finish().expect("an archive").into_inner();
        assert!(packed.len() < 1_000);
        let weigh = |limit| weigh(&mut ZipArchive::new(std::io::Cursor::new(&packed)).expect("an archive"), limit);
        assert_eq!(weigh(99_999), Err(Unseen::TooLarge));
        assert_eq!(weigh(100_000), Ok(()));
    }

    /// Sheets that another program wrote.
    const WRITTEN: [(&str, &[u8]); 2] = [
        ("xlsx", include_bytes!("../../../tests/cases/sheet-of-people/session.in/careers/media/responses.xlsx")),
        ("ods", include_bytes!("../../../tests/cases/sheet-of-people/session.in/careers/media/options.ods")),
    ];

    #[test]
    fn sheets_of_other_programs_are_read() {
        let heads = WRITTEN.map(|(ending, bytes)| top_rows(ending, bytes).map(|tables| tables[0][0].join("|")));
        let forms = "ID|Start time|Completion time|Email|Name|Last modified time|How was\nthe fair?|Name of your firm";
        assert_eq!(heads, [Ok(forms.to_owned()), Ok("Forename|Surname|Reg".to_owned())]);
    }

    proptest::proptest! {
        #[test]
        fn a_sheet_with_changed_bytes_is_read_or_refused(at: proptest::sample::Index, byte: u8, cut: proptest::sample::Index) {
            for (ending, bytes) in WRITTEN {
                let mut changed = bytes.to_vec();
                changed[at.index(bytes.len())] = byte;
                let _ = top_rows(ending, &changed);
                changed.truncate(cut.index(bytes.len()));
                let _ = top_rows(ending, &changed);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            for ending in ["csv", "tsv", "txt", "xlsx", "ods", "xls"] {
                let _ = top_rows(ending, &bytes);
            }
        }
    }
}
