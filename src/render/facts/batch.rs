//! The facts of some pages, which share tables of links, ids and search terms.

use html_escape::decode_html_entities;

use crate::render::html_tags::Tags;
use crate::text::{FoundTerms, Interner, SearchTerms};

/// The number of a link in its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkId(u32);

impl LinkId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Pages that were made by one task.
#[derive(Debug, Default)]
pub struct PageBatch {
    pub pages: Vec<PageFacts>,
    pub(crate) terms: SearchTerms,
    /// Targets and what is inside the link, both as HTML, with a separator between them.
    links: Interner,
    ids: Interner,
    paths: Interner,
}

#[derive(Debug)]
pub struct PageFacts {
    pub(crate) path: String,
    /// The links that its template wrote, in the order of the page.
    pub links: Box<[LinkId]>,
    pub(super) linked_paths: Box<[u32]>,
    /// Sorted numbers of ids; an id that occurs twice is there twice.
    pub(super) ids: Box<[u32]>,
    /// The search terms of its title and of what its template wrote in the main part.
    pub(crate) terms: FoundTerms,
    /// The indices of the bodies that it shows.
    pub(crate) bodies: Box<[usize]>,
}

/// A link, picture, or another file that a page loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    /// With entities such as `&amp;` decoded.
    pub(crate) target: String,
    /// The HTML between its tags; empty for pictures, styles and scripts.
    inside: String,
}

/// A character that is not in HTML.
const SEPARATOR: char = '\0';

impl PageBatch {
    pub(super) fn intern_link(&mut self, target: &str, inside: &str, buffer: &mut String) -> LinkId {
        buffer.clear();
        buffer.push_str(target.trim());
        buffer.push(SEPARATOR);
        buffer.push_str(inside);
        LinkId(self.links.intern(buffer))
    }

    pub(super) fn intern_id(&mut self, id: &str) -> u32 {
        self.ids.intern(id)
    }

    pub(super) fn intern_path(&mut self, path: &str) -> u32 {
        self.paths.intern(path)
    }

    /// The files that the bodies of a page link to, from the site's root.
    pub(crate) fn linked_paths_of(&self, page: &PageFacts) -> impl Iterator<Item = &str> {
        page.linked_paths.iter().map(|path| self.paths.get(*path))
    }

    pub(crate) fn link(&self, id: LinkId) -> PageLink {
        let link = self.links.get(id.0);
        let (target, inside) = link.split_once(SEPARATOR).unwrap_or((link, ""));
        PageLink { target: decode_html_entities(target).into_owned(), inside: inside.to_owned() }
    }

    /// How many distinct links there are.
    pub(crate) fn link_count(&self) -> usize {
        self.links.len()
    }

    pub(crate) fn ids_of(&self, page: &PageFacts) -> impl Iterator<Item = &str> {
        page.ids.iter().map(|id| self.id(*id))
    }

    /// The ids that a page has more than once.
    pub(crate) fn duplicate_ids_of(&self, page: &PageFacts) -> impl Iterator<Item = &str> {
        page.ids.windows(2).filter_map(|pair| match pair {
            [one, other] if one == other => Some(self.id(*one)),
            _ => None,
        })
    }

    pub(crate) fn has_id(&self, page: &PageFacts, id: &str) -> bool {
        self.ids.find(id).is_some_and(|id| page.ids.binary_search(&id).is_ok())
    }

    fn id(&self, id: u32) -> &str {
        self.ids.get(id)
    }
}

impl PageLink {
    /// Its words, or the alternative text of the picture in it.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        let mut tags = Tags::of(&self.inside);
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
