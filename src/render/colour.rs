//! The school's colour, made readable.
//!
//! Whatever colour a school brings, text in it or on it reaches a contrast of 7:1 (WCAG 2.2, success
//! criterion 1.4.6). Its lightness is moved in OKLCH, where hue and strength stay what they are.

use csscolorparser::Color;

/// The colour of schools that bring none.
const DEFAULT: &str = "#1f4e5f";
/// The contrast to reach (WCAG 2.2, 1.4.6).
const ENOUGH: f32 = 7.0;
/// What links on dark pages get: light letters on dark look thinner than they are.
const COMFORTABLE: f32 = 9.0;
/// The darkest surface that light pages put text on, and the lightest that dark pages do.
const LIGHT_SURFACE: &str = "#f3f5f4";
const DARK_SURFACE: &str = "#1d2426";

const WHITE: Color = Color { r: 1.0, g: 1.0, b: 1.0, a: 1.0 };

/// What becomes of the school's colour behind white letters.
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolColour {
    /// As the school gives it, in hexadecimal.
    pub said: String,
    /// As the site shows it, in hexadecimal: the same, or darker.
    pub shown: String,
    /// The contrast of white letters on the school's own, 1 to 21 (WCAG 2.2, definition of contrast ratio).
    pub contrast: f32,
    /// Their contrast on what is shown, 7 at the least.
    pub contrast_shown: f32,
}

impl SchoolColour {
    /// From a colour as school.yaml gives it: `#0b5d4e` or a CSS name. `None` if it is no colour.
    pub fn new(colour: &str) -> Option<Self> {
        let said = as_shown(&csscolorparser::parse(colour).ok()?);
        let shown = readable(&said, &WHITE, Towards::Dark);
        Some(Self {
            said: hex(&said),
            shown: hex(&shown),
            contrast: contrast(&said, &WHITE),
            contrast_shown: contrast(&shown, &WHITE),
        })
    }
}

/// The style tokens made from the school's colour, for light and dark pages.
pub(super) fn tokens(colour: Option<&str>) -> String {
    let parse = |text: &str| csscolorparser::parse(text).ok();
    let black = Color::new(0.0, 0.0, 0.0, 1.0);
    let school = colour.and_then(parse).or_else(|| parse(DEFAULT)).unwrap_or(black);
    let light = parse(LIGHT_SURFACE).unwrap_or(WHITE);
    let dark = parse(DARK_SURFACE).unwrap_or(black);
    let surface = readable(&school, &WHITE, Towards::Dark);
    let ink = readable(&school, &light, Towards::Dark);
    // A light bar glares on a dark page: the surface there is a deep tint of the same hue.
    let night = deep(&school);
    let night_on = readable(&school, &night, Towards::Light);
    let night_ink = readable(&school, &dark, Towards::Light);
    format!(
        ":root{{--school:{};--school-on:#ffffff;--school-ink:{}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--school:{};--school-on:{};--school-ink:{}}}}}\n",
        hex(&surface),
        hex(&ink),
        hex(&night),
        hex(&night_on),
        hex(&night_ink),
    )
}

#[derive(Clone, Copy)]
enum Towards {
    Light,
    Dark,
}

/// The colour nearest to this one, in lightness, that reaches the contrast on a surface.
fn readable(colour: &Color, surface: &Color, towards: Towards) -> Color {
    let enough = match towards {
        Towards::Light => COMFORTABLE,
        Towards::Dark => ENOUGH,
    };
    let [lightness, chroma, hue, _] = colour.to_oklcha();
    for step in 0..=100u8 {
        let part = f32::from(step) / 100.0;
        let (lightness, chroma) = match towards {
            Towards::Dark => (lightness * (1.0 - part), chroma * (1.0 - part * 0.5)),
            Towards::Light => (lightness + (1.0 - lightness) * part, chroma * (1.0 - part * part)),
        };
        let moved = as_shown(&Color::from_oklcha(lightness, chroma, hue, 1.0));
        if contrast(&moved, surface) >= enough {
            return moved;
        }
    }
    match towards {
        Towards::Dark => Color::new(0.0, 0.0, 0.0, 1.0),
        Towards::Light => Color::new(1.0, 1.0, 1.0, 1.0),
    }
}

fn deep(colour: &Color) -> Color {
    let [_, chroma, hue, _] = colour.to_oklcha();
    as_shown(&Color::from_oklcha(0.28, chroma.min(0.06), hue, 1.0))
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
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_colour_becomes_readable(r: u8, g: u8, b: u8) {
            let css = tokens(Some(&format!("#{r:02x}{g:02x}{b:02x}")));
            let colours: Vec<Color> = css.split('#').skip(1).filter_map(|part| csscolorparser::parse(&format!("#{}", &part[..6])).ok()).collect();
            let [surface, on, ink, night, night_on, night_ink] = &colours[..] else { panic!("{css}") };
            let light = csscolorparser::parse(LIGHT_SURFACE).expect("a colour");
            let dark = csscolorparser::parse(DARK_SURFACE).expect("a colour");
            for (text, surface) in [(on, surface), (ink, &light), (night_on, night), (night_ink, &dark)] {
                proptest::prop_assert!(contrast(text, surface) >= ENOUGH, "{} on {}", hex(text), hex(surface));
            }
        }
    }
}
