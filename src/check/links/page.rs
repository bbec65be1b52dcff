//! One finished page, read for its links and anchors.
//!
//! Takes the bytes of a page; gives its links with their words, and its ids. The tokenizer is
//! `html5gum`, which reads any bytes as a browser would. This receiver keeps only what is asked
//! for, so a page costs little more than looking at each of its bytes.

use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

/// The links and ids of a page.
#[derive(Debug, Default)]
pub struct Page {
    /// All strings, one behind the other.
    text: String,
    links: Vec<Spans>,
    ids: Vec<Range<usize>>,
}

/// A link or picture: what it leads to or shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'p> {
    /// Its target as written, signs like `&amp;` resolved.
    pub target: &'p str,
    /// Its words; empty for pictures, styles and scripts.
    pub words: &'p str,
}

#[derive(Debug)]
struct Spans {
    target: Range<usize>,
    words: Range<usize>,
}

impl Page {
    /// Reads a page.
    pub fn read(html: &[u8]) -> Self {
        let mut reader = Tokenizer::new_with_emitter(html, Reader::default());
        // Nothing is ever given back one by one: the receiver keeps it all, and gives it at the end.
        reader.next().and_then(Result::ok).unwrap_or_default()
    }

    /// Its links and pictures, in their order.
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        self.links.iter().map(|link| Link { target: self.part(&link.target), words: self.part(&link.words) })
    }

    /// Its ids, and the names of its old-fashioned anchors, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(|id| self.part(id))
    }

    fn part(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default().trim()
    }

    fn keep_link(&mut self, target: &[u8]) {
        let target = self.keep(target);
        self.links.push(Spans { target, words: 0..0 });
    }

    fn keep(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(&String::from_utf8_lossy(bytes));
        start..self.text.len()
    }
}

/// What an attribute says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Where a link leads, whose words follow.
    Link,
    /// What is shown or loaded.
    Load,
    /// Several of those, for screens of several sizes.
    Loads,
    /// A name for this part of the page.
    Id,
    /// What a picture shows.
    Alt,
}

/// Receives what the tokenizer sees.
#[derive(Debug, Default)]
struct Reader {
    page: Page,
    tag: Vec<u8>,
    is_start: bool,
    last_start: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    says: Option<Says>,
    /// The number of the open link, and its words so far.
    words: Option<(usize, Vec<u8>)>,
    has_ended: bool,
}

impl Reader {
    fn meaning(&self) -> Option<Says> {
        match (self.attribute.as_slice(), self.tag.as_slice()) {
            _ if !self.is_start => None,
            (b"href", b"a" | b"area") => Some(Says::Link),
            (b"href", b"link" | b"image" | b"use") | (b"data", b"object") => Some(Says::Load),
            (b"src", _) | (b"poster", b"video") => Some(Says::Load),
            (b"srcset", _) => Some(Says::Loads),
            (b"id", _) | (b"name", b"a") => Some(Says::Id),
            (b"alt", b"img") if self.words.is_some() => Some(Says::Alt),
            _ => None,
        }
    }

    fn end_attribute(&mut self) {
        let Some(says) = self.says.take() else { return };
        match says {
            Says::Link => {
                self.end_words();
                self.words = Some((self.page.links.len(), Vec::new()));
                self.page.keep_link(&self.value);
            }
            Says::Load => self.page.keep_link(&self.value),
            Says::Loads => {
                for candidate in self.value.split(|byte| *byte == b',') {
                    let address = candidate.trim_ascii().split(u8::is_ascii_whitespace).next();
                    self.page.keep_link(address.unwrap_or_default());
                }
            }
            Says::Id => {
                let id = self.page.keep(&self.value);
                // `<a id="x" name="x">` names one part, in two ways.
                let is_twin = self.attribute == b"name" || self.tag == b"a";
                let is_known =
                    is_twin && self.page.ids.last().is_some_and(|last| self.page.part(last) == self.page.part(&id));
                if !is_known {
                    self.page.ids.push(id);
                }
            }
            Says::Alt => {
                let Self { words: Some((_, words)), value, .. } = self else { return };
                words.extend_from_slice(value);
            }
        }
    }

    fn end_words(&mut self) {
        let Some((number, words)) = self.words.take() else { return };
        let words = self.page.keep(&words);
        if let Some(link) = self.page.links.get_mut(number) {
            link.words = words;
        }
    }
}

