//! Reads what a template wrote: links, ids and, in the main part, words.

use std::collections::HashMap;

use html_escape::decode_html_entities;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

use super::batch::{LinkId, PageBatch, PageFacts};
use super::tag_roles::{AttributeRole, role_of};
use crate::render::html_tags::{Tag, Tags};
use crate::render::markdown::{Bodies, BodyFacts};
use crate::text::{Field, TermCollector, fold};

/// Navigation, forms, scripts and drawings aren't part of the page's text.
const SKIPPED_ELEMENTS: [&str; 6] = ["nav", "form", "template", "script", "style", "svg"];
/// Headings of a section, a table or an activity.
const HEADINGS: [&str; 9] = ["h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "summary"];
/// Elements that can be inside a word.
const INSIDE_WORDS: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "small", "strong", "sub", "sup", "wbr"];

/// Reads the pages of one batch.
pub(in crate::render) struct PageScanner<'b> {
    bodies: &'b Bodies,
    batch: PageBatch,
    terms: TermCollector,
    /// Parts before and after the main part, by their hash.
    regions: FxHashMap<u128, Region>,
    buffer: String,
}

/// The links and ids of a part of a page.
#[derive(Clone, Default)]
struct Region {
    links: Vec<LinkId>,
    ids: Vec<u32>,
}

/// A page while it is read.
#[derive(Default)]
struct PageText {
    region: Region,
    /// Files that its bodies link to.
    paths: Vec<u32>,
    /// The indices of the bodies whose words it has.
    bodies: Vec<usize>,
    /// Text since the last word boundary.
    text: String,
    field: Option<Field>,
    /// The element whose content isn't part of the text, and how many elements of its name are open in it.
    skipped: Option<(String, usize)>,
}

impl<'b> PageScanner<'b> {
    pub(in crate::render) fn new(bodies: &'b Bodies) -> Self {
        Self {
            bodies,
            batch: PageBatch::default(),
            terms: TermCollector::default(),
            regions: HashMap::default(),
            buffer: String::new(),
        }
    }

    /// Reads a page with marks in place of its bodies.
    pub(in crate::render) fn read(&mut self, path: &str, title: &str, frame: &str) {
        let (before, main, after) = parts(frame);
        let (head, header) = before.split_at_checked(find(before, "<body").unwrap_or(0)).unwrap_or(("", before));
        let mut page = PageText::default();
        page.region.add(&self.region(head));
        // The breadcrumb trail is in the last navigation, and differs from page to page.
        let (shared, own) = header.split_at_checked(rfind(header, "<nav").unwrap_or(0)).unwrap_or(("", header));
        page.region.add(&self.cached_region(shared));
        page.region.add(&self.region(own));
        self.main_part(main, &mut page);
        page.region.add(&self.cached_region(after));
        self.add_words(title, Field::Title);
        let PageText { region: Region { links, ids }, paths, bodies, .. } = page;
        let terms = self.terms.take();
        self.batch.pages.push(PageFacts::new(path, (links, paths), ids, (terms, bodies)));
    }

    pub(in crate::render) fn finish(self) -> PageBatch {
        self.batch
    }

    /// The same as [`Self::region`], for parts that many pages share.
    fn cached_region(&mut self, html: &str) -> Region {
        let hash = xxh3_128(html.as_bytes());
        if let Some(region) = self.regions.get(&hash) {
            return region.clone();
        }
        let region = self.region(html);
        self.regions.insert(hash, region.clone());
        region
    }

    /// The links and ids of a part.
    fn region(&mut self, html: &str) -> Region {
        let mut tags = Tags::of(html);
        let mut region = Region::default();
        let mut open = None;
        while let Some(tag) = tags.next_tag() {
            let start = tags.start();
            let link = self.attributes(tag, &mut tags, &mut region, &mut |_, _| {});
            self.link_boundary((tag, link), (html, start, tags.end()), &mut open, &mut region);
        }
        self.close_link(open.take(), html, html.len(), &mut region);
        region
    }

