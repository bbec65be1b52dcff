//! Extracts the values of front matter and YAML files that people read on the site.

use std::sync::LazyLock;

use super::html::{LostLink, lost_links};
use super::key_links::KeyLink;
use super::page_text::{MarkedLanguage, PageText, Passage, PassageKind, TextLink};
use crate::programme::format::ProseKey;
use crate::programme::{RichMark, RichPart, on_one_line, prose_keys, rich_parts};
use crate::read::{Node, Value};

static PROSE_KEYS: LazyLock<Vec<ProseKey>> = LazyLock::new(prose_keys);

fn prose_key(key: &str) -> Option<ProseKey> {
    PROSE_KEYS.iter().copied().find(|known| known.name == key)
}

pub(super) fn read(node: &Node, text: &mut PageText) {
    match &node.value {
        Value::Map(entries) => {
            // `words` holds single words, not sentences.
            for entry in entries.iter().filter(|entry| entry.key != "words") {
                match prose_key(&entry.key) {
                    Some(key) => add_values(&entry.node, key, text),
                    None => read(&entry.node, text),
                }
            }
        }
        Value::List(items) => items.iter().for_each(|item| read(item, text)),
        Value::Scalar(_) | Value::Null => {}
    }
}

/// Adds a value, or a list of values, as passages under a key.
fn add_values(node: &Node, key: ProseKey, text: &mut PageText) {
    match &node.value {
        Value::Scalar(value) => {
            let start = text.plain.len();
            let line = if key.is_rich { on_one_line(value) } else { String::new() };
            match rich_parts(&line) {
                Some(parts) => add_parts(parts, node, text),
                None => text.plain.push_str(value.trim()),
            }
            let lost = lost_links(&line, 0).into_iter();
            text.key_links.lost.extend(lost.map(|link| LostLink { span: node.span.clone(), ..link }));
            text.passages.push(Passage {
                kind: PassageKind::Key(key.name),
                range: start..text.plain.len(),
                span: node.span.clone(),
                is_bold: false,
                is_heading: false,
            });
            text.plain.push('\n');
        }
        Value::List(items) => items.iter().for_each(|item| add_values(item, key, text)),
        Value::Map(_) => read(node, text),
        Value::Null => {}
    }
}

/// Adds the words of a text with links, and the links.
fn add_parts(parts: Vec<RichPart<'_>>, node: &Node, text: &mut PageText) {
    // Links are never inside links, so there is one open link at most.
    let mut link_start = 0;
    let mut number = 0;
    for part in parts {
        match part {
            RichPart::Words(words) => text.plain.push_str(words),
            RichPart::Start(RichMark::Link(target)) => {
                link_start = text.plain.len();
                text.key_links.links.push(KeyLink { target, span: node.span.clone(), number });
                number += 1;
            }
            RichPart::End(RichMark::Link(target)) => {
                let (range, span) = (link_start..text.plain.len(), node.span.clone());
                match target.trim().strip_prefix("lang:") {
                    Some(tag) => text.marked.push(MarkedLanguage { tag: tag.to_owned(), range, span }),
                    None => {
                        let words = text.slice(range).to_owned();
                        text.links.push(TextLink { words, target, span });
                    }
                }
            }
            RichPart::Start(_) | RichPart::End(_) => {}
        }
    }
}
