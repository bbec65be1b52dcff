//! Builds the search index from all finished pages.
//!
//! Takes the facts of the pages as they are published, so only visible text can be found. Returns one script file, because pages
//! opened from a disk can load scripts but not JSON. It has each page's title, section and description, and every word
//! with its pages. Pages that only lead to others are left out.

mod occurrences;

use std::collections::HashMap;

use rustc_hash::FxHashMap;
use serde::Serialize;

use self::occurrences::Occurrences;
use super::assets::fingerprinted;
use super::facts::{PageBatch, PageFacts};
use super::markdown::Bodies;
use super::output_file::OutputFile;
use crate::view::{Page, Site};

#[derive(Serialize)]
struct Index<'a> {
    pages: Vec<IndexedPage<'a>>,
    /// See [`occurrences`] for the format.
    words: String,
}

/// A search result: address, title, section, description, audiences and groups. An array, because field names would be
/// half of the file.
#[derive(Serialize)]
struct IndexedPage<'a>(String, &'a str, String, &'a str, &'a str, &'a str);

impl<'a> IndexedPage<'a> {
    fn new(page: &'a Page<'_>) -> Self {
        let about = &page.for_whom;
        Self(page.address.encoded(), &page.title, page.place(), &page.description, &about.audiences, &about.groups)
    }
}

/// The index of a site's finished pages.
pub(super) fn index(site: &Site<'_>, batches: &[PageBatch], bodies: &Bodies) -> OutputFile {
    let mut facts: FxHashMap<&str, (&PageBatch, &PageFacts)> = HashMap::default();
    for batch in batches {
        facts.extend(batch.pages.iter().map(|page| (page.path.as_str(), (batch, page))));
    }
    let mut pages: Vec<&Page<'_>> = site.pages.iter().filter(|page| page.is_searchable()).collect();
    // Of equally good results the earlier page is first.
    pages.sort_by_key(|page| page.is_past());
    let mut occurrences = Occurrences::default();
    for (number, page) in (0..).zip(&pages) {
        let Some((batch, facts)) = facts.get(page.address.as_str()) else { continue };
        occurrences.add(number, &batch.terms, &facts.terms);
        for body in facts.bodies.iter().filter_map(|index| bodies.facts(*index)) {
            occurrences.add(number, body.dictionary.terms(), &body.terms);
        }
    }
    let index = Index { words: occurrences.encode(), pages: pages.iter().map(|page| IndexedPage::new(page)).collect() };
    // Strings and arrays always serialise.
    let data = serde_json::to_string(&index).unwrap_or_default();
    fingerprinted("search-index.js", format!("globalThis.searchIndex = {data};\n").into_bytes())
}
