//! The content files that each page is built from.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::report::ContentPath;

/// The content files that each page is built from.
#[derive(Debug, Default)]
pub struct SourceFiles {
    /// By the page's address.
    pages: HashMap<String, Vec<Arc<[ContentPath]>>>,
    /// The pages that show in another way what other pages have, such as the sheets of an event.
    repeating: HashSet<String>,
    /// Of all pages. Only few findings need it.
    files: OnceLock<HashSet<ContentPath>>,
}

impl SourceFiles {
    pub(super) fn new(pages: HashMap<String, Vec<Arc<[ContentPath]>>>, repeating: HashSet<String>) -> Self {
        Self { pages, repeating, files: OnceLock::new() }
    }

    /// The files of a page, the most important first, each once.
    pub fn of(&self, page: &str) -> Vec<&ContentPath> {
        let mut seen = HashSet::new();
        let lists = self.pages.get(page).into_iter().flatten();
        lists.flat_map(|list| list.iter()).filter(|file| seen.insert(*file)).collect()
    }

    /// The pages that a file is the first source of, by address. Those that repeat others come last.
    pub fn pages_of(&self, file: &ContentPath) -> Vec<&str> {
        let is_first = |lists: &[Arc<[ContentPath]>]| lists.iter().flat_map(|list| list.iter()).next() == Some(file);
        let mut pages: Vec<&str> =
            self.pages.iter().filter(|(_, lists)| is_first(lists)).map(|(page, _)| page.as_str()).collect();
        pages.sort_unstable_by_key(|page| (self.repeating.contains(*page), *page));
        pages
    }

    /// The page that shows a file best, preferably one for pupils. `None` if it is the first source of no page.
    pub fn main_page_of(&self, file: &ContentPath) -> Option<&str> {
        let pages = self.pages_of(file);
        let repeats = |page: &&&str| self.repeating.contains(**page);
        let for_pupils = pages.iter().find(|page| page.starts_with("pupils/") && !repeats(page));
        for_pupils.or(pages.first()).copied()
    }

    /// True if any page is built from a file.
    pub fn contains(&self, file: &ContentPath) -> bool {
        self.files.get_or_init(|| self.all()).contains(file)
    }

    fn all(&self) -> HashSet<ContentPath> {
        let mut lists: Vec<&Arc<[ContentPath]>> = self.pages.values().flatten().collect();
        // Many pages share a list.
        lists.sort_unstable_by_key(|list| list.as_ptr());
        lists.dedup_by_key(|list| list.as_ptr());
        lists.into_iter().flat_map(|list| list.iter().cloned()).collect()
    }
}
