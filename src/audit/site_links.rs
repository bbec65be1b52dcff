//! Finds faults in the links and ids of all finished pages.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::link_resolver::{FileIndices, PageBase, SiteLinkResolver, SiteTarget};
use crate::read::Media;
use crate::render::{PageBatch, PageFacts, PageLink};
use crate::report::{Place, Source};

/// Links on the A to Z page do not count: it lists every page.
const A_TO_Z: &str = "a-to-z.html";
/// The home page, and the page that hosts show for a wrong address.
const ENTRY_PAGES: [&str; 2] = ["index.html", "404.html"];

/// A finished site and its sources.
#[derive(Debug)]
pub struct AuditInput<'a> {
    /// The paths of all files of the site.
    pub paths: &'a [&'a str],
    /// What is on its pages.
    pub facts: &'a [PageBatch],
    /// The origin of each page, by its path.
    pub origins: HashMap<&'a str, PageOrigin<'a>>,
    /// The files of the school's own theme.
    pub theme: &'a [Media],
}

/// The origin of a page.
#[derive(Clone, Copy, Debug)]
pub struct PageOrigin<'a> {
    /// The prefix of its links that leads to the root of the site, such as `../`.
    pub root: &'a str,
    /// The content file that it is made from, if it is one file.
    pub source: Option<&'a Source>,
    /// True if it only leads to another page. No page has to link to it.
    pub is_redirect: bool,
}

/// What is wrong with a link or an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FaultKind {
    /// The link leads to a file that does not exist.
    MissingFile,
    /// The link leads to an id that its page does not have.
    MissingId,
    /// The link begins at the root of the host.
    RootRelative,
    /// The link leads to another website, with whatever the page was opened with.
    WithoutScheme,
    /// The link leads to a folder.
    Folder,
    /// Two elements of a page have the same id.
    DuplicateId,
}

/// A fault, with the pages that have it.
#[derive(Debug)]
pub(super) struct LinkFault<'s> {
    /// The target of the link without leading `../`, or the id.
    pub(super) target: &'s str,
    words: &'s str,
    page: &'s str,
    other_pages: usize,
    /// The place in the theme or the content that it comes from.
    pub(super) place: Place,
}

impl LinkFault<'_> {
    /// Such as `the link “Team”`.
    pub(super) fn link(&self) -> String {
        if self.words.is_empty() { "a link or picture".into() } else { format!("the link “{}”", self.words) }
    }

    /// A sentence with the pages that have the fault.
    pub(super) fn pages(&self) -> String {
        let also = match self.other_pages {
            0 => String::new(),
            1 => " and on one other page".into(),
            count => format!(" and on {count} other pages"),
        };
        format!("It is on `{}`{also}.", self.page)
    }
}

/// The faults and unreachable pages of a site.
#[derive(Debug)]
pub(super) struct SiteLinks<'a> {
    input: &'a AuditInput<'a>,
    /// The pages with each fault, by fault, target without leading `../`, and words.
    faults: BTreeMap<(FaultKind, String, String), Vec<usize>>,
    unreachable: Vec<usize>,
}

/// The links of one page, resolved.
#[derive(Debug)]
struct PageLinks<'a> {
    /// The index of the page among all files.
    page: usize,
    batch: &'a PageBatch,
    facts: &'a PageFacts,
    linked_files: Vec<usize>,
    /// Links to ids on other pages.
    fragment_links: Vec<(usize, Box<str>, WrittenLink)>,
    faults: Vec<(FaultKind, WrittenLink)>,
}

/// A link, with its target as written.
#[derive(Debug)]
struct WrittenLink {
    target: String,
    words: String,
}

impl<'a> SiteLinks<'a> {
    /// Resolves the links of all pages, in parallel.
    pub(super) fn of(input: &'a AuditInput<'a>) -> Self {
        let files: FileIndices<'_> = input.paths.iter().copied().zip(0..).collect();
        let resolve = |batch| links_of_batch(batch, input, &files);
        let mut pages: Vec<PageLinks<'_>> = input.facts.par_iter().flat_map_iter(resolve).collect();
        pages.sort_by_key(|page| page.page);
        Self { input, faults: faults(&pages), unreachable: unreachable(&pages, &files, input) }
    }

