//! The card that other websites and messengers show next to a link to the site.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::font_outlines::{FontOutlines, Outlines};
use super::source::IconSource;

/// The size that large services show without cropping (Open Graph, 1.91:1).
pub(super) const SIZE: (u32, u32) = (1200, 630);
/// Font sizes of the name in pixels, largest first.
const FONT_SIZES: [f32; 4] = [104.0, 84.0, 68.0, 54.0];
/// Pixels per line, and lines.
const MAX_LINE_WIDTH: f32 = 1040.0;
const MAX_LINES: usize = 3;
const LEFT: f32 = 80.0;

/// The card as SVG. `None` if the font lacks a character of the name, or the name doesn't fit.
pub(super) fn card(source: &IconSource<'_>, colour: &str, font: &FontOutlines<'_>) -> Option<String> {
    let name = source.layout.name;
    let (size, lines) = FONT_SIZES.iter().find_map(|size| Some((*size, wrapped(name, *size, font)?)))?;
    // Left out if the font lacks the language's characters.
    let about = font.outlines(&source.layout.card_line, 44.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" width=\"1200\" height=\"630\">\
         <rect width=\"1200\" height=\"630\" fill=\"{colour}\"/>{ARMS}"
    );
    if let Some(logo) = source.logo.filter(|logo| !logo.needs_fonts) {
        let data = STANDARD.encode(&logo.svg);
        svg.push_str(&format!(
            "<rect x=\"{LEFT}\" y=\"64\" width=\"136\" height=\"136\" rx=\"18\" fill=\"#fff\"/>\
             <image x=\"88\" y=\"72\" width=\"120\" height=\"120\" href=\"data:image/svg+xml;base64,{data}\"/>"
        ));
    }
    let mut base = 490.0;
    for line in lines.iter().rev() {
        svg.push_str(&words(line, base));
        base -= size * 1.12;
    }
    svg.extend(about.map(|about| words(&about, 566.0)));
    svg.push_str("</svg>");
    Some(svg)
}

/// The four arms of a fingerpost, in the corner.
const ARMS: &str = "<path fill=\"#fff\" fill-opacity=\".16\" d=\"M1010 0h20v250h-20zM1030 20h110l26 20-26 20h-110zM1010 \
                    74H930l-26 20 26 20h80zM1030 128h84l26 20-26 20h-84zM1010 182H902l-26 20 26 20h108z\"/>";

fn words(outlines: &Outlines, base: f32) -> String {
    format!("<path fill=\"#fff\" transform=\"translate({LEFT} {base:.2})\" d=\"{}\"/>", outlines.path)
}

/// Wraps a name. `None` if it takes too many lines or a word is too long.
fn wrapped(name: &str, size: f32, font: &FontOutlines<'_>) -> Option<Vec<Outlines>> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer {
            Some(longer) if font.outlines(&longer, size)?.width <= MAX_LINE_WIDTH => {
                lines.pop();
                lines.push(longer);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let outlines: Option<Vec<Outlines>> = lines.iter().map(|line| font.outlines(line, size)).collect();
    outlines.filter(|lines| lines.len() <= MAX_LINES && lines.iter().all(|line| line.width <= MAX_LINE_WIDTH))
}
