//! Reads the tags of an HTML text and their attributes, and nothing else.
//!
//! Takes any text. Returns tags as a browser's tokenizer does (HTML standard, 13.2.5, read on 24 November 2026): there
//! are none in comments, scripts, styles and titles. It builds no tree and copies nothing, because every page of every
//! build is read and a full tokenizer takes a noticeable part of the build time. A test compares it with one.

use memchr::{memchr, memmem};

/// An iterator over tags.
#[derive(Debug)]
pub(super) struct Tags<'t> {
    text: &'t str,
    /// The current position.
    at: usize,
    /// The start of the current tag.
    start: usize,
    /// True until the end of the current tag has been read.
    is_in_tag: bool,
    /// The current element, if its content is only text.
    text_only: Option<&'static str>,
}

/// A tag. Read its attributes with [`Tags::next_attribute`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// As written.
    pub name: &'t str,
    /// True for `</a>`.
    pub is_end: bool,
}

impl<'t> Tags<'t> {
    /// Starts at the beginning of a text.
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, at: 0, start: 0, is_in_tag: false, text_only: None }
    }

    /// Where the last tag starts.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where the last tag ends, once its attributes have been read.
    pub(super) fn end(&self) -> usize {
        self.at
    }

    /// Advances to the next tag.
    pub(super) fn next_tag(&mut self) -> Option<Tag<'t>> {
        while self.is_in_tag {
            self.next_attribute();
        }
        if let Some(name) = self.text_only.take() {
            self.skip_text(name);
        }
        loop {
            self.at += memchr(b'<', self.remaining())?;
            self.start = self.at;
            self.at += 1;
            let is_end = self.peek() == Some(b'/');
            let name_at = self.at + usize::from(is_end);
            match self.text.as_bytes().get(name_at) {
                Some(byte) if byte.is_ascii_alphabetic() => {
                    self.at = name_at;
                    let name = self.take_until(ends_name);
                    self.is_in_tag = true;
                    if !is_end {
                        self.text_only = text_only(name);
                    }
                    return Some(Tag { name, is_end });
                }
                Some(b'!') if !is_end && self.remaining().starts_with(b"!--") => self.skip_comment(),
                Some(b'!' | b'?') if !is_end => self.skip_past(b">"),
                Some(_) if is_end => self.skip_past(b">"),
                _ => {}
            }
        }
    }

    /// The next attribute of the current tag, and its value as written.
    pub(super) fn next_attribute(&mut self) -> Option<(&'t str, &'t str)> {
        if !self.is_in_tag {
            return None;
        }
        self.take_until(|byte| !is_space(byte) && byte != b'/');
        match self.peek() {
            None => self.end_tag(0),
            Some(b'>') => self.end_tag(1),
            Some(_) => {
                // The name of an attribute may begin with `=`.
                let start = self.at;
                self.at += 1;
                self.take_until(ends_attribute);
                let name = self.text.get(start..self.at).unwrap_or_default();
                Some((name, self.value()))
            }
        }
    }

    fn end_tag(&mut self, length: usize) -> Option<(&'t str, &'t str)> {
        self.at += length;
        self.is_in_tag = false;
        None
    }

    fn value(&mut self) -> &'t str {
        let before = self.at;
        self.take_until(|byte| !is_space(byte));
        if self.peek() != Some(b'=') {
            self.at = before;
            return "";
        }
        self.at += 1;
        self.take_until(|byte| !is_space(byte));
        match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let start = self.at;
                let length = memchr(quote, self.remaining());
                self.at = length.map_or(self.text.len(), |length| start + length + 1);
                self.text.get(start..length.map_or(self.at, |length| start + length)).unwrap_or_default()
            }
            _ => self.take_until(|byte| is_space(byte) || byte == b'>'),
        }
    }

    /// A comment ends at `-->` or `--!>`; `<!-->` is empty.
    fn skip_comment(&mut self) {
        self.at += "!--".len();
        if self.remaining().starts_with(b">") || self.remaining().starts_with(b"->") {
            return self.skip_past(b">");
        }
        loop {
            self.skip_past(b"--");
            let remaining = self.remaining();
            if remaining.is_empty() || remaining.starts_with(b">") || remaining.starts_with(b"!>") {
                return self.skip_past(b">");
            }
            // `--->` ends a comment as well.
            self.at -= 1;
        }
    }

    /// Skips to the closing tag of an element whose content is only text.
    fn skip_text(&mut self, name: &str) {
        while let Some(length) = memmem::find(self.remaining(), b"</") {
            self.at += length;
            let after = self.remaining().get(2..).unwrap_or_default();
            let is_match = after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
            if is_match && after.get(name.len()).is_some_and(|byte| ends_name(*byte)) {
                return;
            }
            self.at += 2;
        }
        self.at = self.text.len();
    }

    fn remaining(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_past(&mut self, end: &[u8]) {
        self.at = memmem::find(self.remaining(), end).map_or(self.text.len(), |length| self.at + length + end.len());
    }

    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'t str {
        let start = self.at;
        self.at += self.remaining().iter().position(|byte| is_end(*byte)).unwrap_or(self.text.len() - start);
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// The element of this name, if its content is only text.
fn text_only(name: &str) -> Option<&'static str> {
    let of_length: &[&'static str] = match name.len() {
        3 => &["xmp"],
        5 => &["title", "style"],
        6 => &["script", "iframe"],
        7 => &["noembed"],
        8 => &["textarea", "noframes"],
        _ => &[],
    };
    of_length.iter().copied().find(|known| known.eq_ignore_ascii_case(name))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// True after a tag's name. Fast path: every ASCII letter sorts after `>`.
fn ends_name(byte: u8) -> bool {
    byte <= b'>' && (is_space(byte) || matches!(byte, b'/' | b'>'))
}

/// True after an attribute's name.
fn ends_attribute(byte: u8) -> bool {
    byte <= b'>' && (byte == b'=' || ends_name(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    type TagList = Vec<(String, bool, Vec<(String, String)>)>;

    fn ours(html: &str) -> TagList {
        let mut tags = Tags::of(html);
        let mut tags_read = TagList::new();
        while let Some(tag) = tags.next_tag() {
            let mut attributes: Vec<(String, String)> = Vec::new();
            while let Some((name, value)) = tags.next_attribute() {
                let name = name.to_ascii_lowercase();
                if attributes.iter().all(|(known, _)| *known != name) {
                    attributes.push((name, html_escape::decode_html_entities(value).into_owned()));
                }
            }
            attributes.sort();
            tags_read.push((
                tag.name.to_ascii_lowercase(),
                tag.is_end,
                if tag.is_end { Vec::new() } else { attributes },
            ));
        }
        tags_read
    }

    fn theirs(html: &str) -> TagList {
        use html5gum::{DefaultEmitter, Token, Tokenizer};
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut emitter: DefaultEmitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let tokens = Tokenizer::new_with_emitter(html, emitter).map(|token| match token {
            Ok(token) => token,
            Err(never) => match never {},
        });
        let seen = tokens.filter_map(|token| match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                Some((text(&tag.name), false, attributes))
            }
            Token::EndTag(tag) => Some((text(&tag.name), true, Vec::new())),
            _ => None,
        });
        seen.collect()
    }

    #[test]
    fn text_that_only_looks_like_a_tag_is_skipped() {
        let html = "<title><b></title><!-- <i> --!><!--><u><!doctype html><?x <s>?></3><br/><a b = c d='>' =e>< p>\
            <script>if (a</b>) '</scripts>'</SCRIPT >";
        let names: Vec<String> = ours(html).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["title", "title", "u", "br", "a", "script", "script"]);
        assert_eq!(ours(html), theirs(html));
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(600))]

        #[test]
        fn full_tokenizer_returns_the_same_tags(html in "([<>/!?=\"' \n-]|<!--|-->|--!>|</|<a |<IMG|title|script|</script>|</title>|href=|id|é|x){0,40}") {
            // Closes whatever is open: a truncated tag isn't a tag.
            let html = html + "\"'>\"'>";
            proptest::prop_assert_eq!(ours(&html), theirs(&html));
        }
    }
}
