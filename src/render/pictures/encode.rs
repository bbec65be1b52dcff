//! Pixels become files: WebP for browsers of today, JPEG or PNG for all others, in the widths that pages use.
//!
//! Photographs go out as lossy WebP and JPEG, drawings and screenshots as lossless WebP and PNG: whichever
//! of the two is smaller tells which it is. Holes need PNG. The same pixels always give the same bytes.

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageError};
use serde::{Deserialize, Serialize};

use super::decode::{Upright, WIDEST, fit, sized};
use super::format::{Kind, broken};
use crate::render::findings::RenderProblem;

/// The widths in which a picture is shown: phones, phones with fine screens, and pages at their widest.
const WIDTHS: [u32; 3] = [480, 960, WIDEST];
/// Quality of 100: where a photograph of two million pixels shows no flaw at arm's length.
const WEBP_QUALITY: f32 = 75.0;
const JPEG_QUALITY: u8 = 78;

/// What a picture is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A page shows it.
    Shown,
    /// A page links to it, under this kind of name.
    Linked(Kind),
}

/// A picture in one size and format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Encoded {
    pub(super) sort: Sort,
    pub(super) bytes: Vec<u8>,
}

/// The size and format of an encoded picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sort {
    /// The ending of its file.
    pub(super) ending: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Encodes a picture for its purpose; in each format the widest comes last.
///
/// # Errors
/// An encoder fails, which it has no reason to.
pub(super) fn encode(upright: &Upright, purpose: Purpose) -> Result<Vec<Encoded>, RenderProblem> {
    let most = (upright.pixels.width(), upright.pixels.height());
    match purpose {
        Purpose::Linked(kind) => Ok(vec![in_kind(&upright.pixels, kind)?]),
        Purpose::Shown => {
            let drawn = is_drawn(upright)?;
            let fallback = if drawn || upright.pixels.color().has_alpha() { Kind::Png } else { Kind::Jpeg };
            let mut encoded = Vec::new();
            for width in widths(most.0) {
                let pixels = sized(&upright.pixels, fit(most, (width, u32::MAX)));
                encoded.push(encoded_as(Kind::WebP, &pixels, webp(&pixels, drawn)?));
                encoded.push(in_kind(&pixels, fallback)?);
            }
            Ok(encoded)
        }
    }
}

/// The widths for a picture that is this wide at most. Two that are nearly the same are not worth a file.
fn widths(most: u32) -> Vec<u32> {
    let narrower = WIDTHS.into_iter().filter(|width| width * 5 / 4 < most);
    narrower.chain([most]).collect()
}

/// True for flat colours and sharp edges, which JPEG blurs and PNG makes small.
fn is_drawn(upright: &Upright) -> Result<bool, RenderProblem> {
    if upright.kind == Kind::Jpeg {
        return Ok(false);
    }
    let size = (upright.pixels.width(), upright.pixels.height());
    let sample = sized(&upright.pixels, fit(size, (480, u32::MAX)));
    Ok(png(&sample)?.len() <= jpeg(&DynamicImage::ImageRgb8(sample.to_rgb8()))?.len())
}

fn in_kind(pixels: &DynamicImage, kind: Kind) -> Result<Encoded, RenderProblem> {
    let bytes = match kind {
        Kind::Jpeg => jpeg(&on_white(pixels))?,
        Kind::Png => png(pixels)?,
        Kind::WebP => webp(pixels, false)?,
        Kind::Gif => gif(pixels)?,
    };
    Ok(encoded_as(kind, pixels, bytes))
}

fn encoded_as(kind: Kind, pixels: &DynamicImage, bytes: Vec<u8>) -> Encoded {
    let sort = Sort { ending: kind.extension().to_owned(), width: pixels.width(), height: pixels.height() };
    Encoded { sort, bytes }
}

/// JPEG has no holes: they become white, as on paper.
fn on_white(pixels: &DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return pixels.clone();
    }
    let mut white = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(
        pixels.width(),
        pixels.height(),
        image::Rgba([255, 255, 255, 255]),
    ));
    image::imageops::overlay(&mut white, pixels, 0, 0);
    DynamicImage::ImageRgb8(white.to_rgb8())
}

fn webp(pixels: &DynamicImage, lossless: bool) -> Result<Vec<u8>, RenderProblem> {
    let (bytes, width, height) = (pixels.as_bytes(), pixels.width(), pixels.height());
    let encoder = if pixels.color().has_alpha() {
        webp::Encoder::from_rgba(bytes, width, height)
    } else {
        webp::Encoder::from_rgb(bytes, width, height)
    };
    let encoded = encoder.encode_simple(lossless, WEBP_QUALITY).map_err(|_| not_encoded())?;
    Ok(encoded.to_vec())
}

fn jpeg(pixels: &DynamicImage) -> Result<Vec<u8>, RenderProblem> {
    written(|bytes| pixels.write_with_encoder(JpegEncoder::new_with_quality(bytes, JPEG_QUALITY)))
}

/// A PNG of these pixels.
pub(super) fn png(pixels: &DynamicImage) -> Result<Vec<u8>, RenderProblem> {
    written(|bytes| {
        pixels.write_with_encoder(PngEncoder::new_with_quality(bytes, CompressionType::Default, FilterType::Adaptive))
    })
}

fn gif(pixels: &DynamicImage) -> Result<Vec<u8>, RenderProblem> {
    written(|bytes| {
        GifEncoder::new(bytes).encode(
            pixels.to_rgba8().as_raw(),
            pixels.width(),
            pixels.height(),
            image::ExtendedColorType::Rgba8,
        )
    })
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> Result<(), ImageError>) -> Result<Vec<u8>, RenderProblem> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|_| not_encoded())?;
    Ok(bytes)
}

fn not_encoded() -> RenderProblem {
    broken("it cannot be written for the web")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_end_with_the_picture_itself() {
        assert_eq!(widths(1600), [480, 960, 1600]);
        assert_eq!(widths(1000), [480, 1000]);
        assert_eq!(widths(300), [300]);
    }

    #[test]
    fn drawings_stay_sharp_and_photographs_become_small() {
        let flat =
            image::RgbImage::from_fn(900, 600, |x, _| image::Rgb(if x < 450 { [11, 93, 78] } else { [244, 201, 93] }));
        let mut seed = 1u32;
        let noisy = image::RgbImage::from_fn(900, 600, |x, y| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (seed >> 27) as u8;
            image::Rgb([(x / 4) as u8 / 2 + noise, (y / 4) as u8 / 2 + noise, 100 + noise])
        });
        let endings = |pixels| {
            let upright =
                Upright { pixels: DynamicImage::ImageRgb8(pixels), kind: Kind::Png, lost: Default::default() };
            let encoded = encode(&upright, Purpose::Shown).expect("encoded");
            encoded.into_iter().map(|one| one.sort.ending).collect::<Vec<_>>()
        };
        assert_eq!(endings(flat), ["webp", "png", "webp", "png"]);
        assert_eq!(endings(noisy), ["webp", "jpg", "webp", "jpg"]);
    }
}
