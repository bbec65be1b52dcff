//! The file around the pixels of a picture, without what pages don't need.
//!
//! Decoders believe what a file states: a chunk of a few bytes can ask for gigabytes, and a profile can unpack to them.
//! So lengths are compared with the file first, and what describes a picture is dropped before it is decoded.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;
use image::metadata::Orientation;

use super::format::{PictureFormat, broken};
use crate::render::findings::RenderProblem;

/// The largest colour profile, in bytes. That of a printer takes two million.
const MAX_PROFILE: u64 = 4_000_000;
/// The largest block with the orientation, in bytes.
const MAX_EXIF: usize = 1_000_000;
/// Chunks of a PNG that decide its pixels, its colours, its orientation, or that it moves.
const PNG_CHUNKS: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"iCCP", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"eXIf", b"acTL",
    b"fcTL", b"fdAT",
];

/// A picture that is safe to decode, and its orientation if the decoder would not find it.
pub(super) struct PlainPicture<'a> {
    pub(super) bytes: Cow<'a, [u8]>,
    pub(super) orientation: Option<Orientation>,
}

/// Takes out of a picture what could ask for too much memory, and repairs what browsers overlook.
///
/// # Errors
/// The picture is damaged in a way that decoders don't expect.
pub(super) fn plain(bytes: &[u8], format: PictureFormat) -> Result<PlainPicture<'_>, RenderProblem> {
    match format {
        PictureFormat::Jpeg => Ok(PlainPicture { bytes: jpeg(bytes), orientation: None }),
        PictureFormat::Png => Ok(PlainPicture { bytes: png(bytes)?, orientation: None }),
        PictureFormat::WebP => Ok(webp(bytes)),
        PictureFormat::Gif => Ok(PlainPicture { bytes: Cow::Borrowed(bytes), orientation: None }),
    }
}

/// Drops an Adobe mark that is too short, and reads unknown marks in the pixels as pixels.
fn jpeg(bytes: &[u8]) -> Cow<'_, [u8]> {
    const ADOBE: u8 = 0xEE;
    const SCAN: u8 = 0xDA;
    let mut plain: Vec<u8> = bytes.get(..2).unwrap_or_default().to_vec();
    let mut at = 2;
    let mut is_changed = false;
    while let Some([0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        let length = usize::from(u16::from_be_bytes([*high, *low])) + 2;
        let Some(segment) = bytes.get(at..at + length) else { break };
        if *marker == ADOBE && length < 16 {
            is_changed = true;
        } else {
            plain.extend_from_slice(segment);
        }
        at += length;
        if *marker == SCAN {
            let start = plain.len();
            at += scan(bytes.get(at..).unwrap_or_default(), &mut plain);
            is_changed |= bytes.get(at - (plain.len() - start)..at) != plain.get(start..);
        }
    }
    if !is_changed {
        return Cow::Borrowed(bytes);
    }
    plain.extend_from_slice(bytes.get(at..).unwrap_or_default());
    Cow::Owned(plain)
}

/// Copies the data of a scan up to the next segment, and returns its length.
fn scan(bytes: &[u8], plain: &mut Vec<u8>) -> usize {
    let mut at = 0;
    while let Some(found) = memchr::memchr(0xFF, bytes.get(at..).unwrap_or_default()) {
        let mark = at + found;
        let next = bytes.get(mark + 1).copied();
        // A stuffed byte, a fill byte or a restart belongs to the data. Frames, tables and the end do not.
        match next {
            Some(0x00 | 0xD0..=0xD7) => at = mark + 2,
            Some(0xFF) => at = mark + 1,
            Some(0xC0..=0xCF | 0xD8..=0xEF | 0xFE) | None => {
                plain.extend_from_slice(bytes.get(..mark).unwrap_or_default());
                return mark;
            }
            Some(_) => {
                plain.extend_from_slice(bytes.get(..mark).unwrap_or_default());
                plain.extend_from_slice(&[0xFF, 0x00]);
                let rest = bytes.get(mark + 2..).unwrap_or_default();
                return mark + 2 + scan_rest(rest, plain);
            }
        }
    }
    plain.extend_from_slice(bytes);
    bytes.len()
}

