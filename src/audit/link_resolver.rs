//! Resolves the links of finished pages.

use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;

use crate::render::{LinkId, PageBatch};

/// The index of every file of the site, by its path.
pub(super) type FileIndices<'a> = FxHashMap<&'a str, usize>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SiteTarget {
    /// Another website, an e-mail address or a telephone number.
    External,
    /// The page that has the link.
    SamePage,
    /// The file with this index.
    File(usize),
    /// A file that does not exist.
    Missing,
    /// A folder: only a web host shows a page for it.
    Folder,
    /// A path from the root of the host.
    Root,
    /// Another website without `https:`.
    OtherHost,
}

/// What the links of a page are relative to.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageBase<'a> {
    /// The path of the page below the root of the site.
    pub(super) path: &'a str,
    /// The prefix of its links that leads to the root of the site. Begins with `/` on the 404 page, which a host
    /// shows at any depth.
    pub(super) root: &'a str,
}

/// Resolves the links of a batch of pages, and caches them for one folder: most links are on every page.
#[derive(Debug)]
pub(super) struct SiteLinkResolver<'b> {
    batch: &'b PageBatch,
    folder: String,
    /// For each link of the batch.
    cache: Vec<Option<Resolved>>,
}

/// A target, and the fragment after its `#`.
type Resolved = (SiteTarget, Option<Box<str>>);

impl<'b> SiteLinkResolver<'b> {
    pub(super) fn new(batch: &'b PageBatch) -> Self {
        Self { batch, folder: String::new(), cache: vec![None; batch.link_count()] }
    }

    /// The target of a link, and the fragment after its `#`.
    pub(super) fn resolve(
        &mut self,
        link: LinkId,
        from: PageBase<'_>,
        paths: &FileIndices<'_>,
    ) -> (SiteTarget, Option<&str>) {
        // The links of the 404 page do not depend on its folder.
        let folder = if from.root.starts_with('/') { from.root } else { from.folder() };
        if self.folder != folder {
            self.cache.fill(None);
            folder.clone_into(&mut self.folder);
        }
        let batch = self.batch;
        let Some(cached) = self.cache.get_mut(link.index()) else { return (SiteTarget::Missing, None) };
        let (target, fragment) = cached.get_or_insert_with(|| resolve_link(&batch.link(link).target, from, paths));
        (*target, fragment.as_deref())
    }
}

fn resolve_link(target: &str, from: PageBase<'_>, paths: &FileIndices<'_>) -> Resolved {
    let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
    let target = resolve(path, from, paths);
    // Browsers cut off what comes after `:~:`, such as a text to find.
    let fragment = fragment.map(|fragment| fragment.split(":~:").next().unwrap_or(fragment));
    let fragment = fragment.filter(|fragment| target != SiteTarget::External && is_fragment(fragment));
    (target, fragment.map(|fragment| percent_decode_str(fragment).decode_utf8_lossy().into()))
}

impl<'a> PageBase<'a> {
    fn folder(self) -> &'a str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

fn resolve(href: &str, from: PageBase<'_>, paths: &FileIndices<'_>) -> SiteTarget {
    let href = href.split('?').next().unwrap_or(href);
    if href.is_empty() {
        return SiteTarget::SamePage;
    }
    if has_scheme(href) {
        return SiteTarget::External;
    }
    if href.starts_with("//") {
        return SiteTarget::OtherHost;
    }
    let (folder, relative) = match href.strip_prefix(from.root).filter(|_| from.root.starts_with('/')) {
        Some(below_root) => ("", below_root),
        None if href.starts_with('/') => return SiteTarget::Root,
        None => (from.folder(), href),
    };
    let relative = percent_decode_str(relative).decode_utf8_lossy();
    let Some(path) = join(folder, &relative) else { return SiteTarget::Missing };
    match paths.get(path.as_str()) {
        Some(index) if !relative.ends_with('/') => SiteTarget::File(*index),
        None if path.is_empty() || paths.contains_key(format!("{path}/index.html").as_str()) => SiteTarget::Folder,
        _ => SiteTarget::Missing,
    }
}

/// False for `#` and `#top`, which lead to the top of the page.
fn is_fragment(fragment: &str) -> bool {
    !fragment.is_empty() && !fragment.eq_ignore_ascii_case("top")
}

fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|ch: char| ch.is_ascii_alphabetic())
            && scheme.chars().all(|ch| ch.is_ascii_alphanumeric() || "+-.".contains(ch))
    })
}

