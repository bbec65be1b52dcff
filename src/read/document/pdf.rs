//! PDF files: their properties, and whether they say what is a heading and in which language they are.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Dict, Object};
use hayro_syntax::{LoadPdfError, Pdf};
use memchr::memmem;

use super::{Inside, Reading, Unseen};

/// The most that objects of a PDF may unfold to, in bytes.
const LARGEST: u64 = 64_000_000;

/// Looks into a PDF.
///
/// # Errors
/// Says why nobody could look inside.
pub(super) fn look(bytes: &[u8]) -> Result<Inside, Unseen> {
    if unfolds_too_far(bytes) {
        return Err(Unseen::TooLarge);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unseen::LockedOrOld,
        LoadPdfError::Invalid => Unseen::Damaged,
    })?;
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).ok_or(Unseen::Damaged)?;
    let marked = root.get::<Dict<'_>>("MarkInfo").and_then(|marks| marks.get::<bool>("Marked")).unwrap_or(false);
    let language = root.get::<Object<'_>>("Lang").and_then(Object::into_string);
    let metadata = pdf.metadata();
    let mut inside = Inside {
        reading: Some(Reading {
            has_tags: marked && root.contains_key("StructTreeRoot"),
            has_title: metadata.title.as_deref().is_some_and(|title| !text(title).trim().is_empty()),
            has_language: language.is_some_and(|language| !language.as_bytes().is_empty()),
        }),
        ..Inside::default()
    };
    if let Some(author) = metadata.author.as_deref() {
        inside.add_person(&text(author));
    }
    Ok(inside)
}

/// Text of a property: UTF-16 with a mark in front, or one byte a letter (ISO 32000-1, 7.9.2.2).
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, wide @ ..] => {
            let letters = wide.chunks_exact(2).map(|pair| {
                u16::from_be_bytes([
                    pair.first().copied().unwrap_or_default(),
                    pair.last().copied().unwrap_or_default(),
                ])
            });
            char::decode_utf16(letters).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        narrow => {
            String::from_utf8(narrow.to_vec()).unwrap_or_else(|_| narrow.iter().copied().map(char::from).collect())
        }
    }
}

/// Objects can be packed, and the reader unpacks them whole: they are counted first.
fn unfolds_too_far(bytes: &[u8]) -> bool {
    const PACKED: &[u8] = b"/ObjStm";
    const BEGINS: &[u8] = b"stream";
    let mut left = LARGEST;
    let mut rest = bytes;
    // A word that stands twice in front of one stream counts once: the bytes are gone through once only.
    while let Some(packed) = after(rest, PACKED).and_then(|behind| after(behind, BEGINS)) {
        rest = packed;
        let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
        let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
        // What is not packed in this way ends at once, or unfolds to little.
        let unfolded = std::io::copy(&mut ZlibDecoder::new(packed).take(left), &mut std::io::sink());
        left = left.saturating_sub(unfolded.unwrap_or_default());
        if left == 0 {
            return true;
        }
    }
    false
}

/// What stands behind the first of these words.
fn after<'b>(bytes: &'b [u8], word: &[u8]) -> Option<&'b [u8]> {
    bytes.get(memmem::find(bytes, word)? + word.len()..)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn objects_that_unfold_without_end_are_not_unfolded() {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        let zeros = vec![0; 1_000_000];
        (0..70).for_each(|_| packer.write_all(&zeros).expect("packed"));
        let packed = packer.finish().expect("packed");
        let pdf = [b"%PDF-1.7\n1 0 obj << /Type /ObjStm >> stream\r\n", packed.as_slice(), b"\nendstream"].concat();
        assert!(pdf.len() < 2_000_000, "{}", pdf.len());
        assert_eq!(look(&pdf), Err(Unseen::TooLarge));
    }

    #[test]
    fn a_million_words_before_one_stream_unfold_it_once() {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(&vec![0; 1_000_000]).expect("packed");
        let packed = packer.finish().expect("packed");
        let words = b"/ObjStm ".repeat(1_000_000);
        // Unfolded for each word, they would be taken for a million megabytes.
        assert!(!unfolds_too_far(&[words.as_slice(), b"stream\n", &packed].concat()));
        assert!(!unfolds_too_far(&words));
    }

    #[test]
    fn properties_are_read_in_both_kinds_of_letters() {
        assert_eq!(text(b"K. Lamb"), "K. Lamb");
        assert_eq!(text(b"\xFE\xFF\0S\0i\0\xE2\0n"), "Siân");
        assert_eq!(text(b"Si\xE2n"), "Siân");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_looked_at_or_refused(bytes: Vec<u8>) {
            let _ = look(&[&b"%PDF-1.7\n"[..], &bytes].concat());
        }
    }
}
