//! Text as outlines, for SVG in places without the site's font.

use std::fmt::Write as _;

use ttf_parser::{Face, OutlineBuilder};

/// A font.
pub(super) struct FontOutlines<'a> {
    face: Face<'a>,
}

/// Text as outlines.
pub(super) struct Outlines {
    /// For the `d` attribute of an SVG path; the baseline is at 0, and y grows downwards.
    pub(super) path: String,
    pub(super) width: f32,
}

impl<'a> FontOutlines<'a> {
    /// `None` if the bytes aren't a TrueType font.
    pub(super) fn new(font: &'a [u8]) -> Option<Self> {
        Face::parse(font, 0).ok().map(|face| Self { face })
    }

    /// Outlines of text at a size in pixels. `None` if the font lacks a character.
    pub(super) fn outlines(&self, text: &str, size: f32) -> Option<Outlines> {
        let scale = size / f32::from(self.face.units_per_em());
        let mut pen = Pen { path: String::new(), at: 0.0, scale };
        for ch in text.chars() {
            let glyph = self.face.glyph_index(ch)?;
            // A space has no outline.
            let _ = self.face.outline_glyph(glyph, &mut pen);
            pen.at += f32::from(self.face.glyph_hor_advance(glyph)?) * scale;
        }
        Some(Outlines { path: pen.path, width: pen.at })
    }

    /// The height of capitals at a size in pixels.
    pub(super) fn capital_height(&self, size: f32) -> f32 {
        let height = self.face.capital_height().unwrap_or_else(|| self.face.ascender());
        f32::from(height) * size / f32::from(self.face.units_per_em())
    }
}

/// Builds an SVG path from glyph outlines.
struct Pen {
    path: String,
    at: f32,
    scale: f32,
}

impl Pen {
    fn push(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (index, (x, y)) in points.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            // Writing to a String can't fail.
            let _ = write!(self.path, "{space}{:.2} {:.2}", self.at + x * self.scale, -y * self.scale);
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[(x, y)]);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[(x, y)]);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[(x1, y1), (x, y)]);
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[(x1, y1), (x2, y2), (x, y)]);
    }
    fn close(&mut self) {
        self.path.push('Z');
    }
}
