//! A Markdown body: its text and its place. `render` turns it into HTML.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};
use serde::{Serialize, Serializer};

use crate::read::Document;
use crate::report::{ContentPath, Place};

/// The Markdown body of a file. May be empty.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The span of the body in its file.
    pub place: Place,
}

impl Prose {
    pub fn of(document: &Document) -> Self {
        Self { place: document.source.place(document.body.clone()) }
    }

    pub fn text(&self) -> &str {
        self.place.source.text.get(self.place.span.clone()).unwrap_or_default()
    }

    /// The Markdown, read: tables, footnotes, crossed-out words, lists to tick and real quotation marks.
    pub fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        events(self.text())
    }

    pub fn path(&self) -> &ContentPath {
        self.place.path()
    }

    pub fn is_empty(&self) -> bool {
        self.text().trim().is_empty()
    }
}

fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(text, options).into_offset_iter().map(|(event, span)| match event {
        // After a digit it is an inch, or ends a quotation.
        Event::Text(quote) if &*quote == "“" && ends_with_digit(text, span.start) => (Event::Text("”".into()), span),
        other => (other, span),
    })
}

/// The quotation marks, dashes and dots of a text in YAML as Markdown would write them. All else stays as it is written,
/// and so do addresses.
pub(crate) fn typeset(text: &str) -> String {
    if !text.contains(['\'', '"']) && !text.contains("--") && !text.contains("...") {
        return text.to_owned();
    }
    let mut output = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (event, span) in events(text) {
        let Event::Text(better) = event else { continue };
        let (Some(before), Some(written)) = (text.get(done..span.start), text.get(span.clone())) else { continue };
        if written.trim_matches(['\'', '"', '-', '.']).is_empty() && !is_in_address(text, span.start) {
            output.push_str(before);
            output.push_str(&better);
            done = span.end;
        }
    }
    output.push_str(text.get(done..).unwrap_or_default());
    output
}

fn is_in_address(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let end = after.split(char::is_whitespace).next().unwrap_or_default();
    start.contains("://") || start.contains("www.") || start.contains('@') || end.contains('@')
}

fn ends_with_digit(text: &str, end: usize) -> bool {
    text.get(..end).is_some_and(|before| before.ends_with(|ch: char| ch.is_ascii_digit()))
}

/// Templates refer to a body by its file; an empty body is `None`.
impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() { serializer.serialize_none() } else { serializer.serialize_str(self.path().as_str()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Source;

    #[test]
    fn texts_in_yaml_are_typeset_but_for_addresses_and_what_looks_like_markdown() {
        for (written, expected) in [
            ("Careers champions' twilight", "Careers champions’ twilight"),
            ("\"What's my job?\" - a quiz...", "“What’s my job?” - a quiz…"),
            ("9am--3pm, a 24\" screen", "9am–3pm, a 24” screen"),
            (
                "See https://a.example/it's--here and o'neill@a.example",
                "See https://a.example/it's--here and o'neill@a.example",
            ),
            ("1. *Don't* write [x](y's) & <b>", "1. *Don’t* write [x](y's) & <b>"),
            ("Already ‘so’ – and no more", "Already ‘so’ – and no more"),
            ("", ""),
        ] {
            assert_eq!(typeset(written), expected);
        }
    }

    proptest::proptest! {
        #[test]
        fn typesetting_changes_only_quotation_marks_dashes_and_dots(text: String) {
            let bare = |text: &str| text.replace(['\'', '"', '-', '.', '‘', '’', '“', '”', '–', '—', '…'], "");
            proptest::prop_assert_eq!(bare(&typeset(&text)), bare(&text));
        }
    }

    #[test]
    fn quotation_marks_after_a_digit_are_closing_ones() {
        let source = Source {
            path: ContentPath::new("a.md"),
            text: "A 24\" screen, 10\" by 8\". Say \"yes\" to \"24\".".into(),
        };
        let prose = Prose { place: source.place(0..source.text.len()) };
        let text: String = prose
            .events()
            .filter_map(|(event, _)| if let Event::Text(text) = event { Some(text.to_string()) } else { None })
            .collect();
        assert_eq!(text, "A 24” screen, 10” by 8”. Say “yes” to “24”.");
    }
}
