//! The text of an SVG file, and which of its words and bitmaps nobody sees.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use encoding_rs::Encoding;
use memchr::memmem;
use roxmltree::{Document, Node};

/// The text of a drawing, whatever its encoding, without a declaration. `None` if its encoding isn't known.
pub(super) fn decoded(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let stated = bytes.get(..bytes.len().min(200)).and_then(stated_encoding);
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or(stated);
    let text = match encoding {
        Some(encoding) => {
            let (text, _, has_errors) = encoding.decode(bytes);
            (!has_errors).then_some(text)?
        }
        None => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
    };
    // The drawing is published in UTF-8, whatever it was.
    let declaration = text.starts_with("<?xml").then(|| text.find("?>").map(|end| end + 2)).flatten();
    let is_utf8 = encoding.is_none_or(|encoding| encoding == encoding_rs::UTF_8);
    match declaration.filter(|_| !is_utf8) {
        Some(end) => Some(Cow::Owned(text.get(end..)?.to_owned())),
        None => Some(text),
    }
}

/// The encoding of the XML declaration.
fn stated_encoding(start: &[u8]) -> Option<&'static Encoding> {
    let at = start.starts_with(b"<?xml").then(|| memmem::find(start, b"encoding"))??;
    let name = start.get(at..)?.split(|byte| matches!(byte, b'"' | b'\'')).nth(1)?;
    Encoding::for_label(name)
}

/// Words and embedded bitmaps that no browser shows.
pub(super) struct HiddenParts<'d> {
    /// Ids that something in the drawing refers to.
    used: HashSet<&'d str>,
    /// Classes and ids that a style hides.
    hidden: HashSet<&'d str>,
}

impl<'d> HiddenParts<'d> {
    pub(super) fn of(document: &'d Document<'_>) -> Self {
        let mut parts = Self { used: HashSet::new(), hidden: HashSet::new() };
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                parts.used.extend(references(attribute.value()));
            }
            if node.tag_name().name() == "style" {
                for text in node.children().filter_map(|child| child.text()) {
                    parts.used.extend(references(text));
                    parts.hidden.extend(hidden_names(text));
                }
            }
        }
        parts
    }

    /// True for an element that holds words or a bitmap and is not shown.
    pub(super) fn hides(&self, node: &Node<'_, '_>) -> bool {
        const PARTS: [&str; 6] = ["text", "tspan", "textPath", "title", "desc", "image"];
        if !PARTS.contains(&node.tag_name().name()) {
            return false;
        }
        let mut may_be_used = false;
        for ancestor in node.ancestors().filter(Node::is_element) {
            may_be_used |= ancestor.attribute("id").is_some_and(|id| self.used.contains(id));
            if self.is_hidden(&ancestor) {
                // A hidden ancestor does not hide what is used elsewhere.
                return ancestor == *node || !may_be_used;
            }
            if matches!(ancestor.tag_name().name(), "defs" | "symbol") {
                return !may_be_used;
            }
        }
        false
    }

    fn is_hidden(&self, node: &Node<'_, '_>) -> bool {
        let has_name = |names: &str| names.split_whitespace().any(|name| self.hidden.contains(name));
        let is = |name: &str, value: &str| node.attribute(name).is_some_and(|stated| stated.trim() == value);
        is("display", "none")
            || is("visibility", "hidden")
            || node.attribute("style").is_some_and(hides)
            || node.attribute("class").is_some_and(has_name)
            || node.attribute("id").is_some_and(has_name)
    }
}

/// The ids in `#name` and `url(#name)`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('#').skip(1).filter_map(|rest| {
        let end =
            rest.find(|ch: char| !(ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.' | ':'))).unwrap_or(rest.len());
        rest.get(..end).filter(|id| !id.is_empty())
    })
}

/// True if declarations of CSS hide an element.
fn hides(declarations: &str) -> bool {
    let plain: String = declarations.to_lowercase().chars().filter(|ch| !ch.is_whitespace()).collect();
    plain.contains("display:none") || plain.contains("visibility:hidden")
}

/// The classes and ids of rules that hide.
fn hidden_names(style: &str) -> impl Iterator<Item = &str> {
    let rules =
        style.split('}').filter_map(|rule| rule.rsplit_once('{')).filter(|(_, declarations)| hides(declarations));
    rules.flat_map(|(selectors, _)| selectors.split(',')).filter_map(|selector| {
        // A comment may be before it.
        let last = selector.split_whitespace().next_back()?;
        // The name of an element may be before the class: `text.hidden`.
        let name = last.trim_start_matches(|ch: char| ch.is_alphanumeric()).strip_prefix(['.', '#'])?;
        name.chars().all(|ch| ch.is_alphanumeric() || matches!(ch, '-' | '_')).then_some(name)
    })
}

/// The comments in a style.
pub(super) fn style_comments(style: &str) -> Vec<Range<usize>> {
    let mut comments = Vec::new();
    let mut from = 0;
    while let Some(start) = style.get(from..).and_then(|rest| rest.find("/*")).map(|at| from + at) {
        let end =
            style.get(start + 2..).and_then(|rest| rest.find("*/")).map_or(style.len(), |end| start + 2 + end + 2);
        comments.push(start..end);
        from = end;
    }
    comments
}
