//! All finished pages, read once, side by side: what their links lead to, and what is wrong with them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::html::{Link, Page};
use super::link_resolver::{Lead, Leads, Paths, Standing};
use crate::read::Media;
use crate::render::OutputFile;
use crate::report::{Place, Source};

/// The page that lists all others: what only it links to is as good as lost.
const LIST_OF_ALL: &str = "a-to-z.html";
/// How many files one worker takes at least.
const NEIGHBOURS: usize = 64;
/// Where visitors come in, and where hosts send those who are lost.
const ENTRANCES: [&str; 2] = ["index.html", "404.html"];

/// A finished site, and where it comes from.
#[derive(Debug)]
pub struct Built<'a> {
    /// Every file.
    pub files: &'a [OutputFile],
    /// Where each page comes from, by its path.
    pub origins: HashMap<&'a str, Origin<'a>>,
    /// The school's own theme files.
    pub theme: &'a [Media],
}

/// Where a page comes from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The way up to the site's root that its links take.
    pub root: &'a str,
    /// The content file that it is made from, if it is one.
    pub source: Option<&'a Source>,
}

/// What is wrong with a link or an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::audit) enum Fault {
    /// There is no such file.
    NoFile,
    /// The page is there, but not the part.
    NoPart,
    /// It begins at the root of the host.
    AtRoot,
    /// It ends in a folder.
    InFolder,
    /// The id stands on one page twice.
    Twice,
}

/// A fault, and every page that has it.
#[derive(Debug)]
pub(super) struct Finding<'s> {
    /// What the link says, or the id.
    pub(super) target: &'s str,
    /// The words of the link.
    pub(super) words: &'s str,
    /// A page that has it.
    pub(super) page: &'s str,
    /// How many other pages have it.
    pub(super) others: usize,
    /// Where it comes from.
    pub(super) place: Place,
}

impl Finding<'_> {
    /// The link, in words.
    pub(super) fn link(&self) -> String {
        if self.words.is_empty() { "a link or picture".into() } else { format!("the link “{}”", self.words) }
    }

    /// The pages that have it, in a sentence.
    pub(super) fn pages(&self) -> String {
        let also = match self.others {
            0 => String::new(),
            1 => " and on one other page".into(),
            others => format!(" and on {others} other pages"),
        };
        format!("It is on `{}`{also}.", self.page)
    }
}

/// What all pages lead to, and what is wrong.
#[derive(Debug)]
pub struct Survey<'a> {
    built: &'a Built<'a>,
    /// The pages with each fault: by fault, target without the way up, and words.
    faults: BTreeMap<(Fault, String, String), Vec<usize>>,
    /// The pages that no chain of links from the home page reaches.
    lost: Vec<usize>,
}

/// What one page gives.
#[derive(Debug, Default)]
struct Read {
    ids: Vec<Box<str>>,
    leads: Vec<usize>,
    /// Links to parts of other pages.
    wishes: Vec<(usize, Box<str>, Said)>,
    faults: Vec<(Fault, Said)>,
}

/// A link as its page says it.
#[derive(Debug)]
struct Said {
    target: String,
    words: String,
}

impl<'a> Survey<'a> {
    /// Reads all pages.
    pub fn of(built: &'a Built<'a>) -> Self {
        let paths: Paths<'_> = built.files.iter().map(|file| file.path.as_str()).zip(0..).collect();
        // Neighbours are mostly of one folder, and share what is known of it.
        let some = built.files.par_iter().with_min_len(NEIGHBOURS);
        let read: Vec<Read> = some.map_init(Leads::default, |leads, file| read(file, built, &paths, leads)).collect();
        let mut faults: BTreeMap<(Fault, String, String), Vec<usize>> = BTreeMap::new();
        let parts = parts_wished_for(&read);
        for (page, read) in read.iter().enumerate() {
            let missing = read.wishes.iter().filter(|(file, part, _)| {
                let ids = parts.get(file);
                ids.is_some_and(|ids| !ids.contains(&**part))
            });
            let missing = missing.map(|(_, _, said)| (Fault::NoPart, said));
            for (fault, said) in read.faults.iter().map(|(fault, said)| (*fault, said)).chain(missing) {
                let way = if fault == Fault::AtRoot { &said.target } else { without_way_up(&said.target) };
                let pages = faults.entry((fault, way.to_owned(), said.words.clone())).or_default();
                if pages.last() != Some(&page) {
                    pages.push(page);
                }
            }
        }
        let lost = lost(&read, &paths, built.files);
        Self { built, faults, lost }
    }

