//! The card that other websites and messengers show beside a link to this one.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Icons;
use super::font_outlines::{FontOutlines, Outlines};

/// The size that the large services show without cutting (Open Graph, 1.91:1).
pub(super) const SIZE: (u32, u32) = (1200, 630);
/// Sizes of the name, the largest first, in pixels.
const SIZES: [f32; 4] = [104.0, 84.0, 68.0, 54.0];
/// How wide a line may be, and how many there may be.
const WIDTH: f32 = 1040.0;
const LINES: usize = 3;
const LEFT: f32 = 80.0;

/// The card as SVG. `None` if the font lacks a letter of the name, or the name is longer than a card.
pub(super) fn card(brand: &Icons<'_>, colour: &str, lettering: &FontOutlines<'_>) -> Option<String> {
    let name = brand.layout.name;
    let (size, lines) = SIZES.iter().find_map(|size| Some((*size, wrapped(name, *size, lettering)?)))?;
    // A language whose letters the font lacks goes without this line.
    let about = lettering.outlines(&brand.layout.card_line, 44.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1200 630\" width=\"1200\" height=\"630\">\
         <rect width=\"1200\" height=\"630\" fill=\"{colour}\"/>{ARMS}"
    );
    if let Some(logo) = brand.logo.filter(|logo| !logo.needs_fonts) {
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

/// Four arms, as on a fingerpost, in the corner.
const ARMS: &str = "<path fill=\"#fff\" fill-opacity=\".16\" d=\"M1010 0h20v250h-20zM1030 20h110l26 20-26 20h-110zM1010 \
                    74H930l-26 20 26 20h80zM1030 128h84l26 20-26 20h-84zM1010 182H902l-26 20 26 20h108z\"/>";

fn words(outlines: &Outlines, base: f32) -> String {
    format!("<path fill=\"#fff\" transform=\"translate({LEFT} {base:.2})\" d=\"{}\"/>", outlines.path)
}

/// A name in as few lines as it takes. `None` if they are too many or too long.
fn wrapped(name: &str, size: f32, lettering: &FontOutlines<'_>) -> Option<Vec<Outlines>> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer {
            Some(longer) if lettering.outlines(&longer, size)?.width <= WIDTH => {
                lines.pop();
                lines.push(longer);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let outlines: Option<Vec<Outlines>> = lines.iter().map(|line| lettering.outlines(line, size)).collect();
    outlines.filter(|lines| lines.len() <= LINES && lines.iter().all(|line| line.width <= WIDTH))
}
