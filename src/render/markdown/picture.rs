//! The HTML of pictures: sizes for every screen, alt text, and a caption where a picture is its own paragraph.

use super::converted::{HtmlWithPlaceholders, ShownPicture};
use super::html::escape;
use super::placeholders::{PICTURE, ROOT};
use crate::render::pictures::{Picture, ProcessedPictures, Variant};
use crate::view::{PictureNote, Site};

/// Pictures are as wide as the text or the screen. Browsers that support `auto` measure the width themselves.
const SIZES: &str = "auto, (min-width: 48em) 44rem, 100vw";
/// The maximum width for browsers without `srcset`.
const MAX_PLAIN_WIDTH: u32 = 960;

/// Replaces the picture placeholders of a body. A picture that can't be shown is removed.
pub(super) fn insert(body: &HtmlWithPlaceholders, pictures: &ProcessedPictures, site: &Site<'_>) -> String {
    const OPEN: &str = "<p>";
    const CLOSE: &str = "</p>\n";
    let mut filled = String::with_capacity(body.html.len());
    let mut remaining = body.html.as_str();
    while let Some((before, after)) = remaining.split_once(PICTURE) {
        filled.push_str(before);
        let (number, after) = after.split_once(';').unwrap_or_default();
        remaining = after;
        let Some(shown) = number.parse().ok().and_then(|number: usize| body.shown.get(number)) else { continue };
        let note = site.pictures.get(&shown.file);
        let html = pictures.picture(&shown.file).map(|picture| picture_html(picture, &description(shown, note)));
        // A paragraph that holds only the picture becomes a figure, or is removed.
        let alone = filled.ends_with(OPEN) && remaining.starts_with(CLOSE);
        let below = html.is_some().then(|| caption(shown, note)).flatten();
        if alone && (html.is_none() || below.is_some()) {
            filled.truncate(filled.len() - OPEN.len());
            remaining = remaining.get(CLOSE.len()..).unwrap_or_default();
        }
        match (html, below) {
            (Some(html), Some(below)) if alone => {
                filled.push_str(&format!("<figure>{html}<figcaption>{below}</figcaption></figure>\n"));
            }
            (html, _) => filled.push_str(&html.unwrap_or_default()),
        }
    }
    filled.push_str(remaining);
    filled
}

/// Alt text from the Markdown, or from `media/pictures.yaml`; empty for decorative pictures.
fn description(shown: &ShownPicture, note: Option<&PictureNote<'_>>) -> String {
    let alt = shown.alt.trim();
    if alt.is_empty() { note.and_then(|note| note.alt).unwrap_or_default().to_owned() } else { alt.to_owned() }
}

/// Caption and credit, as HTML.
fn caption(shown: &ShownPicture, note: Option<&PictureNote<'_>>) -> Option<String> {
    let written = Some(shown.caption.as_str()).filter(|caption| !caption.is_empty());
    let caption = written.or_else(|| note.and_then(|note| note.caption)).map(escape);
    let credit = note.and_then(|note| note.credit).map(|credit| format!("<small>{}</small>", escape(credit)));
    let parts: Vec<String> = caption.into_iter().chain(credit).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn picture_html(picture: &Picture, alt: &str) -> String {
    let alt = escape(alt);
    let size =
        picture.size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\"")).unwrap_or_default();
    let plain = picture.fallback.iter().rfind(|one| one.width <= MAX_PLAIN_WIDTH).or_else(|| picture.fallback.first());
    let source = plain.map(|one| address(&one.address)).unwrap_or_default();
    let attributes = format!("{size} alt=\"{alt}\" loading=\"lazy\" decoding=\"async\">");
    if picture.modern.is_empty() {
        return format!("<img src=\"{source}\"{attributes}");
    }
    let modern = format!("<source type=\"image/webp\"{}>", sizes(&picture.modern));
    format!("<picture>{modern}<img src=\"{source}\"{}{attributes}</picture>", sizes(&picture.fallback))
}

/// The attributes that let a browser choose a width.
fn sizes(variants: &[Variant]) -> String {
    let set: Vec<String> = variants.iter().map(|one| format!("{} {}w", address(&one.address), one.width)).collect();
    format!(" srcset=\"{}\" sizes=\"{SIZES}\"", set.join(", "))
}

fn address(path: &str) -> String {
    format!("{ROOT}{}", escape(path).replace(' ', "%20"))
}
