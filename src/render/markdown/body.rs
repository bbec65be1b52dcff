//! Finished bodies. The page a body is on decides the path to the root and the level of its headings, so those stay
//! placeholders until then.
//!
//! Templates get a mark in place of a body. The body is written into the finished page, so that the template engine
//! neither copies nor reads it, and nobody has to find links and words in it again.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use html_escape::decode_html_entities;
use serde::{Deserialize, Serialize};

use crate::text::{Dictionary, FIRST_BYTE, FoundTerms, LEVEL, ROOT};

/// Where a template shows a body: the index, the level of its headings and the path to the root follow, each with a
/// semicolon.
const BODY: char = '\u{FDD8}';
/// In place of the level where a page shows only what is before the first heading.
const OPENING: u8 = 0;
/// The level of headings where a template asks for none.
pub(in crate::render) const DEFAULT_LEVEL: u8 = 2;

/// All bodies.
#[derive(Debug, Default)]
pub(in crate::render) struct Bodies {
    bodies: Vec<Body>,
    /// By the path of the file.
    indices: Arc<HashMap<String, usize>>,
}

/// A body as HTML, with the positions of its placeholders.
#[derive(Debug, Default)]
pub(in crate::render) struct Body {
    html: String,
    placeholders: Vec<(usize, Placeholder)>,
    /// Where the first heading starts, if what is before it can stand alone: it has no link to what is below.
    opening: Option<usize>,
    pub(in crate::render) facts: BodyFacts,
}

/// What is on a body, so that nobody has to read its HTML again.
#[derive(Debug, Default)]
pub(in crate::render) struct BodyFacts {
    pub(in crate::render) ids: Vec<String>,
    /// The files of the site that it links to.
    pub(in crate::render) links: Vec<Arc<str>>,
    /// In the dictionary of its text.
    pub(in crate::render) terms: FoundTerms,
    pub(in crate::render) dictionary: Arc<Dictionary>,
    /// Further words, which were filled in.
    pub(in crate::render) words: String,
}

/// Where a page shows a body.
pub(in crate::render) struct ShownBody<'b, 't> {
    /// Its index among all bodies.
    pub(in crate::render) index: usize,
    pub(in crate::render) body: &'b Body,
    root: &'t str,
    level: u8,
}

/// Where a finished page has a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::render) struct PlacedBody {
    /// Its index among all bodies.
    pub(in crate::render) index: usize,
    pub(in crate::render) level: u8,
    pub(in crate::render) root: String,
    /// In bytes.
    pub(in crate::render) range: Range<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Placeholder {
    Root,
    /// The offset from the first level. A digit follows in the HTML.
    Level(u8),
}

impl FromIterator<(String, Body)> for Bodies {
    fn from_iter<T: IntoIterator<Item = (String, Body)>>(all: T) -> Self {
        let (paths, bodies): (Vec<String>, Vec<Body>) = all.into_iter().unzip();
        Self { bodies, indices: Arc::new(paths.into_iter().zip(0..).collect()) }
    }
}

impl Bodies {
    /// A function that gives the mark for the body of a file, for templates. `None` for a file without a body.
    /// Without a level, the page shows what is before the first heading.
    pub(in crate::render) fn marks(&self) -> impl Fn(&str, &str, Option<u8>) -> Option<String> + Send + Sync + 'static {
        let indices = Arc::clone(&self.indices);
        move |path, root, level| indices.get(path).map(|index| mark(*index, level.unwrap_or(OPENING), root))
    }

    /// The index of a file's body.
    pub(in crate::render) fn index_of(&self, path: &str) -> Option<usize> {
        self.indices.get(path).copied()
    }

    pub(in crate::render) fn facts(&self, index: usize) -> Option<&BodyFacts> {
        self.bodies.get(index).map(|body| &body.facts)
    }

    /// Splits a text at the first mark: what is before it, the body, and what follows.
    pub(in crate::render) fn split<'b, 't>(&'b self, text: &'t str) -> Option<(&'t str, ShownBody<'b, 't>, &'t str)> {
        let (before, rest) = text.split_once(BODY)?;
        let mut parts = rest.splitn(4, ';');
        let index: usize = parts.next()?.parse().ok()?;
        let level = parts.next()?.parse().ok()?;
        let root = parts.next()?;
        Some((before, ShownBody { index, body: self.bodies.get(index)?, root, level }, parts.next()?))
    }

    /// A page with its bodies, and where they are.
    pub(in crate::render) fn insert(&self, frame: String) -> (String, Vec<PlacedBody>) {
        let mut remaining = frame.as_str();
        let mut page = String::new();
        let mut placed = Vec::new();
        while let Some((before, shown, after)) = self.split(remaining) {
            page.reserve(remaining.len() + shown.body.html.len());
            page.push_str(before);
            let start = page.len();
            shown.write(&mut page);
            placed.push(shown.placed(start..page.len()));
            remaining = after;
        }
        if placed.is_empty() {
            return (frame, placed);
        }
        page.push_str(remaining);
        (page, placed)
    }
}

