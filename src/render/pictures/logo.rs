//! The school's logo, for icons, link cards and the page header.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::decode::{decode, fit, sized};
use super::encode::png;
use super::memory_budget::MemoryBudget;
use super::svg;
use crate::read::Media;
use crate::render::findings::RenderProblem;

/// Sizes of bitmap logos: for the largest icon, and in the page header on high-resolution screens.
const MAX_SIZE: (u32, u32) = (512, 512);
const IN_HEADER: (u32, u32) = (384, 140);

/// A logo that icons and pages can embed.
#[derive(Clone, Debug)]
pub(in crate::render) struct Logo {
    /// A bitmap logo is embedded in the SVG.
    pub(in crate::render) svg: String,
    /// Width divided by height.
    pub(in crate::render) proportion: f32,
    /// True if it contains text, which needs fonts that only some computers have.
    pub(in crate::render) needs_fonts: bool,
    /// A small PNG, for bitmap logos.
    pub(in crate::render) bitmap: Option<Vec<u8>>,
}

impl Logo {
    /// # Errors
    /// The file can't be read or decoded.
    pub(in crate::render) fn of(media: &Media) -> Result<Self, RenderProblem> {
        let bytes = media.bytes()?;
        let budget = MemoryBudget::default();
        if media.path.extension() == "svg" { Self::drawing(&bytes, &budget) } else { Self::bitmap(&bytes, &budget) }
    }

    fn drawing(bytes: &[u8], budget: &MemoryBudget) -> Result<Self, RenderProblem> {
        let drawing = svg::clean(bytes, budget)?;
        let svg = String::from_utf8_lossy(&drawing.bytes).into_owned();
        let needs_fonts = svg.contains("<text");
        Ok(Self { svg, proportion: proportion(drawing.size.unwrap_or((1, 1))), needs_fonts, bitmap: None })
    }

    fn bitmap(bytes: &[u8], budget: &MemoryBudget) -> Result<Self, RenderProblem> {
        let decoded = decode(bytes, budget)?;
        let size = (decoded.pixels.width(), decoded.pixels.height());
        let large = sized(&decoded.pixels, fit(size, MAX_SIZE));
        let data = STANDARD.encode(png(&large)?);
        let (width, height) = (large.width(), large.height());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\"><image width=\"{width}\" height=\"{height}\" href=\"data:image/png;base64,{data}\"/></svg>"
        );
        let small = png(&sized(&decoded.pixels, fit(size, IN_HEADER)))?;
        Ok(Self { svg, proportion: proportion(size), needs_fonts: false, bitmap: Some(small) })
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pictures are small")]
fn proportion((width, height): (u32, u32)) -> f32 {
    width as f32 / height as f32
}
