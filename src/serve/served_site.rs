//! The files of one build, ready to be served.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::render::OutputFile;
use crate::{AudiencePage, BuiltPreview, BuiltSite, SourceFiles};

#[derive(Debug)]
pub(super) struct ServedSite {
    files: HashMap<String, Bytes>,
    source_files: Arc<SourceFiles>,
    audience_pages: Arc<[AudiencePage]>,
    /// The path of the stylesheet that all pages share.
    style: Option<String>,
    /// A hash of the files that pages show or run, such as pictures and scripts.
    assets_hash: u64,
}

/// The result of looking up a path.
pub(super) enum Lookup<'a> {
    /// A file, by its path with `index.html` where that was left out.
    File(String, &'a Bytes),
    /// A folder with a page, but the path has no final slash.
    Folder,
    /// Nothing. Holds the site's 404 page, if it has one.
    NotFound(Option<&'a Bytes>),
}

impl ServedSite {
    pub(super) fn new(built: BuiltPreview) -> Self {
        let BuiltPreview { site: BuiltSite { files, .. }, source_files, audience_pages, .. } = built;
        let style = files.iter().map(|file| &file.path).find(|path| is_style(path)).cloned();
        let assets_hash = hash_assets(&files);
        let files = files.into_iter().map(|file| (file.path, Bytes::from(file.bytes))).collect();
        let (source_files, audience_pages) = (Arc::new(source_files), audience_pages.into());
        Self { files, source_files, audience_pages, style, assets_hash }
    }

    /// The site after an edit of words, which changes no picture, script or style.
    pub(super) fn edited(&self, edited: Vec<OutputFile>, removed: Option<String>) -> Self {
        let mut files = self.files.clone();
        removed.and_then(|path| files.remove(&path));
        files.extend(edited.into_iter().map(|file| (file.path, Bytes::from(file.bytes))));
        Self {
            files,
            source_files: Arc::clone(&self.source_files),
            audience_pages: Arc::clone(&self.audience_pages),
            style: self.style.clone(),
            assets_hash: self.assets_hash,
        }
    }

    pub(super) fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.files.get(path).map(|bytes| bytes.to_vec())
    }

    /// Looks up a path below the site's root as web hosts do.
    pub(super) fn lookup(&self, path: &str) -> Lookup<'_> {
        let full = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        match self.files.get(&full) {
            Some(bytes) => Lookup::File(full, bytes),
            None if self.files.contains_key(&format!("{path}/index.html")) => Lookup::Folder,
            None => Lookup::NotFound(self.files.get("404.html")),
        }
    }

    pub(super) fn source_files(&self) -> &SourceFiles {
        &self.source_files
    }

    pub(super) fn audience_pages(&self) -> &[AudiencePage] {
        &self.audience_pages
    }

    pub(super) fn style(&self) -> Option<&str> {
        self.style.as_deref()
    }

    /// A hash of what a reader sees of a page, except for the stylesheet. A browser that shows a page with a different hash
    /// must reload it.
    pub(super) fn content_hash(&self, page: &[u8]) -> u64 {
        let mut hash = Xxh3::new();
        hash.update(&self.assets_hash.to_le_bytes());
        match (std::str::from_utf8(page), &self.style) {
            (Ok(html), Some(style)) => html.split(style.as_str()).for_each(|part| hash.update(part.as_bytes())),
            _ => hash.update(page),
        }
        hash.digest()
    }
}

/// All styles are in one file, whose name contains a hash.
fn is_style(path: &str) -> bool {
    path.starts_with("assets/style.") && path.ends_with(".css")
}

/// True for pictures and scripts. Calendars, feeds and documents are only linked to. The search index changes with every
/// text, but only the search page uses it, and that page contains the name of its file.
fn is_asset(path: &str) -> bool {
    if path.starts_with("assets/search-index.") {
        return false;
    }
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["svg", "png", "jpg", "jpeg", "webp", "gif", "js"].iter().any(|asset| extension.eq_ignore_ascii_case(asset))
}

fn hash_assets(files: &[OutputFile]) -> u64 {
    let assets = files.par_iter().filter(|file| is_asset(&file.path));
    // Each file is hashed separately, so that their order doesn't matter.
    let hashes = assets.map(|file| xxh3_64(file.path.as_bytes()) ^ xxh3_64(&file.bytes).rotate_left(1));
    hashes.reduce(|| 0, u64::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ContentList;

    fn site(files: &[(&str, &str)]) -> ServedSite {
        let file = |(path, text): &(&str, &str)| OutputFile { path: (*path).into(), bytes: text.as_bytes().to_vec() };
        let files = files.iter().map(file).collect();
        let site = BuiltSite { files, compliance: Default::default() };
        ServedSite::new(BuiltPreview {
            site,
            source_files: SourceFiles::default(),
            audience_pages: Vec::new(),
            content: ContentList::default(),
            base: None,
        })
    }

    #[test]
    fn new_pictures_change_the_hash_and_new_styles_and_calendars_do_not() {
        let hash = |style: &str, (other, text): (&str, &str)| {
            let html = format!("<link href=\"{style}\"><p>Text");
            site(&[("index.html", &html), (style, "a{}"), (other, text)]).content_hash(html.as_bytes())
        };
        let (one, two) = ("assets/style.1.css", "assets/style.2.css");
        assert_eq!(hash(one, ("media/a.svg", "<svg/>")), hash(two, ("media/a.svg", "<svg/>")));
        assert_eq!(hash(one, ("all.ics", "1")), hash(one, ("all.ics", "2")));
        assert_eq!(hash(one, ("assets/search-index.1.js", "1")), hash(one, ("assets/search-index.2.js", "2")));
        assert_ne!(hash(one, ("media/a.svg", "<svg/>")), hash(one, ("media/a.svg", "<svg />")));
    }

    #[test]
    fn paths_are_looked_up_as_on_web_hosts() {
        let site = site(&[("index.html", "home"), ("pupils/index.html", "pupils"), ("404.html", "lost")]);
        assert!(matches!(site.lookup(""), Lookup::File(path, _) if path == "index.html"));
        assert!(matches!(site.lookup("pupils/"), Lookup::File(path, _) if path == "pupils/index.html"));
        assert!(matches!(site.lookup("pupils"), Lookup::Folder));
        for path in ["../Cargo.toml", "pupils/../index.html", "/index.html", "index.html/", "assets/", "Index.html"] {
            assert!(matches!(site.lookup(path), Lookup::NotFound(Some(_))), "{path}");
        }
    }
}