    /// Every fault of a kind, once each.
    pub(super) fn faults(&self, kind: FaultKind) -> impl Iterator<Item = LinkFault<'_>> {
        let of_kind = self.faults.iter().filter(move |((fault, ..), _)| *fault == kind);
        of_kind.filter_map(move |((_, target, words), pages)| {
            // Name the home page if it has the fault, and the 404 page last.
            let paths = pages.iter().filter_map(|page| self.path(*page));
            let page = paths.min_by_key(|path| (*path != "index.html", *path == "404.html", *path))?;
            let is_id = kind == FaultKind::DuplicateId;
            let needle = format!("{}\"{target}\"", if is_id { "id=" } else { "" });
            // An id such as “main” is also a word.
            let alone = || if is_id { None } else { self.in_theme(target) };
            let by_words = || if words.is_empty() { None } else { self.in_theme(&format!(">{words}</a>")) };
            let place = self.in_theme(&needle).or_else(alone).or_else(by_words).unwrap_or_else(|| self.origin(page));
            Some(LinkFault { target, words, page, other_pages: pages.len() - 1, place })
        })
    }

    /// The path and origin of every page that cannot be reached from the home page.
    pub(super) fn unreachable(&self) -> impl Iterator<Item = (&str, Place)> {
        self.unreachable.iter().filter_map(|page| self.path(*page)).map(|path| (path, self.origin(path)))
    }

    fn path(&self, page: usize) -> Option<&str> {
        self.input.paths.get(page).copied()
    }

    /// The first place of a text in the school's own theme.
    fn in_theme(&self, needle: &str) -> Option<Place> {
        let mut templates = self.input.theme.iter().filter(|file| file.path.extension() == "html");
        templates.find_map(|file| {
            let bytes = file.bytes().ok()?;
            let text = std::str::from_utf8(&bytes).ok()?;
            let start = text.find(needle)?;
            let source = Source { path: file.path.clone(), text: text.into() };
            Some(source.place(start..start + needle.len()))
        })
    }

    fn origin(&self, page: &str) -> Place {
        let source = self.input.origins.get(page).and_then(|origin| origin.source);
        source.map_or_else(|| Place::of_output(page), Source::whole_file)
    }
}

fn faults(all: &[PageLinks<'_>]) -> BTreeMap<(FaultKind, String, String), Vec<usize>> {
    let mut faults: BTreeMap<(FaultKind, String, String), Vec<usize>> = BTreeMap::new();
    let ids = ids_of_linked_pages(all);
    for page in all {
        let missing = page.fragment_links.iter().filter(|(file, id, _)| {
            let ids = ids.get(file);
            ids.is_some_and(|ids| !ids.contains(&**id))
        });
        let missing = missing.map(|(_, _, link)| (FaultKind::MissingId, link));
        for (fault, link) in page.faults.iter().map(|(fault, link)| (*fault, link)).chain(missing) {
            let is_rooted = fault == FaultKind::RootRelative;
            let target = if is_rooted { &link.target } else { without_dots(&link.target) };
            let pages = faults.entry((fault, target.to_owned(), link.words.clone())).or_default();
            if pages.last() != Some(&page.page) {
                pages.push(page.page);
            }
        }
    }
    faults
}

/// A target without leading `../` and `./`.
fn without_dots(target: &str) -> &str {
    let mut rest = target;
    while let Some(after) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
        rest = after;
    }
    if rest.is_empty() { target } else { rest }
}

/// Resolves each link of a batch once for every folder that has pages with it.
fn links_of_batch<'a>(
    batch: &'a PageBatch,
    input: &'a AuditInput<'a>,
    files: &'a FileIndices<'a>,
) -> impl Iterator<Item = PageLinks<'a>> {
    let mut resolver = SiteLinkResolver::new(batch);
    batch.pages.iter().filter_map(move |facts| {
        let page = *files.get(facts.path.as_str())?;
        let root = input.origins.get(facts.path.as_str()).map_or("", |origin| origin.root);
        Some(links_of(PageLinks::new(page, batch, facts), PageBase { path: &facts.path, root }, files, &mut resolver))
    })
}

