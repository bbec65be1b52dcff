//! Colours as screens show them without a profile (sRGB, IEC 61966-2-1).
//!
//! Phones write colours of a wider range and say so in a profile. The profile can name its maker, and a
//! picture without it would look dull: so the colours are converted before it goes.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// Eight bits a channel, red, green and blue, in the colours of screens. A profile that cannot be used is passed over.
pub(super) fn to_screen_colours(pixels: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let has_holes = pixels.color().has_alpha();
    let grey = !pixels.color().has_color();
    let plain = if has_holes {
        DynamicImage::ImageRgba8(pixels.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(pixels.into_rgb8())
    };
    // A grey profile only says how dark grey is; what is left of it is small.
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
    fn wide_colours_become_the_nearest_of_a_screen() {
        let wide = ColorProfile::new_display_p3().encode().expect("a profile");
        let pixel = |colour: [u8; 3]| DynamicImage::ImageRgb8(image::RgbImage::from_pixel(1, 1, image::Rgb(colour)));
        let shown = |colour| to_screen_colours(pixel(colour), Some(&wide)).into_rgb8().get_pixel(0, 0).0;
        // Computed apart from this program, with the matrices of Display P3 and sRGB: grey stays grey, green grows stronger.
        assert_eq!(shown([128, 128, 128]), [128, 128, 128]);
        let [r, g, b] = shown([100, 180, 80]);
        assert!(r.abs_diff(65) <= 2 && g.abs_diff(182) <= 2 && b.abs_diff(63) <= 2, "{r} {g} {b}");
        assert_eq!(to_screen_colours(pixel([1, 2, 3]), Some(b"no profile")).into_rgb8().get_pixel(0, 0).0, [1, 2, 3]);
    }
}
