//! Resolves links in content files to addresses on the site.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use percent_encoding::percent_decode_str;

use crate::programme::ContentProblem;
use crate::programme::{Audience, Hidden, has_user};
use crate::programme::{MediaFile, slug, translation_of};
use crate::read::unsupported_picture_format;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, KnownWords};
use crate::view::{Address, Site};

/// Everything a link can lead to.
pub(super) struct LinkResolver<'s> {
    page_of_file: &'s HashMap<ContentPath, Address>,
    media: HashMap<&'s str, &'s MediaFile>,
    site: &'s Site<'s>,
    pages: HashSet<&'s str>,
    hidden: HashMap<&'s ContentPath, &'s Hidden>,
    personal: HashSet<&'s ContentPath>,
    /// Made when a link to a text is broken.
    texts: OnceLock<KnownPaths<'s>>,
    /// Made when a link to another file is broken.
    files: OnceLock<KnownPaths<'s>>,
}

/// What a broken link may mean.
struct KnownPaths<'s> {
    words: KnownWords<'s>,
    /// For each file name, the first path in the order of the alphabet.
    by_name: HashMap<&'s str, &'s str>,
}

impl<'s> KnownPaths<'s> {
    fn new(paths: impl Iterator<Item = &'s str>) -> Self {
        let mut paths: Vec<&str> = paths.collect();
        paths.sort_unstable();
        let by_name = paths.iter().rev().map(|path| (path.rsplit('/').next().unwrap_or(path), *path)).collect();
        Self { words: KnownWords::new(paths), by_name }
    }

    fn nearest(&self, target: &ContentPath) -> Option<&'s str> {
        // The same name elsewhere is likelier than a similar path.
        self.by_name.get(target.file_name()).copied().or_else(|| self.words.nearest(target.as_str()))
    }
}

/// The target of a link.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LinkTarget {
    /// Another website, an email address or a telephone number, as written.
    External(String),
    /// A heading of the same text: the anchor after `#`.
    SamePage(String),
    /// A page or file of the site, and a heading on it.
    Internal { address: String, target: ContentPath, anchor: Option<String> },
    /// Not a link: a phrase in another language.
    Language(String),
}

impl<'s> LinkResolver<'s> {
    pub(super) fn new(site: &'s Site<'s>) -> Self {
        Self {
            page_of_file: &site.page_of_file,
            media: site.media.iter().map(|file| (file.path.as_str(), *file)).collect(),
            site,
            pages: site.pages.iter().map(|page| page.address.as_str()).collect(),
            hidden: site.hidden.iter().map(|file| (&file.path, &file.why)).collect(),
            personal: site.personal_files.iter().collect(),
            texts: OnceLock::new(),
            files: OnceLock::new(),
        }
    }

