//! Cleans SVG drawings for publishing: removes metadata, comments and what drawing programs store for themselves.
//! Rejects a drawing that could run or load something.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::decode::decode;
use super::encode::{Purpose, encode};
use super::format::{PictureFormat, broken};
use super::memory_budget::MemoryBudget;
use super::svg_text::{self, HiddenParts};
use crate::render::findings::RenderProblem;

/// A drawing that is safe to publish.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Drawing {
    pub(super) bytes: Vec<u8>,
    /// In CSS pixels, if the drawing states a size.
    pub(super) size: Option<(u32, u32)>,
}

/// A replacement in the text of a drawing.
struct Edit {
    at: Range<usize>,
    replacement: String,
}

/// Elements and attributes in these namespaces, or in none, are kept.
const ALLOWED_NAMESPACES: [&str; 3] =
    ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];
/// How data URLs of embedded bitmaps begin.
const BITMAP_PREFIXES: [&str; 2] = ["data:image/png", "data:image/jpeg"];
/// The width of drawings that only state their proportions, as in browsers (CSS 2.2, 10.3.2).
const DEFAULT_WIDTH: f32 = 300.0;
/// Units of length, in CSS pixels (CSS Values and Units Level 3, 6.2).
const UNITS: [(&str, f32); 7] = [
    ("px", 1.0),
    ("mm", 96.0 / 25.4),
    ("cm", 96.0 / 2.54),
    ("q", 96.0 / 101.6),
    ("in", 96.0),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
];

/// Cleans a drawing.
///
/// # Errors
/// It is not SVG, or it could run or load something.
pub(super) fn clean(bytes: &[u8], budget: &MemoryBudget) -> Result<Drawing, RenderProblem> {
    let text = svg_text::decoded(bytes).ok_or_else(|| broken("the encoding of its text is not known"))?;
    let text = &*text;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| not_svg())?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(not_svg());
    }
    let before_root = text.get(..document.root_element().range().start).unwrap_or_default();
    let mut edits: Vec<Edit> = document_type(before_root)?.into_iter().map(cut).collect();
    let mut cut_until = 0;
    let hidden = HiddenParts::of(&document);
    for node in document.descendants() {
        let foreign =
            node.is_element() && node.tag_name().namespace().is_some_and(|space| !ALLOWED_NAMESPACES.contains(&space));
        let metadata = node.is_element() && node.tag_name().name() == "metadata";
        let is_unseen = node.is_element() && danger(&node).is_none() && (foreign || hidden.hides(&node));
        if node.is_comment() || node.is_pi() || metadata || is_unseen {
            if node.range().start >= cut_until {
                cut_until = node.range().end;
                edits.push(cut(node.range()));
            }
        } else if let Some(what) = danger(&node) {
            return Err(RenderProblem::UnsafePicture { what });
        } else if node.range().start >= cut_until {
            for attribute in node.attributes() {
                edits.extend(edit_attribute(&attribute, budget)?);
            }
            let is_in_style = node.parent().is_some_and(|parent| parent.tag_name().name() == "style");
            if node.is_text() && is_in_style {
                let written = text.get(node.range()).unwrap_or_default();
                let comments = svg_text::style_comments(written).into_iter();
                edits.extend(comments.map(|span| cut(node.range().start + span.start..node.range().start + span.end)));
            }
        }
    }
    let clean = edited(text, edits);
    // Parses again without DTD support, so that no document type can be left.
    match Document::parse(&clean) {
        Ok(document) => Ok(Drawing { size: size(&document.root_element()), bytes: clean.into_bytes() }),
        Err(_) => Err(RenderProblem::UnsafePicture { what: "a document type that cannot be taken out".into() }),
    }
}

fn not_svg() -> RenderProblem {
    broken("it is not an SVG picture, or it is damaged")
}

fn cut(at: Range<usize>) -> Edit {
    Edit { at, replacement: String::new() }
}

fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.at.start);
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        clean.push_str(text.get(from..edit.at.start).unwrap_or_default());
        clean.push_str(&edit.replacement);
        // The document type may be in a comment, which is cut as well.
        from = from.max(edit.at.end);
    }
    clean.push_str(text.get(from..).unwrap_or_default());
    clean
}

