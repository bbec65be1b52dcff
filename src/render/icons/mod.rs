//! Icons for browsers and phones, and the card that other websites show next to a link.
//!
//! Takes the logo, the name and the colour of the school. Returns files, each rendered from SVG. The icon is the school's
//! `theme/assets/icon.svg`, else a logo that is about square, else the school's initials.

mod cache;
mod card;
mod font_outlines;
mod icon;
mod png;
mod source;

use std::collections::HashSet;

use self::cache::IconCache;
use self::font_outlines::FontOutlines;
pub(super) use self::source::IconSource;
use crate::programme::colour::{DEFAULT_COLOUR, SchoolColour};
use crate::render::picture_store::PictureStore;

/// Sizes in pixels: `favicon.ico`, Apple's home screen, and other home screens.
const FAVICON_SIZE: u32 = 32;
const APPLE_SIZE: u32 = 180;
const HOME_SCREEN_SIZE: u32 = 192;

/// The finished files.
pub(super) struct Icons {
    /// Names and bytes of files in `assets/`.
    pub(super) assets: Vec<(String, Vec<u8>)>,
    /// `favicon.ico`, which browsers request at the root.
    pub(super) favicon: Option<Vec<u8>>,
    /// The names of the entries in the picture store that they are from.
    pub(super) store_keys: HashSet<String>,
}

impl IconSource<'_> {
    /// Renders all icons that are not in the store. What can't be rendered is left out.
    pub(super) fn render(&self, store: &dyn PictureStore) -> Icons {
        let mut cache = IconCache::new(store);
        let colour = SchoolColour::new(self.layout.colour.unwrap_or(DEFAULT_COLOUR))
            .map_or(DEFAULT_COLOUR.to_owned(), |colour| colour.shown);
        let font = FontOutlines::new(self.font);
        let icon = icon::icon(self, &colour, font.as_ref());
        let mut assets = vec![("icon.svg".to_owned(), icon.clone().into_bytes())];
        let padded = icon::on_background(&icon);
        assets.extend(cache.png(&padded, (APPLE_SIZE, APPLE_SIZE)).map(|bytes| ("touch-icon.png".to_owned(), bytes)));
        if let Some(small) = self.logo.and_then(|logo| logo.bitmap.clone()) {
            assets.push(("logo.png".to_owned(), small));
        }
        assets.extend(
            cache.png(&padded, (HOME_SCREEN_SIZE, HOME_SCREEN_SIZE)).map(|bytes| ("home-icon.png".to_owned(), bytes)),
        );
        // Other websites need the card's absolute address.
        if self.layout.web_address.is_some() {
            let card = font.and_then(|font| card::card(self, &colour, &font));
            let png_bytes = card.and_then(|card| cache.png(&card, card::SIZE));
            assets.extend(png_bytes.map(|bytes| ("card.png".to_owned(), bytes)));
        }
        let favicon = cache.png(&icon, (FAVICON_SIZE, FAVICON_SIZE)).map(|bytes| ico(&bytes));
        Icons { assets, favicon, store_keys: cache.into_used() }
    }
}

/// An icon file that contains one PNG.
fn ico(png: &[u8]) -> Vec<u8> {
    const HEADER: u32 = 22;
    let length = u32::try_from(png.len()).unwrap_or_default();
    let mut ico = vec![0, 0, 1, 0, 1, 0];
    let side = u8::try_from(FAVICON_SIZE).unwrap_or_default();
    ico.extend([side, side, 0, 0, 1, 0, 32, 0]);
    ico.extend(length.to_le_bytes());
    ico.extend(HEADER.to_le_bytes());
    ico.extend(png);
    ico
}
