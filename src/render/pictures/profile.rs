//! Converts colours to sRGB (IEC 61966-2-1), so that the colour profile can be dropped.
//!
//! Phones use a wider gamut and embed a profile. The profile can identify its maker, and without it the picture would
//! look dull.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Eight-bit RGB or RGBA in sRGB. A profile that can't be used is ignored.
pub(super) fn to_srgb(pixels: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let has_alpha = pixels.color().has_alpha();
    let grey = !pixels.color().has_color();
    let plain = if has_alpha {
        DynamicImage::ImageRgba8(pixels.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(pixels.into_rgb8())
    };
    // A grey profile only changes the brightness curve; ignoring it is hardly visible.
    match profile.filter(|_| !grey).and_then(|profile| converted(&plain, profile)) {
        Some(converted) => converted,
        None => plain,
    }
}

fn converted(pixels: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let layout = if pixels.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let screen = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &screen, layout, TransformOptions::default()).ok()?;
    let mut target = vec![0; pixels.as_bytes().len()];
    transform.transform(pixels.as_bytes(), &mut target).ok()?;
    let (width, height) = (pixels.width(), pixels.height());
    if pixels.color().has_alpha() {
        image::RgbaImage::from_raw(width, height, target).map(DynamicImage::ImageRgba8)
    } else {
        image::RgbImage::from_raw(width, height, target).map(DynamicImage::ImageRgb8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_p3_colours_become_srgb() {
        let wide = ColorProfile::new_display_p3().encode().expect("a profile");
        let pixel = |colour: [u8; 3]| DynamicImage::ImageRgb8(image::RgbImage::from_pixel(1, 1, image::Rgb(colour)));
        let shown = |colour| to_srgb(pixel(colour), Some(&wide)).into_rgb8().get_pixel(0, 0).0;
        // Computed independently, with the matrices of Display P3 and sRGB: grey stays grey, green gets more saturated.
        assert_eq!(shown([128, 128, 128]), [128, 128, 128]);
        let [r, g, b] = shown([100, 180, 80]);
        assert!(r.abs_diff(65) <= 2 && g.abs_diff(182) <= 2 && b.abs_diff(63) <= 2, "{r} {g} {b}");
        assert_eq!(to_srgb(pixel([1, 2, 3]), Some(b"no profile")).into_rgb8().get_pixel(0, 0).0, [1, 2, 3]);
    }
}
