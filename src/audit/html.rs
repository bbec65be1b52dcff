//! Extracts the links and ids of one finished page.
//!
//! Takes the HTML of a page. Ignores comments, and elements that only scripts create.

use std::borrow::Cow;

use html_escape::decode_html_entities;

use crate::render::{Tag, Tags};

/// The links and ids of a page, in the order of the page.
#[derive(Debug, Default)]
pub struct HtmlPage<'p> {
    /// Links, pictures and other files that the page loads.
    pub links: Vec<HtmlLink<'p>>,
    /// Ids, and the names of `<a name>`.
    pub ids: Vec<Cow<'p, str>>,
}

/// A link or picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlLink<'p> {
    /// Its target, with entities such as `&amp;` decoded.
    pub target: Cow<'p, str>,
    /// The HTML between its tags; empty for pictures, styles and scripts.
    inside: &'p str,
}

impl<'p> HtmlPage<'p> {
    /// Parses the HTML of a page.
    pub fn parse(html: &'p str) -> Self {
        let mut page = Self::default();
        let mut tags = Tags::of(html);
        // The index of the open link, and the start of its content.
        let mut open: Option<(usize, usize)> = None;
        while let Some(tag) = tags.next_tag() {
            let starts_link = page.read_tag(tag, &mut tags);
            if starts_link || tag.is_end && tag.name.eq_ignore_ascii_case("a") {
                page.close_link(open.take(), html, tags.start());
            }
            if starts_link {
                open = Some((page.links.len() - 1, tags.end()));
            }
        }
        page.close_link(open, html, html.len());
        page
    }

    /// Collects the attributes of a tag. Returns true if it is a link that people follow.
    fn read_tag(&mut self, tag: Tag<'p>, tags: &mut Tags<'p>) -> bool {
        if tag.is_end {
            return false;
        }
        let mut starts_link = false;
        while let Some((name, value)) = tags.next_attribute() {
            match role_of(tag.name, name) {
                None => {}
                Some(AttributeRole::Link) => {
                    self.add_link(value);
                    starts_link = true;
                }
                Some(AttributeRole::Load) => self.add_link(value),
                Some(AttributeRole::LoadSet) => {
                    let candidates = value.split(',').filter_map(|candidate| candidate.split_whitespace().next());
                    candidates.for_each(|address| self.add_link(address));
                }
                Some(AttributeRole::Id) => self.ids.push(decode_html_entities(value)),
                // `<a id="x" name="x">` gives one element the same id twice.
                Some(AttributeRole::Name) if self.ids.last().is_none_or(|last| last != value) => {
                    self.ids.push(decode_html_entities(value));
                }
                Some(AttributeRole::Name) => {}
            }
        }
        starts_link
    }

    fn add_link(&mut self, target: &'p str) {
        self.links.push(HtmlLink { target: decode_html_entities(target.trim()), inside: "" });
    }

    fn close_link(&mut self, open: Option<(usize, usize)>, html: &'p str, end: usize) {
        let link = open.and_then(|(index, start)| Some((self.links.get_mut(index)?, start)));
        if let Some((link, start)) = link {
            link.inside = html.get(start..end).unwrap_or_default();
        }
    }
}

impl HtmlLink<'_> {
    /// Its words, or the alternative text of the picture in it.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AttributeRole {
    /// The target of a link that people follow.
    Link,
    /// The target of something shown or loaded.
    Load,
    /// Several such targets, for different screen sizes.
    LoadSet,
    Id,
    /// An id in the form of older HTML.
    Name,
}

fn role_of(tag: &str, attribute: &str) -> Option<AttributeRole> {
    let is_named = |name: &str| attribute.eq_ignore_ascii_case(name);
    let is_on = |names: &[&str]| names.iter().any(|name| tag.eq_ignore_ascii_case(name));
    match attribute.len() {
        2 if is_named("id") => Some(AttributeRole::Id),
        3 if is_named("src") => Some(AttributeRole::Load),
        4 if is_named("href") && is_on(&["a", "area"]) => Some(AttributeRole::Link),
        4 if is_named("href") && is_on(&["link", "image", "use"]) => Some(AttributeRole::Load),
        4 if is_named("data") && is_on(&["object"]) => Some(AttributeRole::Load),
        4 if is_named("name") && is_on(&["a"]) => Some(AttributeRole::Name),
        6 if is_named("srcset") => Some(AttributeRole::LoadSet),
        6 if is_named("poster") && is_on(&["video"]) => Some(AttributeRole::Load),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(html: &str) -> (Vec<(String, String)>, Vec<String>) {
        let page = HtmlPage::parse(html);
        let links = page.links.iter().map(|link| (link.target.to_string(), link.words()));
        (links.collect(), page.ids.iter().map(Cow::to_string).collect())
    }

    fn pair(target: &str, words: &str) -> (String, String) {
        (target.to_owned(), words.to_owned())
    }

    #[test]
    fn links_have_words_and_pictures_have_none() {
        let (links, ids) = parse(
            "<h1 id=top>A</h1><p><a class=standalone-link href='b.html?x=1&amp;y=2#c'>To <b>B</b></a> <img src=\"m.svg\" alt=map>\
             <a href=d.html><img src=e.png alt='The way'></a>",
        );
        let wanted =
            [pair("b.html?x=1&y=2#c", "To B"), pair("m.svg", ""), pair("d.html", "The way"), pair("e.png", "")];
        assert_eq!(links, wanted);
        assert_eq!(ids, ["top"]);
    }

    #[test]
    fn links_in_scripts_and_comments_are_ignored() {
        let (links, ids) = parse(
            "<title><a href=a></title><script>'<a href=b>'</script><!-- <a href=c id=d> --><style>a{}</style>\
             <textarea><a href=e></textarea><p data-href=f title='<a href=g>'></p href=h><noscript><a href=seen>x</a>",
        );
        assert_eq!(links, [pair("seen", "x")]);
        assert!(ids.is_empty());
    }

    #[test]
    fn every_source_of_a_picture_set_is_read() {
        let (links, _) = parse("<img srcset='a.png 1x, b.png 2x' src=a.png><source srcset=c.webp>");
        let targets: Vec<&str> = links.iter().map(|(target, _)| target.as_str()).collect();
        assert_eq!(targets, ["a.png", "b.png", "a.png", "c.webp"]);
    }

    #[test]
    fn id_and_equal_name_count_once() {
        assert_eq!(parse("<a id=x name=x></a><a name=y></a><p id=y>").1, ["x", "y", "y"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(html: String) {
            HtmlPage::parse(&html).links.iter().for_each(|link| drop(link.words()));
        }

        #[test]
        fn any_tags_can_be_parsed(html in "(<(a|img|p|/a|title|script)( (href|src|id|alt|srcset)=?('x'|\"é\"|y|)){0,3}/?>|é| ){0,12}") {
            HtmlPage::parse(&html).links.iter().for_each(|link| drop(link.words()));
        }
    }
}
