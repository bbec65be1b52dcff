//! Which content files each page is built from.

use std::collections::{HashMap, HashSet};

use super::content_set::ContentSet;
use super::page::Page;
use super::site::Site;
use crate::programme::Programme;
use crate::report::ContentPath;

/// The content files that each page is built from.
///
/// Every page also shows the school's name and contacts. Those two files are only listed for the home
/// page, where readers would look for them first.
#[derive(Debug, Default)]
pub struct SourceFiles {
    /// Each file that a page is built from, once.
    files: HashSet<ContentPath>,
    /// By the page's address.
    pages: HashMap<String, PageSources>,
    /// The files of each set, and of its groups.
    sets: HashMap<SetKey, Vec<ContentPath>>,
}

#[derive(Debug)]
struct PageSources {
    own: Option<ContentPath>,
    sets: Vec<SetKey>,
}

/// A set, with the index of the page's group if its files depend on that.
type SetKey = (ContentSet, Option<usize>);

impl SourceFiles {
    pub fn new(site: &Site<'_>, programme: &Programme) -> Self {
        let mut source_files = Self::default();
        let groups = programme.groups.iter().enumerate().map(|(index, group)| (group.id.as_str(), index)).collect();
        for page in &site.pages {
            let sources = page_sources(page, &groups);
            source_files.files.extend(sources.own.clone());
            for key in &sources.sets {
                source_files.sets.entry(*key).or_insert_with(|| {
                    let files = key.0.files(programme, key.1);
                    source_files.files.extend(files.iter().cloned());
                    files
                });
            }
            source_files.pages.insert(page.address.to_string(), sources);
        }
        source_files
    }

    /// The files of a page, the most important first, each once.
    pub fn of(&self, page: &str) -> Vec<&ContentPath> {
        let Some(page) = self.pages.get(page) else { return Vec::new() };
        let of_sets = page.sets.iter().filter_map(|key| self.sets.get(key)).flatten();
        let mut seen = HashSet::new();
        page.own.iter().chain(of_sets).filter(|file| seen.insert(*file)).collect()
    }

    /// True if any page is built from a file.
    pub fn contains(&self, file: &ContentPath) -> bool {
        self.files.contains(file)
    }
}

fn page_sources(page: &Page<'_>, groups: &HashMap<&str, usize>) -> PageSources {
    let name = page.address.as_str().rsplit('/').next().and_then(|file| file.strip_suffix(".html"));
    let group = name.and_then(|name| groups.get(name)).copied();
    let sets = page.kind.page_of().iter().chain(page.kind.also_shows());
    PageSources {
        own: page.source.map(|source| source.path.clone()),
        sets: sets.map(|set| (*set, group.filter(|_| *set == ContentSet::Group))).collect(),
    }
}
