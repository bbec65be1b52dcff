//! Pictures and documents on their way out: stripped of what they should not tell, and safe.
//!
//! JPEG, PNG and WebP lose all metadata but the turn that shows them upright. SVG drawings lose
//! metadata and comments, and are refused if they could run or load something. Documents go out as
//! they are.

use std::collections::HashSet;
use std::ops::Range;

use img_parts::{Bytes, ImageEXIF, jpeg::Jpeg, png::Png, webp::WebP};
use rayon::prelude::*;
use roxmltree::{Document, Node, ParsingOptions};

use super::OutputFile;
use crate::read::Media;
use crate::read::exif::{self, Exif};
use crate::report::{ContentPath, Finding, Findings, Place, Problem};

/// The files that go out: those that some page links to, made safe. All others are told: a list of
/// names is never published only because it lies there.
pub(super) fn publishable(
    media: Vec<Media>,
    linked: &HashSet<ContentPath>,
    findings: &mut Findings,
) -> Vec<OutputFile> {
    let (wanted, others): (Vec<Media>, Vec<Media>) = media.into_iter().partition(|file| linked.contains(&file.path));
    for file in others.iter().filter(|file| ["media", "policies"].contains(&file.path.folder_at_top())) {
        findings.add(Problem::NotLinked, Place::of_file(file.path.as_str()));
    }
    let made: Vec<Result<OutputFile, Box<Finding>>> = wanted
        .into_par_iter()
        .map(|file| {
            let place = Place::of_file(file.path.as_str());
            let path = file.path.to_string();
            safe(&file.path.ending(), file.bytes)
                .map(|bytes| OutputFile { path, bytes })
                .map_err(|problem| Box::new(Finding { problem, place }))
        })
        .collect();
    let mut files = Vec::new();
    for file in made {
        match file {
            Ok(file) => files.push(file),
            Err(finding) => findings.extend([*finding]),
        }
    }
    files
}

fn safe(ending: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    match ending {
        "svg" => svg(&bytes),
        "jpg" | "jpeg" => jpeg(bytes),
        "png" => png(bytes),
        "webp" => webp(bytes),
        _ => Ok(bytes),
    }
}

fn broken(what: &str) -> Problem {
    Problem::BrokenPicture { reason: format!("it is not a {what} picture, or it is damaged") }
}

/// JPEG: application segments (EXIF, XMP, IPTC, colour profiles) and comments go; JFIF and Adobe's
/// note on colours stay, for without it colours may turn.
fn jpeg(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    const JFIF: u8 = 0xE0;
    const ADOBE: u8 = 0xEE;
    const COMMENT: u8 = 0xFE;
    let mut picture = Jpeg::from_bytes(Bytes::from(bytes)).map_err(|_| broken("JPEG"))?;
    let turn = picture.exif().and_then(|exif| turn(&exif));
    picture.segments_mut().retain(|segment| {
        let marker = segment.marker();
        let application = (0xE0..=0xEF).contains(&marker) && marker != JFIF && marker != ADOBE;
        !application && marker != COMMENT
    });
    picture.set_exif(turn.map(only_turn));
    Ok(picture.encoder().bytes().to_vec())
}

fn png(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    const TELLING: [[u8; 4]; 6] = [*b"tEXt", *b"zTXt", *b"iTXt", *b"eXIf", *b"tIME", *b"iCCP"];
    let mut picture = Png::from_bytes(Bytes::from(bytes)).map_err(|_| broken("PNG"))?;
    picture.chunks_mut().retain(|chunk| !TELLING.contains(&chunk.kind()));
    Ok(picture.encoder().bytes().to_vec())
}

fn webp(bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    const TELLING: [[u8; 4]; 3] = [*b"EXIF", *b"XMP ", *b"ICCP"];
    let mut picture = WebP::from_bytes(Bytes::from(bytes)).map_err(|_| broken("WebP"))?;
    let turn = picture.exif().and_then(|exif| turn(&exif));
    for kind in TELLING {
        picture.remove_chunks_by_id(kind);
    }
    picture.set_exif(turn.map(only_turn));
    Ok(picture.encoder().bytes().to_vec())
}