/// Removes attributes of drawing programs, such as the folder a drawing was saved in, and re-encodes embedded bitmaps.
fn edit_attribute(attribute: &Attribute<'_, '_>, budget: &MemoryBudget) -> Result<Option<Edit>, RenderProblem> {
    // draw.io keeps the whole diagram in `content`, with hidden layers.
    if is_of_another_program(attribute) || attribute.name().starts_with("data-") || attribute.name() == "content" {
        return Ok(Some(cut(attribute.range())));
    }
    if attribute.name() == "style" && attribute.value().contains("/*") {
        let style = attribute.value();
        let mut kept = String::new();
        let mut from = 0;
        for comment in svg_text::style_comments(style) {
            kept.push_str(style.get(from..comment.start).unwrap_or_default());
            from = comment.end;
        }
        kept.push_str(style.get(from..).unwrap_or_default());
        return Ok(Some(Edit {
            at: attribute.range_value(),
            replacement: html_escape::encode_quoted_attribute(&kept).into_owned(),
        }));
    }
    let value = attribute.value().trim();
    let is_link = ["href", "src"].iter().any(|link| attribute.name().eq_ignore_ascii_case(link));
    if !is_link || !BITMAP_PREFIXES.iter().any(|start| value.starts_with(start)) {
        return Ok(None);
    }
    let unreadable = || broken("a bitmap in the drawing is damaged");
    let (_, data) = value.split_once(";base64,").ok_or_else(unreadable)?;
    let plain: String = data.split_whitespace().collect();
    let bytes = STANDARD.decode(plain).map_err(|_| unreadable())?;
    let bitmap = decode(&bytes, budget)?;
    let format = if bitmap.format == PictureFormat::Jpeg { PictureFormat::Jpeg } else { PictureFormat::Png };
    let encoded = encode(&bitmap, Purpose::Linked(format))?;
    let encoded = encoded.first().ok_or_else(unreadable)?;
    let name = if format == PictureFormat::Jpeg { "jpeg" } else { "png" };
    let replacement = format!("data:image/{name};base64,{}", STANDARD.encode(&encoded.bytes));
    Ok(Some(Edit { at: attribute.range_value(), replacement }))
}

fn is_of_another_program(attribute: &Attribute<'_, '_>) -> bool {
    attribute.namespace().is_some_and(|space| !ALLOWED_NAMESPACES.contains(&space))
}

