//! What a careers programme could honestly need; more is a mistake or an attack.

use crate::report::ContentPath;

/// The largest text file, in bytes.
const LARGEST_TEXT: u64 = 2_000_000;
/// The largest picture or document, in bytes.
const LARGEST_MEDIA: u64 = 25_000_000;
/// The most files in a content folder.
pub(super) const MOST_FILES: usize = 50_000;
/// How deep folders may lie in folders.
pub(super) const DEEPEST: usize = 8;

/// How much of a sheet is unpacked, in bytes, before it is refused.
pub(super) const LARGEST_UNPACKED: u64 = 64_000_000;
/// How much of a sheet that is imported is unpacked, in bytes: 50,000 answers to forty questions take half.
pub(super) const LARGEST_IMPORT: u64 = 300_000_000;
/// How much of a sheet that is text is looked at, in bytes. An even number: some letters take two.
pub(super) const TOP_OF_TEXT: usize = 256 * 1024;

/// What a file is, as far as its path tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Media,
    Theme,
    Other,
}

impl Kind {
    /// The largest size in bytes.
    pub(super) fn limit(self) -> u64 {
        match self {
            Self::Text => LARGEST_TEXT,
            _ => LARGEST_MEDIA,
        }
    }
}

pub(super) fn kind_of(path: &ContentPath) -> Kind {
    if path.as_str().starts_with("theme/") {
        return Kind::Theme;
    }
    match path.ending().as_str() {
        "md" | "yaml" | "yml" => Kind::Text,
        "svg" | "png" | "jpg" | "jpeg" | "webp" | "gif" | "pdf" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp"
        | "txt" | "csv" | "tsv" | "xls" | "xlsm" | "xlsb" => Kind::Media,
        _ => Kind::Other,
    }
}

/// The name of a picture format that no browser or not every browser shows, by a file's ending.
pub fn foreign_picture(path: &ContentPath) -> Option<&'static str> {
    match path.ending().as_str() {
        "heic" | "heif" => Some("HEIC"),
        "avif" => Some("AVIF"),
        "tif" | "tiff" => Some("TIFF"),
        "bmp" => Some("BMP"),
        "psd" => Some("Photoshop"),
        "ai" | "eps" => Some("Illustrator"),
        "jxl" => Some("JPEG XL"),
        "arw" | "cr2" | "cr3" | "dng" | "nef" | "orf" | "raf" | "rw2" => Some("camera raw"),
        _ => None,
    }
}
