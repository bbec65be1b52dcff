//! What a file is by its first bytes, whatever its name says.

use crate::programme::ContentProblem;
use image::ImageFormat;

use crate::render::findings::RenderProblem;

/// A kind of picture that we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
}

impl Kind {
    /// The kind of these bytes.
    ///
    /// # Errors
    /// They are nothing, another kind of picture, or no picture.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, RenderProblem> {
        match bytes {
            [] => Err(broken("the file is empty")),
            [0xFF, 0xD8, 0xFF, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Ok(Self::Png),
            [b'G', b'I', b'F', b'8', ..] => Ok(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Self::WebP),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
                Err(foreign(if brand.starts_with(b"avif") { "AVIF" } else { "HEIC" }))
            }
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Err(foreign("TIFF")),
            [b'B', b'M', ..] => Err(foreign("BMP")),
            [b'8', b'B', b'P', b'S', ..] => Err(foreign("Photoshop")),
            [b'%', b'P', b'D', b'F', ..] => Err(broken("it is a PDF with the ending of a picture")),
            [b'P', b'K', 3, 4, ..] => Err(broken("it is an office document or archive with the ending of a picture")),
            [b'<', ..] => Err(broken("it is a text, such as a web page or a drawing, with the ending of a picture")),
            _ => Err(broken("it is not a picture, or it is damaged")),
        }
    }

    /// The kind that a file's ending promises.
    pub(super) fn promised(ending: &str) -> Option<Self> {
        match ending {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            "gif" => Some(Self::Gif),
            _ => None,
        }
    }

    /// Its name, as people know it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
        }
    }

    /// The ending of its files.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
        }
    }

    /// The decoder's name for it.
    pub(super) fn format(self) -> ImageFormat {
        match self {
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Png => ImageFormat::Png,
            Self::WebP => ImageFormat::WebP,
            Self::Gif => ImageFormat::Gif,
        }
    }
}

/// Why a file is no picture.
pub(super) fn broken(reason: &str) -> RenderProblem {
    RenderProblem::BrokenPicture { reason: reason.to_owned() }
}

fn foreign(format: &'static str) -> RenderProblem {
    ContentProblem::PictureFormat { format, shown: true }.into()
}