/// The stated size, or the proportions at the default width.
fn size(root: &Node<'_, '_>) -> Option<(u32, u32)> {
    let stated = |name: &str| {
        let value = root.attribute(name)?.trim().to_ascii_lowercase();
        let in_unit = UNITS.iter().find_map(|(unit, pixels)| Some((value.strip_suffix(unit)?, *pixels)));
        let (number, pixels) = in_unit.unwrap_or((&value, 1.0));
        let number = number.trim_end().parse::<f32>().ok()? * pixels;
        (number > 0.0 && number < 10_000.0).then_some(number)
    };
    let view: Vec<f32> =
        root.attribute("viewBox").unwrap_or_default().split([' ', ',']).filter_map(|part| part.parse().ok()).collect();
    let view = match view.as_slice() {
        [_, _, width, height] if *width > 0.0 && *height > 0.0 => Some((*width, *height)),
        _ => None,
    };
    let (width, height) = match (stated("width"), stated("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(view)) => (width, width * view.1 / view.0),
        (None, Some(height), Some(view)) => (height * view.0 / view.1, height),
        (None, None, Some(view)) => {
            let width = view.0.clamp(DEFAULT_WIDTH, 1600.0);
            (width, width * view.1 / view.0)
        }
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and small")]
    let whole = |number: f32| (number.round() as u32).clamp(1, 10_000);
    Some((whole(width), whole(height)))
}

/// The range of the document type. One with its own declarations is rejected: it could give every element an
/// attribute that runs script.
fn document_type(text: &str) -> Result<Option<Range<usize>>, RenderProblem> {
    let Some(start) = text.find("<!DOCTYPE") else { return Ok(None) };
    let length = text.get(start..).and_then(|rest| rest.find('>')).map_or(0, |end| end + 1);
    let declaration = text.get(start..start + length).unwrap_or_default();
    if declaration.contains('[') {
        return Err(RenderProblem::UnsafePicture { what: "a document type of its own".into() });
    }
    Ok(Some(start..start + length))
}

/// What in an SVG element could run script, animate or load something.
fn danger(node: &Node<'_, '_>) -> Option<String> {
    const ELEMENTS: [&str; 11] = [
        "script",
        "foreignObject",
        "iframe",
        "object",
        "embed",
        "handler",
        "set",
        "animate",
        "animateTransform",
        "animateMotion",
        "discard",
    ];
    let name = node.tag_name().name();
    if ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(name)) {
        return Some(format!("a <{name}> element"));
    }
    let is_style = name == "style";
    let inside = || node.descendants().filter_map(|inside| inside.text()).collect::<String>();
    if is_style && style_loads(&inside()) {
        return Some("a style that loads something".into());
    }
    for attribute in node.attributes().filter(|attribute| !is_of_another_program(attribute)) {
        let (key, value) = (attribute.name().to_lowercase(), attribute.value().trim());
        if key.starts_with("on") {
            return Some(format!("an `{key}` attribute"));
        }
        let links = key == "href" || key == "src";
        let inside = value.starts_with('#') || BITMAP_PREFIXES.iter().any(|start| value.starts_with(start));
        if links && !inside {
            return Some("a link to something outside it".into());
        }
        let is_removed = key.starts_with("data-") || key == "content";
        if !links && !is_removed && key != "requiredfeatures" && style_loads(value) {
            return Some(format!("an address in its `{key}`"));
        }
    }
    None
}

/// True if a style could load something. A backslash could spell anything, so none is allowed.
fn style_loads(text: &str) -> bool {
    let plain: String = text.to_lowercase().chars().filter(|ch| !ch.is_whitespace() && !"\"'".contains(*ch)).collect();
    let outside = plain
        .match_indices("url(")
        .any(|(at, found)| !plain.get(at + found.len()..).is_some_and(|rest| rest.starts_with('#')));
    outside || ["@import", "image-set(", "\\", "://"].iter().any(|part| plain.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_and_comments_are_removed() {
        let drawing = br#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><?xml-stylesheet href="x.xsl"?><svg xmlns="http://www.w3.org/2000/svg"><!-- by A. Pupil --><metadata>home</metadata><path fill="url(#a)"/></svg>"#;
        let text = String::from_utf8(clean(drawing, &MemoryBudget::default()).expect("safe").bytes).expect("text");
        assert_eq!(text, r#"<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)"/></svg>"#);
    }

    #[test]
    fn comment_with_a_document_type_is_removed() {
        for drawing in [
            "<svg xmlns='http://www.w3.org/2000/svg'><!-- <!DOCTYPE x> SECRET --><path/></svg>",
            "<!-- <!DOCTYPE x> SECRET --><svg xmlns='http://www.w3.org/2000/svg'><path/></svg>",
        ] {
            let clean = clean(drawing.as_bytes(), &MemoryBudget::default()).expect("safe").bytes;
            assert_eq!(clean, b"<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>", "{drawing}");
        }
    }

    #[test]
    fn size_may_be_in_other_units() {
        for (size, expected) in [
            ("width='210mm' height='297mm'", (794, 1123)),
            ("width='2in' height='1.5 in'", (192, 144)),
            ("width='300pt' height='10pc'", (400, 160)),
            ("width='2.54cm' height='101.6Q'", (96, 96)),
            ("width='100%' height='100%'", (300, 600)),
        ] {
            let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg' {size} viewBox='0 0 100 200'/>");
            let drawing = clean(drawing.as_bytes(), &MemoryBudget::default()).expect("safe");
            assert_eq!(drawing.size, Some(expected), "{size}");
        }
    }

    #[test]
    fn texts_that_nobody_sees_are_removed() {
        for style in [".gone{display:none}", "text.gone { DISPLAY: none }", "svg text.gone{visibility:hidden}"] {
            let drawing = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>{style}</style><text class=\"gone\">Emma</text><path d=\"M0 0\"/></svg>"
            );
            let clean = clean(drawing.as_bytes(), &MemoryBudget::default()).expect("safe").bytes;
            assert!(!String::from_utf8(clean).expect("text").contains("Emma"), "{style}");
        }
    }

    #[test]
    fn drawing_that_could_run_or_load_something_is_rejected() {
        for inside in [
            "<script>alert(1)</script>",
            r#"<a href="javascript:alert(1)"/>"#,
            r#"<path onclick="x()"/>"#,
            r#"<image href="https://tracker.example/a.png"/>"#,
            "<style>@import 'https://fonts.example'</style>",
            "<foreignObject/>",
            r#"<path style="fill: url(https://a.example)"/>"#,
            r#"<a><animate attributeName="href" values="javascript:alert(1)"/></a>"#,
            r"<style>@\69mport 'https://a.example'</style>",
            r#"<style>path { fill: image-set("a.png") }</style>"#,
        ] {
            let drawing = format!(r#"<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>"#);
            assert!(
                matches!(clean(drawing.as_bytes(), &MemoryBudget::default()), Err(RenderProblem::UnsafePicture { .. })),
                "{inside}"
            );
        }
        let declares =
            br#"<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg xmlns="http://www.w3.org/2000/svg"/>"#;
        assert!(matches!(clean(declares, &MemoryBudget::default()), Err(RenderProblem::UnsafePicture { .. })));
        assert!(matches!(clean(b"<svg", &MemoryBudget::default()), Err(RenderProblem::BrokenPicture { .. })));
    }

    #[test]
    fn bitmaps_that_nobody_sees_are_removed() {
        let mut png = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(2, 2).write_to(&mut png, image::ImageFormat::Png).expect("a PNG");
        let image = format!("<image href='data:image/png;base64,{}'/>", STANDARD.encode(png.get_ref()));
        for (inside, is_kept) in [
            (format!("<g style='display:none'>{image}</g>"), false),
            (format!("<defs>{image}</defs>"), false),
            (format!("<defs><pattern id='p'>{image}</pattern></defs><path fill='url(#p)'/>"), true),
            (image.clone(), true),
        ] {
            let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>");
            let clean = clean(drawing.as_bytes(), &MemoryBudget::default()).expect("safe").bytes;
            assert_eq!(String::from_utf8(clean).expect("text").contains("base64"), is_kept, "{inside}");
        }
    }

    #[test]
    fn words_that_nobody_sees_are_removed() {
        let drawing = r##"<svg xmlns="http://www.w3.org/2000/svg" data-author="SECRET"><style>/* SECRET */ .no{display: none} a{}</style><defs><text id="x">SECRET</text><text id="used">shown</text><g id="g"><text>also shown</text></g></defs><use href="#used"/><use href="#g"/><g style="display:none"><text>SECRET</text></g><text class="no">SECRET</text><text visibility="hidden">SECRET</text><path style="/* SECRET */fill:red"/><text>seen</text></svg>"##;
        let drawing = clean(drawing.as_bytes(), &MemoryBudget::default()).expect("safe");
        let text = String::from_utf8(drawing.bytes).expect("text");
        assert!(!text.contains("SECRET"), "{text}");
        for kept in ["shown", "also shown", "seen", "fill:red", ".no{display: none}"] {
            assert!(text.contains(kept), "{kept}: {text}");
        }
    }

    #[test]
    fn drawings_in_other_encodings_are_read() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg'><text>café</text></svg>";
        let latin: Vec<u8> = format!("<?xml version='1.0' encoding='ISO-8859-1'?>{svg}")
            .chars()
            .map(|ch| u8::try_from(u32::from(ch)).expect("one byte"))
            .collect();
        let wide: Vec<u8> = format!("\u{feff}{svg}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [latin, wide] {
            assert_eq!(clean(&bytes, &MemoryBudget::default()).expect("a drawing").bytes, svg.as_bytes());
        }
        assert!(matches!(
            clean(b"<svg>\xE9</svg>", &MemoryBudget::default()),
            Err(RenderProblem::BrokenPicture { .. })
        ));
    }

    #[test]
    fn data_of_drawing_programs_is_removed() {
        let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 60 30" i:export-filename="/home/a.pupil/map.png"><i:view><i:guide/></i:view><g i:label="Layer"/></svg>"#;
        let drawing = clean(drawing, &MemoryBudget::default()).expect("safe");
        let text = String::from_utf8(drawing.bytes).expect("text");
        assert!(!text.contains("pupil") && !text.contains("guide") && !text.contains("Layer"), "{text}");
        assert_eq!(drawing.size, Some((300, 150)));
    }
}
