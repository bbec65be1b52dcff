//! Which content files each page is built from.

use std::collections::HashMap;
use std::sync::Arc;

use super::content_set::ContentSet;
use super::page::Page;
use super::site::Site;
use crate::programme::Programme;
use crate::report::ContentPath;

/// The content files that each page is built from, the most important first, by the page's address. Pages share lists, and
/// a file may be in several lists of a page.
///
/// Every page also shows the school's name and contacts. Those two files are only listed for the home
/// page, where readers would look for them first.
pub fn source_files(site: &Site<'_>, programme: &Programme) -> HashMap<String, Vec<Arc<[ContentPath]>>> {
    let groups = programme.groups.iter().enumerate().map(|(index, group)| (group.id.as_str(), index)).collect();
    let mut sets = HashMap::new();
    let mut files_of = |page: &Page<'_>| {
        let own: Option<Arc<[ContentPath]>> = page.source.map(|source| [source.path.clone()].into());
        let group = group_of(page, &groups);
        let of_sets = page.kind.page_of().iter().chain(page.kind.also_shows()).map(|set| {
            let group = group.filter(|_| *set == ContentSet::Group);
            let files: &mut Arc<[ContentPath]> =
                sets.entry((*set, group)).or_insert_with(|| set.files(programme, group).into());
            files.clone()
        });
        own.into_iter().chain(of_sets).collect()
    };
    // Nobody looks at the page of an earlier address.
    let pages = site.pages.iter().filter(|page| !page.is_redirect());
    pages.map(|page| (page.address.to_string(), files_of(page))).collect()
}

/// The index of the page's group, if it has one.
fn group_of(page: &Page<'_>, groups: &HashMap<&str, usize>) -> Option<usize> {
    let name = page.address.as_str().rsplit('/').next()?.strip_suffix(".html")?;
    groups.get(name).copied()
}