/// The turn that EXIF asks for, 2 to 8; `None` if there is none or the picture is upright.
fn turn(exif: &[u8]) -> Option<u8> {
    let value = Exif::new(exif)?.short(exif::ORIENTATION)?;
    u8::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

/// EXIF that says nothing but the turn: a header and a directory of one entry.
fn only_turn(turn: u8) -> Bytes {
    let mut only = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    only.extend(exif::ORIENTATION.to_be_bytes());
    only.extend(exif::SHORT.to_be_bytes());
    only.extend([0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]);
    Bytes::from(only)
}

/// An SVG drawing without metadata, comments and instructions, or why it is not safe.
fn svg(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| broken("SVG"))?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| broken("SVG"))?;
    if document.root_element().tag_name().name() != "svg" {
        return Err(broken("SVG"));
    }
    let mut cuts: Vec<Range<usize>> = document_type(text)?.into_iter().collect();
    for node in document.descendants() {
        let telling = node.is_comment() || node.is_pi() || node.is_element() && node.tag_name().name() == "metadata";
        if telling {
            if cuts.last().is_none_or(|last| last.end <= node.range().start) {
                cuts.push(node.range());
            }
        } else if let Some(what) = danger(&node) {
            return Err(Problem::UnsafePicture { what });
        }
    }
    cuts.sort_by_key(|cut| cut.start);
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    for cut in cuts {
        clean.push_str(text.get(from..cut.start).unwrap_or_default());
        from = cut.end;
    }
    clean.push_str(text.get(from..).unwrap_or_default());
    // No document type may be left, however it was hidden.
    match Document::parse(&clean) {
        Ok(_) => Ok(clean.into_bytes()),
        Err(_) => Err(Problem::UnsafePicture { what: "a document type that cannot be taken out".into() }),
    }
}

/// Where the document type stands. One that declares things of its own is refused: it could give
/// every element an attribute that runs.
fn document_type(text: &str) -> Result<Option<Range<usize>>, Problem> {
    let Some(start) = text.find("<!DOCTYPE") else { return Ok(None) };
    let length = text.get(start..).and_then(|rest| rest.find('>')).map_or(0, |end| end + 1);
    let declaration = text.get(start..start + length).unwrap_or_default();
    if declaration.contains('[') {
        return Err(Problem::UnsafePicture { what: "a document type of its own".into() });
    }
    Ok(Some(start..start + length))
}

/// What in an SVG element could run, move or load something.
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
    for attribute in node.attributes() {
        let (key, value) = (attribute.name().to_lowercase(), attribute.value().trim());
        if key.starts_with("on") {
            return Some(format!("an `{key}` attribute"));
        }
        let links = key == "href" || key == "src";
        let inside = ["#", "data:image/png", "data:image/jpeg"].iter().any(|start| value.starts_with(start));
        if links && !inside {
            return Some("a link to something outside it".into());
        }
        if !links && style_loads(value) {
            return Some("a style that loads something".into());
        }
    }
    None
}

/// True if a style could load something. A backslash could spell anything, so none may stand in it.
fn style_loads(text: &str) -> bool {
    let plain: String =
        text.to_lowercase().chars().filter(|letter| !letter.is_whitespace() && !"\"'".contains(*letter)).collect();
    let outside = plain
        .match_indices("url(")
        .any(|(at, found)| !plain.get(at + found.len()..).is_some_and(|rest| rest.starts_with('#')));
    outside || ["@import", "image-set(", "\\", "://"].iter().any(|sign| plain.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_loses_its_metadata_and_comments() {
        let drawing = br#"<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><?xml-stylesheet href="x.xsl"?><svg xmlns="http://www.w3.org/2000/svg"><!-- by A. Pupil --><metadata>home</metadata><path fill="url(#a)"/></svg>"#;
        let clean = String::from_utf8(svg(drawing).expect("safe")).expect("text");
        assert_eq!(clean, r#"<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)"/></svg>"#);
    }

    #[test]
    fn a_drawing_that_could_run_or_load_something_is_refused() {
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
            assert!(matches!(svg(drawing.as_bytes()), Err(Problem::UnsafePicture { .. })), "{inside}");
        }
        let declares =
            br#"<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg xmlns="http://www.w3.org/2000/svg"/>"#;
        assert!(matches!(svg(declares), Err(Problem::UnsafePicture { .. })));
        assert!(matches!(svg(b"<svg"), Err(Problem::BrokenPicture { .. })));
    }

    #[test]
    fn only_the_turn_is_left_of_exif() {
        assert_eq!(turn(&only_turn(6)), Some(6));
        assert_eq!(turn(&only_turn(1)), None);
        assert_eq!(turn(b"nonsense"), None);
    }

    #[test]
    fn bytes_that_are_no_picture_are_refused() {
        for ending in ["jpg", "png", "webp", "svg"] {
            assert!(matches!(safe(ending, b"no picture".to_vec()), Err(Problem::BrokenPicture { .. })), "{ending}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            for ending in ["jpg", "png", "webp", "svg"] {
                let _ = safe(ending, bytes.clone());
            }
            let _ = turn(&bytes);
        }
    }
}
