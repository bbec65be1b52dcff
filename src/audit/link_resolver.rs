//! Resolves the links of finished pages.

use std::borrow::Cow;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

/// The index of every file of the site, by its path.
pub(super) type FileIndices<'a> = HashMap<&'a str, usize>;

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

/// Resolves links, and caches them for one folder: most links are on every page.
#[derive(Debug, Default)]
pub(super) struct SiteLinkResolver {
    folder: String,
    cache: HashMap<String, SiteTarget>,
}

impl SiteLinkResolver {
    /// The target of a link, and the fragment after its `#`.
    pub(super) fn resolve<'t>(
        &mut self,
        target: &'t str,
        from: PageBase<'_>,
        paths: &FileIndices<'_>,
    ) -> (SiteTarget, Option<Cow<'t, str>>) {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let target = self.target_of(path, from, paths);
        let fragment = fragment.filter(|fragment| target != SiteTarget::External && is_fragment(fragment));
        (target, fragment.map(|fragment| percent_decode_str(fragment).decode_utf8_lossy()))
    }

    fn target_of(&mut self, path: &str, from: PageBase<'_>, paths: &FileIndices<'_>) -> SiteTarget {
        if self.folder != from.folder() {
            self.cache.clear();
            from.folder().clone_into(&mut self.folder);
        }
        // The links of the 404 page do not depend on its folder.
        if from.root.starts_with('/') {
            return resolve(path, from, paths);
        }
        if let Some(cached) = self.cache.get(path) {
            return *cached;
        }
        let target = resolve(path, from, paths);
        self.cache.insert(path.to_owned(), target);
        target
    }
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

/// False for `#` and `#top`, which lead to the top of the page, and for text fragments after `#:~:`.
fn is_fragment(fragment: &str) -> bool {
    !fragment.is_empty() && !fragment.eq_ignore_ascii_case("top") && !fragment.starts_with(":~:")
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
        assert_eq!(target_from_year_9("//other.example/"), SiteTarget::Root);
    }

    #[test]
    fn links_of_the_404_page_begin_at_the_root() {
        let at = |root, target| resolve(target, PageBase { path: "404.html", root }, &paths());
        assert_eq!(at("/", "/pupils/index.html"), SiteTarget::File(1));
        assert_eq!(at("/careers/", "/careers/index.html"), SiteTarget::File(0));
        assert_eq!(at("/careers/", "/index.html"), SiteTarget::Root);
        assert_eq!(at("/", "/pupils/year-7.html"), SiteTarget::Missing);
    }

    #[test]
    fn cache_is_not_reused_for_another_folder() {
        let mut resolver = SiteLinkResolver::default();
        let mut from = |path| resolver.resolve("index.html", PageBase { path, root: "" }, &paths()).0;
        assert_eq!(from("index.html"), SiteTarget::File(0));
        assert_eq!(from("pupils/year-9.html"), SiteTarget::File(1));
        assert_eq!(from("index.html"), SiteTarget::File(0));
    }

    #[test]
    fn fragment_is_read_as_browsers_do() {
        let home = PageBase { path: "index.html", root: "" };
        let fragment = |target: &'static str| SiteLinkResolver::default().resolve(target, home, &paths()).1;
        assert_eq!(fragment("#caf%C3%A9").as_deref(), Some("café"));
        for target in ["#", "#top", "#:~:text=a", "index.html", "mailto:a@b.example#c"] {
            assert_eq!(fragment(target), None, "{target}");
        }
    }
}
