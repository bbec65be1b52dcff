//! Where a link in a content file leads on the site.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::programme::ContentProblem;
use crate::programme::Hidden;
use crate::programme::{MediaFile, slug, translation_of};
use crate::read::unsupported_picture_format;
use crate::render::findings::RenderProblem;
use crate::report::{ContentPath, did_you_mean};
use crate::view::{Address, Site};

/// All targets of links.
pub(super) struct Ways<'s> {
    homes: &'s HashMap<ContentPath, Address>,
    media: HashMap<&'s str, &'s MediaFile>,
    site: &'s Site<'s>,
    pages: HashMap<&'s str, ()>,
    withheld: HashMap<&'s ContentPath, &'s Hidden>,
    private: &'s [ContentPath],
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To another website, or to mail or telephone: as written.
    Outside(String),
    /// To a heading of the same text, as written behind `#`.
    Here(String),
    /// To a page or file below the root, and a heading of it.
    Inside { address: String, target: ContentPath, anchor: Option<String> },
    /// Not a link: a passage in another language.
    Language(String),
}

impl<'s> Ways<'s> {
    pub(super) fn new(site: &'s Site<'s>) -> Self {
        Self {
            homes: &site.page_of_file,
            media: site.media.iter().map(|file| (file.path.as_str(), *file)).collect(),
            site,
            pages: site.pages.iter().map(|page| (page.address.as_str(), ())).collect(),
            withheld: site.hidden.iter().map(|file| (&file.path, &file.why)).collect(),
            private: site.personal_files,
        }
    }

    /// Where a link leads that is written in the file at `from`.
    pub(super) fn find(&self, said: &str, from: &ContentPath) -> Result<Way, RenderProblem> {
        let said = said.trim();
        if let Some(language) = said.strip_prefix("lang:") {
            let valid =
                language.len() >= 2 && language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
            return if valid { Ok(Way::Language(language.to_owned())) } else { Err(unsafe_link(said)) };
        }
        if let Some(anchor) = said.strip_prefix('#') {
            return Ok(Way::Here(slug(anchor)));
        }
        let scheme =
            said.split(['/', '?', '#']).next().and_then(|start| start.split_once(':')).map(|(scheme, _)| scheme);
        if let Some(scheme) = scheme {
            let allowed = ["http", "https", "mailto", "tel"].contains(&scheme.to_lowercase().as_str());
            return if allowed { Ok(Way::Outside(said.to_owned())) } else { Err(unsafe_link(said)) };
        }
        if said.starts_with("//") || said.starts_with("\\\\") {
            return Err(unsafe_link(said));
        }
        if said.contains('\\') {
            return Err(ContentProblem::BrokenLink {
                target: said.to_owned(),
                suggestion: Some(said.replace('\\', "/")),
            }
            .into());
        }
        if said.is_empty() {
            return Err(ContentProblem::BrokenLink { target: String::new(), suggestion: None }.into());
        }
        if said.starts_with("www.") || said.contains('@') {
            return Err(ContentProblem::BadLink { value: said.to_owned() }.into());
        }
        self.inside(said, from)
    }

    /// True for a picture whose time is over: nothing leads to it any more.
    pub(super) fn is_expired(&self, target: &ContentPath) -> bool {
        self.site.is_expired(target)
    }

    /// What stands behind the text of a link to a document, such as “(PDF, 1.2 MB)”.
    pub(super) fn note(&self, target: &ContentPath) -> Option<String> {
        self.media.get(target.as_str())?.note().map(|note| format!("({note})"))
    }

    fn inside(&self, said: &str, from: &ContentPath) -> Result<Way, RenderProblem> {
        let (path, anchor) = said.split_once('#').map_or((said, None), |(path, anchor)| (path, Some(slug(anchor))));
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let Some(target) = from.resolve(&decoded) else {
            return Err(ContentProblem::BrokenLink { target: said.to_owned(), suggestion: None }.into());
        };
        let full = target.to_string();
        if let Some(address) = self.homes.get(&target) {
            return Ok(Way::Inside {
                address: self.for_reader(address.as_str(), from),
                target,
                anchor: anchor.filter(|anchor| !anchor.is_empty()),
            });
        }
        if let Some(why) = self.withheld.get(&target) {
            return Err(RenderProblem::LinkToHidden { target: said.to_owned(), why: (*why).clone() });
        }
        if self.private.contains(&target) {
            return Err(RenderProblem::LinkToPersonal { target: said.to_owned() });
        }
        if self.media.contains_key(full.as_str()) || self.pages.contains_key(full.as_str()) {
            return Ok(Way::Inside { address: full, target, anchor: None });
        }
        Err(self.missing(said, &target, from))
    }

    /// Parents and carers who follow a link to a year want their own page about it.
    fn for_reader(&self, address: &str, from: &ContentPath) -> String {
        let own = address.strip_prefix("pupils/").map(|page| format!("parents/{page}"));
        let original = translation_of(from).map(|(original, _)| original);
        let is_theirs = original.as_ref().unwrap_or(from).as_str() == "parents.md";
        let own = own.filter(|own| is_theirs && self.pages.contains_key(own.as_str()));
        own.unwrap_or_else(|| address.to_owned())
    }

    fn missing(&self, said: &str, target: &ContentPath, from: &ContentPath) -> RenderProblem {
        if let Some(format) = unsupported_picture_format(target) {
            return ContentProblem::PictureFormat { format, shown: true }.into();
        }
        let is_text = ["md", "yaml", "yml", "html", ""].contains(&target.extension().as_str());
        let known: Vec<&str> = if is_text {
            self.homes.keys().map(ContentPath::as_str).collect()
        } else {
            self.media.keys().copied().collect()
        };
        // The same name elsewhere is likelier than a similar path.
        let mut same_name: Vec<&str> =
            known.iter().copied().filter(|path| path.rsplit('/').next() == Some(target.file_name())).collect();
        same_name.sort_unstable();
        let mut sorted = known;
        sorted.sort_unstable();
        let near = same_name.first().copied().or_else(|| did_you_mean(target.as_str(), sorted.iter().copied()));
        let suggestion = near.map(|path| relative(from.folder(), path));
        let target = said.to_owned();
        let problem = if is_text {
            ContentProblem::BrokenLink { target, suggestion }
        } else {
            ContentProblem::MissingMedia { target, suggestion }
        };
        problem.into()
    }
}

fn unsafe_link(said: &str) -> RenderProblem {
    let start: String = said.chars().take(24).collect();
    RenderProblem::UnsafeLink { target: start }
}

/// The way from a folder to a path, as an author writes it.
fn relative(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len() - common);
    (up + &to.get(common..).unwrap_or_default().join("/")).replace(' ', "%20")
}

/// Targets of links that Markdown does not take for links, because a space stands in them, with
/// their places in the text.
pub(super) fn targets_with_spaces(text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
    const FILES: [&str; 10] = [".md", ".yaml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf", ".docx"];
    let mut found = Vec::new();
    for (at, opening) in text.match_indices("](") {
        let start = at + opening.len();
        let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let Some(target) = line.split(')').next() else { continue };
        let path = target.split('#').next().unwrap_or(target).to_lowercase();
        let is_file = FILES.iter().any(|ending| path.ends_with(ending));
        if is_file && target.contains(' ') && !target.starts_with('<') && !target.contains('"') {
            found.push((start..start + target.len(), target));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_told_as_an_author_writes_them() {
        assert_eq!(relative("pages", "programme/year-9.md"), "../programme/year-9.md");
        assert_eq!(relative("programme", "programme/year-9.md"), "year-9.md");
    }
}
