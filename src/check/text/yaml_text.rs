//! Extracts the values of front matter and YAML files that people read on the site.

use super::page_text::{PageText, Passage, PassageKind};
use crate::read::{Node, Value};

/// Returns the key if its values are sentences or titles, not names, addresses, dates or words that other files
/// refer to.
macro_rules! keys {
    ($($key:literal)*) => {
        fn read_on_the_site(key: &str) -> Option<&'static str> {
            match key { $($key => Some($key),)* _ => None }
        }
    };
}

keys! {
    "about" "adviser" "aims" "answer" "ask-about" "book" "cancelled" "checks" "commitment" "complaints" "contact" "did"
    "development-plan" "drop-in" "duty" "employers" "entitlement" "granting" "heard" "help" "inclusion" "instead"
    "known-problems" "lead" "method" "needs" "not-tested" "note" "outcomes" "parent-engagement" "parents" "premises" "pupils"
    "question" "refusing" "request" "resources" "safeguarding" "said" "says" "staff" "summary" "tagline" "theme"
    "title" "what" "when"
}

pub(super) fn read(node: &Node, text: &mut PageText) {
    match &node.value {
        Value::Map(entries) => {
            // The school's own terms for people are not sentences.
            for entry in entries.iter().filter(|entry| entry.key != "words") {
                match read_on_the_site(&entry.key) {
                    Some(key) => values(&entry.node, key, text),
                    None => read(&entry.node, text),
                }
            }
        }
        Value::List(items) => items.iter().for_each(|item| read(item, text)),
        Value::Scalar(_) | Value::Null => {}
    }
}

/// A value or a list of values below a key.
fn values(node: &Node, key: &'static str, text: &mut PageText) {
    match &node.value {
        Value::Scalar(words) => {
            let start = text.plain.len();
            text.plain.push_str(words.trim());
            text.passages.push(Passage {
                kind: PassageKind::Key(key),
                range: start..text.plain.len(),
                span: node.span.clone(),
                is_bold: false,
            });
            text.plain.push('\n');
        }
        Value::List(items) => items.iter().for_each(|item| values(item, key, text)),
        Value::Map(_) => read(node, text),
        Value::Null => {}
    }
}
