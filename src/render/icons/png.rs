//! Renders SVG to PNG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::read::without_panic;

/// Renders an SVG centred in a PNG, as large as fits. `None` if the SVG is invalid.
pub(super) fn png(svg: &str, size: (u32, u32)) -> Option<Vec<u8>> {
    // The library panics on some shapes.
    without_panic(|| draw(svg, size)).flatten()
}

fn draw(svg: &str, (width, height): (u32, u32)) -> Option<Vec<u8>> {
    let mut options = Options::default();
    // Nothing is read from the disk: pictures are embedded in the SVG.
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    let tree = Tree::from_str(svg, &options).ok()?;
    let mut pixels = Pixmap::new(width, height)?;
    #[expect(clippy::cast_precision_loss, reason = "sizes of icons are small")]
    let (wide, high) = (width as f32, height as f32);
    let scale = (wide / tree.size().width()).min(high / tree.size().height());
    let left = (wide - tree.size().width() * scale) / 2.0;
    let top = (high - tree.size().height() * scale) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(left, top);
    resvg::render(&tree, place, &mut pixels.as_mut());
    pixels.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_on_which_the_library_panics_is_invalid() {
        let svg = |path: &str| {
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><path d=\"{path}\"/></svg>")
        };
        assert!(png(&svg("M35 14h14l7 5.5-7 5.5H35z"), (180, 180)).is_some());
        let huge = "M0 50c12-8 22-9 33-6s21 2 31-4v12a12 12 0 0 1-12 12H12A100000000000000000000 12 0 0 1 0 52z";
        assert_eq!(png(&svg(huge), (180, 180)), None);
    }
}
