//! The index that the search page searches: the words of all finished pages.
//!
//! Takes the pages as they are published, so that nothing can be found that is not there to be
//! read; gives one file of script, which pages opened from a disk can load, too. It names each page
//! with its title, place and description, and lists every word with the pages that it stands on.
//! Pages that only lead to others are left out.

mod fold;
mod page_words;
mod words;

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use self::page_words::{Standing, page_words};
use super::OutputFile;
use super::theme::fingerprinted;
use crate::view::{Page, Site};

/// All that the search page needs to know.
#[derive(Serialize)]
struct Index<'a> {
    pages: Vec<Found<'a>>,
    /// Every word in order, and behind it its pages by number: [`words::write`] says how.
    words: String,
}

/// A page as it is shown among the results: its address, title, place and description, and the
/// audiences and groups that it is for. It is a list, for the names of fields would be half the file.
#[derive(Serialize)]
struct Found<'a>(String, &'a str, String, &'a str, &'a str, &'a str);

impl<'a> Found<'a> {
    fn new(page: &'a Page<'_>) -> Self {
        let about = &page.for_whom;
        Self(page.address.encoded(), &page.title, page.place(), &page.description, &about.audiences, &about.groups)
    }
}

/// The index of a site's finished pages.
pub(super) fn index(site: &Site<'_>, files: &[OutputFile]) -> OutputFile {
    let drawn: HashMap<&str, &[u8]> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
    let mut pages: Vec<&Page<'_>> = site.pages.iter().filter(|page| page.is_searchable()).collect();
    // Of pages that fit equally well the earlier one comes first.
    pages.sort_by_key(|page| page.is_past());
    let told: Vec<HashMap<String, Standing>> = pages
        .par_iter()
        .map(|page| {
            let html = drawn.get(page.address.as_str()).copied().unwrap_or_default();
            // Templates and texts are UTF-8, and so is what is drawn.
            page_words(std::str::from_utf8(html).unwrap_or_default(), &page.title)
        })
        .collect();
    let index = Index { pages: pages.iter().map(|page| Found::new(page)).collect(), words: words::write(&told) };
    // Writing texts and lists as JSON cannot fail.
    let data = serde_json::to_string(&index).unwrap_or_default();
    fingerprinted("search-index.js", format!("globalThis.searchIndex = {data};\n").into_bytes())
}
