//! Texts in YAML keys with links, bold and emphasis.
//!
//! A [`RichText`] is plain text wherever a text is asked for, so calendars, feeds, data and titles need not know of it. Only
//! pages show the rest: they take a [`MarkedText`], whose marks `render` turns into HTML.

use std::fmt::Write;
use std::ops::Deref;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};
use serde::{Serialize, Serializer};

use crate::report::ContentPath;

/// The start of bold words.
pub(crate) const STRONG: char = '\u{FDE0}';
/// The end of bold words.
pub(crate) const STRONG_END: char = '\u{FDE1}';
/// The start of emphasised words.
pub(crate) const EMPHASIS: char = '\u{FDE2}';
/// The end of emphasised words.
pub(crate) const EMPHASIS_END: char = '\u{FDE3}';
/// The start of a link; its id and a semicolon follow.
pub(crate) const KEY_LINK: char = '\u{FDE4}';
/// The end of a link.
pub(crate) const KEY_LINK_END: char = '\u{FDE5}';

/// Without the characters that HTML escapes, and without the semicolon that ends an id.
const ID_CHARACTERS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_');

/// Stands before a text, so that no list or heading begins it.
const BEFORE: &str = ".";

/// A text with links, bold and emphasis. It is used as plain text, without their symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RichText {
    plain: String,
    /// `None` for a text without any.
    marked: Option<String>,
}

/// A rich text for a page. Its marks are Unicode noncharacters, which no text of an author has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedText(RichText);

/// A part of a rich text, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RichPart<'t> {
    Words(&'t str),
    Start(RichMark),
    End(RichMark),
}

/// What words can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RichMark {
    Strong,
    Emphasis,
    /// With its target, as written or with `mailto:`.
    Link(String),
}

impl RichText {
    /// A text on one line, at an offset of a file.
    pub(super) fn parse(text: String, path: &ContentPath, at: usize) -> Self {
        let Some(parts) = rich_parts(&text) else { return Self { plain: text, marked: None } };
        let (mut plain, mut marked, mut links) = (String::new(), String::new(), 0);
        for part in parts {
            match part {
                RichPart::Words(words) => {
                    plain.push_str(words);
                    marked.push_str(words);
                }
                RichPart::Start(RichMark::Strong) => marked.push(STRONG),
                RichPart::End(RichMark::Strong) => marked.push(STRONG_END),
                RichPart::Start(RichMark::Emphasis) => marked.push(EMPHASIS),
                RichPart::End(RichMark::Emphasis) => marked.push(EMPHASIS_END),
                RichPart::Start(RichMark::Link(_)) => {
                    // Writing to memory doesn't fail.
                    let _ = write!(marked, "{KEY_LINK}{};", link_id(path, at, links));
                    links += 1;
                }
                RichPart::End(RichMark::Link(_)) => marked.push(KEY_LINK_END),
            }
        }
        Self { plain, marked: Some(marked) }
    }

    fn with_marks(&self) -> &str {
        self.marked.as_ref().unwrap_or(&self.plain)
    }

    /// The text for a page.
    pub fn marked(&self) -> MarkedText {
        MarkedText(self.clone())
    }
}

impl MarkedText {
    /// The texts, one after the other. `None` for no text.
    pub fn joined<'t>(texts: impl IntoIterator<Item = &'t RichText>) -> Option<Self> {
        let join = |all: Self, next: &RichText| {
            let Self(all) = all;
            let marked = format!("{} {}", all.with_marks(), next.with_marks());
            Self(RichText { plain: format!("{} {}", all.plain, next.plain), marked: Some(marked) })
        };
        let mut texts = texts.into_iter();
        let first = texts.next()?.marked();
        Some(texts.fold(first, join))
    }

    /// The text without links, bold and emphasis, for what is not a page.
    pub fn into_plain(self) -> String {
        self.0.plain
    }
}

impl Deref for RichText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.plain
    }
}

impl From<String> for MarkedText {
    fn from(plain: String) -> Self {
        Self(RichText { plain, marked: None })
    }
}

impl Serialize for MarkedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.with_marks())
    }
}

/// The id of a link: its file, the offset of its text in it, and its number in the text.
pub(crate) fn link_id(path: &ContentPath, at: usize, number: usize) -> String {
    format!("{}:{at}:{number}", utf8_percent_encode(path.as_str(), ID_CHARACTERS))
}

/// The text on one line, without the characters that YAML escapes can write and that feeds and calendars may not contain.
pub(crate) fn on_one_line(text: &str) -> String {
    let text: String = text.chars().map(|ch| if ch.is_control() { ' ' } else { ch }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of a text on one line. `None` if all of it is plain.
///
/// Only links, bold and emphasis count. All else is words, as it is written: HTML, pictures, code, lists and headings.
pub(crate) fn rich_parts(text: &str) -> Option<Vec<RichPart<'_>>> {
    if !text.contains(['*', '_', '[', '<']) {
        return None;
    }
    let mut reader = PartReader { text, parts: Vec::new(), open: Vec::new(), end: 0, skipped: None };
    let written = format!("{BEFORE}{text}");
    for (event, span) in Parser::new(&written).into_offset_iter() {
        let start = span.start.saturating_sub(BEFORE.len());
        reader.event(event, start, span.end.saturating_sub(BEFORE.len()));
    }
    let is_plain = reader.parts.iter().all(|part| matches!(part, RichPart::Words(_)));
    let is_shortened = || reader.parts.iter().map(RichPart::len).sum::<usize>() < text.len();
    (!is_plain || is_shortened()).then_some(reader.parts)
}

impl RichPart<'_> {
    fn len(&self) -> usize {
        if let Self::Words(words) = self { words.len() } else { 0 }
    }
}

