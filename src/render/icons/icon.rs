//! The icon: the school's custom icon, its logo, its initials, or a fingerpost.

use super::font_outlines::FontOutlines;
use super::source::IconSource;

/// Words that don't count for initials.
const IGNORED_WORDS: [&str; 12] =
    ["of", "the", "and", "for", "at", "in", "school", "academy", "college", "sixth", "form", "centre"];
/// Proportions of a logo that works as an icon.
const NEARLY_SQUARE: std::ops::RangeInclusive<f32> = 0.8..=1.25;

/// The icon as SVG.
pub(super) fn icon(source: &IconSource<'_>, colour: &str, font: Option<&FontOutlines<'_>>) -> String {
    if let Some(icon) = source.custom_icon {
        return icon.to_owned();
    }
    let logo = source.logo.filter(|logo| NEARLY_SQUARE.contains(&logo.proportion) && !logo.needs_fonts);
    if let Some(logo) = logo {
        return logo.svg.clone();
    }
    let initials_icon = font.and_then(|font| initials_icon(&initials(source.layout.short_name), colour, font));
    initials_icon
        .unwrap_or_else(|| format!("{OPEN}<rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{colour}\"/>{POST}</svg>"))
}

const OPEN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\" width=\"64\" height=\"64\">";
/// A fingerpost.
const POST: &str = "<path fill=\"#fff\" d=\"M29 6h6v52h-6zM18 12h28l9 8-9 8H18zM46 32H18l-9 8 9 8h28z\"/>";

/// Initials on a rounded square in the school's colour.
fn initials_icon(initials: &str, colour: &str, font: &FontOutlines<'_>) -> Option<String> {
    let size = if initials.chars().count() > 1 { 34.0 } else { 42.0 };
    let outlines = font.outlines(initials, size).filter(|outlines| outlines.width > 0.0)?;
    let left = 32.0 - outlines.width / 2.0;
    let base = 32.0 + font.capital_height(size) / 2.0;
    Some(format!(
        "{OPEN}<rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{colour}\"/>\
         <path fill=\"#fff\" transform=\"translate({left:.2} {base:.2})\" d=\"{}\"/></svg>",
        outlines.path
    ))
}

/// “Ridgeway School” → “R”, “St Anne's Academy” → “SA”.
fn initials(name: &str) -> String {
    let counts = |word: &&str| !IGNORED_WORDS.contains(&word.to_lowercase().as_str());
    let initials =
        name.split([' ', '-']).filter(counts).filter_map(|word| word.chars().find(|ch| ch.is_alphanumeric()));
    initials.take(2).flat_map(char::to_uppercase).collect()
}

/// An icon with a margin on white: home screens cut off corners and fill transparency with black.
pub(super) fn on_background(icon: &str) -> String {
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
    fn initials_leave_out_common_words() {
        assert_eq!(initials("Ridgeway School"), "R");
        assert_eq!(initials("St Anne's Academy"), "SA");
        assert_eq!(initials("Ysgol Gyfun Ŵyr"), "YG");
        assert_eq!(initials("The College"), "");
    }
}
