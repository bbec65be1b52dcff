//! The school's logo, for icons, cards and the head of every page.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::decode::{fit, sized, upright};
use super::encode::png;
use super::memory_budget::MemoryBudget;
use super::svg;
use crate::read::Media;
use crate::render::findings::RenderProblem;

/// How large bitmaps stay, for the largest icon, and how high they stand in the head of a page on fine screens.
const LARGEST: (u32, u32) = (512, 512);
const IN_HEAD: (u32, u32) = (384, 140);

/// A logo, ready to be drawn.
#[derive(Clone, Debug)]
pub(in crate::render) struct Logo {
    /// As SVG, with a bitmap inside if it is one.
    pub(in crate::render) svg: String,
    /// How wide it is for its height.
    pub(in crate::render) proportion: f32,
    /// True if it is written in letters of fonts that only some computers have.
    pub(in crate::render) needs_fonts: bool,
    /// A small PNG, if it is a bitmap.
    pub(in crate::render) bitmap: Option<Vec<u8>>,
}

impl Logo {
    /// From its file.
    ///
    /// # Errors
    /// It cannot be read or drawn.
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
        let upright = upright(bytes, budget)?;
        let size = (upright.pixels.width(), upright.pixels.height());
        let large = sized(&upright.pixels, fit(size, LARGEST));
        let data = STANDARD.encode(png(&large)?);
        let (width, height) = (large.width(), large.height());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\"><image width=\"{width}\" height=\"{height}\" href=\"data:image/png;base64,{data}\"/></svg>"
        );
        let small = png(&sized(&upright.pixels, fit(size, IN_HEAD)))?;
        Ok(Self { svg, proportion: proportion(size), needs_fonts: false, bitmap: Some(small) })
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of pictures are small")]
fn proportion((width, height): (u32, u32)) -> f32 {
    width as f32 / height as f32
}
