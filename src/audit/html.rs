//! One finished page, read for its links and anchors.
//!
//! Takes the HTML of a page; gives its links with their words, and its ids. What only scripts make,
//! and what stands in comments, is not read.

use std::borrow::Cow;

use html_escape::decode_html_entities;

use crate::render::{Tag, Tags};

/// The links and ids of a page.
#[derive(Debug, Default)]
pub struct Page<'p> {
    /// Its links and pictures, in their order.
    pub links: Vec<Link<'p>>,
    /// Its ids, and the names of its old-fashioned anchors, in their order.
    pub ids: Vec<Cow<'p, str>>,
}

/// A link or picture: what it leads to or shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'p> {
    /// Its target as written, signs like `&amp;` resolved.
    pub target: Cow<'p, str>,
    /// What stands between its tags; nothing for pictures, styles and scripts.
    inside: &'p str,
}

impl<'p> Page<'p> {
    /// Reads a page.
    pub fn read(html: &'p str) -> Self {
        let mut page = Self::default();
        let mut tags = Tags::of(html);
        // The number of the open link, and where what is inside it starts.
        let mut open: Option<(usize, usize)> = None;
        while let Some(tag) = tags.next_tag() {
            let starts_link = page.take_tag(tag, &mut tags);
            if starts_link || tag.is_end && tag.name.eq_ignore_ascii_case("a") {
                page.close(open.take(), html, tags.start());
            }
            if starts_link {
                open = Some((page.links.len() - 1, tags.end()));
            }
        }
        page.close(open, html, html.len());
        page
    }

    /// Reads the attributes of a tag. True if it is a link that people follow.
    fn take_tag(&mut self, tag: Tag<'p>, tags: &mut Tags<'p>) -> bool {
        if tag.is_end {
            return false;
        }
        let mut starts_link = false;
        while let Some((name, value)) = tags.next_attribute() {
            match meaning(tag.name, name) {
                None => {}
                Some(Says::Link) => {
                    self.add_link(value);
                    starts_link = true;
                }
                Some(Says::Load) => self.add_link(value),
                Some(Says::Loads) => {
                    let candidates = value.split(',').filter_map(|candidate| candidate.split_whitespace().next());
                    candidates.for_each(|address| self.add_link(address));
                }
                Some(Says::Id) => self.ids.push(decode_html_entities(value)),
                // `<a id="x" name="x">` names one part, in two ways.
                Some(Says::Name) if self.ids.last().is_none_or(|last| last != value) => {
                    self.ids.push(decode_html_entities(value));
                }
                Some(Says::Name) => {}
            }
        }
        starts_link
    }

    fn add_link(&mut self, target: &'p str) {
        self.links.push(Link { target: decode_html_entities(target.trim()), inside: "" });
    }

    fn close(&mut self, open: Option<(usize, usize)>, html: &'p str, end: usize) {
        let link = open.and_then(|(number, start)| Some((self.links.get_mut(number)?, start)));
        if let Some((link, start)) = link {
            link.inside = html.get(start..end).unwrap_or_default();
        }
    }
}

impl Link<'_> {
    /// Its words, or what the picture in it shows.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut tags = Tags::of(self.inside);
        let mut from = 0;
        while tags.next_tag().is_some() {
            words.push_str(self.inside.get(from..tags.start()).unwrap_or_default());
            while let Some((name, value)) = tags.next_attribute() {
                if name == "alt" {
                    words.push_str(value);
                }
            }
            from = tags.end();
        }
        words.push_str(self.inside.get(from..).unwrap_or_default());
        decode_html_entities(&words).split_whitespace().collect::<Vec<_>>().join(" ")
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
    /// The same, in an old-fashioned way.
    Name,
}

fn meaning(tag: &str, attribute: &str) -> Option<Says> {
    let is = |name: &str| attribute.eq_ignore_ascii_case(name);
    let on = |names: &[&str]| names.iter().any(|name| tag.eq_ignore_ascii_case(name));
    match attribute.len() {
        2 if is("id") => Some(Says::Id),
        3 if is("src") => Some(Says::Load),
        4 if is("href") && on(&["a", "area"]) => Some(Says::Link),
        4 if is("href") && on(&["link", "image", "use"]) => Some(Says::Load),
        4 if is("data") && on(&["object"]) => Some(Says::Load),
        4 if is("name") && on(&["a"]) => Some(Says::Name),
        6 if is("srcset") => Some(Says::Loads),
        6 if is("poster") && on(&["video"]) => Some(Says::Load),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> (Vec<(String, String)>, Vec<String>) {
        let page = Page::read(html);
        let links = page.links.iter().map(|link| (link.target.to_string(), link.words()));
        (links.collect(), page.ids.iter().map(Cow::to_string).collect())
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
        fn any_text_is_read(html: String) {
            Page::read(&html).links.iter().for_each(|link| drop(link.words()));
        }

        #[test]
        fn any_tags_are_read(html in "(<(a|img|p|/a|title|script)( (href|src|id|alt|srcset)=?('x'|\"é\"|y|)){0,3}/?>|é| ){0,12}") {
            Page::read(&html).links.iter().for_each(|link| drop(link.words()));
        }
    }
}
