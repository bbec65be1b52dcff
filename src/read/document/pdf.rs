//! PDF files: their properties, and whether they are tagged and declare a language.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Dict, Object};
use hayro_syntax::{LoadPdfError, Pdf};
use memchr::memmem;

use super::info::{DocumentInfo, PdfAccessibility};
use super::pdf_objects;
use super::pdf_string::text;
use crate::read::inspect_error::InspectError;

/// How much the objects of a PDF may be when unpacked, in bytes.
const MAX_UNPACKED_BYTES: u64 = 64_000_000;

/// Inspects a PDF.
pub(super) fn inspect(bytes: &[u8]) -> Result<DocumentInfo, InspectError> {
    if is_too_large_unpacked(bytes) {
        return Err(InspectError::TooLarge);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => InspectError::LockedOrOld,
        LoadPdfError::Invalid => InspectError::Damaged,
    })?;
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).ok_or(InspectError::Damaged)?;
    let marked = root.get::<Dict<'_>>("MarkInfo").and_then(|marks| marks.get::<bool>("Marked")).unwrap_or(false);
    let language = root.get::<Object<'_>>("Lang").and_then(Object::into_string);
    let metadata = pdf.metadata();
    let mut inside = DocumentInfo {
        pdf: Some(PdfAccessibility {
            has_tags: marked && root.contains_key("StructTreeRoot"),
            has_title: metadata.title.as_deref().is_some_and(|title| !text(title).trim().is_empty()),
            has_language: language.is_some_and(|language| !language.as_bytes().is_empty()),
        }),
        ..DocumentInfo::default()
    };
    if let Some(author) = metadata.author.as_deref() {
        inside.add_person(&text(author));
    }
    let has_title = pdf_objects::inspect_xmp(&root, &mut inside);
    if let Some(accessibility) = &mut inside.pdf {
        accessibility.has_title |= has_title;
    }
    pdf_objects::inspect(&pdf, &mut inside);
    Ok(inside)
}

/// Objects can be compressed, and the library unpacks them completely, so their size is counted first.
fn is_too_large_unpacked(bytes: &[u8]) -> bool {
    const PACKED: &[u8] = b"/ObjStm";
    const STREAM: &[u8] = b"stream";
    let mut left = MAX_UNPACKED_BYTES;
    let mut rest = bytes;
    // A keyword repeated before one stream counts once, because the search continues after the stream keyword.
    while let Some(packed) = after(rest, PACKED).and_then(|after_packed| after(after_packed, STREAM)) {
        rest = packed;
        let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
        let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
        // Data that is not compressed with deflate ends at once, or unpacks to little.
        let unpacked = std::io::copy(&mut ZlibDecoder::new(packed).take(left), &mut std::io::sink());
        left = left.saturating_sub(unpacked.unwrap_or_default());
        if left == 0 {
            return true;
        }
    }
    false
}

/// The bytes after the first occurrence of a word.
fn after<'b>(bytes: &'b [u8], word: &[u8]) -> Option<&'b [u8]> {
    bytes.get(memmem::find(bytes, word)? + word.len()..)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn objects_that_unpack_to_too_much_are_refused() {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        let zeros = vec![0; 1_000_000];
        (0..70).for_each(|_| packer.write_all(&zeros).expect("packed"));
        let packed = packer.finish().expect("packed");
        let pdf = [b"%PDF-1.7\n1 0 obj << /Type /ObjStm >> stream\r\n", packed.as_slice(), b"\nendstream"].concat();
        assert!(pdf.len() < 2_000_000, "{}", pdf.len());
        assert_eq!(inspect(&pdf), Err(InspectError::TooLarge));
    }

    #[test]
    fn a_million_keywords_before_one_stream_unpack_it_once() {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&vec![0; 1_000_000]).expect("packed");
        let packed = packer.finish().expect("packed");
        let words = b"/ObjStm ".repeat(1_000_000);
        // Unpacked for each keyword, it would count as a million megabytes.
        assert!(!is_too_large_unpacked(&[words.as_slice(), b"stream\n", &packed].concat()));
        assert!(!is_too_large_unpacked(&words));
    }

    /// A PDF of one page with these objects, of which the first is number 5.
    fn pdf(root: &str, page: &str, objects: &[&str]) -> Vec<u8> {
        let mut all = vec![
            format!("<< /Type /Catalog /Pages 2 0 R {root} >>"),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] {page} >>"),
            "<< /Title (Options booklet) >>".to_owned(),
        ];
        all.extend(objects.iter().map(|object| (*object).to_owned()));
        let mut file = "%PDF-1.7\n".to_owned();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", all.len() + 1);
        for (at, object) in all.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n \n", file.len()));
            file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
        }
        let start = file.len();
        format!("{file}{table}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", all.len() + 1)
            .into_bytes()
    }

    #[test]
    fn comments_and_who_wrote_them_are_found() {
        let note = "<< /Subtype /Text /Rect [1 1 2 2] /T (Sam Sample) /Contents (Not to be entered) >>";
        for bytes in [pdf("", "/Annots [5 0 R]", &[note]), pdf("", &format!("/Annots [{note}]"), &[])] {
            let inside = inspect(&bytes).expect("a PDF");
            assert!(inside.has_comments);
            assert_eq!(inside.people, ["Sam Sample"]);
        }
        let link = "<< /Subtype /Link /Rect [1 1 2 2] /Contents (Our website) >>";
        let field = "<< /Subtype /Widget /Rect [1 1 2 2] /T (Name) >>";
        assert!(!inspect(&pdf("", "/Annots [5 0 R 6 0 R]", &[link, field])).expect("a PDF").has_comments);
    }

    #[test]
    fn files_inside_are_named() {
        let root = "/Names << /EmbeddedFiles << /Names [(people.csv) 5 0 R] >> >>";
        let file = "<< /Type /Filespec /F (people.csv) /EF << /F 6 0 R >> >>";
        let data = "<< /Length 4 /Type /EmbeddedFile >>\nstream\nName\nendstream";
        assert_eq!(inspect(&pdf(root, "", &[file, data])).expect("a PDF").attachments, ["people.csv"]);
    }

    #[test]
    fn properties_in_xmp_count() {
        let xmp = "<x:xmpmeta xmlns:x=\"a\" xmlns:dc=\"b\"><dc:creator><li>Sam Sample</li></dc:creator><dc:title><li>Options</li>\
                   </dc:title></x:xmpmeta>";
        let stream = format!("<< /Length {} /Type /Metadata /Subtype /XML >>\nstream\n{xmp}\nendstream", xmp.len());
        let inside = inspect(&pdf("/Metadata 5 0 R", "", &[&stream])).expect("a PDF");
        assert_eq!(inside.people, ["Sam Sample"]);
        assert!(inside.pdf.expect("a PDF").has_title);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_inspected_or_refused(bytes: Vec<u8>) {
            let _ = inspect(&[&b"%PDF-1.7\n"[..], &bytes].concat());
        }
    }
}
