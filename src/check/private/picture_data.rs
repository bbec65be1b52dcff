//! A picture's file contains where it was taken, who took it or who is in it. Cameras and picture programs write that
//! into the file, unseen. Fingerpost removes it from every picture it publishes. The file in your folder still has it,
//! and a folder may be copied or shared. The UK Safer Internet Centre advises schools to remove location and other data
//! from pictures before they are uploaded anywhere (managing student image and video content, as stored in November
//! 2026).
//!
//! Wrong:
//!
//! ```text
//! media/visit.jpg     (straight from a phone)
//! ```
//!
//! Right:
//!
//! ```text
//! media/visit.jpg     (in Windows: Properties, Details, Remove Properties and Personal Information)
//! ```

use img_parts::jpeg::Jpeg;
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};
use memchr::memmem;
use rayon::prelude::*;

use crate::check::RuleInput;
use crate::read::Media;
use crate::read::exif::{ARTIST, Exif, POSITION, WINDOWS_AUTHOR};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("picture-data");

/// Personal data in the file of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct PictureMetadata {
    place: bool,
    person: bool,
}

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let inspected: Vec<(&Media, PictureMetadata)> =
        input.sources.media.par_iter().filter_map(|file| Some((file, inspect(file)?))).collect();
    for (file, metadata) in inspected {
        let what = match metadata {
            PictureMetadata { place: true, person: true } => "where it was taken, and somebody's name",
            PictureMetadata { place: true, person: false } => "where it was taken",
            PictureMetadata { person: true, .. } => "somebody's name",
            PictureMetadata { .. } => continue,
        };
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("this picture's file contains {what}"),
            help: "Fingerpost removes it from the site, but the file in your folder still has it. In Windows, choose Properties, \
                   then Details, then Remove Properties and Personal Information."
                .into(),
        };
        findings.advise(advice, Place::of_file(file.path.as_str()));
    }
}

fn inspect(file: &Media) -> Option<PictureMetadata> {
    let bytes = || file.bytes().ok().map(|bytes| Bytes::from(bytes.into_owned()));
    match file.path.extension().as_str() {
        "jpg" | "jpeg" => {
            let picture = Jpeg::from_bytes(bytes()?).ok()?;
            let has_text = |segment: &&img_parts::jpeg::JpegSegment| [0xE1, 0xED].contains(&segment.marker());
            let segments = picture.segments().iter().filter(has_text).map(|segment| in_text(segment.contents()));
            Some(segments.fold(in_exif(picture.exif()), PictureMetadata::and))
        }
        "png" => {
            let picture = Png::from_bytes(bytes()?).ok()?;
            let has_text = |chunk: &&img_parts::png::PngChunk| [*b"tEXt", *b"iTXt"].contains(&chunk.kind());
            let chunks = picture.chunks().iter().filter(has_text).map(|chunk| in_text(chunk.contents()));
            Some(chunks.fold(in_exif(picture.exif()), PictureMetadata::and))
        }
        "webp" => {
            let picture = WebP::from_bytes(bytes()?).ok()?;
            let chunk = picture.chunk_by_id(*b"XMP ").and_then(|chunk| chunk.content().data());
            Some(in_exif(picture.exif()).and(chunk.map_or_else(PictureMetadata::default, |text| in_text(text))))
        }
        _ => None,
    }
}

impl PictureMetadata {
    fn and(self, other: Self) -> Self {
        Self { place: self.place || other.place, person: self.person || other.person }
    }
}

/// Ignores the empty GPS directory and the empty name that many cameras write.
fn in_exif(block: Option<Bytes>) -> PictureMetadata {
    let Some(exif) = block.as_deref().and_then(Exif::new) else { return PictureMetadata::default() };
    let has_value = |tag| exif.value(tag).is_some_and(|text| text.iter().any(|byte| byte.is_ascii_alphanumeric()));
    PictureMetadata {
        // A directory with only its version has no position.
        place: exif.entries_at(POSITION).is_some_and(|entries| entries > 1),
        person: has_value(ARTIST) || has_value(WINDOWS_AUTHOR),
    }
}

/// Personal data as text: XMP, IPTC, and the text chunks of PNG.
fn in_text(text: &[u8]) -> PictureMetadata {
    const PLACE: [&[u8]; 3] = [b"exif:GPSLatitude", b"Iptc4xmpCore:Location", b"photoshop:City"];
    const PERSON: [&[u8]; 6] =
        [b"dc:creator", b"PersonInImage", b"mwg-rs:Name", b"MPReg:PersonDisplayName", b"Author\0", b"photoshop:Credit"];
    // IPTC: a by-line that is not empty.
    let by_line =
        memmem::find(text, b"\x1C\x02\x50\0").and_then(|at| text.get(at + 4)).is_some_and(|length| *length > 0);
    let any = |markers: &[&[u8]]| markers.iter().any(|marker| memmem::find(text, marker).is_some());
    PictureMetadata { place: any(&PLACE), person: any(&PERSON) || text.starts_with(b"Photoshop 3.0\0") && by_line }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block with an artist, and a GPS directory with `position` entries.
    fn block(artist: &[u8; 4], position: u8) -> Bytes {
        let mut block = b"MM\0*\0\0\0\x08\0\x02".to_vec();
        block.extend(b"\x01\x3B\0\x02\0\0\0\x04");
        block.extend(artist);
        block.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0");
        block.extend([0, position]);
        Bytes::from(block)
    }

    #[test]
    fn position_and_name_are_found() {
        assert_eq!(in_exif(Some(block(b"Ana\0", 4))), PictureMetadata { place: true, person: true });
        assert_eq!(in_exif(Some(block(b"   \0", 1))), PictureMetadata::default());
        assert_eq!(in_exif(None), PictureMetadata::default());
        assert_eq!(in_text(b"<exif:GPSLatitude>51,30N"), PictureMetadata { place: true, person: false });
        assert_eq!(
            in_text(b"Photoshop 3.0\08BIM\x1C\x02\x50\0\x03Ana"),
            PictureMetadata { place: false, person: true }
        );
        assert_eq!(in_text(b"Photoshop 3.0\08BIM\x1C\x02\x50\0\0"), PictureMetadata::default());
        assert_eq!(in_text(b"<xmp:CreatorTool>GIMP"), PictureMetadata::default());
    }
}