    /// Every fault of a kind, each once, with the pages that have it counted.
    pub(super) fn faults(&self, wanted: Fault) -> impl Iterator<Item = Finding<'_>> {
        let of_kind = self.faults.iter().filter(move |((fault, ..), _)| *fault == wanted);
        of_kind.filter_map(move |((_, target, words), pages)| {
            // The home page tells people more than the page that nobody looks for.
            let paths = pages.iter().filter_map(|page| self.path(*page));
            let page = paths.min_by_key(|path| (*path != "index.html", *path == "404.html", *path))?;
            let sought = if wanted == Fault::Twice { format!("id=\"{target}\"") } else { target.clone() };
            let by_words = || if words.is_empty() { None } else { self.in_theme(&format!(">{words}</a>")) };
            let place = self.in_theme(&sought).or_else(by_words).unwrap_or_else(|| self.origin(page));
            Some(Finding { target, words, page, others: pages.len() - 1, place })
        })
    }

    /// The path and origin of every page that cannot be reached from the home page.
    pub(super) fn lost(&self) -> impl Iterator<Item = (&str, Place)> {
        self.lost.iter().filter_map(|page| self.path(*page)).map(|path| (path, self.origin(path)))
    }

    fn path(&self, page: usize) -> Option<&str> {
        self.built.files.get(page).map(|file| file.path.as_str())
    }

    /// Where the school's own theme says it, if it does.
    fn in_theme(&self, sought: &str) -> Option<Place> {
        let mut templates = self.built.theme.iter().filter(|file| file.path.ending() == "html");
        templates.find_map(|file| {
            let bytes = file.bytes().ok()?;
            let text = std::str::from_utf8(&bytes).ok()?;
            let start = text.find(sought)?;
            let source = Source { path: file.path.clone(), text: text.into() };
            Some(source.place(start..start + sought.len()))
        })
    }

    fn origin(&self, page: &str) -> Place {
        let source = self.built.origins.get(page).and_then(|origin| origin.source);
        source.map_or_else(|| Place::of_output(page), Source::whole)
    }
}

fn without_way_up(target: &str) -> &str {
    let mut rest = target;
    while let Some(further) = rest.strip_prefix("../").or_else(|| rest.strip_prefix("./")) {
        rest = further;
    }
    if rest.is_empty() { target } else { rest }
}

fn read(file: &OutputFile, built: &Built<'_>, paths: &Paths<'_>, leads: &mut Leads) -> Read {
    let mut read = Read::default();
    if !is_page(&file.path) {
        return read;
    }
    // Pages are UTF-8, and to ask is several times faster than to mend.
    let html = std::str::from_utf8(&file.bytes).map_or_else(|_| String::from_utf8_lossy(&file.bytes), Cow::Borrowed);
    let Page { links, mut ids } = Page::read(&html);
    ids.sort_unstable();
    for pair in ids.windows(2) {
        if let [one, other] = pair
            && one == other
        {
            read.faults.push((Fault::Twice, Said { target: one.to_string(), words: String::new() }));
        }
    }
    let root = built.origins.get(file.path.as_str()).map_or("", |origin| origin.root);
    let standing = Standing { path: &file.path, root };
    let is_here = |part: &str| ids.binary_search_by(|id| id.as_ref().cmp(part)).is_ok();
    for link in &links {
        let (lead, part) = leads.of(&link.target, standing, paths);
        let fault = match (lead, part) {
            (Lead::Elsewhere, _) => None,
            (Lead::Here, part) => part.is_some_and(|part| !is_here(&part)).then_some(Fault::NoPart),
            (Lead::File(number), part) => {
                read.leads.push(number);
                read.wishes.extend(part.map(|part| (number, part.as_ref().into(), Said::of(link))));
                None
            }
            (Lead::Nowhere, _) => Some(Fault::NoFile),
            (Lead::Folder, _) => Some(Fault::InFolder),
            (Lead::Root, _) => Some(Fault::AtRoot),
        };
        read.faults.extend(fault.map(|fault| (fault, Said::of(link))));
    }
    read.leads.sort_unstable();
    read.leads.dedup();
    read.ids = ids.into_iter().map(|id| id.as_ref().into()).collect();
    read
}

impl Said {
    fn of(link: &Link<'_>) -> Self {
        Self { target: link.target.to_string(), words: link.words() }
    }
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The ids of every page that some link wants a part of. Other files have parts that are their own affair.
fn parts_wished_for(read: &[Read]) -> HashMap<usize, HashSet<&str>> {
    let wished: HashSet<usize> = read.iter().flat_map(|page| page.wishes.iter().map(|(file, ..)| *file)).collect();
    let numbered = read.iter().enumerate();
    numbered
        .filter(|(number, page)| wished.contains(number) && !page.ids.is_empty())
        .map(|(number, page)| (number, page.ids.iter().map(|id| &**id).collect()))
        .collect()
}

/// The pages that no chain of links from the home page reaches.
fn lost(read: &[Read], paths: &Paths<'_>, files: &[OutputFile]) -> Vec<usize> {
    let mut reached = vec![false; read.len()];
    let mut open: Vec<usize> = ENTRANCES.iter().filter_map(|entrance| paths.get(entrance)).copied().collect();
    while let Some(page) = open.pop() {
        let Some(known) = reached.get_mut(page) else { continue };
        let is_list = files.get(page).is_some_and(|file| file.path == LIST_OF_ALL);
        if !std::mem::replace(known, true) && !is_list {
            open.extend(read.get(page).into_iter().flat_map(|page| &page.leads));
        }
    }
    let numbered = files.iter().zip(reached).enumerate();
    numbered.filter(|(_, (file, reached))| is_page(&file.path) && !reached).map(|(number, _)| number).collect()
}
