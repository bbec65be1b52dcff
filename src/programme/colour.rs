//! The school's colour, made readable.
//!
//! Whatever colour a school chooses, text in it or on it reaches a contrast of 7:1 (WCAG 2.2, success
//! criterion 1.4.6). Its lightness is moved in OKLCH, where hue and strength stay what they are.

use csscolorparser::Color;

/// The colour of a school that has not chosen one.
pub(crate) const DEFAULT_COLOUR: &str = "#1f4e5f";
/// The contrast to reach (WCAG 2.2, 1.4.6).
const MIN_CONTRAST: f32 = 7.0;
/// The contrast of links on dark pages: light text on dark looks thinner than it is.
const MIN_CONTRAST_ON_DARK: f32 = 9.0;
/// The darkest surface that light pages put text on, and the lightest that dark pages do.
const LIGHT_SURFACE: &str = "#f3f5f4";
const DARK_SURFACE: &str = "#1d2426";
const DARK_INK: &str = "#eef2f1";

const WHITE: Color = Color { r: 1.0, g: 1.0, b: 1.0, a: 1.0 };
const BLACK: Color = Color { r: 0.0, g: 0.0, b: 0.0, a: 1.0 };

/// The school's colour as a background for white text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SchoolColour {
    /// As the school gives it, in hexadecimal.
    pub(crate) chosen: String,
    /// As the site shows it, in hexadecimal: the same, or darker.
    pub(crate) shown: String,
    /// The contrast of white text on the chosen colour, 1 to 21 (WCAG 2.2, definition of contrast ratio).
    pub(crate) contrast: f32,
    /// The contrast of white text on the shown colour, at least 7.
    pub(crate) contrast_shown: f32,
}

impl SchoolColour {
    /// From a colour as school.yaml gives it: `#0b5d4e` or a CSS name. `None` if it isn't a colour.
    pub(crate) fn new(colour: &str) -> Option<Self> {
        let chosen = as_shown(&csscolorparser::parse(colour).ok()?);
        let shown = readable(&chosen, &WHITE, Towards::Dark);
        Some(Self {
            chosen: hex(&chosen),
            shown: hex(&shown),
            contrast: contrast(&chosen, &WHITE),
            contrast_shown: contrast(&shown, &WHITE),
        })
    }
}

/// The colours derived from the school's colour for one colour scheme.
struct Tokens {
    school: Color,
    on: Color,
    /// Links and titles on pages.
    ink: Color,
    /// The hill below the fingerpost: darker than the masthead, so that text may run over it.
    hill: Color,
}

/// The style tokens made from the school's colour, for light and dark pages.
pub(crate) fn tokens(colour: Option<&str>) -> String {
    let parse = |text: &str| csscolorparser::parse(text).ok();
    let school = colour.and_then(parse).or_else(|| parse(DEFAULT_COLOUR)).unwrap_or(BLACK);
    let css = |tokens: &Tokens| {
        let Tokens { school, on, ink, hill } = tokens;
        let [school, on, ink, hill] = [school, on, ink, hill].map(hex);
        format!(":root{{--school:{school};--school-on:{on};--school-ink:{ink};--hill:{hill}}}")
    };
    format!("{}\n@media (prefers-color-scheme:dark){{{}}}\n", css(&light(&school)), css(&dark(&school)))
}

fn light(school: &Color) -> Tokens {
    let surface = readable(school, &WHITE, Towards::Dark);
    let tint = csscolorparser::parse(LIGHT_SURFACE).unwrap_or(WHITE);
    Tokens { on: WHITE, ink: readable(school, &tint, Towards::Dark), hill: darker(&surface), school: surface }
}

/// A light bar glares on a dark page: the surface there is a deep tint of the same hue.
fn dark(school: &Color) -> Tokens {
    let parse = |text: &str, or: Color| csscolorparser::parse(text).unwrap_or(or);
    let surface = deep(school);
    Tokens {
        on: parse(DARK_INK, WHITE),
        ink: readable(school, &parse(DARK_SURFACE, BLACK), Towards::Light),
        hill: darker(&surface),
        school: surface,
    }
}

#[derive(Clone, Copy)]
enum Towards {
    Light,
    Dark,
}