    /// Resolves a link written in the file at `from`.
    ///
    /// # Errors
    /// The link is broken, unsafe, or leads to something that isn't published.
    pub(super) fn resolve(&self, link: &str, from: &ContentPath) -> Result<LinkTarget, RenderProblem> {
        let link = link.trim();
        if let Some(language) = link.strip_prefix("lang:") {
            let valid = language.len() >= 2 && language.chars().all(|ch| ch.is_ascii_alphanumeric() || ch == '-');
            return if valid { Ok(LinkTarget::Language(language.to_owned())) } else { Err(unsafe_link(link)) };
        }
        if let Some(anchor) = link.strip_prefix('#') {
            return Ok(LinkTarget::SamePage(slug(anchor)));
        }
        let scheme =
            link.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
        if let Some(scheme) = scheme {
            // A letter is a drive of Windows.
            if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
                return Err(own_computer(link, from));
            }
            if has_user(link) {
                return Err(ContentProblem::BadLink { value: link.to_owned() }.into());
            }
            let allowed = ["http", "https", "mailto", "tel"].contains(&scheme.to_lowercase().as_str());
            return if allowed { Ok(LinkTarget::External(link.to_owned())) } else { Err(unsafe_link(link)) };
        }
        if link.starts_with('\\') {
            return Err(own_computer(link, from));
        }
        if link.starts_with("//") {
            return Err(unsafe_link(link));
        }
        if link.contains('\\') {
            // Windows separates folders with backslashes, and nothing else can be meant.
            return self.resolve(&link.replace('\\', "/"), from);
        }
        if link.is_empty() {
            return Err(
                ContentProblem::BrokenLink { target: String::new(), path: String::new(), suggestion: None }.into()
            );
        }
        let looks_external = link.starts_with("www.") || link.contains('@') && !link.contains('/');
        match self.inside(link, from) {
            Err(_) if looks_external => Err(ContentProblem::BadLink { value: link.to_owned() }.into()),
            resolved => resolved,
        }
    }

    /// True for a picture that has expired: links to it are removed.
    pub(super) fn is_expired(&self, target: &ContentPath) -> bool {
        self.site.is_expired(target)
    }

    pub(super) fn is_media(&self, target: &ContentPath) -> bool {
        self.media.contains_key(target.as_str())
    }

    /// The note after the text of a link to a document, such as “(PDF, 1.2 MB)”.
    pub(super) fn note(&self, target: &ContentPath) -> Option<String> {
        self.media.get(target.as_str())?.note().map(|note| format!("({note})"))
    }

    fn inside(&self, link: &str, from: &ContentPath) -> Result<LinkTarget, RenderProblem> {
        let (path, anchor) = link.split_once('#').map_or((link, None), |(path, anchor)| (path, Some(slug(anchor))));
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let Some(target) = from.resolve(&decoded) else {
            // It leaves the content folder: most likely there is a `../` too many.
            let inside = ContentPath::new(decoded.replace("../", "").trim_start_matches('/'));
            return Err(match self.exists(&inside) {
                true => {
                    let suggestion = Some(relative(from.folder(), inside.as_str()));
                    ContentProblem::BrokenLink { target: link.to_owned(), path: inside.to_string(), suggestion }.into()
                }
                false => self.missing(link, &inside, from),
            });
        };
        let full = target.to_string();
        if let Some(address) = self.page_of_file.get(&target) {
            return Ok(LinkTarget::Internal {
                address: self.for_reader(address.as_str(), from),
                target,
                anchor: anchor.filter(|anchor| !anchor.is_empty()),
            });
        }
        if let Some(why) = self.hidden.get(&target) {
            return Err(RenderProblem::LinkToHidden { target: link.to_owned(), why: (*why).clone() });
        }
        if self.personal.contains(&target) {
            return Err(RenderProblem::LinkToPersonal { target: link.to_owned() });
        }
        // The part can be a page of a PDF, which only its reader knows. A page that Fingerpost makes, such as
        // programme/by-term.html, has parts that are in no text.
        if self.media.contains_key(full.as_str()) || self.pages.contains(full.as_str()) {
            let address = link.split_once('#').map_or(full.clone(), |(_, part)| format!("{full}#{part}"));
            return Ok(LinkTarget::Internal { address, target, anchor: None });
        }
        // Its headings are not on the page of the past year.
        if let Some(address) = self.site.past_of_file.get(&target) {
            return Ok(LinkTarget::Internal { address: address.to_string(), target, anchor: None });
        }
        Err(self.missing(link, &target, from))
    }

    fn exists(&self, target: &ContentPath) -> bool {
        self.page_of_file.contains_key(target) || self.media.contains_key(target.as_str())
    }

    /// The path, as it should be written, of a target that may be broken.
    pub(super) fn path_meant(&self, target: &str, from: &ContentPath) -> String {
        let encoded = target.replace(' ', "%20");
        match self.resolve(&encoded, from) {
            Err(RenderProblem::Content(
                ContentProblem::BrokenLink { suggestion: Some(path), .. }
                | ContentProblem::MissingMedia { suggestion: Some(path), .. },
            )) => path,
            _ => encoded,
        }
    }

    /// Links to a year on the parents' page lead to the parents' page about that year.
    fn for_reader(&self, address: &str, from: &ContentPath) -> String {
        let name = |audience: Audience| self.site.folders.name(audience);
        let page = address.strip_prefix(name(Audience::Pupils)).filter(|page| page.starts_with('/'));
        let parents_page = page.map(|page| format!("{}{page}", name(Audience::Parents)));
        let original = translation_of(from).map(|(original, _)| original);
        let is_parents_text = original.as_ref().unwrap_or(from).as_str() == "parents.md";
        let parents_page = parents_page.filter(|page| is_parents_text && self.pages.contains(page.as_str()));
        parents_page.unwrap_or_else(|| address.to_owned())
    }

    fn missing(&self, link: &str, target: &ContentPath, from: &ContentPath) -> RenderProblem {
        if let Some(file) = self.site.unpublished.iter().find(|file| file.path == *target) {
            return file.problem(link.to_owned()).into();
        }
        if let Some(format) = unsupported_picture_format(target) {
            return ContentProblem::PictureFormat { format, shown: true }.into();
        }
        let is_text = ["md", "yaml", "yml", "html", ""].contains(&target.extension().as_str());
        let known = if is_text {
            self.texts.get_or_init(|| KnownPaths::new(self.page_of_file.keys().map(ContentPath::as_str)))
        } else {
            self.files.get_or_init(|| KnownPaths::new(self.media.keys().copied()))
        };
        let near = known.nearest(target);
        let suggestion = near.map(|path| relative(from.folder(), path));
        let path = target.to_string();
        let target = link.to_owned();
        let problem = if is_text {
            ContentProblem::BrokenLink { target, path, suggestion }
        } else {
            ContentProblem::MissingMedia { target, path, suggestion }
        };
        problem.into()
    }
}

fn own_computer(link: &str, from: &ContentPath) -> RenderProblem {
    let name = link.rsplit(['/', '\\']).next().unwrap_or_default();
    RenderProblem::OwnComputer { target: link.to_owned(), path: relative(from.folder(), &format!("policies/{name}")) }
}

fn unsafe_link(link: &str) -> RenderProblem {
    let start: String = link.chars().take(24).collect();
    RenderProblem::UnsafeLink { target: start }
}

/// A path relative to a folder, as an author writes it.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - common);
    (up + &to.get(common..).unwrap_or_default().join("/")).replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggested_paths_are_relative() {
        assert_eq!(relative("pages", "programme/year-9.md"), "../programme/year-9.md");
        assert_eq!(relative("programme", "programme/year-9.md"), "year-9.md");
    }
}
