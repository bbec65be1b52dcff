//! All finished pages, read once, side by side: what their links lead to, and what is wrong with them.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::page::{Link, Page};
use super::target::{Lead, Paths, Standing, lead};
use crate::read::Media;
use crate::render::OutputFile;
use crate::report::{Place, Source};

/// The page that lists all others: what only it links to is as good as lost.
const LIST_OF_ALL: &str = "a-to-z.html";
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
pub(super) enum Fault {
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
        let read: Vec<Read> = built.files.par_iter().map(|file| read(file, &paths, built)).collect();
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
            let text = std::str::from_utf8(&file.bytes).ok()?;
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

fn read(file: &OutputFile, paths: &Paths<'_>, built: &Built<'_>) -> Read {
    let mut read = Read::default();
    if !is_page(&file.path) {
        return read;
    }
    let page = Page::read(&file.bytes);
    let mut ids: HashSet<&str> = HashSet::new();
    for id in page.ids() {
        if !ids.insert(id) {
            read.faults.push((Fault::Twice, Said { target: id.to_owned(), words: String::new() }));
        }
    }
    let root = built.origins.get(file.path.as_str()).map_or("", |origin| origin.root);
    let standing = Standing { path: &file.path, root };
    let mut seen: HashSet<&str> = HashSet::new();
    for link in page.links().filter(|link| seen.insert(link.target)) {
        let (lead, part) = lead(link.target, standing, paths);
        if let Some(fault) = read.follow(lead, part.as_deref(), &link) {
            read.faults.push((fault, Said::of(&link)));
        }
    }
    read.ids = ids.into_iter().map(Box::from).collect();
    read
}

impl Read {
    /// Notes where a link leads, or says what is wrong with it.
    fn follow(&mut self, lead: Lead, part: Option<&str>, link: &Link<'_>) -> Option<Fault> {
        match lead {
            Lead::Elsewhere => None,
            Lead::File(number) => {
                self.leads.push(number);
                if let Some(part) = part {
                    self.wishes.push((number, part.into(), Said::of(link)));
                }
                None
            }
            Lead::Nowhere => Some(Fault::NoFile),
            Lead::Folder => Some(Fault::InFolder),
            Lead::Root => Some(Fault::AtRoot),
        }
    }
}

impl Said {
    fn of(link: &Link<'_>) -> Self {
        let words = link.words.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { target: link.target.to_owned(), words }
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