impl Emitter for Reader {
    type Token = Page;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start = last_start_tag.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        self.end_words();
        self.has_ended = true;
    }

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn pop_token(&mut self) -> Option<Page> {
        std::mem::take(&mut self.has_ended).then(|| std::mem::take(&mut self.page))
    }

    #[inline]
    fn emit_string(&mut self, text: &[u8]) {
        if let Some((_, words)) = &mut self.words {
            words.extend_from_slice(text);
        }
    }

    #[inline]
    fn init_start_tag(&mut self) {
        self.tag.clear();
        self.is_start = true;
    }

    #[inline]
    fn init_end_tag(&mut self) {
        self.tag.clear();
        self.is_start = false;
    }

    fn init_comment(&mut self) {}

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        if !self.is_start {
            if self.tag == b"a" {
                self.end_words();
            }
            return None;
        }
        self.last_start.clone_from(&self.tag);
        match self.tag.as_slice() {
            // People without scripts see what is in it.
            b"noscript" => None,
            name => html5gum::naive_next_state(name),
        }
    }

    fn emit_current_comment(&mut self) {}

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {}

    fn set_force_quirks(&mut self) {}

    #[inline]
    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    fn push_comment(&mut self, _: &[u8]) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    #[inline]
    fn init_attribute(&mut self) {
        self.end_attribute();
        self.attribute.clear();
    }

    #[inline]
    fn init_attribute_value(&mut self) {
        self.value.clear();
        self.says = self.meaning();
    }

    #[inline]
    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    #[inline]
    fn push_attribute_value(&mut self, value: &[u8]) {
        if self.says.is_some() {
            self.value.extend_from_slice(value);
        }
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && self.tag == self.last_start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> (Vec<(String, String)>, Vec<String>) {
        let page = Page::read(html.as_bytes());
        let links = page.links().map(|link| (link.target.to_owned(), link.words.to_owned()));
        (links.collect(), page.ids().map(str::to_owned).collect())
    }

    fn pair(target: &str, words: &str) -> (String, String) {
        (target.to_owned(), words.to_owned())
    }

    #[test]
    fn links_have_their_words_and_pictures_have_none() {
        let (links, ids) = read(
            "<h1 id=top>A</h1><p><a class=go href='b.html?x=1&amp;y=2#c'>To <b>B</b></a> <img src=\"m.svg\" alt=map>\
             <a href=d.html><img src=e.png alt='The way'></a>",
        );
        let wanted =
            [pair("b.html?x=1&y=2#c", "To B"), pair("m.svg", ""), pair("d.html", "The way"), pair("e.png", "")];
        assert_eq!(links, wanted);
        assert_eq!(ids, ["top"]);
    }

    #[test]
    fn what_only_looks_like_a_link_is_none() {
        let (links, ids) = read(
            "<title><a href=a></title><script>'<a href=b>'</script><!-- <a href=c id=d> --><style>a{}</style>\
             <textarea><a href=e></textarea><p data-href=f title='<a href=g>'></p href=h><noscript><a href=seen>x</a>",
        );
        assert_eq!(links, [pair("seen", "x")]);
        assert!(ids.is_empty());
    }

    #[test]
    fn pictures_of_several_sizes_are_all_read() {
        let (links, _) = read("<img srcset='a.png 1x, b.png 2x' src=a.png><source srcset=c.webp>");
        let targets: Vec<&str> = links.iter().map(|(target, _)| target.as_str()).collect();
        assert_eq!(targets, ["a.png", "b.png", "a.png", "c.webp"]);
    }

    #[test]
    fn an_anchor_named_in_both_ways_is_one() {
        assert_eq!(read("<a id=x name=x></a><a name=y></a><p id=y>").1, ["x", "y", "y"]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let page = Page::read(&bytes);
            let _ = (page.links().count(), page.ids().count());
        }

        #[test]
        fn any_tags_are_read(html in "(<(a|img|p|/a|title|script)( (href|src|id|alt|srcset)=?('x'|\"é\"|y|)){0,3}/?>|é| ){0,12}") {
            let page = Page::read(html.as_bytes());
            let _ = (page.links().count(), page.ids().count());
        }
    }
}