/// The colour nearest to this one, in lightness, that reaches the contrast on a surface.
fn readable(colour: &Color, surface: &Color, towards: Towards) -> Color {
    let minimum = match towards {
        Towards::Light => MIN_CONTRAST_ON_DARK,
        Towards::Dark => MIN_CONTRAST,
    };
    let [lightness, chroma, hue, _] = colour.to_oklcha();
    for step in 0..=100u8 {
        let part = f32::from(step) / 100.0;
        let (lightness, chroma) = match towards {
            Towards::Dark => (lightness * (1.0 - part), chroma * (1.0 - part * 0.5)),
            Towards::Light => (lightness + (1.0 - lightness) * part, chroma * (1.0 - part * part)),
        };
        let moved = as_shown(&Color::from_oklcha(lightness, chroma, hue, 1.0));
        if contrast(&moved, surface) >= minimum {
            return moved;
        }
    }
    match towards {
        Towards::Dark => BLACK,
        Towards::Light => WHITE,
    }
}

fn deep(colour: &Color) -> Color {
    let [_, chroma, hue, _] = colour.to_oklcha();
    as_shown(&Color::from_oklcha(0.28, chroma.min(0.06), hue, 1.0))
}

fn darker(colour: &Color) -> Color {
    let [lightness, chroma, hue, _] = colour.to_oklcha();
    as_shown(&Color::from_oklcha(lightness * 0.86, chroma, hue, 1.0))
}

/// What a screen shows: eight bits a channel.
fn as_shown(colour: &Color) -> Color {
    let [r, g, b, _] = colour.clone().clamp().to_rgba8();
    Color::from_rgba8(r, g, b, 255)
}

fn hex(colour: &Color) -> String {
    let [r, g, b, _] = colour.to_rgba8();
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
fn contrast(a: &Color, b: &Color) -> f32 {
    let luminance = |colour: &Color| {
        let [r, g, b, _] = colour.to_linear_rgba();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The contrast of edges and shapes that carry meaning (WCAG 2.2, 1.4.11).
    const MIN_GRAPHIC_CONTRAST: f32 = 3.0;

    /// The colours that a style sheet names, for light pages and for dark ones.
    fn named(css: &str) -> [BTreeMap<String, Color>; 2] {
        let (light, rest) = css.split_once("prefers-color-scheme").expect("both schemes");
        let dark = rest.split("@media").next().expect("a part");
        [light, dark].map(|part| {
            let values = part.split(['{', ';', '}']).filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
            let colours = values.filter(|(_, value)| value.trim().starts_with('#'));
            colours
                .map(|(name, value)| (name.to_owned(), csscolorparser::parse(value.trim()).expect("a colour")))
                .collect()
        })
    }

    /// The text colours and the surfaces that they appear on.
    const TEXT: [&str; 8] = ["ink", "quiet", "visited", "pupils", "parents", "staff", "employers", "school-ink"];
    const PAGES: [&str; 2] = ["paper", "tint"];

    fn too_weak(colours: &BTreeMap<String, Color>) -> Vec<String> {
        let of = |name: &str| colours.get(name).unwrap_or_else(|| panic!("--{name} is not there"));
        let on_pages = TEXT.into_iter().map(|text| (text, MIN_CONTRAST)).chain([("mark", MIN_GRAPHIC_CONTRAST)]);
        let mut pairs: Vec<_> = on_pages.flat_map(|(text, least)| PAGES.map(|page| (text, page, least))).collect();
        pairs.extend([("school-on", "school", MIN_CONTRAST), ("school-on", "hill", MIN_CONTRAST)]);
        let weak = pairs.into_iter().filter(|(text, surface, least)| contrast(of(text), of(surface)) < *least);
        weak.map(|(text, surface, _)| format!("{text} on {surface}: {}", contrast(of(text), of(surface)))).collect()
    }

    proptest::proptest! {
        #[test]
        fn every_pair_of_colours_reaches_its_contrast_for_any_school_colour(r: u8, g: u8, b: u8) {
            let ours = named(include_str!("../../themes/default/style/10-tokens.css"));
            let schools = named(&tokens(Some(&format!("#{r:02x}{g:02x}{b:02x}"))));
            for (mut colours, school) in ours.into_iter().zip(schools) {
                colours.extend(school);
                let weak = too_weak(&colours);
                proptest::prop_assert!(weak.is_empty(), "{weak:?}");
            }
        }
    }

    #[test]
    fn surfaces_here_are_those_of_the_theme() {
        let [light, dark] = named(include_str!("../../themes/default/style/10-tokens.css"));
        let known = [(&light, "tint", LIGHT_SURFACE), (&dark, "tint", DARK_SURFACE), (&dark, "ink", DARK_INK)];
        assert!(known.iter().all(|(colours, name, here)| hex(&colours[*name]) == *here));
    }
}
