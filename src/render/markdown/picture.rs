//! The HTML of pictures: sizes for every screen, a description, and a caption where they stand alone.

use super::{Draft, ROOT, attribute};
use crate::render::pictures::{Picture, ProcessedPictures, Variant};
use crate::report::ContentPath;
use crate::view::{PictureNote, Site};

/// FileLocation for a picture in HTML that is being made; its number and a semicolon follow.
pub(super) const PICTURE: char = '\u{FDD2}';
/// How wide pictures are shown: as wide as text, or as the screen. Browsers that know `auto` measure it themselves.
const SIZES: &str = "auto, (min-width: 48em) 44rem, 100vw";
/// Which of the widths a browser gets that knows no `srcset`.
const PLAIN_WIDTH: u32 = 960;

/// A picture that a text shows.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) file: ContentPath,
    /// What the text says it shows.
    pub(super) alt: String,
    /// What the text says below it.
    pub(super) caption: String,
}

/// Puts the pictures into the gaps of a draft. A picture that cannot be shown leaves nothing behind.
pub(super) fn fill(draft: &Draft, pictures: &ProcessedPictures, site: &Site<'_>) -> String {
    const OPEN: &str = "<p>";
    const CLOSE: &str = "</p>\n";
    let mut filled = String::with_capacity(draft.html.len());
    let mut rest = draft.html.as_str();
    while let Some((before, after)) = rest.split_once(PICTURE) {
        filled.push_str(before);
        let (number, after) = after.split_once(';').unwrap_or_default();
        rest = after;
        let Some(shown) = number.parse().ok().and_then(|number: usize| draft.shown.get(number)) else { continue };
        let note = site.pictures.get(&shown.file);
        let html = pictures.picture(&shown.file).map(|picture| picture_html(picture, &description(shown, note)));
        // A paragraph of its own can become a figure, or go.
        let alone = filled.ends_with(OPEN) && rest.starts_with(CLOSE);
        let below = html.is_some().then(|| below(shown, note)).flatten();
        if alone && (html.is_none() || below.is_some()) {
            filled.truncate(filled.len() - OPEN.len());
            rest = rest.get(CLOSE.len()..).unwrap_or_default();
        }
        match (html, below) {
            (Some(html), Some(below)) if alone => {
                filled.push_str(&format!("<figure>{html}<figcaption>{below}</figcaption></figure>\n"));
            }
            (html, _) => filled.push_str(&html.unwrap_or_default()),
        }
    }
    filled.push_str(rest);
    filled
}

/// What the text says, or `media/pictures.yaml`; nothing for decoration.
fn description(shown: &Shown, note: Option<&PictureNote<'_>>) -> String {
    let written = shown.alt.trim();
    if written.is_empty() { note.and_then(|note| note.alt).unwrap_or_default().to_owned() } else { written.to_owned() }
}

/// Caption and credit, as HTML.
fn below(shown: &Shown, note: Option<&PictureNote<'_>>) -> Option<String> {
    let written = Some(shown.caption.as_str()).filter(|caption| !caption.is_empty());
    let caption = written.or_else(|| note.and_then(|note| note.caption)).map(attribute);
    let credit = note.and_then(|note| note.credit).map(|credit| format!("<small>{}</small>", attribute(credit)));
    let parts: Vec<String> = caption.into_iter().chain(credit).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn picture_html(picture: &Picture, alt: &str) -> String {
    let alt = attribute(alt);
    let size =
        picture.size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\"")).unwrap_or_default();
    let plain = picture.fallback.iter().rfind(|one| one.width <= PLAIN_WIDTH).or_else(|| picture.fallback.first());
    let source = plain.map(|one| address(&one.address)).unwrap_or_default();
    let rest = format!("{size} alt=\"{alt}\" loading=\"lazy\" decoding=\"async\">");
    if picture.modern.is_empty() {
        return format!("<img src=\"{source}\"{rest}");
    }
    let modern = format!("<source type=\"image/webp\"{}>", sizes(&picture.modern));
    format!("<picture>{modern}<img src=\"{source}\"{}{rest}</picture>", sizes(&picture.fallback))
}

/// The attributes that let a browser choose. The widest alone is no choice.
fn sizes(variants: &[Variant]) -> String {
    let set: Vec<String> = variants.iter().map(|one| format!("{} {}w", address(&one.address), one.width)).collect();
    format!(" srcset=\"{}\" sizes=\"{SIZES}\"", set.join(", "))
}

fn address(path: &str) -> String {
    format!("{ROOT}{}", attribute(path).replace(' ', "%20"))
}
