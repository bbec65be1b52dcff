//! Finds faults in the links and ids of all finished pages.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::html::{HtmlLink, HtmlPage};
use super::link_resolver::{FileIndices, PageBase, SiteLinkResolver, SiteTarget};
use crate::read::Media;
use crate::render::OutputFile;
use crate::report::{Place, Source};

/// Links on the A to Z page do not count: it lists every page.
const A_TO_Z: &str = "a-to-z.html";
/// Files next to each other are mostly in one folder, so one task can reuse the resolved links.
const MIN_FILES_PER_TASK: usize = 64;
/// The home page, and the page that hosts show for a wrong address.
const ENTRY_PAGES: [&str; 2] = ["index.html", "404.html"];

/// A finished site and its sources.
#[derive(Debug)]
pub struct AuditInput<'a> {
    /// Every file of the site.
    pub files: &'a [OutputFile],
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

/// The links and ids of one page.
#[derive(Debug, Default)]
struct PageScan {
    ids: Vec<Box<str>>,
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
    /// Scans all pages in parallel.
    pub(super) fn of(input: &'a AuditInput<'a>) -> Self {
        let files: FileIndices<'_> = input.files.iter().map(|file| file.path.as_str()).zip(0..).collect();
        let tasks = input.files.par_iter().with_min_len(MIN_FILES_PER_TASK);
        let scan = |resolver: &mut SiteLinkResolver, file| scan(file, input, &files, resolver);
        let scans: Vec<PageScan> = tasks.map_init(SiteLinkResolver::default, scan).collect();
        Self { input, faults: faults(&scans), unreachable: unreachable(&scans, &files, input.files) }
    }

