//! Builds the search index from all finished pages.
//!
//! Takes the facts of the pages as they are published, so only visible text can be found. Returns one script file, because pages
//! opened from a disk can load scripts but not JSON. It has each page's title, section and description, what the search
//! knows of the language, and every word with its pages. Pages that only lead to others are left out.

mod encoding;
mod occurrences;
mod search_index;
mod search_words;

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use self::occurrences::Occurrences;
use self::search_index::{IndexHead, IndexedPage, script};
pub(super) use self::search_index::{PageTerms, SearchIndex};
pub(super) use self::search_words::SearchWords;
use super::facts::{PageBatch, PageFacts};
use super::markdown::Bodies;
use super::output_file::OutputFile;
use crate::view::{Page, Site};

/// The index of a site's finished pages.
pub(super) fn index(site: &Site<'_>, words: &SearchWords, batches: &[PageBatch], bodies: &Bodies) -> OutputFile {
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
    let pages = pages.into_iter().map(|page| IndexedPage::new(page, site.layout.name)).collect();
    script(&IndexHead { language: words, pages }, &occurrences.encode())
}

/// All search terms of one page, each with its most important field.
pub(super) fn terms_of(batch: &PageBatch, page: &PageFacts, bodies: &Bodies) -> PageTerms {
    let bodies = page.bodies.iter().filter_map(|index| bodies.facts(*index));
    let tables = bodies.map(|body| (body.dictionary.terms(), &body.terms));
    let mut terms = PageTerms::default();
    for (table, found) in tables.chain([(&batch.terms, &page.terms)]) {
        let words: Vec<&str> = table.iter().collect();
        for found in found {
            let Some(word) = words.get(found.term().index()) else { continue };
            let field = terms.entry((*word).to_owned()).or_insert(found.field());
            *field = found.field().min(*field);
        }
    }
    terms
}
