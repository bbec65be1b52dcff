//! The icon: the school's own, its logo, its initials, or ours.

use super::Icons;
use super::font_outlines::FontOutlines;

/// Words of names that say nothing in initials.
const LITTLE: [&str; 12] =
    ["of", "the", "and", "for", "at", "in", "school", "academy", "college", "sixth", "form", "centre"];
/// A logo is an icon if it is about as wide as high.
const SQUARE: std::ops::RangeInclusive<f32> = 0.8..=1.25;

/// The icon as SVG.
pub(super) fn icon(brand: &Icons<'_>, colour: &str, lettering: Option<&FontOutlines<'_>>) -> String {
    if let Some(own) = brand.own_icon {
        return own.to_owned();
    }
    let logo = brand.logo.filter(|logo| SQUARE.contains(&logo.proportion) && !logo.needs_fonts);
    if let Some(logo) = logo {
        return logo.svg.clone();
    }
    let drawn = lettering.and_then(|lettering| drawn(&initials(brand.layout.short_name), colour, lettering));
    drawn.unwrap_or_else(|| format!("{OPEN}<rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{colour}\"/>{POST}</svg>"))
}

const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"64\" height=\"64\">";
/// A fingerpost.
const POST: &str = "<path fill=\"#fff\" d=\"M29 6h6v52h-6zM18 12h28l9 8-9 8H18zM46 32H18l-9 8 9 8h28z\"/>";

/// Letters on a rounded square of the school's colour.
fn drawn(initials: &str, colour: &str, lettering: &FontOutlines<'_>) -> Option<String> {
    let size = if initials.chars().count() > 1 { 34.0 } else { 42.0 };
    let outlines = lettering.outlines(initials, size).filter(|outlines| outlines.width > 0.0)?;
    let left = 32.0 - outlines.width / 2.0;
    let base = 32.0 + lettering.capital_height(size) / 2.0;
    Some(format!(
        "{OPEN}<rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{colour}\"/>\
         <path fill=\"#fff\" transform=\"translate({left:.2} {base:.2})\" d=\"{}\"/></svg>",
        outlines.path
    ))
}

/// “Ridgeway School” → “R”, “St Anne's Academy” → “SA”.
fn initials(name: &str) -> String {
    let said = |word: &&str| !LITTLE.contains(&word.to_lowercase().as_str());
    let letters =
        name.split([' ', '-']).filter(said).filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

/// An icon with a white ground and a margin: home screens cut corners, and fill holes with black.
pub(super) fn on_ground(icon: &str) -> String {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::STANDARD.encode(icon);
    format!(
        "{OPEN}<rect width=\"64\" height=\"64\" fill=\"#fff\"/>\
         <image x=\"6\" y=\"6\" width=\"52\" height=\"52\" href=\"data:image/svg+xml;base64,{data}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_leave_out_what_every_school_is_called() {
        assert_eq!(initials("Ridgeway School"), "R");
        assert_eq!(initials("St Anne's Academy"), "SA");
        assert_eq!(initials("Ysgol Gyfun Ŵyr"), "YG");
        assert_eq!(initials("The College"), "");
    }
}
