//! The school's marks: icons for browsers and phones, the card that other websites show, and the logo.
//!
//! Takes the logo, the name and the colour; gives files, drawn from an SVG each. A logo that is about as wide as
//! high becomes the icon; otherwise the school's initials do. `theme/assets/icon.svg` of a school comes first.

mod card;
mod font_outlines;
mod icon;
mod png;

use self::font_outlines::FontOutlines;
use self::png::png;
use super::pictures::Logo;
use crate::programme::colour::SchoolColour;
use crate::view::Layout;

/// The colour of schools that bring none.
const COLOUR: &str = "#1f4e5f";
/// What browsers ask for that know no SVG icons, in pixels, and what home screens of phones do: Apple's, and others.
const SMALL: u32 = 32;
const TOUCH: u32 = 180;
const HOME: u32 = 192;

/// What the marks are made from.
pub(super) struct Icons<'a> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) logo: Option<&'a Logo>,
    /// An icon that the school drew itself, or ours, which is used if nothing else can be drawn.
    pub(super) own_icon: Option<&'a str>,
    /// A TrueType font for names on cards and icons.
    pub(super) font: &'a [u8],
}

/// The files.
pub(super) struct Marks {
    /// Files of `assets/`: their names and bytes.
    pub(super) assets: Vec<(String, Vec<u8>)>,
    /// `favicon.ico`, which browsers ask for at the root.
    pub(super) favicon: Option<Vec<u8>>,
}

impl Icons<'_> {
    /// Draws everything that can be drawn.
    pub(super) fn marks(&self) -> Marks {
        let colour =
            SchoolColour::new(self.layout.colour.unwrap_or(COLOUR)).map_or(COLOUR.to_owned(), |colour| colour.shown);
        let lettering = FontOutlines::new(self.font);
        let icon = icon::icon(self, &colour, lettering.as_ref());
        let mut assets = vec![("icon.svg".to_owned(), icon.clone().into_bytes())];
        let ground = icon::on_ground(&icon);
        assets.extend(png(&ground, (TOUCH, TOUCH)).map(|bytes| ("touch-icon.png".to_owned(), bytes)));
        if let Some(small) = self.logo.and_then(|logo| logo.bitmap.clone()) {
            assets.push(("logo.png".to_owned(), small));
        }
        assets.extend(png(&ground, (HOME, HOME)).map(|bytes| ("home-icon.png".to_owned(), bytes)));
        // A card is found by the address at which the site is published.
        if self.layout.web_address.is_some() {
            let card = lettering.and_then(|lettering| card::card(self, &colour, &lettering));
            let drawn = card.and_then(|card| png(&card, card::SIZE));
            assets.extend(drawn.map(|bytes| ("card.png".to_owned(), bytes)));
        }
        Marks { assets, favicon: png(&icon, (SMALL, SMALL)).map(|bytes| ico(&bytes)) }
    }
}

/// An icon file that holds one PNG (as Windows Vista and all browsers since read it).
fn ico(png: &[u8]) -> Vec<u8> {
    const HEADER: u32 = 22;
    let length = u32::try_from(png.len()).unwrap_or_default();
    let mut ico = vec![0, 0, 1, 0, 1, 0];
    let side = u8::try_from(SMALL).unwrap_or_default();
    ico.extend([side, side, 0, 0, 1, 0, 32, 0]);
    ico.extend(length.to_le_bytes());
    ico.extend(HEADER.to_le_bytes());
    ico.extend(png);
    ico
}