impl Body {
    pub(super) fn new(mut html: String, facts: BodyFacts) -> Self {
        html.shrink_to_fit();
        let at = memchr::memchr_iter(FIRST_BYTE, html.as_bytes());
        let placeholder = |at: usize| {
            let mut chars = html.get(at..)?.chars();
            match chars.next()? {
                ROOT => Some((at, Placeholder::Root)),
                LEVEL => {
                    let level = chars.next().and_then(|digit| digit.to_digit(10))?;
                    Some((at, Placeholder::Level(u8::try_from(level).ok()?)))
                }
                _ => None,
            }
        };
        let placeholders: Vec<_> = at.filter_map(placeholder).collect();
        let heading = placeholders.iter().find(|(_, placeholder)| matches!(placeholder, Placeholder::Level(_)));
        let opening = heading.and_then(|(at, _)| at.checked_sub("<h".len()));
        let opening = opening.filter(|end| html.get(..*end).is_some_and(|opening| !opening.contains("href=\"#")));
        Self { html, placeholders, opening, facts }
    }
}

impl PlacedBody {
    /// The mark that stood in its place. `index` is its index now.
    pub(in crate::render) fn mark(&self, index: usize) -> String {
        mark(index, self.level, &self.root)
    }
}

fn mark(index: usize, level: u8, root: &str) -> String {
    format!("{BODY}{index};{level};{root};")
}

impl ShownBody<'_, '_> {
    /// The ids on the page. What is before the first heading has none.
    pub(in crate::render) fn ids(&self) -> &[String] {
        if self.opening().is_some() { &[] } else { &self.body.facts.ids }
    }

    /// The words on the page, if it shows only what is before the first heading.
    pub(in crate::render) fn opening_words(&self) -> Option<String> {
        let html = self.body.html.get(..self.opening()?)?;
        let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        Some(decode_html_entities(&texts.collect::<Vec<_>>().join(" ")).into_owned())
    }

    /// Where the page's part ends, if it shows only what is before the first heading.
    fn opening(&self) -> Option<usize> {
        self.body.opening.filter(|_| self.level == OPENING)
    }

    fn placed(&self, range: Range<usize>) -> PlacedBody {
        PlacedBody { index: self.index, level: self.level, root: self.root.to_owned(), range }
    }

    /// Writes the HTML for its page. Its first headings get the level that the page asks for.
    fn write(&self, page: &mut String) {
        let Body { html, placeholders, .. } = self.body;
        let end = self.opening().unwrap_or(html.len());
        // A body that can't be cut is shown as most are.
        let level = if self.level == OPENING { DEFAULT_LEVEL } else { self.level };
        let mut from = 0;
        for (at, placeholder) in placeholders.iter().take_while(|(at, _)| *at < end) {
            page.push_str(html.get(from..*at).unwrap_or_default());
            from = at + ROOT.len_utf8();
            match placeholder {
                Placeholder::Root => page.push_str(self.root),
                Placeholder::Level(offset) => {
                    page.push(char::from(b'0' + (level + offset).min(6)));
                    from += 1;
                }
            }
        }
        page.push_str(html.get(from..end).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_and_heading_levels_come_from_the_page() {
        let html = format!("<h{LEVEL}0>A</h{LEVEL}0><a href=\"{ROOT}team.html\">b</a><h{LEVEL}1>c</h{LEVEL}1>");
        let body = Body::new(html, BodyFacts::default());
        let bodies: Bodies = [("pages/a.md".to_owned(), body)].into_iter().collect();
        let page = |root, level| {
            let mark = bodies.marks()("pages/a.md", root, Some(level)).expect("a body");
            bodies.insert(format!("<main>{mark}</main>{mark}")).0
        };
        let (deep, top) = (page("../", 3), page("", 6));
        assert!(deep.starts_with("<main><h3>A</h3><a href=\"../team.html\">b</a><h4>c</h4></main><h3>"), "{deep}");
        assert!(top.ends_with("</main><h6>A</h6><a href=\"team.html\">b</a><h6>c</h6>"), "{top}");
        assert_eq!(bodies.marks()("pages/b.md", "", Some(2)), None);
        assert_eq!(bodies.insert(format!("{BODY}7;2;;")).0, format!("{BODY}7;2;;"), "a mark without a body stays");
    }

    #[test]
    fn an_opening_ends_before_the_first_heading_unless_it_links_below() {
        let page = |opening: &str| {
            let html = format!("{opening}<h{LEVEL}0 id=\"b\">B</h{LEVEL}0><p id=\"fn-1\">c");
            let facts = BodyFacts { ids: vec!["b".into(), "fn-1".into()], ..BodyFacts::default() };
            let bodies: Bodies = [("a.md".to_owned(), Body::new(html, facts))].into_iter().collect();
            let mark = bodies.marks()("a.md", "../", None).expect("a body");
            let shown = bodies.split(&mark).expect("a mark").1;
            let (ids, words) = (shown.ids().len(), shown.opening_words());
            (bodies.insert(mark).0, ids, words)
        };
        let link = format!("<p><a href=\"{ROOT}a.html\">a&amp;b</a></p>");
        assert_eq!(page(&link), ("<p><a href=\"../a.html\">a&amp;b</a></p>".to_owned(), 0, Some("  a&b  ".into())));
        let note = "<p>a<sup><a href=\"#fn-1\">1</a></sup></p>";
        assert_eq!(page(note), (format!("{note}<h2 id=\"b\">B</h2><p id=\"fn-1\">c"), 2, None));
    }
}
