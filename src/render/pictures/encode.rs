//! Encodes pixels: WebP for current browsers, JPEG or PNG for all others, in the widths that pages use.
//!
//! Photographs become lossy WebP and JPEG, drawings and screenshots lossless WebP and PNG, whichever of JPEG and PNG
//! is smaller. Transparency needs PNG. The same pixels always give the same bytes.

use std::borrow::Cow;

use crate::render::findings::RenderProblem;
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageError, Rgba};
use serde::{Deserialize, Serialize};

use super::decode::{Decoded, MAX_WIDTH, fit, sized};
use super::format::{PictureFormat, broken};

/// Published widths in pixels: phones, phones with high-resolution screens, and the widest pages.
const WIDTHS: [u32; 3] = [480, 960, MAX_WIDTH];
/// Quality out of 100. A two-megapixel photograph shows no artefacts at arm's length.
const WEBP_QUALITY: f32 = 75.0;
const JPEG_QUALITY: u8 = 78;
/// Of a photograph that will be encoded once more for pages.
const ORIGINAL_QUALITY: u8 = 90;

/// How pages use a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A page shows it.
    Shown,
    /// A page links to it, so it keeps the format of its extension.
    Linked(PictureFormat),
}

/// A picture in one size and format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Encoded {
    pub(super) info: EncodedInfo,
    pub(super) bytes: Vec<u8>,
}

/// The size and format of an encoded picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EncodedInfo {
    pub(super) extension: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Encodes a picture for its purpose; in each format the widest comes last.
///
/// # Errors
/// An encoder fails.
pub(super) fn encode(decoded: &Decoded, purpose: Purpose) -> Result<Vec<Encoded>, RenderProblem> {
    let most = (decoded.pixels.width(), decoded.pixels.height());
    match purpose {
        Purpose::Linked(format) => Ok(vec![in_format(&decoded.pixels, format)?]),
        Purpose::Shown => {
            let drawing = is_drawing(decoded)?;
            let fallback =
                if drawing || decoded.pixels.color().has_alpha() { PictureFormat::Png } else { PictureFormat::Jpeg };
            let mut encoded = Vec::new();
            for width in widths(most.0) {
                let pixels = sized(&decoded.pixels, fit(most, (width, u32::MAX)));
                encoded.push(encoded_as(PictureFormat::WebP, &pixels, webp(&pixels, drawing)?));
                encoded.push(in_format(&pixels, fallback)?);
            }
            Ok(encoded)
        }
    }
}

/// Encodes a picture to be kept, in the largest published size.
///
/// # Errors
/// An encoder fails.
pub(super) fn encode_original(decoded: &Decoded) -> Result<Encoded, RenderProblem> {
    let pixels = &decoded.pixels;
    if pixels.color().has_alpha() || is_drawing(decoded)? {
        return in_format(pixels, PictureFormat::Png);
    }
    Ok(encoded_as(PictureFormat::Jpeg, pixels, jpeg(pixels, ORIGINAL_QUALITY)?))
}

/// The widths to publish. Widths close to the picture's own are skipped.
fn widths(most: u32) -> Vec<u32> {
    let narrower = WIDTHS.into_iter().filter(|width| width * 5 / 4 < most);
    narrower.chain([most]).collect()
}

/// True for flat colours and sharp edges, which JPEG blurs and PNG compresses well.
fn is_drawing(decoded: &Decoded) -> Result<bool, RenderProblem> {
    if decoded.format == PictureFormat::Jpeg {
        return Ok(false);
    }
    let size = (decoded.pixels.width(), decoded.pixels.height());
    let sample = sized(&decoded.pixels, fit(size, (480, u32::MAX)));
    Ok(png(&sample)?.len() <= jpeg(&DynamicImage::ImageRgb8(sample.to_rgb8()), JPEG_QUALITY)?.len())
}

fn in_format(pixels: &DynamicImage, format: PictureFormat) -> Result<Encoded, RenderProblem> {
    let bytes = match format {
        PictureFormat::Jpeg => jpeg(&on_white(pixels), JPEG_QUALITY)?,
        PictureFormat::Png => png(pixels)?,
        PictureFormat::WebP => webp(pixels, false)?,
        PictureFormat::Gif => gif(pixels)?,
    };
    Ok(encoded_as(format, pixels, bytes))
}

