//! The top rows of a sheet that lies in the content folder, to see what it is about.
//!
//! Takes the bytes of a CSV, TSV, Excel or OpenDocument sheet; gives the first rows of each table as
//! text. Reads no further than it must: what comes inflated out of a sheet is counted and limited.
//! Refuses what is protected by a password, damaged, too large, or of an old kind.

mod excel;
mod open_document;

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::{decode, limits};

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

/// The top rows of each table in a file.
///
/// # Errors
/// Says why nobody could look inside.
pub fn top_rows(ending: &str, bytes: &[u8]) -> Result<Vec<Rows>, Unseen> {
    match ending {
        "xlsx" | "xlsm" => excel::top_rows(bytes),
        "ods" => open_document::top_rows(bytes),
        "xls" | "xlsb" => Err(Unseen::LockedOrOld),
        _ => separated(bytes).map(|rows| vec![rows]),
    }
}

/// Rows of text whose cells stand apart by commas, semicolons or tabs.
fn separated(bytes: &[u8]) -> Result<Rows, Unseen> {
    let start = bytes.get(..limits::TOP_OF_TEXT).unwrap_or(bytes);
    // A row that was cut in two would be read as a short one.
    let whole = start.iter().rposition(|byte| *byte == b'\n').filter(|_| start.len() < bytes.len());
    let start = whole.and_then(|end| start.get(..end)).unwrap_or(start);
    let (text, _) = decode::text(start.to_vec());
    let text = text.ok_or(Unseen::Damaged)?;
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter =
        [b',', b';', b'\t'].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count());
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().take(MOST_COLUMNS).map(str::to_owned).collect();
    Ok(reader.into_records().flatten().take(TOP_ROWS).map(cells).collect())
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
                separated(text.as_bytes()),
                Ok(vec![vec!["Name".into(), "Form".into()], vec!["A".into(), "7B".into()]])
            );
        }
        assert_eq!(separated(b"\x00\x01\x02"), Err(Unseen::Damaged));
        assert_eq!(separated(b""), Ok(vec![]));
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