fn links_of<'a>(
    mut page: PageLinks<'a>,
    base: PageBase<'_>,
    files: &FileIndices<'_>,
    resolver: &mut SiteLinkResolver<'_>,
) -> PageLinks<'a> {
    let PageLinks { batch, facts, .. } = page;
    let duplicates = batch.duplicate_ids_of(facts);
    let fault = |id: &str| (FaultKind::DuplicateId, WrittenLink { target: id.to_owned(), words: String::new() });
    page.faults.extend(duplicates.map(fault));
    for id in &facts.links {
        let (target, fragment) = resolver.resolve(*id, base, files);
        let written = || WrittenLink::of(&batch.link(*id));
        let fault = match target {
            SiteTarget::External => None,
            SiteTarget::SamePage => fragment.is_some_and(|id| !batch.has_id(facts, id)).then_some(FaultKind::MissingId),
            SiteTarget::File(index) => {
                page.linked_files.push(index);
                page.fragment_links.extend(fragment.map(|id| (index, id.into(), written())));
                None
            }
            SiteTarget::Missing => Some(FaultKind::MissingFile),
            SiteTarget::Folder => Some(FaultKind::Folder),
            SiteTarget::Root => Some(FaultKind::RootRelative),
            SiteTarget::OtherHost => Some(FaultKind::WithoutScheme),
        };
        page.faults.extend(fault.map(|fault| (fault, written())));
    }
    page.linked_files.extend(batch.linked_paths_of(facts).filter_map(|path| files.get(path)));
    page.linked_files.sort_unstable();
    page.linked_files.dedup();
    page
}

impl<'a> PageLinks<'a> {
    fn new(page: usize, batch: &'a PageBatch, facts: &'a PageFacts) -> Self {
        Self { page, batch, facts, linked_files: Vec::new(), fragment_links: Vec::new(), faults: Vec::new() }
    }
}

impl WrittenLink {
    fn of(link: &PageLink) -> Self {
        Self { target: link.target.clone(), words: link.words() }
    }
}

/// The ids of every page that a link with a fragment leads to. Fragments of other files are not checked.
fn ids_of_linked_pages<'a>(all: &[PageLinks<'a>]) -> HashMap<usize, HashSet<&'a str>> {
    let linked: HashSet<usize> =
        all.iter().flat_map(|page| page.fragment_links.iter().map(|(file, ..)| *file)).collect();
    let pages = all.iter().filter(|page| linked.contains(&page.page));
    pages
        .map(|page| (page.page, page.batch.ids_of(page.facts).collect::<HashSet<_>>()))
        .filter(|(_, ids)| !ids.is_empty())
        .collect()
}

/// The pages that no chain of links from the home page reaches, though one should.
fn unreachable(all: &[PageLinks<'_>], indices: &FileIndices<'_>, input: &AuditInput<'_>) -> Vec<usize> {
    let paths = input.paths;
    let is_redirect =
        |page: &PageLinks<'_>| input.origins.get(page.facts.path.as_str()).is_some_and(|origin| origin.is_redirect);
    let mut links: Vec<&[usize]> = vec![&[]; paths.len()];
    for page in all {
        if let Some(of_page) = links.get_mut(page.page) {
            *of_page = &page.linked_files;
        }
    }
    let mut reached = vec![false; paths.len()];
    let mut open: Vec<usize> = ENTRY_PAGES.iter().filter_map(|page| indices.get(page)).copied().collect();
    while let Some(page) = open.pop() {
        let Some(is_reached) = reached.get_mut(page) else { continue };
        let is_a_to_z = paths.get(page) == Some(&A_TO_Z);
        if !std::mem::replace(is_reached, true) && !is_a_to_z {
            open.extend(links.get(page).into_iter().copied().flatten());
        }
    }
    let expected = all.iter().filter(|page| !is_redirect(page)).map(|page| page.page);
    expected.filter(|page| reached.get(*page) == Some(&false)).collect()
}
