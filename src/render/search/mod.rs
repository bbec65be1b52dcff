//! Builds the search index from all finished pages.
//!
//! Takes the pages as they are published, so only visible text can be found. Returns one script file, because pages
//! opened from a disk can load scripts but not JSON. It has each page's title, section and description, and every word
//! with its pages. Pages that only lead to others are left out.

mod fold;
mod page_words;
mod words;

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use self::page_words::{Field, page_words};
use super::assets::fingerprinted;
use super::output_file::OutputFile;
use crate::view::{Page, Site};

#[derive(Serialize)]
struct Index<'a> {
    pages: Vec<IndexedPage<'a>>,
    /// See [`words`] for the format.
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
pub(super) fn index(site: &Site<'_>, files: &[OutputFile]) -> OutputFile {
    let rendered: HashMap<&str, &[u8]> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    let mut pages: Vec<&Page<'_>> = site.pages.iter().filter(|page| page.is_searchable()).collect();
    // Of equally good results the earlier page is first.
    pages.sort_by_key(|page| page.is_past());
    let words_of_pages: Vec<HashMap<String, Field>> = pages
        .par_iter()
        .map(|page| {
            let html = rendered.get(page.address.as_str()).copied().unwrap_or_default();
            // Templates and texts are UTF-8, so pages are too.
            page_words(std::str::from_utf8(html).unwrap_or_default(), &page.title)
        })
        .collect();
    let index = Index {
        pages: pages.iter().map(|page| IndexedPage::new(page)).collect(),
        words: words::write(&words_of_pages),
    };
    // Strings and arrays always serialise.
    let data = serde_json::to_string(&index).unwrap_or_default();
    fingerprinted("search-index.js", format!("globalThis.searchIndex = {data};\n").into_bytes())
}
