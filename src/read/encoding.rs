//! The encodings of text files, so that a changed text can be written as the file was.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 after a byte-order mark, as some versions of Notepad write it.
    Utf8WithMark,
    /// UTF-16, the low byte of each unit first, after a byte-order mark.
    Utf16Le,
    /// UTF-16, the high byte of each unit first, after a byte-order mark.
    Utf16Be,
    /// The old encoding of Windows for western Europe.
    Windows1252,
}

impl TextEncoding {
    /// The encoding that the reader takes these bytes for.
    pub(super) fn of(bytes: &[u8]) -> Self {
        match Encoding::for_bom(bytes) {
            Some((encoding, _)) if encoding == UTF_8 => Self::Utf8WithMark,
            Some((encoding, _)) if encoding == UTF_16LE => Self::Utf16Le,
            Some((encoding, _)) if encoding == UTF_16BE => Self::Utf16Be,
            _ if std::str::from_utf8(bytes).is_ok() => Self::Utf8,
            _ => Self::Windows1252,
        }
    }

    /// The bytes of a text.
    ///
    /// # Errors
    /// The first character that the encoding does not have.
    pub fn encode(self, text: &str) -> Result<Vec<u8>, char> {
        let units = |to_bytes: fn(u16) -> [u8; 2]| {
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(to_bytes).collect()
        };
        match self {
            Self::Utf8 => Ok(text.into()),
            Self::Utf8WithMark => Ok([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            Self::Utf16Le => Ok(units(u16::to_le_bytes)),
            Self::Utf16Be => Ok(units(u16::to_be_bytes)),
            Self::Windows1252 => {
                let is_unknown = |ch: &char| WINDOWS_1252.encode(ch.encode_utf8(&mut [0; 4])).2;
                match text.chars().find(is_unknown) {
                    Some(unknown) => Err(unknown),
                    None => Ok(WINDOWS_1252.encode(text).0.into_owned()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    #[test]
    fn every_encoding_is_written_as_it_was_read() {
        for bytes in [
            &b"caf\xC3\xA9\r\n"[..],
            b"\xEF\xBB\xBFcaf\xC3\xA9",
            b"\xFF\xFEa\x00\xE9\x00\x3D\xD8\x00\xDE",
            b"\xFE\xFF\x00a\x00\xE9",
            b"it\x92s caf\xE9 \x80 5",
        ] {
            let (text, encoding) = decode(bytes.to_vec()).expect("text");
            assert_eq!(encoding.encode(&text).as_deref(), Ok(bytes), "{encoding:?}");
        }
    }

    #[test]
    fn a_character_that_the_encoding_does_not_have_is_named() {
        assert_eq!(TextEncoding::Windows1252.encode("a → b"), Err('→'));
    }
}
