//! Decodes the encodings in which Notepad and similar editors save text.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::read::findings::ReadProblem;

/// Returns the text, or `None` if the bytes are not text, and a problem with its span in the decoded text.
pub(super) fn text(bytes: Vec<u8>) -> (Option<String>, Option<(ReadProblem, Range<usize>)>) {
    match Encoding::for_bom(&bytes) {
        Some((encoding, length)) if encoding == UTF_8 => {
            let rest = bytes.get(length..).unwrap_or_default().to_vec();
            let (text, problem) = without_bom(rest);
            (text, problem.or(Some((ReadProblem::ByteOrderMark, 0..0))))
        }
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let (text, _, wrong) = encoding.decode(&bytes);
            if wrong { (None, None) } else { (Some(text.into_owned()), Some((ReadProblem::Utf16, 0..0))) }
        }
        _ => without_bom(bytes),
    }
}

/// What a file is whose name says that it is text.
pub(super) fn kind_by_bytes(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "a Word document or another office file"),
        (b"\xD0\xCF\x11\xE0", "an old Word document or another office file"),
        (b"{\\rtf", "a document in rich text format"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

fn without_bom(bytes: Vec<u8>) -> (Option<String>, Option<(ReadProblem, Range<usize>)>) {
    if bytes.iter().any(|byte| is_binary(*byte)) {
        return (None, None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (Some(text), None),
        Err(error) => {
            let bytes = error.into_bytes();
            // Windows-1252 does not define these five bytes, so a file with one has another encoding.
            if bytes.iter().any(|byte| [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)) {
                return (None, None);
            }
            let (text, _, _) = WINDOWS_1252.decode(&bytes);
            let first = text.char_indices().find(|(_, ch)| !ch.is_ascii());
            let span = first.map_or(0..0, |(at, ch)| at..at + ch.len_utf8());
            (Some(text.into_owned()), Some((ReadProblem::Windows1252, span)))
        }
    }
}

/// Control characters other than tab, line feed, form feed and carriage return.
fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_reported_and_removed() {
        assert_eq!(text("é".into()), (Some("é".into()), None));
        let (decoded, problem) = text(b"\xEF\xBB\xBFname: x".to_vec());
        assert_eq!(decoded.as_deref(), Some("name: x"));
        assert_eq!(problem, Some((ReadProblem::ByteOrderMark, 0..0)));
    }

    #[test]
    fn windows_1252_is_decoded_and_its_first_accent_marked() {
        let (decoded, problem) = text(b"it\x92s caf\xE9".to_vec());
        assert_eq!(decoded.as_deref(), Some("it’s café"));
        assert_eq!(problem, Some((ReadProblem::Windows1252, 2..5)));
    }

    #[test]
    fn utf_16_is_decoded() {
        let (decoded, _) = text(b"\xFF\xFEa\x00b\x00".to_vec());
        assert_eq!(decoded.as_deref(), Some("ab"));
    }

    #[test]
    fn binary_files_are_refused() {
        assert_eq!(text(b"\x89PNG\r\n\x1a\n\x00".to_vec()).0, None);
        assert_eq!(text(b"\xff\xd8\xff\xe0\x00\x10JFIF".to_vec()).0, None);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_decoded_or_refused(bytes: Vec<u8>) {
            let (decoded, problem) = text(bytes);
            if let (Some(decoded), Some((_, span))) = (decoded, problem) {
                proptest::prop_assert!(decoded.get(span).is_some());
            }
        }
    }
}
