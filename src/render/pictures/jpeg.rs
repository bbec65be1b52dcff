//! Reads a JPEG file's segments without decoding pixels: is the file complete, and how many components has it?

use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, markers};

/// Facts from the headers of a JPEG file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct JpegInfo {
    /// Colour components: 1 for grey, 3 for RGB, 4 for CMYK.
    pub(super) components: u8,
    /// True if the decoder holds all coefficients in memory until the end.
    pub(super) progressive: bool,
    /// True if the first scan is followed by an end marker. The decoder silently fills missing data with grey.
    pub(super) complete: bool,
}

impl JpegInfo {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let Ok(jpeg) = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)) else { return Self::default() };
        let mut info = Self::default();
        for segment in jpeg.segments() {
            match segment.marker() {
                // Start of frame (ITU-T T.81, table B.1). Three markers in the range are something else.
                marker @ 0xC0..=0xCF if ![markers::DHT, markers::JPG, markers::DAC].contains(&marker) => {
                    info.progressive = [0xC2, 0xC6, 0xCA, 0xCE].contains(&marker);
                    info.components = segment.contents().get(5).copied().unwrap_or_default();
                }
                markers::SOS => {
                    // The scan and everything after it is the end of the file.
                    let start = bytes.len().saturating_sub(segment.len_with_entropy() - segment.len());
                    let scan = bytes.get(start..).unwrap_or_default();
                    info.complete = memchr::memmem::find(scan, &[0xFF, markers::EOI]).is_some();
                }
                _ => {}
            }
        }
        info
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: [u8; 2] = [0xFF, 0xD8];
    const FRAME: [u8; 12] = [0xFF, 0xC2, 0, 10, 8, 0, 1, 0, 1, 4, 0, 0];
    const SCAN: [u8; 6] = [0xFF, 0xDA, 0, 3, 1, 42];
    const END: [u8; 2] = [0xFF, 0xD9];

    #[test]
    fn components_and_missing_end_are_detected() {
        let complete = [&START[..], &FRAME, &SCAN, &END].concat();
        assert_eq!(JpegInfo::of(&complete), JpegInfo { components: 4, progressive: true, complete: true });
        assert!(!JpegInfo::of(&complete[..complete.len() - 2]).complete);
    }

    #[test]
    fn end_of_a_thumbnail_is_not_the_end_of_the_picture() {
        let thumbnail = [0xFF, 0xE1, 0, 6, 0xFF, 0xD9, 0, 0];
        let cut = [&START[..], &thumbnail, &FRAME, &SCAN].concat();
        assert!(!JpegInfo::of(&cut).complete);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let _ = JpegInfo::of(&[&START[..], &bytes].concat());
        }
    }
}