/// The same after a repair, in a loop of its own: a damaged file may have many.
fn scan_rest(bytes: &[u8], plain: &mut Vec<u8>) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        match (byte, bytes.get(at + 1).copied()) {
            (0xFF, Some(0xC0..=0xCF | 0xD8..=0xEF | 0xFE)) => return at,
            (0xFF, Some(next @ (0x00 | 0xD0..=0xD7))) => {
                plain.extend([0xFF, next]);
                at += 2;
            }
            (0xFF, Some(next)) if next != 0xFF => {
                plain.extend([0xFF, 0x00]);
                at += 2;
            }
            _ => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    at
}

fn png(bytes: &[u8]) -> Result<Cow<'_, [u8]>, RenderProblem> {
    let mut plain: Vec<u8> = bytes.get(..8).unwrap_or_default().to_vec();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let (length, kind) = head.split_at_checked(4).unwrap_or_default();
        let length = length.try_into().map_or(0, u32::from_be_bytes) as usize;
        let Some(data) = after.get(..length) else { break };
        let chunk = rest.get(..length.saturating_add(12)).unwrap_or(rest);
        rest = rest.get(chunk.len()..).unwrap_or_default();
        let is_kept = match kind {
            b"PLTE" if !length.is_multiple_of(3) => return Err(broken("its table of colours is damaged")),
            b"iCCP" => is_small_profile(data),
            b"eXIf" => length <= MAX_EXIF,
            kind => PNG_CHUNKS.iter().any(|known| *known == kind),
        };
        if is_kept {
            plain.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Ok(Cow::Owned(plain));
        }
    }
    plain.extend_from_slice(rest);
    Ok(Cow::Owned(plain))
}

/// True for a profile that unpacks to no more than a profile needs. `data` has a name, a zero, a method and the rest.
fn is_small_profile(data: &[u8]) -> bool {
    let Some(end) = memchr::memchr(0, data) else { return false };
    let packed = data.get(end + 2..).unwrap_or_default();
    let unpacked = std::io::copy(&mut ZlibDecoder::new(packed).take(MAX_PROFILE + 1), &mut std::io::sink());
    unpacked.is_ok_and(|length| length <= MAX_PROFILE)
}

