//! What people will read in a content file: the values in its YAML and its body, each with its place.
//!
//! Remarks and keys are left out: nobody reads them on the site.

use std::ops::Range;

use crate::read::{Document, Node, Sources, Value};
use crate::report::Place;

/// A text that people will read, as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    document: &'a Document,
    /// Where it begins in its file.
    start: usize,
    /// The text.
    pub(super) text: &'a str,
}

/// Every passage of every readable content file, in the order of the files.
pub(super) fn passages(sources: &Sources) -> impl Iterator<Item = Passage<'_>> {
    sources.documents.iter().flat_map(passages_of)
}

fn passages_of(document: &Document) -> Vec<Passage<'_>> {
    let mut spans = Vec::new();
    if let Some(data) = &document.data {
        collect(data, &mut spans);
    }
    spans.push(document.body.clone());
    let passage = |span: Range<usize>| {
        let text = document.source.text.get(span.clone()).filter(|text| !text.trim().is_empty())?;
        Some(Passage { document, start: span.start, text })
    };
    spans.into_iter().filter_map(passage).collect()
}

fn collect(node: &Node, spans: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(_) => spans.push(node.span.clone()),
        Value::List(items) => items.iter().for_each(|item| collect(item, spans)),
        Value::Map(entries) => entries.iter().for_each(|entry| collect(&entry.node, spans)),
    }
}

impl<'a> Passage<'a> {
    /// The place of a span of the text.
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        self.document.source.place(self.start + span.start..self.start + span.end)
    }

    /// The file's path.
    pub(super) fn path(&self) -> &'a str {
        self.document.source.path.as_str()
    }

    /// The sentence that a span stands in: from the end of the one before it to its own end, within a
    /// paragraph, a list entry or a table row.
    pub(super) fn sentence(&self, span: &Range<usize>) -> &'a str {
        const ENDS: [&str; 8] = [". ", "! ", "? ", ".\n", "!\n", "?\n", "\n\n", "\r\n\r\n"];
        const ITEMS: [&str; 5] = ["\n- ", "\n* ", "\n|", "\n#", "\n  - "];
        let before = self.text.get(..span.start).unwrap_or_default();
        let after = self.text.get(span.end..).unwrap_or_default();
        let last = ENDS.iter().chain(&ITEMS).filter_map(|end| before.rfind(end).map(|at| at + end.len()));
        let next = ENDS.iter().chain(&ITEMS).filter_map(|end| after.find(end));
        let start = last.max().unwrap_or(0);
        let end = span.end + next.min().unwrap_or(after.len());
        self.text.get(start..end).unwrap_or_default()
    }
}

/// True if nothing that belongs to the word stands at its two ends.
pub(super) fn is_whole_word(text: &str, span: &Range<usize>) -> bool {
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = text.get(span.end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::read::parse;
    use crate::report::{ContentPath, Findings, Source};

    /// A document as stage 1 would read it: YAML, or Markdown without front matter.
    pub(in crate::check) fn document(path: &str, text: &str) -> Document {
        let source = Source { path: ContentPath::new(path), text: text.into() };
        let is_yaml = path.ends_with(".yaml");
        let data = is_yaml.then(|| parse(&source, 0..text.len(), &mut Findings::default())).flatten();
        let body = if is_yaml { text.len()..text.len() } else { 0..text.len() };
        Document { source, data, unreadable: false, body }
    }

    #[test]
    fn values_are_read_wherever_they_stand_and_remarks_are_not() {
        let document = document(
            "a.yaml",
            "# 07911 123456\nname: One  # two\nlist:\n  - \"three: four\"\n  - >\n    five\n    six\nmap: { seven: eight }\n",
        );
        let texts: Vec<&str> = passages_of(&document).iter().map(|passage| passage.text.trim()).collect();
        assert_eq!(texts.len(), 4, "{texts:?}");
        assert_eq!((texts[0], texts[3]), ("One", "eight"));
        assert!(texts[1].contains("three: four") && texts[2].contains("five\n    six"), "{texts:?}");
    }

    #[test]
    fn a_sentence_ends_with_its_paragraph_or_its_entry() {
        let text = "One two. Three four\nfive! Six.\n\n- seven\n- eight\n";
        let document = document("a.md", text);
        let passages = passages_of(&document);
        let sentence = |word: &str| {
            let at = text.find(word).expect("the word");
            passages[0].sentence(&(at..at + word.len()))
        };
        assert_eq!(sentence("two"), "One two");
        assert_eq!(sentence("five"), "Three four\nfive");
        assert_eq!(sentence("eight"), "eight\n");
    }
}
