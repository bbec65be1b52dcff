//! Renders SVG to PNG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Renders an SVG centred in a PNG, as large as fits. `None` if the SVG is invalid.
pub(super) fn png(svg: &str, (width, height): (u32, u32)) -> Option<Vec<u8>> {
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
