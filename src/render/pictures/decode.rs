//! A picture file becomes pixels: upright, in the colours of screens, no larger than pages need.
//!
//! Nothing but pixels comes out of here: metadata is read for the turn and the colours, then left behind.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError};

use super::format::{Kind, broken};
use super::gif;
use super::jpeg::Outline;
use super::memory_budget::{DecodeCost, MemoryBudget};
use super::profile::to_screen_colours;
use crate::render::findings::RenderProblem;

/// The widest and highest that a picture goes out, in pixels.
pub(super) const WIDEST: u32 = 1600;
const HIGHEST: u32 = 2400;

/// A picture that is ready to be encoded: eight bits for each of red, green, blue and, if it has holes, opacity.
#[derive(Debug)]
pub(super) struct Upright {
    /// As large as it goes out at most.
    pub(super) pixels: DynamicImage,
    pub(super) kind: Kind,
    /// What became of it that its owner should know.
    pub(super) lost: Lost,
}

/// What a picture cannot take along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lost {
    /// It moved: its first image stands still.
    pub(super) motion: bool,
    /// Its colours were for print.
    pub(super) print_colours: bool,
}

/// What a file says of itself before its pixels are read.
struct Head {
    load: DecodeCost,
    turn: Orientation,
    profile: Option<Vec<u8>>,
    lost: Lost,
}

/// Reads a picture.
///
/// # Errors
/// It is damaged, cut short, too large, or of a kind that we do not read.
pub(super) fn upright(bytes: &[u8], budget: &MemoryBudget) -> Result<Upright, RenderProblem> {
    let kind = Kind::of(bytes)?;
    let head = head(bytes, kind)?;
    let shrunk = budget.reserve(head.load, || {
        let decoded = image::load_from_memory_with_format(bytes, kind.format()).map_err(|error| trouble(&error))?;
        Ok(shrink(decoded, head.turn))
    })?;
    let mut pixels = to_screen_colours(shrunk, head.profile.as_deref());
    pixels.apply_orientation(head.turn);
    Ok(Upright { pixels, kind, lost: head.lost })
}

fn head(bytes: &[u8], kind: Kind) -> Result<Head, RenderProblem> {
    let file = || Cursor::new(bytes);
    let read = match kind {
        Kind::Jpeg => {
            let outline = Outline::of(bytes);
            if !outline.whole {
                return Err(cut_short());
            }
            JpegDecoder::new(file()).and_then(|decoder| {
                let mut head = Head::of(decoder)?;
                // A progressive picture keeps two bytes for each component until its end.
                let kept = if outline.progressive { 2 * u64::from(outline.components) } else { 0 };
                head.load.bytes_per_pixel += kept;
                head.lost.print_colours = outline.components == 4;
                Ok(head)
            })
        }
        Kind::Png => PngDecoder::new(file()).and_then(|decoder| {
            let motion = decoder.is_apng()?;
            Head::of(decoder).map(|head| head.moving(motion))
        }),
        Kind::WebP => WebPDecoder::new(file()).and_then(|decoder| {
            let motion = decoder.has_animation();
            Head::of(decoder).map(|head| head.moving(motion))
        }),
        Kind::Gif => GifDecoder::new(file()).and_then(Head::of).map(|head| head.moving(gif::moves(bytes))),
    };
    read.map_err(|error| trouble(&error))
}

impl Head {
    fn of(mut decoder: impl ImageDecoder) -> Result<Self, ImageError> {
        let (width, height) = decoder.dimensions();
        let bytes_per_pixel = u64::from(decoder.color_type().bytes_per_pixel());
        // Damaged metadata is no reason to refuse a picture that has none of it afterwards.
        let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let profile = decoder.icc_profile().unwrap_or_default();
        Ok(Self { load: DecodeCost { width, height, bytes_per_pixel }, turn, profile, lost: Lost::default() })
    }

    fn moving(mut self, motion: bool) -> Self {
        self.lost.motion = motion;
        self
    }
}

/// As large as it goes out at most, before it is turned: the fewer pixels are carried on, the better.
fn shrink(decoded: DynamicImage, turn: Orientation) -> DynamicImage {
    let lies = matches!(
        turn,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    );
    let most = if lies { (HIGHEST, WIDEST) } else { (WIDEST, HIGHEST) };
    let size = fit((decoded.width(), decoded.height()), most);
    if size.0 < decoded.width() || size.1 < decoded.height() { sized(&decoded, size) } else { decoded }
}

/// A picture in a smaller size. From at least twice the size, averaging is as good as anything, and much faster.
pub(super) fn sized(pixels: &DynamicImage, (width, height): (u32, u32)) -> DynamicImage {
    if (width, height) == (pixels.width(), pixels.height()) {
        pixels.clone()
    } else if pixels.width() / 2 >= width {
        pixels.thumbnail_exact(width, height)
    } else {
        pixels.resize_exact(width, height, FilterType::CatmullRom)
    }
}

/// A size with the same proportions that fits into another. It never grows, and is at least one pixel.
pub(super) fn fit((width, height): (u32, u32), (widest, highest): (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(widest) / f64::from(width)).min(f64::from(highest) / f64::from(height)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a u32 is a u32")]
    let part = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    (part(width), part(height))
}

fn cut_short() -> RenderProblem {
    broken("its end is missing, as if it was not copied or saved to the end")
}

fn trouble(error: &ImageError) -> RenderProblem {
    let text = error.to_string().to_lowercase();
    match error {
        ImageError::IoError(_) => cut_short(),
        _ if text.contains("eof") || text.contains("end of file") || text.contains("not enough data") => cut_short(),
        ImageError::Unsupported(_) => broken("it is written in a rare way that we do not read"),
        _ => broken("it is damaged"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_fits_and_never_grows() {
        assert_eq!(fit((4000, 3000), (1600, 2400)), (1600, 1200));
        assert_eq!(fit((1000, 8000), (1600, 2400)), (300, 2400));
        assert_eq!(fit((300, 200), (1600, 2400)), (300, 200));
        assert_eq!(fit((60_000, 1), (1600, 2400)), (1600, 1));
    }
}
