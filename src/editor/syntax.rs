//! The syntax of a YAML text: where each value begins and ends, and how it is written.
//!
//! The reader's tree ([`crate::read::Node`]) has values and the places of scalars. Edits also need the ends of lists and
//! maps, the colons and dashes, and the styles, which the parser's events give.

use std::collections::HashSet;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::edit_error::{EditError, UnsupportedYaml};
use super::file_edit::{PathStep, ValuePath};

/// A value in a text. Offsets are bytes of the file.
#[derive(Debug)]
pub(super) struct SyntaxNode {
    /// After the colon or the dash that it belongs to.
    pub(super) after: usize,
    /// Where it begins: its quotation mark, bracket, `|` or first key. Equal to `after` if it is empty.
    pub(super) start: usize,
    /// Where it ends, before the line break.
    pub(super) end: usize,
    pub(super) kind: SyntaxKind,
}

#[derive(Debug)]
pub(super) enum SyntaxKind {
    Null,
    Scalar { style: ScalarStyle, text: String },
    List { is_flow: bool, items: Vec<SyntaxItem> },
    Map { is_flow: bool, entries: Vec<SyntaxEntry> },
}

#[derive(Debug)]
pub(super) struct SyntaxItem {
    /// Its dash; in brackets its first character.
    pub(super) start: usize,
    pub(super) node: SyntaxNode,
}

#[derive(Debug)]
pub(super) struct SyntaxEntry {
    pub(super) key: String,
    /// With quotation marks.
    pub(super) key_span: Range<usize>,
    pub(super) node: SyntaxNode,
}

impl SyntaxEntry {
    /// False for `a` in `{ a, b }`.
    pub(super) fn has_colon(&self) -> bool {
        self.node.after > self.key_span.end
    }
}

/// A value, and what it is in.
#[derive(Clone, Copy, Debug)]
pub(super) struct LocatedNode<'s> {
    pub(super) node: &'s SyntaxNode,
    /// The key or the dash that it belongs to; `None` for the whole file.
    pub(super) owner: Option<usize>,
    pub(super) is_item: bool,
    /// Inside brackets or braces.
    pub(super) is_in_flow: bool,
}

impl SyntaxNode {
    /// The syntax of the YAML in `span`. `None` if it has only comments and blank lines.
    ///
    /// # Errors
    /// [`EditError::Invalid`] and [`EditError::Unsupported`].
    pub(super) fn parse(text: &str, span: Range<usize>) -> Result<Option<Self>, EditError> {
        let yaml = text.get(span.clone()).ok_or(EditError::Invalid)?;
        let mut events = Vec::new();
        for event in Parser::new_from_str(yaml) {
            let (event, place) = event.map_err(|_| EditError::Invalid)?;
            let place = place.byte_range().ok_or(EditError::Invalid)?;
            match event {
                Event::Comment(..) | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                Event::DocumentStart(..) => {}
                event => events.push((event, place.start + span.start..place.end + span.start)),
            }
        }
        if events.is_empty() {
            return Ok(None);
        }
        let mut builder = Builder { text, events: events.into_iter() };
        let start = builder.document_start(span.start);
        let root = builder.node(start)?;
        Ok(Some(root).filter(|root| !matches!(root.kind, SyntaxKind::Null)))
    }

    /// The value at a path.
    pub(super) fn locate(&self, path: &ValuePath) -> Option<LocatedNode<'_>> {
        let start = LocatedNode { node: self, owner: None, is_item: false, is_in_flow: false };
        path.0.iter().try_fold(start, |at, step| match (&at.node.kind, step) {
            (SyntaxKind::Map { is_flow, entries }, PathStep::Key(key)) => {
                let entry = entries.iter().find(|entry| entry.key == *key)?;
                let is_in_flow = at.is_in_flow || *is_flow;
                Some(LocatedNode { node: &entry.node, owner: Some(entry.key_span.start), is_item: false, is_in_flow })
            }
            (SyntaxKind::List { is_flow, items }, PathStep::Index(index)) => {
                let item = items.get(*index)?;
                let is_in_flow = at.is_in_flow || *is_flow;
                Some(LocatedNode { node: &item.node, owner: Some(item.start), is_item: true, is_in_flow })
            }
            _ => None,
        })
    }

    /// True for a list or a map that is not in brackets.
    pub(super) fn is_block(&self) -> bool {
        matches!(self.kind, SyntaxKind::List { is_flow: false, .. } | SyntaxKind::Map { is_flow: false, .. })
    }
}

