//! Splits a Markdown file into front matter and body, without moving any offset.

use std::ops::Range;

/// The byte ranges of the YAML and the Markdown in the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// Between the two fences; `None` if the file does not begin with one.
    pub(super) data: Option<Range<usize>>,
    /// Everything after.
    pub(super) body: Range<usize>,
}

/// Splits a text.
///
/// # Errors
/// The range of an opening fence that is never closed, or of a line of other dashes in place of a fence.
pub(super) fn split(text: &str) -> Result<Parts, Range<usize>> {
    let opening = text.len() - text.trim_start_matches(['\r', '\n', ' ']).len();
    let mut lines = Lines { text, at: opening };
    let first = lines.next().unwrap_or(opening..opening);
    if !is_fence(text, &first) {
        let mut content = lines.skip_while(|line| is_comment(text, line));
        return match dashes(text, &first).filter(|_| content.next().is_some_and(|line| is_key(text, &line))) {
            Some(dashes) => Err(dashes),
            None => Ok(Parts { data: None, body: 0..text.len() }),
        };
    }
    let start = lines.at;
    let mut other_dashes = None;
    for line in lines {
        if is_fence(text, &line) {
            // A later fence may be a line across the page.
            let data = start..line.start;
            return other_dashes.map_or(Ok(Parts { data: Some(data), body: line.end..text.len() }), Err);
        }
        other_dashes = other_dashes.or_else(|| dashes(text, &line));
    }
    Err(other_dashes.unwrap_or(first.start..first.start + "---".len()))
}

/// The dashes of a line that has only them, and is not a fence.
fn dashes(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let written = text.get(line.clone())?.trim_end();
    // A lone hyphen is an item of a list.
    let is_dashes = !matches!(written, "" | "-") && written.chars().all(|ch| matches!(ch, '-' | '–' | '—' | '―' | '−'));
    is_dashes.then_some(line.start..line.start + written.len())
}

fn is_comment(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_some_and(|line| line.starts_with('#'))
}

fn is_key(text: &str, line: &Range<usize>) -> bool {
    let key = text.get(line.clone()).and_then(|line| line.split_once(':')).map_or("", |(key, _)| key);
    !key.is_empty() && key.chars().all(|ch| ch.is_ascii_alphabetic() || ch == '-')
}

/// The first line of a Markdown file that begins with keys and has only the fence after them.
pub(super) fn keys_without_fence(text: &str) -> Option<Range<usize>> {
    let lines = Lines { text, at: text.len() - text.trim_start().len() };
    let mut lines = lines.skip_while(|line| is_comment(text, line));
    let first = lines.next()?;
    let line = text.get(first.clone())?.trim_end();
    let (key, _) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|ch| ch.is_ascii_lowercase() || ch == '-');
    (is_key && lines.any(|line| is_fence(text, &line))).then_some(first.start..first.start + line.len())
}

fn is_fence(text: &str, line: &Range<usize>) -> bool {
    text.get(line.clone()).is_some_and(|line| line.trim_end() == "---")
}

/// The lines of a text, each with its line ending.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = self.at + rest.find('\n').map_or(rest.len(), |newline| newline + 1);
        let line = self.at..end;
        self.at = end;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        let parts = split(text).ok()?;
        Some((&text[parts.data?], &text[parts.body]))
    }

    #[test]
    fn front_matter_is_between_two_fences() {
        assert_eq!(parts("---\ntitle: a\n---\nBody\n"), Some(("title: a\n", "Body\n")));
        assert_eq!(parts("---\r\ntitle: a\r\n---\r\nBody"), Some(("title: a\r\n", "Body")));
        assert_eq!(parts("\n---\n---\n"), Some(("", "")));
        let list = "a:\n-\n  b: c\n";
        assert_eq!(parts(&format!("---\n{list}---\n")), Some((list, "")));
    }

    #[test]
    fn a_file_without_a_fence_is_all_body() {
        assert_eq!(split("Body\n---\n"), Ok(Parts { data: None, body: 0..9 }));
        assert_eq!(split(""), Ok(Parts { data: None, body: 0..0 }));
    }

    #[test]
    fn other_dashes_in_place_of_a_fence_are_refused_with_their_range() {
        assert_eq!(split("—\ntitle: a\n—\nBody"), Err(0..3));
        assert_eq!(split("—\n# A comment.\ntitle: a\n—\nBody"), Err(0..3));
        assert_eq!(split("--\ntitle: a\n--\nBody"), Err(0..2));
        assert_eq!(split("---\ntitle: a\n———\nBody\n---\n"), Err(13..22));
        assert_eq!(split("—\nSaid a pupil"), Ok(Parts { data: None, body: 0..16 }));
    }

    #[test]
    fn keys_with_only_the_lower_fence_are_detected() {
        assert_eq!(keys_without_fence("title: a\nsummary: b\n---\nBody"), Some(0..8));
        assert_eq!(keys_without_fence("# A comment.\ntitle: a\n---\nBody"), Some(13..21));
        assert_eq!(keys_without_fence("# A heading\n\nnote: a\n\n---\n"), None);
        assert_eq!(keys_without_fence("Dear all: come.\n\n---\n"), None);
        assert_eq!(keys_without_fence("note: no fence at all"), None);
    }

    #[test]
    fn an_unclosed_fence_is_refused_with_its_range() {
        assert_eq!(split("---\ntitle: a\n\nBody"), Err(0..3));
    }

    proptest::proptest! {
        #[test]
        fn offsets_count_from_the_start_of_the_file(yaml in "[a-z: \n]{0,40}", body in "[^\u{0}]{0,40}") {
            let text = format!("---\n{yaml}\n---\n{body}");
            let parts = split(&text);
            proptest::prop_assert!(parts.is_ok());
            if let Ok(Parts { data: Some(data), body: rest }) = parts {
                proptest::prop_assert_eq!(&text[data], format!("{yaml}\n"));
                proptest::prop_assert_eq!(&text[rest], body);
            }
        }

        #[test]
        fn any_text_is_split_or_refused(text: String) {
            let _ = split(&text);
        }
    }
}