struct PartReader<'t> {
    text: &'t str,
    parts: Vec<RichPart<'t>>,
    open: Vec<RichMark>,
    /// The end of what has been read.
    end: usize,
    /// Where a picture or an empty link ends, which is kept as it is written.
    skipped: Option<usize>,
}

impl<'t> PartReader<'t> {
    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        if self.skipped.is_some_and(|until| start < until) {
            return;
        }
        match event {
            Event::Start(Tag::Strong) => self.start(RichMark::Strong, start + 2),
            Event::Start(Tag::Emphasis) => self.start(RichMark::Emphasis, start + 1),
            Event::Start(Tag::Link { link_type, dest_url, .. }) if !self.is_empty_link(start) => {
                let target = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into() };
                self.start(RichMark::Link(target), start + 1);
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                self.words(start, end);
                self.skipped = Some(end);
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {
                self.parts.extend(self.open.pop().map(RichPart::End));
                self.end = end;
            }
            Event::Start(_) | Event::End(_) => {}
            _ => self.words(start, end),
        }
    }

    fn is_empty_link(&self, start: usize) -> bool {
        self.text.get(start..).is_some_and(|rest| rest.starts_with("[]"))
    }

    fn start(&mut self, mark: RichMark, end: usize) {
        self.parts.push(RichPart::Start(mark.clone()));
        self.open.push(mark);
        self.end = end;
    }

    fn words(&mut self, start: usize, end: usize) {
        // Only a backslash is between words, and it stays unless it stands before a sign that would count.
        let is_escape = self.text.get(start..).is_some_and(|rest| rest.starts_with(['*', '_', '[', ']']));
        let start = if is_escape { start } else { self.end };
        let words = self.text.get(start.max(self.end)..end).unwrap_or_default();
        self.end = self.end.max(end);
        if !words.is_empty() {
            self.parts.push(RichPart::Words(words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (String, String) {
        let rich = RichText::parse(text.to_owned(), &ContentPath::new("a & b.md"), 7);
        let marked = rich.marked.clone().unwrap_or_else(|| rich.plain.clone());
        let shown = marked.replace(STRONG, "<b>").replace(STRONG_END, "</b>");
        let shown = shown.replace(EMPHASIS, "<i>").replace(EMPHASIS_END, "</i>");
        (rich.to_string(), shown.replace(KEY_LINK, "<a ").replace(KEY_LINK_END, "</a>"))
    }

    #[test]
    fn links_bold_and_emphasis_are_read_and_the_text_is_plain() {
        for (written, plain, shown) in [
            (
                "Read [how to *prepare*](a.md).",
                "Read how to prepare.",
                "Read <a a%20%26%20b.md:7:0;how to <i>prepare</i></a>.",
            ),
            ("**Bring** a _pen_", "Bring a pen", "<b>Bring</b> a <i>pen</i>"),
            ("<https://a.example/b>", "https://a.example/b", "<a a%20%26%20b.md:7:0;https://a.example/b</a>"),
            ("[a](b) or [c](d \"e\")", "a or c", "<a a%20%26%20b.md:7:0;a</a> or <a a%20%26%20b.md:7:1;c</a>"),
            ("Not \\*this\\*", "Not *this*", "Not *this*"),
        ] {
            assert_eq!(parse(written), (plain.to_owned(), shown.to_owned()), "{written}");
        }
    }

    #[test]
    fn all_else_stays_as_it_is_written() {
        for text in [
            "1. Don't",
            "# 2 * 3 * 4 &amp; a_b_c",
            "- <b>x</b> <script>alert(1)</script>",
            "![a *b*](c.png) and []( d.md)",
            "`*a*` \\ C:\\-.txt is \\\\one * of many",
            "Places limited* *book early",
            "> [x] (a.md) [x]: a.md",
        ] {
            assert_eq!(parse(text), (text.to_owned(), text.to_owned()), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn marks_are_in_pairs_and_plain_text_has_none(text in r"[\[\]()*_<>a-c :/.\\!`\n-]{0,40}") {
            let text = on_one_line(&text);
            let mut open = 0i32;
            for part in rich_parts(&text).unwrap_or_default() {
                match part {
                    RichPart::Words(_) => {}
                    RichPart::Start(_) => open += 1,
                    RichPart::End(_) => open -= 1,
                }
                proptest::prop_assert!(open >= 0);
            }
            proptest::prop_assert_eq!(open, 0);
            let length = |text: &str| text.chars().filter(char::is_ascii_lowercase).count();
            let rich = RichText::parse(text.clone(), &ContentPath::new("a.md"), 0);
            proptest::prop_assert!(length(&rich) <= length(&text));
            let is_mark = |ch: char| (STRONG..=KEY_LINK_END).contains(&ch);
            proptest::prop_assert!(!rich.contains(is_mark));
        }
    }
}
