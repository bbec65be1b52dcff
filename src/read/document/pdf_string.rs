//! Text strings of a PDF.

/// Text of a property: UTF-16 after a byte-order mark, or one byte a character (ISO 32000-1, 7.9.2.2).
pub(super) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, wide @ ..] => {
            let units = wide.chunks_exact(2).map(|pair| {
                u16::from_be_bytes([
                    pair.first().copied().unwrap_or_default(),
                    pair.last().copied().unwrap_or_default(),
                ])
            });
            char::decode_utf16(units).map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        narrow => {
            String::from_utf8(narrow.to_vec()).unwrap_or_else(|_| narrow.iter().copied().map(char::from).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_read_in_both_encodings() {
        assert_eq!(text(b"K. Lamb"), "K. Lamb");
        assert_eq!(text(b"\xFE\xFF\0S\0i\0\xE2\0n"), "Siân");
        assert_eq!(text(b"Si\xE2n"), "Siân");
    }
}
