//! Bytes of a text file → UTF-8, as Notepad and its like save them.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::read::findings::ReadProblem;

/// Gives the text, or `None` if these bytes are no text, and what there is to tell about it with
/// the place in the new text.
pub(super) fn text(bytes: Vec<u8>) -> (Option<String>, Option<(ReadProblem, Range<usize>)>) {
    match Encoding::for_bom(&bytes) {
        Some((encoding, length)) if encoding == UTF_8 => {
            let rest = bytes.get(length..).unwrap_or_default().to_vec();
            let (text, other) = without_mark(rest);
            let told = other.or(Some((ReadProblem::ByteOrderMark, 0..0)));
            (text, told)
        }
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            let (text, _, wrong) = encoding.decode(&bytes);
            if wrong { (None, None) } else { (Some(text.into_owned()), Some((ReadProblem::Utf16, 0..0))) }
        }
        _ => without_mark(bytes),
    }
}

fn without_mark(bytes: Vec<u8>) -> (Option<String>, Option<(ReadProblem, Range<usize>)>) {
    if bytes.iter().any(|byte| is_binary(*byte)) {
        return (None, None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => (Some(text), None),
        Err(error) => {
            let bytes = error.into_bytes();
            // Five bytes have no letter in Windows-1252: a file that holds one was not saved by it.
            if bytes.iter().any(|byte| [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)) {
                return (None, None);
            }
            let (text, _, _) = WINDOWS_1252.decode(&bytes);
            let first = text.char_indices().find(|(_, letter)| !letter.is_ascii());
            let span = first.map_or(0..0, |(at, letter)| at..at + letter.len_utf8());
            (Some(text.into_owned()), Some((ReadProblem::Windows1252, span)))
        }
    }
}

/// Control characters that no text holds (tab, line feed, form feed and carriage return may).
fn is_binary(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_passes_and_a_mark_is_told_and_left_out() {
        assert_eq!(text("é".into()), (Some("é".into()), None));
        let (read, told) = text(b"\xEF\xBB\xBFname: x".to_vec());
        assert_eq!(read.as_deref(), Some("name: x"));
        assert_eq!(told, Some((ReadProblem::ByteOrderMark, 0..0)));
    }

    #[test]
    fn windows_1252_is_read_and_its_first_accent_shown() {
        let (read, told) = text(b"it\x92s caf\xE9".to_vec());
        assert_eq!(read.as_deref(), Some("it’s café"));
        assert_eq!(told, Some((ReadProblem::Windows1252, 2..5)));
    }

    #[test]
    fn notepad_unicode_is_read() {
        let (read, _) = text(b"\xFF\xFEa\x00b\x00".to_vec());
        assert_eq!(read.as_deref(), Some("ab"));
    }

    #[test]
    fn pictures_and_programs_are_no_text() {
        assert_eq!(text(b"\x89PNG\r\n\x1a\n\x00".to_vec()).0, None);
        assert_eq!(text(b"\xff\xd8\xff\xe0\x00\x10JFIF".to_vec()).0, None);
    }

    proptest::proptest! {
        #[test]
        fn never_panics_and_keeps_valid_text(bytes: Vec<u8>) {
            let (read, told) = text(bytes);
            if let (Some(read), Some((_, span))) = (read, told) {
                proptest::prop_assert!(read.get(span).is_some());
            }
        }
    }
}
