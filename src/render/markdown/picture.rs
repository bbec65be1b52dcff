//! The HTML of pictures: sizes for every screen, alt text, and a caption where a picture is its own paragraph.

use crate::render::pictures::{Picture, Variant};
use crate::text::{BodyPicture, ROOT, escape};
use crate::view::PictureNote;

/// Pictures are as wide as the text or the screen. Browsers that support `auto` measure the width themselves.
const SIZES: &str = "auto, (min-width: 48em) 44rem, 100vw";
/// The maximum width for browsers without `srcset`.
const MAX_PLAIN_WIDTH: u32 = 960;

/// Alt text from the Markdown, or from `media/pictures.yaml`; empty for decorative pictures.
pub(super) fn description(shown: &BodyPicture, note: Option<&PictureNote<'_>>) -> String {
    let alt = shown.alt.trim();
    if alt.is_empty() { note.and_then(|note| note.alt).unwrap_or_default().to_owned() } else { alt.to_owned() }
}

/// Caption and credit, as HTML.
pub(super) fn caption(shown: &BodyPicture, note: Option<&PictureNote<'_>>) -> Option<String> {
    let written = Some(shown.caption.as_str()).filter(|caption| !caption.is_empty());
    let caption = written.or_else(|| note.and_then(|note| note.caption)).map(escape);
    let credit = note.and_then(|note| note.credit).map(|credit| format!("<small>{}</small>", escape(credit)));
    let parts: Vec<String> = caption.into_iter().chain(credit).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The words of the caption and credit.
pub(super) fn caption_words(shown: &BodyPicture, note: Option<&PictureNote<'_>>) -> String {
    let caption = Some(shown.caption.as_str()).filter(|caption| !caption.is_empty());
    let caption = caption.or_else(|| note.and_then(|note| note.caption));
    let credit = note.and_then(|note| note.credit);
    caption.into_iter().chain(credit).collect::<Vec<_>>().join("\n")
}

pub(super) fn picture_html(picture: &Picture, alt: &str) -> String {
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
