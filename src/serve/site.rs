//! One build's files, ready to be sent.

use std::collections::{BTreeMap, HashMap};

use bytes::Bytes;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::BuiltSite;
use crate::render::OutputFile;
use crate::report::ContentPath;

/// The files of one whole build.
#[derive(Debug)]
pub(super) struct Site {
    files: HashMap<String, Bytes>,
    origins: BTreeMap<String, Vec<ContentPath>>,
    /// The path of the style that all pages share.
    style: Option<String>,
    /// A fingerprint of what pages show beside themselves.
    shown: u64,
}

/// What stands at a path.
pub(super) enum Standing<'a> {
    /// A file, by its path with `index.html` where that was left out.
    File(String, &'a Bytes),
    /// A folder with a page of its own, but the slash behind its name is missing.
    Folder,
    /// Nothing. Hosts show the page for that, if there is one.
    Nothing(Option<&'a Bytes>),
}

impl Site {
    pub(super) fn new(made: BuiltSite) -> Self {
        let style = made.files.iter().map(|file| &file.path).find(|path| is_style(path)).cloned();
        let shown = fingerprint_of_shown(&made.files);
        let files = made.files.into_iter().map(|file| (file.path, Bytes::from(file.bytes))).collect();
        Self { files, origins: made.origins, style, shown }
    }

    /// What a host would find at a path below the site's root.
    pub(super) fn at(&self, path: &str) -> Standing<'_> {
        let full = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        match self.files.get(&full) {
            Some(bytes) => Standing::File(full, bytes),
            None if self.files.contains_key(&format!("{path}/index.html")) => Standing::Folder,
            None => Standing::Nothing(self.files.get("404.html")),
        }
    }

    /// The content files that a page is made from.
    pub(super) fn origins(&self, page: &str) -> &[ContentPath] {
        self.origins.get(page).map_or(&[], Vec::as_slice)
    }

    /// True if some page is made from this content file.
    pub(super) fn has_page_of(&self, file: &ContentPath) -> bool {
        self.origins.values().any(|files| files.contains(file))
    }

    /// The path of the style that all pages share.
    pub(super) fn style(&self) -> Option<&str> {
        self.style.as_deref()
    }

    /// A fingerprint of what a reader sees of a page, styles apart: a browser that shows another one must load it
    /// again.
    pub(super) fn mark(&self, page: &[u8]) -> u64 {
        let mut mark = Xxh3::new();
        mark.update(&self.shown.to_le_bytes());
        match (std::str::from_utf8(page), &self.style) {
            (Ok(html), Some(style)) => html.split(style.as_str()).for_each(|part| mark.update(part.as_bytes())),
            _ => mark.update(page),
        }
        mark.digest()
    }
}

/// Styles are joined into one file, whose name carries a fingerprint.
fn is_style(path: &str) -> bool {
    path.starts_with("assets/style.") && path.ends_with(".css")
}

/// Pages show pictures and run scripts; calendars, feeds and documents they only link to. The words to search for
/// change with every text, and concern the search page alone, which names their file.
fn is_shown(path: &str) -> bool {
    if path.starts_with("assets/search-index.") {
        return false;
    }
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ["svg", "png", "jpg", "jpeg", "webp", "gif", "js"].contains(&ending.as_str())
}

fn fingerprint_of_shown(files: &[OutputFile]) -> u64 {
    let shown = files.iter().filter(|file| is_shown(&file.path));
    // The order of files must not count, so each is hashed by itself.
    shown.map(|file| xxh3_64(file.path.as_bytes()) ^ xxh3_64(&file.bytes).rotate_left(1)).fold(0, u64::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        let file = |(path, text): &(&str, &str)| OutputFile { path: (*path).into(), bytes: text.as_bytes().to_vec() };
        Site::new(BuiltSite {
            files: files.iter().map(file).collect(),
            origins: BTreeMap::new(),
            compliance: Default::default(),
        })
    }

    #[test]
    fn a_new_style_or_calendar_is_no_new_page_but_a_new_picture_is() {
        let mark = |style: &str, (other, text): (&str, &str)| {
            let html = format!("<link href=\"{style}\"><p>Text");
            site(&[("index.html", &html), (style, "a{}"), (other, text)]).mark(html.as_bytes())
        };
        let (one, two) = ("assets/style.1.css", "assets/style.2.css");
        assert_eq!(mark(one, ("media/a.svg", "<svg/>")), mark(two, ("media/a.svg", "<svg/>")));
        assert_eq!(mark(one, ("all.ics", "1")), mark(one, ("all.ics", "2")));
        assert_eq!(mark(one, ("assets/search-index.1.js", "1")), mark(one, ("assets/search-index.2.js", "2")));
        assert_ne!(mark(one, ("media/a.svg", "<svg/>")), mark(one, ("media/a.svg", "<svg />")));
    }

    #[test]
    fn paths_are_found_as_hosts_find_them() {
        let site = site(&[("index.html", "home"), ("pupils/index.html", "pupils"), ("404.html", "lost")]);
        assert!(matches!(site.at(""), Standing::File(path, _) if path == "index.html"));
        assert!(matches!(site.at("pupils/"), Standing::File(path, _) if path == "pupils/index.html"));
        assert!(matches!(site.at("pupils"), Standing::Folder));
        for path in ["../Cargo.toml", "pupils/../index.html", "/index.html", "index.html/", "assets/", "Index.html"] {
            assert!(matches!(site.at(path), Standing::Nothing(Some(_))), "{path}");
        }
    }
}