/// The path of `relative` in a folder; `None` if it leads out of the site.
fn join(folder: &str, relative: &str) -> Option<String> {
    let mut path = String::with_capacity(folder.len() + relative.len() + 1);
    path.push_str(folder);
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." if path.is_empty() => return None,
            ".." => path.truncate(path.rfind('/').unwrap_or(0)),
            part => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(part);
            }
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{OutputFile, read_pages};

    fn paths() -> FileIndices<'static> {
        ["index.html", "pupils/index.html", "pupils/year-9.html", "media/a b.png"].into_iter().zip(0..).collect()
    }

    fn target_from_year_9(target: &str) -> SiteTarget {
        resolve(target, PageBase { path: "pupils/year-9.html", root: "../" }, &paths())
    }

    #[test]
    fn link_is_resolved_to_its_file() {
        assert_eq!(target_from_year_9("index.html"), SiteTarget::File(1));
        assert_eq!(target_from_year_9("../index.html?x=1#a"), SiteTarget::File(0));
        assert_eq!(target_from_year_9("./../pupils//year-9.html"), SiteTarget::File(2));
        assert_eq!(target_from_year_9("../media/a%20b.png"), SiteTarget::File(3));
        assert_eq!(target_from_year_9(""), SiteTarget::SamePage);
        assert_eq!(target_from_year_9("mailto:a@b.example"), SiteTarget::External);
    }

    #[test]
    fn broken_links_are_distinguished() {
        assert_eq!(target_from_year_9("year-8.html"), SiteTarget::Missing);
        assert_eq!(target_from_year_9("../../index.html"), SiteTarget::Missing);
        assert_eq!(target_from_year_9("index.html/"), SiteTarget::Missing);
        assert_eq!(target_from_year_9("../"), SiteTarget::Folder);
        assert_eq!(target_from_year_9("../pupils"), SiteTarget::Folder);
        assert_eq!(target_from_year_9("/index.html"), SiteTarget::Root);
        assert_eq!(target_from_year_9("//other.example/"), SiteTarget::OtherHost);
    }

    #[test]
    fn links_of_the_404_page_begin_at_the_root() {
        let at = |root, target| resolve(target, PageBase { path: "404.html", root }, &paths());
        assert_eq!(at("/", "/pupils/index.html"), SiteTarget::File(1));
        assert_eq!(at("/careers/", "/careers/index.html"), SiteTarget::File(0));
        assert_eq!(at("/careers/", "/index.html"), SiteTarget::Root);
        assert_eq!(at("/", "//other.example/"), SiteTarget::OtherHost);
        assert_eq!(at("/", "/pupils/year-7.html"), SiteTarget::Missing);
    }

    #[test]
    fn cache_is_not_reused_for_another_folder() {
        let page = |path: &str| OutputFile { path: path.into(), bytes: b"<a href=index.html>Home</a>".to_vec() };
        let batch = read_pages(&[page("index.html"), page("pupils/year-9.html")]);
        let mut resolver = SiteLinkResolver::new(&batch);
        let link = batch.pages[0].links[0];
        let mut from = |path| resolver.resolve(link, PageBase { path, root: "" }, &paths()).0;
        assert_eq!(from("index.html"), SiteTarget::File(0));
        assert_eq!(from("pupils/year-9.html"), SiteTarget::File(1));
        assert_eq!(from("index.html"), SiteTarget::File(0));
    }

    #[test]
    fn fragment_is_read_as_browsers_do() {
        let home = PageBase { path: "index.html", root: "" };
        let fragment = |target: &'static str| resolve_link(target, home, &paths()).1;
        assert_eq!(fragment("#caf%C3%A9").as_deref(), Some("café"));
        for target in ["#", "#top", "#:~:text=a", "index.html", "mailto:a@b.example#c"] {
            assert_eq!(fragment(target), None, "{target}");
        }
    }
}
