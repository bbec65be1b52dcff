//! Replaced spans of a text.

use std::ops::Range;

/// A span of a text, and what is put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

impl Splice {
    pub(super) fn new(span: Range<usize>, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::new(at..at, text)
    }

    pub(super) fn remove(span: Range<usize>) -> Self {
        Self::new(span, "")
    }
}

/// The text with these splices. `None` if they overlap or are not inside it.
pub(super) fn splice(text: &str, mut splices: Vec<Splice>) -> Option<String> {
    splices.sort_by_key(|splice| (splice.span.start, splice.span.end));
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for splice in &splices {
        result.push_str(text.get(at..splice.span.start)?);
        result.push_str(&splice.text);
        at = splice.span.end.max(splice.span.start);
    }
    result.push_str(text.get(at..)?);
    Some(result)
}
