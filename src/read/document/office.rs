//! Word, Excel, PowerPoint and OpenDocument files: archives of XML, photographs and other files.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::info::DocumentInfo;
use super::{office_part, photo};
use crate::read::inspect_error::InspectError;

/// How much of one part is unpacked, and of all parts, in bytes.
const MAX_PART_BYTES: u64 = 32_000_000;
const MAX_BYTES: u64 = 256_000_000;
/// The first bytes of files from before 2007, and of files with a password.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];
/// The endings of photographs.
const PHOTOS: [&str; 5] = [".jpg", ".jpeg", ".jpe", ".png", ".webp"];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Inspects a Word, Excel or PowerPoint file.
pub(super) fn inspect(bytes: &[u8]) -> Result<DocumentInfo, InspectError> {
    let mut archive = open(bytes)?;
    let mut inside = DocumentInfo::default();
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let charts = chart_data(&mut archive, &names)?;
    inspect_parts(&mut archive, &names, &mut inside)?;
    for name in names.iter().filter(|name| name.to_lowercase().contains("/embeddings/")) {
        let file = name.rsplit('/').next().unwrap_or(name);
        if !file.is_empty() && !charts.iter().any(|chart| chart == file) {
            inside.attachments.push(file.to_owned());
        }
    }
    Ok(inside)
}

/// The workbooks of charts that have one sheet, whose numbers the chart shows, too. A chart from Excel can bring all sheets of
/// its workbook.
fn chart_data(archive: &mut Archive<'_>, names: &[String]) -> Result<Vec<String>, InspectError> {
    let mut files = Vec::new();
    for name in names.iter().filter(|name| name.contains("charts/_rels/")) {
        let text = part(archive, name, MAX_PART_BYTES)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        let targets = text.split("Target=\"").skip(1).filter_map(|rest| rest.split('"').next());
        files.extend(targets.filter_map(|target| target.rsplit('/').next()).map(str::to_owned));
    }
    files.retain(|file| {
        names.iter().filter(|name| name.ends_with(&format!("/{file}"))).all(|name| has_one_sheet(archive, name))
    });
    Ok(files)
}

/// True for a workbook with one sheet.
fn has_one_sheet(archive: &mut Archive<'_>, name: &str) -> bool {
    let Ok(Some(bytes)) = part(archive, name, MAX_PART_BYTES) else { return false };
    let Ok(workbook) = ZipArchive::new(Cursor::new(bytes.as_slice())) else { return false };
    workbook.file_names().flatten().filter(|part| part.starts_with("xl/worksheets/sheet")).count() == 1
}

/// Inspects an OpenDocument file.
pub(super) fn inspect_open_document(bytes: &[u8]) -> Result<DocumentInfo, InspectError> {
    let mut archive = open(bytes)?;
    let manifest = part(&mut archive, "META-INF/manifest.xml", MAX_PART_BYTES)?.unwrap_or_default();
    if memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(InspectError::LockedOrOld);
    }
    let mut inside = DocumentInfo::default();
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    inspect_parts(&mut archive, &names, &mut inside)?;
    Ok(inside)
}

/// Reads every part, whatever its name: relationships decide the names, and programs choose them as they like.
fn inspect_parts(archive: &mut Archive<'_>, names: &[String], inside: &mut DocumentInfo) -> Result<(), InspectError> {
    let mut left = MAX_BYTES;
    for name in names {
        let lower = name.to_lowercase();
        if PHOTOS.iter().any(|extension| lower.ends_with(extension)) {
            // These may have it after the picture.
            let is_whole = [".png", ".webp"].iter().any(|extension| lower.ends_with(extension));
            let bytes = if is_whole {
                part(archive, name, MAX_PART_BYTES.min(left))?.unwrap_or_default()
            } else {
                head(archive, name)?
            };
            left = left.saturating_sub(bytes.len() as u64);
            inside.has_photo_places |= photo::has_place(&bytes);
        } else if lower.ends_with(".xml") || lower.ends_with(".psmdcp") {
            let bytes = part(archive, name, MAX_PART_BYTES.min(left))?.unwrap_or_default();
            left = left.saturating_sub(bytes.len() as u64);
            office_part::inspect(&bytes, inside);
        }
    }
    Ok(())
}