fn encoded_as(format: PictureFormat, pixels: &DynamicImage, bytes: Vec<u8>) -> Encoded {
    let info = EncodedInfo { extension: format.extension().to_owned(), width: pixels.width(), height: pixels.height() };
    Encoded { info, bytes }
}

/// JPEG has no transparency: it becomes white.
fn on_white(pixels: &DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return pixels.clone();
    }
    let mut white = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(
        pixels.width(),
        pixels.height(),
        Rgba([255, 255, 255, 255]),
    ));
    image::imageops::overlay(&mut white, pixels, 0, 0);
    DynamicImage::ImageRgb8(white.to_rgb8())
}

/// Programs keep the colours of what somebody erased, such as a face.
fn without_hidden_colours(pixels: &DynamicImage) -> Cow<'_, DynamicImage> {
    let DynamicImage::ImageRgba8(pixels) = pixels else { return Cow::Borrowed(pixels) };
    let mut seen = pixels.clone();
    for pixel in seen.pixels_mut() {
        if let Rgba([_, _, _, 0]) = pixel {
            *pixel = Rgba([0; 4]);
        }
    }
    Cow::Owned(DynamicImage::ImageRgba8(seen))
}

fn webp(pixels: &DynamicImage, lossless: bool) -> Result<Vec<u8>, RenderProblem> {
    let pixels = without_hidden_colours(pixels);
    let (bytes, width, height) = (pixels.as_bytes(), pixels.width(), pixels.height());
    let encoder = if pixels.color().has_alpha() {
        webp::Encoder::from_rgba(bytes, width, height)
    } else {
        webp::Encoder::from_rgb(bytes, width, height)
    };
    let encoded = encoder.encode_simple(lossless, WEBP_QUALITY).map_err(|_| encode_error())?;
    Ok(encoded.to_vec())
}

fn jpeg(pixels: &DynamicImage, quality: u8) -> Result<Vec<u8>, RenderProblem> {
    encode_with(|bytes| pixels.write_with_encoder(JpegEncoder::new_with_quality(bytes, quality)))
}

pub(super) fn png(pixels: &DynamicImage) -> Result<Vec<u8>, RenderProblem> {
    encode_with(|bytes| {
        without_hidden_colours(pixels).write_with_encoder(PngEncoder::new_with_quality(
            bytes,
            CompressionType::Default,
            FilterType::Adaptive,
        ))
    })
}

fn gif(pixels: &DynamicImage) -> Result<Vec<u8>, RenderProblem> {
    encode_with(|bytes| {
        GifEncoder::new(bytes).encode(
            without_hidden_colours(pixels).to_rgba8().as_raw(),
            pixels.width(),
            pixels.height(),
            image::ExtendedColorType::Rgba8,
        )
    })
}

fn encode_with(write: impl FnOnce(&mut Vec<u8>) -> Result<(), ImageError>) -> Result<Vec<u8>, RenderProblem> {
    let mut bytes = Vec::new();
    write(&mut bytes).map_err(|_| encode_error())?;
    Ok(bytes)
}

fn encode_error() -> RenderProblem {
    broken("it cannot be written for the web")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_end_with_the_original_width() {
        assert_eq!(widths(1600), [480, 960, 1600]);
        assert_eq!(widths(1000), [480, 1000]);
        assert_eq!(widths(300), [300]);
    }

    #[test]
    fn drawings_become_png_and_photographs_jpeg() {
        let flat =
            image::RgbImage::from_fn(900, 600, |x, _| image::Rgb(if x < 450 { [11, 93, 78] } else { [244, 201, 93] }));
        let mut seed = 1u32;
        let noisy = image::RgbImage::from_fn(900, 600, |x, y| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (seed >> 27) as u8;
            image::Rgb([(x / 4) as u8 / 2 + noise, (y / 4) as u8 / 2 + noise, 100 + noise])
        });
        let extensions = |pixels| {
            let decoded = Decoded {
                pixels: DynamicImage::ImageRgb8(pixels),
                format: PictureFormat::Png,
                lost: Default::default(),
            };
            let encoded = encode(&decoded, Purpose::Shown).expect("encoding succeeds");
            encoded.into_iter().map(|one| one.info.extension).collect::<Vec<_>>()
        };
        assert_eq!(extensions(flat), ["webp", "png", "webp", "png"]);
        assert_eq!(extensions(noisy), ["webp", "jpg", "webp", "jpg"]);
    }
}
