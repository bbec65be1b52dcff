//! Sentences and words of a passage.

use std::ops::Range;

/// A word and its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WrittenWord<'a> {
    /// Without the punctuation around it.
    pub(crate) text: &'a str,
    /// The offset in bytes.
    pub(crate) at: usize,
}

impl WrittenWord<'_> {
    pub(crate) fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// How much of a sentence is looked at before a part of it and after it, in bytes.
const MAX_AROUND: usize = 400;

/// The words of a text: everything between spaces that has a letter or a digit.
pub(crate) fn words(text: &str) -> impl Iterator<Item = WrittenWord<'_>> {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        // From the first letter or digit to the last before a space.
        let (start, first) = chars.find(|(_, ch)| is_alphanumeric(*ch))?;
        let mut end = start + first.len_utf8();
        for (at, ch) in chars.by_ref().take_while(|(_, ch)| !is_space(*ch)) {
            if is_alphanumeric(ch) {
                end = at + ch.len_utf8();
            }
        }
        Some(WrittenWord { text: text.get(start..end)?, at: start })
    })
}

fn is_alphanumeric(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || !ch.is_ascii() && ch.is_alphanumeric()
}

fn is_space(ch: char) -> bool {
    match ch {
        ' ' | '/' | '—' | '–' => true,
        _ if ch.is_ascii() => ch.is_ascii_whitespace() || ch == '\u{b}',
        _ => ch.is_whitespace(),
    }
}

/// Abbreviations whose full stop does not end a sentence.
const SHORT_FORMS: [&str; 16] =
    ["Mr", "Mrs", "Ms", "Dr", "St", "Prof", "e.g", "i.e", "eg", "ie", "No", "no", "approx", "vs", "p", "pp"];

/// The sentences of a text, as spans of bytes. Text without punctuation at its end is a sentence too.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for at in memchr::memchr3_iter(b'.', b'!', b'?', bytes) {
        let after = bytes.get(at + 1..).unwrap_or_default();
        // Closing quotation marks and brackets belong to the sentence.
        let ends =
            after.first().is_none_or(|next| next.is_ascii_whitespace() || !next.is_ascii() || b")\"'".contains(next));
        // Checked last, because it scans back: many full stops in a row would take quadratic time.
        let is_short_form = || {
            let before = text.get(from..at).unwrap_or_default();
            let last = before.rsplit([' ', '(']).next().unwrap_or_default();
            bytes.get(at) == Some(&b'.') && SHORT_FORMS.contains(&last)
        };
        if ends && !is_short_form() {
            push(text, from..at + 1, &mut spans);
            from = at + 1;
        }
    }
    push(text, from..text.len(), &mut spans);
    spans
}

/// The sentence that contains a part of a text, of which `sentences` are all sentences. Of a very long one, what is near
/// the part: a text without full stops may have thousands of parts to look at.
pub(crate) fn sentence_around<'a>(text: &'a str, sentences: &[Range<usize>], part: &Range<usize>) -> &'a str {
    let next = sentences.partition_point(|sentence| sentence.start <= part.start);
    let around = next.checked_sub(1).and_then(|index| sentences.get(index)).filter(|around| part.start < around.end);
    let (start, end) = around.map_or((0, text.len()), |sentence| (sentence.start, sentence.end));
    let near = text.floor_char_boundary(part.start.saturating_sub(MAX_AROUND));
    let far = text.ceil_char_boundary(part.end.saturating_add(MAX_AROUND));
    text.get(start.max(near)..end.min(far)).unwrap_or_default()
}

/// The last word of a text, if it is near the end.
pub(crate) fn last_word(text: &str) -> Option<&str> {
    let near = text.floor_char_boundary(text.len().saturating_sub(MAX_AROUND));
    words(text.get(near..)?).last().map(|word| word.text)
}

/// True if there is no letter or digit directly before or after a part of a text.
pub(crate) fn is_whole_word(text: &str, part: &Range<usize>) -> bool {
    let before = text.get(..part.start).and_then(|before| before.chars().next_back());
    let after = text.get(part.end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

fn push(text: &str, span: Range<usize>, spans: &mut Vec<Range<usize>>) {
    let piece = text.get(span.clone()).unwrap_or_default();
    if piece.chars().any(char::is_alphanumeric) {
        let start = span.start + piece.len() - piece.trim_start().len();
        spans.push(start..span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_near_part_of_a_very_long_sentence_is_looked_at() {
        let text = format!("Short. {}NHS{} Short.", "é ".repeat(2_000), " é".repeat(2_000));
        let at = text.find("NHS").expect("the word");
        let around = sentence_around(&text, &sentences(&text), &(at..at + 3));
        assert!(around.contains("é NHS é") && !around.contains("Short") && around.len() < 900, "{}", around.len());
        assert_eq!(sentence_around("One. Two NHS.", &sentences("One. Two NHS."), &(9..12)), "Two NHS.");
    }

    fn sentence_texts(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn short_form_does_not_end_a_sentence() {
        assert_eq!(sentence_texts("Come along. Bring a pen! Why?"), ["Come along.", "Bring a pen!", "Why?"]);
        assert_eq!(
            sentence_texts("Ask Mr. Bell at 12.40, e.g. on Tuesday"),
            ["Ask Mr. Bell at 12.40, e.g. on Tuesday"]
        );
        assert_eq!(sentence_texts("Write to a@b.example. Then wait…"), ["Write to a@b.example.", "Then wait…"]);
        assert!(sentence_texts(" … ").is_empty());
    }

    #[test]
    fn word_has_its_offset() {
        let text = "(“Don’t” run – walk!)";
        let pairs: Vec<(&str, usize)> = words(text).map(|word| (word.text, word.at)).collect();
        assert_eq!(pairs, [("Don’t", 4), ("run", 15), ("walk", 23)]);
    }
}