/// The beginning of a part.
fn head(archive: &mut Archive<'_>, name: &str) -> Result<Vec<u8>, InspectError> {
    let mut bytes = Vec::new();
    let file = archive.by_name(name).map_err(|_| InspectError::Damaged)?;
    file.take(photo::HEAD as u64).read_to_end(&mut bytes).map_err(|_| InspectError::Damaged)?;
    Ok(bytes)
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, InspectError> {
    if bytes.starts_with(&COMPOUND) {
        return Err(InspectError::LockedOrOld);
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)
}

/// A part, unpacked; `None` if there is no part of this name.
fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<Option<Vec<u8>>, InspectError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(InspectError::Damaged),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| InspectError::Damaged)?;
    if bytes.len() as u64 > limit { Err(InspectError::TooLarge) } else { Ok(Some(bytes)) }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
            archive.write_all(text).expect("written");
        }
        archive.finish().expect("an archive").into_inner()
    }

    fn inside(name: &str, text: &str) -> DocumentInfo {
        inspect(&packed(&[(name, text.as_bytes())])).expect("a document")
    }

    #[test]
    fn changes_are_found_in_every_part_and_of_every_kind() {
        for (name, body) in [
            ("word/document2.xml", "<w:ins w:id=\"1\" w:author=\"Sam Sample\"><w:r/></w:ins>"),
            ("word/footnotes.xml", "<w:del\n w:author=\"Sam Sample\"/>"),
            ("word/header1.xml", "<w:moveTo\tw:author=\"Sam Sample\"/>"),
            ("word/document.xml", "<w:rPr><w:rPrChange w:author=\"Sam Sample\"/></w:rPr>"),
            ("word/document.xml", "<w:sectPrChange w:author=\"Sam Sample\"/>"),
        ] {
            let inside = inside(name, &format!("<w:document {WORD}>{body}</w:document>"));
            assert!(inside.has_changes, "{body}");
            assert_eq!(inside.people, ["Sam Sample"], "{body}");
        }
        // Other formats have elements of these names.
        let drawing = inside("word/document.xml", "<m:math xmlns:m=\"http://example.org/math\"><m:del/></m:math>");
        assert!(!drawing.has_changes);
    }

    #[test]
    fn people_are_found_wherever_they_are_named() {
        for (name, text) in [
            (
                "package/abc.psmdcp",
                "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Sam Sample</dc:creator></cp:coreProperties>",
            ),
            ("word/people.xml", "<w15:people xmlns:w15=\"p\"><w15:person w15:author=\"Sam Sample\"/></w15:people>"),
            ("xl/persons/person.xml", "<personList><person displayName=\"Sam Sample\"/></personList>"),
            (
                "ppt/commentAuthors.xml",
                "<p:cmAuthorLst xmlns:p=\"p\"><p:cmAuthor name=\"Sam Sample\"/></p:cmAuthorLst>",
            ),
            (
                "docProps/custom.xml",
                "<Properties><property name=\"_AuthorEmailDisplayName\"><lpwstr>Sam Sample</lpwstr></property></Properties>",
            ),
        ] {
            assert_eq!(inside(name, text).people, ["Sam Sample"], "{name}");
        }
    }

    #[test]
    fn a_name_with_an_apostrophe_is_one_person() {
        let text = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Si\u{e2}n O&apos;Brien</dc:creator>\
                    </cp:coreProperties>";
        assert_eq!(inside("docProps/core.xml", text).people, ["Si\u{e2}n O'Brien"]);
    }

    #[test]
    fn hidden_text_is_found_unless_only_a_style_has_it() {
        let run = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>";
        assert!(inside("word/document.xml", &format!("<w:document {WORD}>{run}</w:document>")).has_hidden_text);
        let shown = run.replace("<w:vanish/>", "<w:vanish w:val=\"0\"/>");
        assert!(!inside("word/document.xml", &format!("<w:document {WORD}>{shown}</w:document>")).has_hidden_text);
        assert!(!inside("word/styles.xml", &format!("<w:styles {WORD}>{run}</w:styles>")).has_hidden_text);
        assert!(inside("ppt/slides/slide1.xml", "<p:sld xmlns:p=\"p\" show=\"0\"/>").has_hidden_text);
        assert!(
            inside("xl/workbook.xml", "<workbook><sheets><sheet state=\"hidden\"/></sheets></workbook>")
                .has_hidden_text
        );
    }

    #[test]
    fn what_open_document_and_spreadsheets_hide_is_found() {
        let sheet = |cells: &str| {
            let columns = "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>";
            let text = format!("<worksheet>{columns}<sheetData>{cells}</sheetData></worksheet>");
            ("xl/worksheets/sheet1.xml", text)
        };
        let open = |body: &str| {
            let namespaces =
                "xmlns:office=\"o\" xmlns:style=\"s\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:presentation=\"p\"";
            ("content.xml", format!("<office:document-content {namespaces}>{body}</office:document-content>"))
        };
        let cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
        let row = |hidden: &str, cells: &str| {
            let columns = "<table:table-column/><table:table-column table:number-columns-repeated=\"2\" \
                           table:visibility=\"collapse\"/>";
            open(&format!("<table:table>{columns}<table:table-row {hidden}>{cells}</table:table-row></table:table>"))
        };
        for ((name, text), is_hidden) in [
            (sheet("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>7</v></c></row>"), true),
            (sheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"><v>7</v></c></row>"), true),
            // Empty rows and columns are hidden for looks.
            (sheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"/></row><row r=\"2\" hidden=\"1\"/>"), false),
            (row("table:visibility=\"filter\"", cell), true),
            (row("", &cell.repeat(2)), true),
            (row("", cell), false),
            (open("<style:table-properties table:display=\"false\"/>"), true),
            (open("<style:table-properties table:display=\"true\"/>"), false),
            (open("<style:drawing-page-properties presentation:visibility=\"hidden\"/>"), true),
            (open("<style:text-properties text:display=\"none\"/>"), true),
            (open("<text:section text:display=\"none\"/>"), true),
        ] {
            assert_eq!(inside(name, &text).has_hidden_text, is_hidden, "{text}");
        }
    }

    #[test]
    fn places_of_photographs_and_files_inside_are_found() {
        // An EXIF block whose only entry is a position, with two entries of its own.
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x02";
        let photo = [b"\xFF\xD8\xFF\xE1\0\x40".as_slice(), exif].concat();
        let chart = b"<Relationships><Relationship Target=\"../embeddings/chart.xlsx\"/></Relationships>";
        let one_sheet = packed(&[("xl/worksheets/sheet1.xml", b"<worksheet/>".as_slice())]);
        let two_sheets = packed(&[("xl/worksheets/sheet1.xml", b"".as_slice()), ("xl/worksheets/sheet2.xml", b"")]);
        for (workbook, attachments) in
            [(&one_sheet, ["people.xlsx"].as_slice()), (&two_sheets, &["people.xlsx", "chart.xlsx"])]
        {
            let inside = inspect(&packed(&[
                ("word/media/image1.jpeg", &photo),
                ("word/embeddings/people.xlsx", b"PK"),
                ("word/embeddings/chart.xlsx", workbook),
                ("word/charts/_rels/chart1.xml.rels", chart),
            ]))
            .expect("a document");
            assert!(inside.has_photo_places);
            assert_eq!(inside.attachments, attachments);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_inspected_or_refused(bytes: Vec<u8>) {
            let _ = inspect(&[&b"PK\x03\x04"[..], &bytes].concat());
            let _ = inspect_open_document(&bytes);
            let _ = inspect(&packed(&[("word/document.xml", &bytes), ("word/media/a.jpg", &bytes)]));
        }
    }
}