    /// Every fault of a kind, once each.
    pub(super) fn faults(&self, kind: FaultKind) -> impl Iterator<Item = LinkFault<'_>> {
        let of_kind = self.faults.iter().filter(move |((fault, ..), _)| *fault == kind);
        of_kind.filter_map(move |((_, target, words), pages)| {
            // Name the home page if it has the fault, and the 404 page last.
            let paths = pages.iter().filter_map(|page| self.path(*page));
            let page = paths.min_by_key(|path| (*path != "index.html", *path == "404.html", *path))?;
            let needle = if kind == FaultKind::DuplicateId { format!("id=\"{target}\"") } else { target.clone() };
            let by_words = || if words.is_empty() { None } else { self.in_theme(&format!(">{words}</a>")) };
            let place = self.in_theme(&needle).or_else(by_words).unwrap_or_else(|| self.origin(page));
            Some(LinkFault { target, words, page, other_pages: pages.len() - 1, place })
        })
    }

    /// The path and origin of every page that cannot be reached from the home page.
    pub(super) fn unreachable(&self) -> impl Iterator<Item = (&str, Place)> {
        self.unreachable.iter().filter_map(|page| self.path(*page)).map(|path| (path, self.origin(path)))
    }

    fn path(&self, page: usize) -> Option<&str> {
        self.input.files.get(page).map(|file| file.path.as_str())
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

fn faults(scans: &[PageScan]) -> BTreeMap<(FaultKind, String, String), Vec<usize>> {
    let mut faults: BTreeMap<(FaultKind, String, String), Vec<usize>> = BTreeMap::new();
    let ids = ids_of_linked_pages(scans);
    for (page, scan) in scans.iter().enumerate() {
        let missing = scan.fragment_links.iter().filter(|(file, id, _)| {
            let ids = ids.get(file);
            ids.is_some_and(|ids| !ids.contains(&**id))
        });
        let missing = missing.map(|(_, _, link)| (FaultKind::MissingId, link));
        for (fault, link) in scan.faults.iter().map(|(fault, link)| (*fault, link)).chain(missing) {
            let is_rooted = fault == FaultKind::RootRelative;
            let target = if is_rooted { &link.target } else { without_dots(&link.target) };
            let pages = faults.entry((fault, target.to_owned(), link.words.clone())).or_default();
            if pages.last() != Some(&page) {
                pages.push(page);
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

fn scan(
    file: &OutputFile,
    input: &AuditInput<'_>,
    files: &FileIndices<'_>,
    resolver: &mut SiteLinkResolver,
) -> PageScan {
    let mut scan = PageScan::default();
    if !is_page(&file.path) {
        return scan;
    }
    // Pages are UTF-8. Checking that is several times faster than replacing invalid bytes.
    let html = std::str::from_utf8(&file.bytes).map_or_else(|_| String::from_utf8_lossy(&file.bytes), Cow::Borrowed);
    let HtmlPage { links, mut ids } = HtmlPage::parse(&html);
    ids.sort_unstable();
    for pair in ids.windows(2) {
        if let [one, other] = pair
            && one == other
        {
            let id = WrittenLink { target: one.to_string(), words: String::new() };
            scan.faults.push((FaultKind::DuplicateId, id));
        }
    }
    let root = input.origins.get(file.path.as_str()).map_or("", |origin| origin.root);
    let base = PageBase { path: &file.path, root };
    let has_id = |wanted: &str| ids.binary_search_by(|id| id.as_ref().cmp(wanted)).is_ok();
    for link in &links {
        let (target, fragment) = resolver.resolve(&link.target, base, files);
        let fault = match (target, fragment) {
            (SiteTarget::External, _) => None,
            (SiteTarget::SamePage, id) => id.is_some_and(|id| !has_id(&id)).then_some(FaultKind::MissingId),
            (SiteTarget::File(index), id) => {
                scan.linked_files.push(index);
                scan.fragment_links.extend(id.map(|id| (index, id.as_ref().into(), WrittenLink::of(link))));
                None
            }
            (SiteTarget::Missing, _) => Some(FaultKind::MissingFile),
            (SiteTarget::Folder, _) => Some(FaultKind::Folder),
            (SiteTarget::Root, _) => Some(FaultKind::RootRelative),
        };
        scan.faults.extend(fault.map(|fault| (fault, WrittenLink::of(link))));
    }
    scan.linked_files.sort_unstable();
    scan.linked_files.dedup();
    scan.ids = ids.into_iter().map(|id| id.as_ref().into()).collect();
    scan
}

impl WrittenLink {
    fn of(link: &HtmlLink<'_>) -> Self {
        Self { target: link.target.to_string(), words: link.words() }
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The ids of every page that a link with a fragment leads to. Fragments of other files are not checked.
fn ids_of_linked_pages(scans: &[PageScan]) -> HashMap<usize, HashSet<&str>> {
    let linked: HashSet<usize> =
        scans.iter().flat_map(|page| page.fragment_links.iter().map(|(file, ..)| *file)).collect();
    let pages = scans.iter().enumerate();
    pages
        .filter(|(index, page)| linked.contains(index) && !page.ids.is_empty())
        .map(|(index, page)| (index, page.ids.iter().map(|id| &**id).collect()))
        .collect()
}

/// The pages that no chain of links from the home page reaches.
fn unreachable(scans: &[PageScan], indices: &FileIndices<'_>, files: &[OutputFile]) -> Vec<usize> {
    let mut reached = vec![false; scans.len()];
    let mut open: Vec<usize> = ENTRY_PAGES.iter().filter_map(|page| indices.get(page)).copied().collect();
    while let Some(page) = open.pop() {
        let Some(is_reached) = reached.get_mut(page) else { continue };
        let is_a_to_z = files.get(page).is_some_and(|file| file.path == A_TO_Z);
        if !std::mem::replace(is_reached, true) && !is_a_to_z {
            open.extend(scans.get(page).into_iter().flat_map(|page| &page.linked_files));
        }
    }
    let pages = files.iter().zip(reached).enumerate();
    pages.filter(|(_, (file, reached))| is_page(&file.path) && !reached).map(|(index, _)| index).collect()
}
