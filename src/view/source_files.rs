//! Which content files each page is built from.

use super::page::Page;
use crate::programme::Programme;
use crate::report::ContentPath;

/// The content files that a page is built from, the most important first, each once.
///
/// Every page also shows the school's name and contacts. Those two files are only listed for the home
/// page, where readers would look for them first.
pub fn source_files(page: &Page<'_>, programme: &Programme) -> Vec<ContentPath> {
    let group = programme.groups.iter().position(|group| {
        let name = page.address.as_str().rsplit('/').next().and_then(|file| file.strip_suffix(".html"));
        name == Some(&group.id)
    });
    let sets = page.kind.page_of().iter().chain(page.kind.also_shows());
    let mut files: Vec<ContentPath> = page.source.map(|source| source.path.clone()).into_iter().collect();
    for file in sets.flat_map(|set| set.files(programme, group)) {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    files
}
