//! Every Markdown body becomes HTML, once, wherever it is shown.
//!
//! Takes the bodies of the site; gives HTML in pieces, because where a body is shown decides the
//! way to the site's root and the level of its headings. Tells broken links and anchors, raw HTML
//! and unsafe addresses at their places.

mod convert;
mod footnotes;
mod links;
mod picture;
mod short_forms;
mod table;

use std::collections::HashMap;

use rayon::prelude::*;

use super::pictures::{ProcessedPictures, Wanted};
use crate::programme::Prose;
use crate::programme::translation_of;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, Findings, Place, did_you_mean};
use crate::view::Site;

/// All bodies, by their file.
pub(super) type Bodies = HashMap<String, Body>;

/// A body as HTML, but for the root and the heading levels: marks in it stand for those.
#[derive(Debug, Default)]
pub(super) struct Body {
    html: String,
    marks: Vec<(usize, Mark)>,
}

#[derive(Clone, Copy, Debug)]
enum Mark {
    /// The way up to the site's root.
    Root,
    /// The number of a heading's level, counted from the first. A digit follows the mark.
    Level(u8),
}

/// FileLocation for the root in HTML that is being made. No text can hold it: Unicode has no such letter.
const ROOT: char = '\u{FDD0}';
/// FileLocation for a heading's level; the level follows as a digit.
const LEVEL: char = '\u{FDD1}';
/// The first byte of both marks in UTF-8; few other letters begin with it.
const FIRST_BYTE: u8 = 0xEF;

impl Body {
    /// Finds the marks in HTML.
    fn marked(mut html: String) -> Self {
        html.shrink_to_fit();
        let at = memchr::memchr_iter(FIRST_BYTE, html.as_bytes());
        let mark = |at: usize| {
            let mut letters = html.get(at..)?.chars();
            match letters.next()? {
                ROOT => Some((at, Mark::Root)),
                LEVEL => {
                    let level = letters.next().and_then(|digit| digit.to_digit(10))?;
                    Some((at, Mark::Level(u8::try_from(level).ok()?)))
                }
                _ => None,
            }
        };
        let marks = at.filter_map(mark).collect();
        Self { html, marks }
    }

    /// The HTML on a page: `root` is its way up, `level` the level of the body's first headings.
    pub(super) fn html(&self, root: &str, level: u8) -> String {
        let mut whole = String::with_capacity(self.html.len() + self.marks.len() * root.len());
        let mut from = 0;
        for (at, mark) in &self.marks {
            whole.push_str(self.html.get(from..*at).unwrap_or_default());
            from = at + ROOT.len_utf8();
            match mark {
                Mark::Root => whole.push_str(root),
                Mark::Level(offset) => {
                    whole.push(char::from(b'0' + (level + offset).min(6)));
                    from += 1;
                }
            }
        }
        whole.push_str(self.html.get(from..).unwrap_or_default());
        whole
    }
}

/// A link to a heading of another file: it is checked when all headings are known.
struct AnchorWish {
    target: ContentPath,
    said: String,
    anchor: String,
    place: Place,
}

/// A body on its way, and what it offers and asks for.
struct Converted {
    /// Its HTML, with a gap for each picture.
    html: String,
    /// Its headings, as authors write them behind `#`.
    anchors: Vec<String>,
    wishes: Vec<AnchorWish>,
    /// Files that it links to.
    linked: Vec<ContentPath>,
    /// Pictures that it shows.
    shown: Vec<picture::Shown>,
    findings: Findings,
}

/// A body as HTML, with a gap for each picture that it shows.
#[derive(Debug)]
pub(super) struct Draft {
    path: ContentPath,
    html: String,
    shown: Vec<picture::Shown>,
}

/// Converts all bodies side by side. Gives them, and the files that they ask for.
pub(super) fn convert_all(site: &Site<'_>, findings: &mut Findings) -> (Vec<Draft>, Wanted) {
    let ways = links::Ways::new(site);
    let own = site.prose.par_iter().map(|prose| (prose, site.abbreviations));
    let translated = site.translated.par_iter().map(|prose| (prose, &[][..]));
    let convert = |(prose, short_forms): (&&Prose, _)| {
        (prose.path().clone(), convert::convert(prose, &ways, short_forms, &site.language))
    };
    let converted: Vec<(ContentPath, Converted)> = own.chain(translated).map(convert).collect();
    let mut drafts = Vec::with_capacity(converted.len());
    let mut anchors: HashMap<ContentPath, Vec<String>> = HashMap::new();
    let mut wishes = Vec::new();
    let mut wanted = Wanted::default();
    for (path, one) in converted {
        findings.append(one.findings);
        wishes.extend(one.wishes);
        wanted.linked.extend(one.linked);
        let shown = one.shown.iter().map(|shown| &shown.file).filter(|file| !site.is_expired(file));
        wanted.shown.extend(shown.cloned());
        anchors.insert(path.clone(), one.anchors);
        drafts.push(Draft { path, html: one.html, shown: one.shown });
    }
    for wish in wishes {
        let known = anchors.get(&wish.target).map_or(&[][..], Vec::as_slice);
        if !known.contains(&wish.anchor) {
            let suggestion = did_you_mean(&wish.anchor, known.iter().map(String::as_str)).map(str::to_owned);
            let problem = RenderProblem::BrokenAnchor {
                target: without_anchor(&wish.said),
                anchor: wish.anchor,
                known: known.to_vec(),
                suggestion,
            };
            findings.add(problem, wish.place);
        }
    }
    (drafts, wanted)
}

/// Puts pictures into the gaps of all drafts.
pub(super) fn fill(drafts: Vec<Draft>, pictures: &ProcessedPictures, site: &Site<'_>) -> Bodies {
    let fill_one = |draft: Draft| {
        let html = picture::fill(&draft, pictures, site);
        (draft.path.to_string(), Body::marked(html))
    };
    drafts.into_par_iter().map(fill_one).collect()
}

fn without_anchor(said: &str) -> String {
    said.split('#').next().unwrap_or(said).to_owned()
}

/// Text that can stand between the quotation marks of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands before the anchors of a body, so that no two bodies on one page share one. Texts
/// that are a page of their own need nothing.
fn anchor_prefix(path: &ContentPath) -> String {
    let own_page =
        ["events", "pages", "policies"].iter().any(|folder| path.as_str().starts_with(&format!("{folder}/")))
            || translation_of(path).is_some();
    if own_page { String::new() } else { format!("{}-", crate::programme::slug(path.stem())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_fits_the_page_it_is_shown_on() {
        let html = format!("<h{LEVEL}0>A</h{LEVEL}0><a href=\"{ROOT}team.html\">b</a><h{LEVEL}1>c</h{LEVEL}1>");
        let body = Body::marked(html);
        assert_eq!(body.html("../", 3), "<h3>A</h3><a href=\"../team.html\">b</a><h4>c</h4>");
        assert_eq!(body.html("", 6), "<h6>A</h6><a href=\"team.html\">b</a><h6>c</h6>");
    }
}
