//! Decodes a picture file to pixels: upright, in sRGB, no larger than pages need.
//!
//! Only pixels leave this module: metadata is read for orientation and colour profile, then dropped.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError};

use super::container;
use super::format::{PictureFormat, broken};
use super::gif;
use super::jpeg::JpegInfo;
use super::memory_budget::{DecodeCost, MemoryBudget};
use super::profile::to_srgb;
use crate::read::without_panic;
use crate::render::findings::RenderProblem;

/// The largest published size, in pixels.
pub(super) const MAX_WIDTH: u32 = 1600;
const MAX_HEIGHT: u32 = 2400;

/// Decoded pixels: eight bits per channel, RGB or RGBA.
#[derive(Debug)]
pub(super) struct Decoded {
    /// No larger than the largest published size.
    pub(super) pixels: DynamicImage,
    pub(super) format: PictureFormat,
    pub(super) lost: Lost,
}

/// What publishing removes that the owner should know about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lost {
    /// It was animated: only the first frame is shown.
    pub(super) motion: bool,
    /// Its colours were CMYK.
    pub(super) print_colours: bool,
}

/// Read before the pixels are decoded.
struct FileInfo {
    cost: DecodeCost,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
    lost: Lost,
}

/// Decodes a picture.
///
/// # Errors
/// It is damaged, truncated, too large, or in a format Fingerpost doesn't read.
pub(super) fn decode(bytes: &[u8], budget: &MemoryBudget) -> Result<Decoded, RenderProblem> {
    let format = PictureFormat::detect(bytes)?;
    let plain = container::plain(bytes, format)?;
    let bytes = &*plain.bytes;
    let mut info = guarded(|| file_info(bytes, format))?;
    info.orientation = plain.orientation.unwrap_or(info.orientation);
    let shrunk = budget.reserve(info.cost, || {
        guarded(|| {
            let decoded = image::load_from_memory_with_format(bytes, format.image_format());
            Ok(shrink(decoded.map_err(|error| decode_error(&error))?, info.orientation))
        })
    })?;
    let mut pixels = guarded(|| Ok(to_srgb(shrunk, info.profile.as_deref())))?;
    pixels.apply_orientation(info.orientation);
    Ok(Decoded { pixels, format, lost: info.lost })
}

/// A decoder that gives up on a damaged picture must not stop the build.
fn guarded<T>(work: impl FnOnce() -> Result<T, RenderProblem>) -> Result<T, RenderProblem> {
    without_panic(work).unwrap_or_else(|| Err(broken("it is damaged")))
}

fn file_info(bytes: &[u8], format: PictureFormat) -> Result<FileInfo, RenderProblem> {
    let file = || Cursor::new(bytes);
    let read = match format {
        PictureFormat::Jpeg => {
            let jpeg = JpegInfo::of(bytes);
            if !jpeg.complete {
                return Err(truncated());
            }
            JpegDecoder::new(file()).and_then(|decoder| {
                let mut info = FileInfo::of(decoder)?;
                // A progressive decoder holds two bytes per component until the end.
                let held = if jpeg.progressive { 2 * u64::from(jpeg.components) } else { 0 };
                info.cost.bytes_per_pixel += held;
                info.lost.print_colours = jpeg.components == 4;
                Ok(info)
            })
        }
        PictureFormat::Png => PngDecoder::new(file()).and_then(|decoder| {
            let motion = decoder.is_apng()?;
            FileInfo::of(decoder).map(|info| info.animated(motion))
        }),
        PictureFormat::WebP => WebPDecoder::new(file()).and_then(|decoder| {
            let motion = decoder.has_animation();
            FileInfo::of(decoder).map(|info| info.animated(motion))
        }),
        PictureFormat::Gif => {
            GifDecoder::new(file()).and_then(FileInfo::of).map(|info| info.animated(gif::is_animated(bytes)))
        }
    };
    read.map_err(|error| decode_error(&error))
}

impl FileInfo {
    fn of(mut decoder: impl ImageDecoder) -> Result<Self, ImageError> {
        let (width, height) = decoder.dimensions();
        let bytes_per_pixel = u64::from(decoder.color_type().bytes_per_pixel());
        // The metadata is dropped anyway, so damage to it doesn't matter.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().unwrap_or_default();
        Ok(Self { cost: DecodeCost { width, height, bytes_per_pixel }, orientation, profile, lost: Lost::default() })
    }

    fn animated(mut self, motion: bool) -> Self {
        self.lost.motion = motion;
        self
    }
}

/// Shrinks to the largest published size before rotating, so that later steps handle fewer pixels.
fn shrink(decoded: DynamicImage, orientation: Orientation) -> DynamicImage {
    let is_sideways = matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let most = if is_sideways { (MAX_HEIGHT, MAX_WIDTH) } else { (MAX_WIDTH, MAX_HEIGHT) };
    let size = fit((decoded.width(), decoded.height()), most);
    if size.0 < decoded.width() || size.1 < decoded.height() { sized(&decoded, size) } else { decoded }
}

/// A smaller copy. From at least twice the size, averaging looks the same as a filter and is much faster.
pub(super) fn sized(pixels: &DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    if (width, height) == (pixels.width(), pixels.height()) {
        pixels.clone()
    } else if pixels.width() / 2 >= width {
        pixels.thumbnail_exact(width, height)
    } else {
        pixels.resize_exact(width, height, FilterType::CatmullRom)
    }
}

/// Scales a size down to fit into another. Never enlarges; each side is at least one pixel.
pub(super) fn fit((width, height): (u32, u32), (max_width, max_height): (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(max_width) / f64::from(width)).min(f64::from(max_height) / f64::from(height)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a u32 is a u32")]
    let part = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    (part(width), part(height))
}

fn truncated() -> RenderProblem {
    broken("its end is missing, as if it was not copied or saved to the end")
}

fn decode_error(error: &ImageError) -> RenderProblem {
    let text = error.to_string().to_lowercase();
    match error {
        ImageError::IoError(_) => truncated(),
        _ if text.contains("eof") || text.contains("end of file") || text.contains("not enough data") => truncated(),
        ImageError::Unsupported(_) => broken("it is written in a rare way that we do not read"),
        _ => broken("it is damaged"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_decoder_is_a_broken_picture() {
        let result: Result<(), RenderProblem> = guarded(|| panic!("a decoder gives up"));
        assert!(matches!(result, Err(RenderProblem::BrokenPicture { .. })));
    }

    #[test]
    fn size_fits_and_is_never_enlarged() {
        assert_eq!(fit((4000, 3000), (1600, 2400)), (1600, 1200));
        assert_eq!(fit((1000, 8000), (1600, 2400)), (300, 2400));
        assert_eq!(fit((300, 200), (1600, 2400)), (300, 200));
        assert_eq!(fit((60_000, 1), (1600, 2400)), (1600, 1));
    }
}
