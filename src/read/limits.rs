//! Upper limits for a content folder. Anything larger is a mistake or an attack.

use crate::report::ContentPath;

/// The size of a text file, in bytes.
const MAX_TEXT_BYTES: u64 = 2_000_000;
/// The size of a picture or document, in bytes.
const MAX_MEDIA_BYTES: u64 = 25_000_000;
/// Files in a content folder.
pub(super) const MAX_FILES: usize = 50_000;
/// Levels of folders.
pub(super) const MAX_DEPTH: usize = 8;

/// The unpacked size of a spreadsheet in the content folder, in bytes.
pub(super) const MAX_UNPACKED_BYTES: u64 = 64_000_000;
/// The unpacked size of an imported spreadsheet, in bytes: 50,000 answers to forty questions take half.
pub(super) const MAX_IMPORT_BYTES: u64 = 300_000_000;
/// How much of a CSV file counts as its top, in bytes. Even, because characters of UTF-16 take two.
pub(super) const MAX_TOP_BYTES: usize = 256 * 1024;

/// The kind of a file, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SourceKind {
    Text,
    Media,
    Theme,
    Other,
}

impl SourceKind {
    /// The largest size, in bytes.
    pub(super) fn max_bytes(self) -> u64 {
        match self {
            Self::Text => MAX_TEXT_BYTES,
            _ => MAX_MEDIA_BYTES,
        }
    }
}

pub(super) fn kind_of(path: &ContentPath) -> SourceKind {
    if path.as_str().starts_with("theme/") {
        return SourceKind::Theme;
    }
    match path.extension().as_str() {
        "md" | "yaml" | "yml" => SourceKind::Text,
        "svg" | "png" | "jpg" | "jpeg" | "webp" | "gif" | "pdf" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp"
        | "txt" | "csv" | "tsv" | "xls" | "xlsm" | "xlsb" => SourceKind::Media,
        _ => SourceKind::Other,
    }
}

/// The name of a picture format that not every browser shows, by the file's extension.
pub fn unsupported_picture_format(path: &ContentPath) -> Option<&'static str> {
    match path.extension().as_str() {
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
