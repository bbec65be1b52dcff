//! Extracts the values of front matter and YAML files that people read on the site.

use std::sync::LazyLock;

use super::page_text::{PageText, Passage, PassageKind};
use crate::programme::prose_keys;
use crate::read::{Node, Value};

static PROSE_KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(prose_keys);

fn prose_key(key: &str) -> Option<&'static str> {
    PROSE_KEYS.iter().copied().find(|known| *known == key)
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
fn add_values(node: &Node, key: &'static str, text: &mut PageText) {
    match &node.value {
        Value::Scalar(value) => {
            let start = text.plain.len();
            text.plain.push_str(value.trim());
            text.passages.push(Passage {
                kind: PassageKind::Key(key),
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
