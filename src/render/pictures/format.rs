//! Detects a picture's format from its first bytes, whatever the file's extension.

use crate::programme::ContentProblem;
use image::ImageFormat;

use crate::render::findings::RenderProblem;

/// A picture format that Fingerpost reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PictureFormat {
    Jpeg,
    Png,
    WebP,
    Gif,
}

impl PictureFormat {
    /// The format of these bytes.
    ///
    /// # Errors
    /// They are empty, a picture in another format, or not a picture.
    pub(super) fn detect(bytes: &[u8]) -> Result<Self, RenderProblem> {
        match bytes {
            [] => Err(broken("the file is empty")),
            [0xFF, 0xD8, 0xFF, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Ok(Self::Png),
            [b'G', b'I', b'F', b'8', ..] => Ok(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
                Err(unsupported(if brand.starts_with(b"avif") { "AVIF" } else { "HEIC" }))
            }
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Err(unsupported("TIFF")),
            [b'B', b'M', ..] => Err(unsupported("BMP")),
            [b'8', b'B', b'P', b'S', ..] => Err(unsupported("Photoshop")),
            [b'%', b'P', b'D', b'F', ..] => Err(broken("it is a PDF with the extension of a picture")),
            [b'P', b'K', 3, 4, ..] => {
                Err(broken("it is an office document or archive with the extension of a picture"))
            }
            [b'<', ..] => Err(broken("it is a text, such as a web page or a drawing, with the extension of a picture")),
            _ => Err(broken("it is not a picture, or it is damaged")),
        }
    }

    /// The format for a file extension in lower case.
    pub(super) fn from_extension(extension: &str) -> Option<Self> {
        match extension {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            "gif" => Some(Self::Gif),
            _ => None,
        }
    }

    /// The name for people.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
        }
    }

    /// The usual file extension.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
        }
    }

    pub(super) fn image_format(self) -> ImageFormat {
        match self {
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Png => ImageFormat::Png,
            Self::WebP => ImageFormat::WebP,
            Self::Gif => ImageFormat::Gif,
        }
    }
}

/// A file that isn't a usable picture, and why.
pub(super) fn broken(reason: &str) -> RenderProblem {
    RenderProblem::BrokenPicture { reason: reason.to_owned() }
}

fn unsupported(format: &'static str) -> RenderProblem {
    ContentProblem::PictureFormat { format, shown: true }.into()
}
