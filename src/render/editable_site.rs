//! What is kept of a rendered site, so that a later edit of words need not render it again.
//!
//! A page has the HTML of each of its bodies in one place. If the words of a body change, but none of its links and
//! headings, only that HTML changes, the search index, and the page that loads the index.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::facts::PageScanner;
use super::markdown::{Bodies, Body, LinkHtml, PlacedBody, ResolvedBody, fill_links};
use super::output_file::OutputFile;
use super::search::{self, PageTerms, SearchIndex};
use crate::report::ContentPath;
use crate::text::TextBody;

/// A rendered site without its bytes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EditableSite {
    /// In the order of the numbers of bodies.
    pub(super) texts: Vec<EditableText>,
    /// The pages that show bodies.
    pub(super) pages: Vec<EditablePage>,
    /// The path of the search index.
    pub(super) search_index: String,
    /// The pages that load it.
    pub(super) search_pages: Vec<String>,
}

/// A body, without its words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct EditableText {
    path: String,
    front_matter: u128,
    structure: Option<u128>,
    links: Vec<LinkHtml>,
}

/// A page that shows bodies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct EditablePage {
    pub(super) path: String,
    /// In the order of the page.
    pub(super) bodies: Vec<PlacedBody>,
}

/// The files of a site that an edit has changed.
#[derive(Debug)]
pub struct EditedSite {
    pub files: Vec<OutputFile>,
    /// The path of the old search index, if there is a new one.
    pub removed: Option<String>,
    /// The site with the edit.
    pub site: EditableSite,
}

impl EditableText {
    pub(super) fn of(body: &ResolvedBody) -> Self {
        let text = body.text();
        Self {
            path: text.path().to_string(),
            front_matter: text.front_matter_hash(),
            structure: text.structure(),
            links: body.links().to_vec(),
        }
    }

    /// True if only words differ between this text and a new one.
    fn is_edited_to(&self, text: &TextBody) -> bool {
        self.front_matter == text.front_matter_hash() && self.structure.is_some() && self.structure == text.structure()
    }
}

impl EditableSite {
    /// All texts that are shown on the same pages as some edited ones. `None` if no page shows one of these.
    pub fn shown_with(&self, edited: &[ContentPath]) -> Option<Vec<ContentPath>> {
        let edited: HashSet<usize> = edited.iter().map(|path| self.index_of(path)).collect::<Option<_>>()?;
        let pages = self.pages.iter().filter(|page| page.shows_any(&edited));
        let shown: BTreeSet<usize> = pages.flat_map(|page| &page.bodies).map(|body| body.index).collect();
        let shown = shown.into_iter().filter(|index| !edited.contains(index));
        Some(shown.filter_map(|index| self.texts.get(index)).map(|text| ContentPath::new(&text.path)).collect())
    }

    /// Puts edited texts into their pages. `others` are those of [`EditableSite::shown_with`], and `read` reads a file of
    /// the finished site.
    ///
    /// `None` if an edit changes more than words, or if a file is not as it was.
    pub fn edit(
        mut self,
        edited: Vec<TextBody>,
        others: Vec<TextBody>,
        read: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Option<EditedSite> {
        let mut changed = HashSet::new();
        for text in &edited {
            let index = self.index_of(text.path())?;
            if !self.texts.get(index)?.is_edited_to(text) {
                return None;
            }
            changed.insert(index);
        }
        let bodies: Bodies = edited.into_iter().chain(others).map(|text| self.body(text)).collect::<Option<_>>()?;
        let mut index = SearchIndex::from_script(&read(&self.search_index)?)?;
        let (mut files, mut terms) = (Vec::new(), HashMap::new());
        for page in self.pages.iter_mut().filter(|page| page.shows_any(&changed)) {
            let html = String::from_utf8(read(&page.path)?).ok()?;
            let frame = page.frame(&html, &self.texts, &bodies)?;
            if let Some(title) = index.title_of(&page.path) {
                terms.insert(page.path.clone(), terms_of(page, title, &frame, &bodies)?);
            }
            let (html, placed) = bodies.insert(frame);
            page.place(placed)?;
            files.push(OutputFile { path: page.path.clone(), bytes: html.into_bytes() });
        }
        index.replace(&terms);
        let index = index.into_file();
        let removed = (index.path != self.search_index).then(|| self.search_index.clone());
        if removed.is_some() {
            for path in &self.search_pages {
                let html = String::from_utf8(read(path)?).ok()?;
                let html = html.replace(&self.search_index, &index.path);
                files.push(OutputFile { path: path.clone(), bytes: html.into_bytes() });
            }
            self.search_index.clone_from(&index.path);
            files.push(index);
        }
        Some(EditedSite { files, removed, site: self })
    }

    fn index_of(&self, path: &ContentPath) -> Option<usize> {
        self.texts.iter().position(|text| text.path == path.as_str())
    }

    /// The body of a text whose links lead where they did.
    fn body(&self, text: TextBody) -> Option<(String, Body)> {
        let known = self.texts.get(self.index_of(text.path())?)?;
        let path = known.path.clone();
        Some((path, fill_links(ResolvedBody::without_pictures(text, known.links.clone())?)?))
    }
}

impl EditablePage {
    fn shows_any(&self, texts: &HashSet<usize>) -> bool {
        self.bodies.iter().any(|body| texts.contains(&body.index))
    }

    /// The finished page with marks in place of its bodies.
    fn frame(&self, html: &str, texts: &[EditableText], bodies: &Bodies) -> Option<String> {
        let mut frame = String::with_capacity(html.len());
        let mut from = 0;
        for body in &self.bodies {
            frame.push_str(html.get(from..body.range.start)?);
            frame.push_str(&body.mark(bodies.index_of(&texts.get(body.index)?.path)?));
            from = body.range.end;
        }
        frame.push_str(html.get(from..)?);
        Some(frame)
    }

    /// Takes over where the bodies are now.
    fn place(&mut self, placed: Vec<PlacedBody>) -> Option<()> {
        if placed.len() != self.bodies.len() {
            return None;
        }
        for (body, placed) in self.bodies.iter_mut().zip(placed) {
            body.range = placed.range;
        }
        Some(())
    }
}

/// The search terms of a page.
fn terms_of(page: &EditablePage, title: &str, frame: &str, bodies: &Bodies) -> Option<PageTerms> {
    let mut scanner = PageScanner::new(bodies);
    scanner.read(&page.path, title, frame);
    let batch = scanner.finish();
    batch.pages.first().map(|facts| search::terms_of(&batch, facts, bodies))
}