/// Drops descriptions and profiles that are too long, and reads the orientation, which programs write in two ways.
fn webp(bytes: &[u8]) -> PlainPicture<'_> {
    const DESCRIPTIONS: u8 = 0x0C;
    const PROFILE: u8 = 0x20;
    let mut orientation = None;
    let mut dropped = DESCRIPTIONS;
    let mut chunks: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let (kind, length) = head.split_at_checked(4).unwrap_or_default();
        let length = length.try_into().map_or(0, u32::from_le_bytes) as usize;
        let data = after.get(..length).unwrap_or(after);
        let padded = length.saturating_add(length % 2).saturating_add(8);
        let chunk = rest.get(..padded).unwrap_or(rest);
        rest = rest.get(chunk.len()..).unwrap_or_default();
        match kind {
            b"EXIF" => {
                let exif = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
                orientation =
                    exif.get(..MAX_EXIF.min(exif.len())).and_then(Orientation::from_exif_chunk).or(orientation);
            }
            b"XMP " => {}
            b"ICCP" if length as u64 > MAX_PROFILE || data.len() < length => dropped |= PROFILE,
            _ => chunks.extend_from_slice(chunk),
        }
    }
    if chunks.starts_with(b"VP8X")
        && let Some(flags) = chunks.get_mut(8)
    {
        *flags &= !dropped;
    }
    let size = u32::try_from(chunks.len() + 4).unwrap_or(u32::MAX);
    let plain = [b"RIFF".as_slice(), &size.to_le_bytes(), b"WEBP", &chunks].concat();
    PlainPicture { bytes: Cow::Owned(plain), orientation }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
        let length = u32::try_from(data.len()).expect("short");
        [&length.to_be_bytes(), kind.as_slice(), data, &[0; 4]].concat()
    }

    #[test]
    fn profiles_that_unpack_to_much_are_dropped() {
        let packed = |length: usize| {
            let mut packer = flate2::write::ZlibEncoder::new(b"p\0\0".to_vec(), flate2::Compression::fast());
            packer.write_all(&vec![0; length]).expect("packed");
            chunk(b"iCCP", &packer.finish().expect("packed"))
        };
        let file = |profile: Vec<u8>| [b"\x89PNG\r\n\x1A\n".to_vec(), profile, chunk(b"IEND", b"")].concat();
        let has_profile = |length| {
            let file = file(packed(length));
            let plain = plain(&file, PictureFormat::Png).expect("a picture");
            memchr::memmem::find(&plain.bytes, b"iCCP").is_some()
        };
        assert!(has_profile(3_000) && !has_profile(5_000_000));
    }

    #[test]
    fn a_damaged_table_of_colours_is_reported() {
        let file = [b"\x89PNG\r\n\x1A\n".to_vec(), chunk(b"PLTE", &[0; 97])].concat();
        assert!(matches!(plain(&file, PictureFormat::Png), Err(RenderProblem::BrokenPicture { .. })));
    }

    #[test]
    fn chunks_longer_than_the_file_ask_for_no_memory() {
        let exif = [b"EXIF".as_slice(), &3_800_000_000_u32.to_le_bytes(), b"MM\0*"].concat();
        let file = [b"RIFF\x24\0\0\0WEBPVP8 \x02\0\0\0ab".as_slice(), &exif].concat();
        let plain = plain(&file, PictureFormat::WebP).expect("a picture");
        assert_eq!(&*plain.bytes, b"RIFF\x0e\0\0\0WEBPVP8 \x02\0\0\0ab");
    }

    #[test]
    fn the_orientation_of_a_webp_is_found_with_and_without_a_prefix() {
        let block = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        for exif in [block.to_vec(), [b"Exif\0\0".as_slice(), block].concat()] {
            let length = u32::try_from(exif.len()).expect("short");
            let file = [b"RIFF\0\0\0\0WEBPEXIF".as_slice(), &length.to_le_bytes(), &exif].concat();
            assert_eq!(plain(&file, PictureFormat::WebP).expect("a picture").orientation, Some(Orientation::Rotate90));
        }
    }

    #[test]
    fn unknown_marks_in_a_jpeg_are_read_as_pixels() {
        let file = b"\xFF\xD8\xFF\xEE\0\x09Adobe\0d\xFF\xDA\0\x02ab\xFF\x9Fcd\xFF\xD0ef\xFF\x01\xFF\xD9";
        let plain = plain(file, PictureFormat::Jpeg).expect("a picture");
        assert_eq!(&*plain.bytes, b"\xFF\xD8\xFF\xDA\0\x02ab\xFF\0cd\xFF\xD0ef\xFF\0\xFF\xD9");
        let good = b"\xFF\xD8\xFF\xDA\0\x02ab\xFF\0cd\xFF\xD0ef\xFF\xD9";
        assert!(matches!(super::plain(good, PictureFormat::Jpeg).expect("a picture").bytes, Cow::Borrowed(_)));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            for (start, format) in [
                (b"\xFF\xD8\xFF\xDA\0\x02".as_slice(), PictureFormat::Jpeg),
                (b"\x89PNG\r\n\x1A\n", PictureFormat::Png),
                (b"RIFF\0\0\0\0WEBP", PictureFormat::WebP),
            ] {
                let _ = plain(&[start, &bytes].concat(), format);
            }
        }
    }
}