struct Builder<'t, I> {
    text: &'t str,
    events: I,
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Builder<'t, I> {
    /// After a `---` at the top of a YAML file.
    fn document_start(&self, start: usize) -> usize {
        let at = self.skip(start);
        let is_mark = self.text.get(at..).is_some_and(|rest| {
            rest.strip_prefix("---").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
        });
        if is_mark { at + 3 } else { start }
    }

    /// The value of the next events, which belongs to a colon or a dash that ends at `after`.
    fn node(&mut self, after: usize) -> Result<SyntaxNode, EditError> {
        let (event, place) = self.events.next().ok_or(EditError::Invalid)?;
        self.node_of(event, place, after)
    }

    fn node_of(&mut self, event: Event<'t>, place: Range<usize>, after: usize) -> Result<SyntaxNode, EditError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                check_properties(anchor, tag.is_some())?;
                Ok(self.scalar(text.into_owned(), style, place, after))
            }
            Event::SequenceStart(style, anchor, tag) => {
                check_properties(anchor, tag.is_some())?;
                self.list(style == StructureStyle::Flow, place, after)
            }
            Event::MappingStart(style, anchor, tag) => {
                check_properties(anchor, tag.is_some())?;
                self.map(style == StructureStyle::Flow, place, after)
            }
            Event::Alias(_) => Err(EditError::Unsupported(UnsupportedYaml::Alias)),
            _ => Err(EditError::Unsupported(UnsupportedYaml::Other)),
        }
    }

    fn scalar(&self, text: String, style: ScalarStyle, place: Range<usize>, after: usize) -> SyntaxNode {
        match style {
            ScalarStyle::Plain if place.is_empty() => {
                SyntaxNode { after, start: after, end: after, kind: SyntaxKind::Null }
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = self.skip(after);
                let header = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
                let keeps = header.split(" #").next().unwrap_or_default().contains('+');
                let written = self.text.get(start..place.end.max(start)).unwrap_or_default();
                let length = if keeps { without_line_end(written).len() } else { without_blank_lines(written) };
                SyntaxNode { after, start, end: start + length, kind: SyntaxKind::Scalar { style, text } }
            }
            _ => SyntaxNode { after, start: place.start, end: place.end, kind: SyntaxKind::Scalar { style, text } },
        }
    }

    fn list(&mut self, is_flow: bool, place: Range<usize>, after: usize) -> Result<SyntaxNode, EditError> {
        let mut items = Vec::new();
        let mut end = after;
        loop {
            let (event, item_place) = self.events.next().ok_or(EditError::Invalid)?;
            if event == Event::SequenceEnd {
                end = if is_flow { item_place.end } else { end };
                break;
            }
            let start = if is_flow { item_place.start } else { self.skip(end) };
            if !is_flow && self.byte(start) != Some(b'-') {
                return Err(EditError::Unsupported(UnsupportedYaml::Other));
            }
            let node = self.node_of(event, item_place, if is_flow { start } else { start + 1 })?;
            end = node.end;
            items.push(SyntaxItem { start, node });
        }
        let start = if is_flow { place.start } else { items.first().map_or(after, |item| item.start) };
        self.check_bracket(is_flow, start, b'[')?;
        Ok(SyntaxNode { after, start, end, kind: SyntaxKind::List { is_flow, items } })
    }

    fn map(&mut self, is_flow: bool, place: Range<usize>, after: usize) -> Result<SyntaxNode, EditError> {
        let mut entries: Vec<SyntaxEntry> = Vec::new();
        let mut keys = HashSet::new();
        let mut end = if is_flow { place.end } else { after };
        loop {
            let (event, key_span) = self.events.next().ok_or(EditError::Invalid)?;
            let key = match event {
                Event::MappingEnd => {
                    end = if is_flow { key_span.end } else { end };
                    break;
                }
                Event::Scalar(key, _, anchor, tag) => {
                    check_properties(anchor, tag.is_some())?;
                    key.into_owned()
                }
                _ => return Err(EditError::Unsupported(UnsupportedYaml::LongKey)),
            };
            let between = if is_flow && !entries.is_empty() { self.skip(self.skip(end) + 1) } else { self.skip(end) };
            if between != key_span.start {
                return Err(EditError::Unsupported(UnsupportedYaml::LongKey));
            }
            if key == "<<" {
                return Err(EditError::Unsupported(UnsupportedYaml::MergeKey));
            }
            if !keys.insert(key.clone()) {
                return Err(EditError::Unsupported(UnsupportedYaml::DuplicateKey));
            }
            let colon = self.skip(key_span.end);
            let colon = if self.byte(colon) == Some(b':') { colon + 1 } else { key_span.end };
            let node = self.node(colon)?;
            end = node.end;
            entries.push(SyntaxEntry { key, key_span, node });
        }
        let start = if is_flow { place.start } else { entries.first().map_or(after, |entry| entry.key_span.start) };
        self.check_bracket(is_flow, start, b'{')?;
        Ok(SyntaxNode { after, start, end, kind: SyntaxKind::Map { is_flow, entries } })
    }

    /// Refuses `[a: 1]`, a map without braces.
    fn check_bracket(&self, is_flow: bool, start: usize, bracket: u8) -> Result<(), EditError> {
        if is_flow && self.byte(start) != Some(bracket) {
            return Err(EditError::Unsupported(UnsupportedYaml::Other));
        }
        Ok(())
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The next byte that is not in a comment and not a space or a line break.
    fn skip(&self, mut at: usize) -> usize {
        loop {
            let rest = self.text.get(at..).unwrap_or_default();
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            match self.byte(at) {
                Some(b'#') => {
                    let rest = self.text.get(at..).unwrap_or_default();
                    at += rest.find('\n').unwrap_or(rest.len());
                }
                _ => return at,
            }
        }
    }
}

fn check_properties(anchor: usize, has_tag: bool) -> Result<(), EditError> {
    match (anchor, has_tag) {
        (0, false) => Ok(()),
        (0, true) => Err(EditError::Unsupported(UnsupportedYaml::Tag)),
        _ => Err(EditError::Unsupported(UnsupportedYaml::Anchor)),
    }
}

/// The length without the blank lines at the end, and without the last line break.
fn without_blank_lines(text: &str) -> usize {
    let length = text.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let rest_of_line = text.get(length..).and_then(|rest| rest.split(['\r', '\n']).next()).unwrap_or_default();
    length + rest_of_line.len()
}

fn without_line_end(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}