    /// Reads the attributes of a tag, and calls `other` with each. Returns the target of a link that people follow.
    fn attributes<'t>(
        &mut self,
        tag: Tag<'t>,
        tags: &mut Tags<'t>,
        region: &mut Region,
        other: &mut dyn FnMut(&str, &str),
    ) -> Option<&'t str> {
        let mut link = None;
        while let Some((name, value)) = tags.next_attribute() {
            other(name, value);
            match role_of(tag.name, name).filter(|_| !tag.is_end) {
                None => {}
                Some(AttributeRole::Link) => link = Some(value),
                Some(AttributeRole::Load) => self.add_link(value, "", region),
                Some(AttributeRole::LoadSet) => {
                    let candidates = value.split(',').filter_map(|candidate| candidate.split_whitespace().next());
                    candidates.for_each(|address| self.add_link(address, "", region));
                }
                Some(AttributeRole::Id) => region.ids.push(self.id(value)),
                // `<a id="x" name="x">` gives one element the same id twice.
                Some(AttributeRole::Name) => {
                    let id = self.id(value);
                    if region.ids.last() != Some(&id) {
                        region.ids.push(id);
                    }
                }
            }
        }
        link
    }

    fn id(&mut self, value: &str) -> u32 {
        self.batch.intern_id(&decode_html_entities(value))
    }

    fn add_link(&mut self, target: &str, inside: &str, region: &mut Region) {
        region.links.push(self.batch.intern_link(target, inside, &mut self.buffer));
    }

    /// Ends the open link at the start or end of a link, and starts the next.
    fn link_boundary<'t>(
        &mut self,
        (tag, link): (Tag<'_>, Option<&'t str>),
        (html, start, end): (&str, usize, usize),
        open: &mut Option<(&'t str, usize)>,
        region: &mut Region,
    ) {
        if link.is_some() || tag.is_end && tag.name.eq_ignore_ascii_case("a") {
            self.close_link(open.take(), html, start, region);
        }
        if let Some(target) = link {
            *open = Some((target, end));
        }
    }

    fn close_link(&mut self, open: Option<(&str, usize)>, html: &str, end: usize, region: &mut Region) {
        if let Some((target, start)) = open {
            self.add_link(target, html.get(start..end).unwrap_or_default(), region);
        }
    }

    /// Reads the main part: links, ids and words.
    fn main_part(&mut self, html: &str, page: &mut PageText) {
        let mut tags = Tags::of(html);
        let mut open = None;
        let mut from = 0;
        while let Some(tag) = tags.next_tag() {
            let start = tags.start();
            self.text(html.get(from..start).unwrap_or_default(), page);
            let mut is_hidden = has_name(tag, &SKIPPED_ELEMENTS);
            let mut alt = String::new();
            let link = self.attributes(tag, &mut tags, &mut page.region, &mut |name, value| match name {
                "aria-hidden" => is_hidden |= value == "true",
                "hidden" => is_hidden = true,
                "alt" => value.clone_into(&mut alt),
                _ => {}
            });
            self.link_boundary((tag, link), (html, start, tags.end()), &mut open, &mut page.region);
            from = tags.end();
            if page.skipped.is_some() {
                page.leave_skipped(tag);
                continue;
            }
            if !alt.is_empty() {
                page.text.push(' ');
                page.text.push_str(&alt);
            }
            if !has_name(tag, &INSIDE_WORDS) {
                self.end_words(page);
            }
            for (names, field) in [(&["h1"][..], Field::Title), (&HEADINGS, Field::Heading)] {
                if has_name(tag, names) {
                    page.field = (!tag.is_end).then_some(field);
                }
            }
            if is_hidden && !tag.is_end {
                page.skipped = Some((tag.name.to_owned(), 1));
            }
        }
        self.text(html.get(from..).unwrap_or_default(), page);
        self.end_words(page);
        self.close_link(open.take(), html, html.len(), &mut page.region);
    }

    /// Adds the text between two tags, with the bodies in it and without comments.
    fn text(&mut self, mut text: &str, page: &mut PageText) {
        let bodies = self.bodies;
        while let Some((before, shown, after)) = bodies.split(text) {
            page.push(before);
            self.end_words(page);
            self.body(shown.index, &shown.body.facts, page);
            text = after;
        }
        page.push(text);
    }

    fn body(&mut self, index: usize, facts: &BodyFacts, page: &mut PageText) {
        for id in &facts.ids {
            page.region.ids.push(self.batch.intern_id(id));
        }
        for address in &facts.links {
            page.paths.push(self.batch.intern_path(address));
        }
        if page.skipped.is_some() {
            return;
        }
        page.bodies.push(index);
        self.add_words(&facts.words, Field::Text);
    }

    /// Adds the words since the last boundary.
    fn end_words(&mut self, page: &mut PageText) {
        if page.text.is_empty() {
            return;
        }
        let field = page.field.unwrap_or(Field::Text);
        self.add_words(&decode_html_entities(&page.text), field);
        page.text.clear();
    }

    fn add_words(&mut self, text: &str, field: Field) {
        let (terms, known) = (&mut self.terms, &mut self.batch.terms);
        fold(text, |word| terms.add(known.intern(word), field));
    }
}

impl Region {
    fn add(&mut self, other: &Self) {
        self.links.extend_from_slice(&other.links);
        self.ids.extend_from_slice(&other.ids);
    }
}

impl PageText {
    /// Adds text without its comments.
    fn push(&mut self, mut text: &str) {
        if self.skipped.is_some() {
            return;
        }
        // Text between tags has this character only in comments.
        while text.contains('<')
            && let Some((before, comment)) = text.split_once("<!--")
        {
            self.text.push_str(before);
            text = comment.split_once("-->").map_or("", |(_, after)| after);
        }
        self.text.push_str(text);
    }

    /// Counts the elements of the skipped one's name.
    fn leave_skipped(&mut self, tag: Tag<'_>) {
        let Some((name, depth)) = &mut self.skipped else { return };
        if tag.name.eq_ignore_ascii_case(name) {
            *depth = if tag.is_end { *depth - 1 } else { *depth + 1 };
        }
        if *depth == 0 {
            self.skipped = None;
        }
    }
}

fn has_name(tag: Tag<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(tag.name))
}

/// What is before `<main>`, the main element, and what follows it.
fn parts(html: &str) -> (&str, &str, &str) {
    let Some(start) = find(html, "<main") else { return (html, "", "") };
    let end = html.get(start..).and_then(|main| find(main, "</main")).map_or(html.len(), |length| start + length);
    let (before, rest) = html.split_at_checked(start).unwrap_or((html, ""));
    let (main, after) = rest.split_at_checked(end - start).unwrap_or((rest, ""));
    (before, main, after)
}

fn find(html: &str, tag: &str) -> Option<usize> {
    memchr::memmem::find(html.as_bytes(), tag.as_bytes())
}

fn rfind(html: &str, tag: &str) -> Option<usize> {
    memchr::memmem::rfind(html.as_bytes(), tag.as_bytes())
}
