//! The school's marks: icons for browsers and phones, the card that other websites show, and the logo.
//!
//! Takes the logo, the name and the colour; gives files, drawn from an SVG each. A logo that is about as wide as
//! high becomes the icon; otherwise the school's initials do. `theme/assets/icon.svg` of a school comes first.

mod card;
mod draw;
mod icon;
mod lettering;

use serde::Serialize;

use self::draw::png;
use self::lettering::Lettering;
use super::colour::SchoolColour;
use super::pictures::Logo;
use super::theme::fingerprinted;
use crate::view::Frame;

/// The colour of schools that bring none.
const COLOUR: &str = "#1f4e5f";
/// What stands for the icon on old phones and computers, in pixels, and what home screens of phones ask for.
const SMALL: u32 = 32;
const TOUCH: u32 = 180;
const HOME: [u32; 2] = [192, 512];

/// What the marks are made from.
pub(super) struct Brand<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) logo: Option<&'a Logo>,
    /// An icon that the school drew itself, or ours, which is used if nothing else can be drawn.
    pub(super) own_icon: Option<&'a str>,
    /// A TrueType font for names on cards and icons.
    pub(super) font: &'a [u8],
}

/// The files, but for the manifest by the names that templates know them by.
pub(super) struct Marks {
    /// Files of `assets/`: their names and bytes.
    pub(super) assets: Vec<(String, Vec<u8>)>,
    /// `favicon.ico`, which browsers ask for at the root.
    pub(super) favicon: Option<Vec<u8>>,
}

/// A web app manifest (W3C, Web Application Manifest): what a phone's home screen shows.
#[derive(Serialize)]
struct Manifest<'a> {
    name: String,
    short_name: &'a str,
    lang: &'a str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'a str,
    icons: Vec<ManifestIcon>,
}

#[derive(Serialize)]
struct ManifestIcon {
    src: String,
    sizes: String,
    #[serde(rename = "type")]
    kind: &'static str,
}

impl Brand<'_> {
    /// Draws everything that can be drawn.
    pub(super) fn marks(&self) -> Marks {
        let colour =
            SchoolColour::new(self.frame.colour.unwrap_or(COLOUR)).map_or(COLOUR.to_owned(), |colour| colour.shown);
        let lettering = Lettering::new(self.font);
        let icon = icon::icon(self, &colour, lettering.as_ref());
        let mut assets = vec![("icon.svg".to_owned(), icon.clone().into_bytes())];
        let ground = icon::on_ground(&icon);
        assets.extend(png(&ground, (TOUCH, TOUCH)).map(|bytes| ("touch-icon.png".to_owned(), bytes)));
        if let Some(small) = self.logo.and_then(|logo| logo.bitmap.clone()) {
            assets.push(("logo.png".to_owned(), small));
        }
        // Cards and home screens need the address at which the site is published.
        if self.frame.web_address.is_some() {
            assets.extend(self.home_screen(&ground, &colour));
            let card = lettering.and_then(|lettering| card::card(self, &colour, &lettering));
            let drawn = card.and_then(|card| png(&card, card::SIZE));
            assets.extend(drawn.map(|bytes| ("card.png".to_owned(), bytes)));
        }
        Marks { assets, favicon: png(&icon, (SMALL, SMALL)).map(|bytes| ico(&bytes)) }
    }

    /// The icons for home screens, and the manifest that names them.
    fn home_screen(&self, ground: &str, colour: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        let mut icons = Vec::new();
        for size in HOME {
            let Some(bytes) = png(ground, (size, size)) else { continue };
            let name = format!("icon-{size}.png");
            let file = fingerprinted(&name, bytes);
            // The manifest lies beside it.
            let src = file.path.trim_start_matches("assets/").to_owned();
            icons.push(ManifestIcon { src, sizes: format!("{size}x{size}"), kind: "image/png" });
            files.push((name, file.bytes));
        }
        let manifest = Manifest {
            name: format!("Careers at {}", self.frame.name),
            short_name: self.frame.short_name,
            lang: self.frame.language,
            start_url: "../index.html",
            scope: "../",
            display: "browser",
            background_color: "#ffffff",
            theme_color: colour,
            icons,
        };
        // It is made of words: it always has a text.
        files.push(("home.webmanifest".to_owned(), serde_json::to_vec(&manifest).unwrap_or_default()));
        files
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
