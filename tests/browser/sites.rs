//! The sites under test, written to a folder once: the example with the style guide, the college and the special
//! school.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use camino::Utf8PathBuf;
use fingerpost::render::{NoPictureStore, OutputFile, RenderInput};
use fingerpost::report::Findings;
use fingerpost::view::PageKind;

use crate::common;
use crate::host::Host;

/// The sites by the names of their folders.
const SITES: [(&str, &str); 3] =
    [("example", "content-example"), ("college", "tests/fixtures/college"), ("special", "tests/fixtures/special")];

/// Pages at earlier addresses of events, which lead to where these are now.
const MOVED_EVENT: &str = "moved-event";

/// The gallery of components, among the pages of the example.
pub(crate) const GALLERY: &str = "gallery.html";

/// The distance from one tested page to the next: `step` in an ordinary run. The nightly run sets `FINGERPOST_EVERY_PAGE`
/// and leaves none out.
pub(crate) fn stride(step: usize) -> usize {
    if std::env::var_os("FINGERPOST_EVERY_PAGE").is_some() { 1 } else { step }
}

/// All sites, on disk and on a host.
pub(crate) struct Sites {
    /// The folder they are in: `SITE/PAGE`.
    pub(crate) folder: PathBuf,
    /// The host for all of them: `SITE/PAGE`.
    host: Host,
    /// A host for each of them at the root.
    roots: BTreeMap<&'static str, Host>,
    pages: Vec<Page>,
}

/// A page of one of the sites.
pub(crate) struct Page {
    /// The site, by its folder's name.
    pub(crate) site: &'static str,
    /// Its kind: the template that draws it, without the ending.
    pub(crate) kind: String,
    /// Its address in the site.
    pub(crate) address: String,
    /// How many bytes it has.
    size: usize,
}

impl Page {
    /// Its path in the folder and on the host.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.site, self.address)
    }
}

impl Sites {
    /// Builds them once for all tests of this run.
    pub(crate) fn get() -> &'static Self {
        static SITES_ON_DISK: OnceLock<Sites> = OnceLock::new();
        SITES_ON_DISK.get_or_init(|| {
            let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
            if folder.exists() {
                std::fs::remove_dir_all(&folder).expect("old sites go");
            }
            let pages = SITES.iter().flat_map(|(name, content)| build(name, content, &folder)).collect();
            let roots = SITES.map(|(name, _)| (name, Host::start(&folder.join(name))));
            Self { host: Host::start(&folder), roots: roots.into(), folder, pages }
        })
    }

    /// All pages of all sites, and the gallery.
    pub(crate) fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page of a site at an address.
    pub(crate) fn page(&self, site: &str, address: &str) -> &Page {
        let mut pages = self.pages.iter();
        pages.find(|page| (page.site, page.address.as_str()) == (site, address)).expect("the page")
    }

    /// The largest page of each kind in each site, and the gallery.
    pub(crate) fn kinds(&self) -> Vec<&Page> {
        let mut largest: BTreeMap<(&str, &str), &Page> = BTreeMap::new();
        for page in &self.pages {
            let place = largest.entry((page.site, &page.kind)).or_insert(page);
            if page.size > place.size {
                *place = page;
            }
        }
        largest.into_values().collect()
    }

    /// The address of a page on a disk.
    pub(crate) fn on_disk(&self, page: &Page) -> String {
        format!("file://{}", self.folder.join(page.path()).display())
    }

    /// The address of a page on a host: below a path, but for the page of what is not there. A host
    /// shows it at any depth, so its links work only at the address in `school.yaml`.
    pub(crate) fn hosted(&self, page: &Page) -> String {
        match self.roots.get(page.site) {
            Some(root) if page.kind == "404" => root.address(&page.address),
            _ => self.host.address(&page.path()),
        }
    }

    /// Requests for missing files on any host since the last call.
    pub(crate) fn failed(&self) -> Vec<String> {
        self.roots.values().chain([&self.host]).flat_map(Host::failed).collect()
    }
}

/// Builds a site, writes it and returns its pages.
fn build(name: &'static str, content: &str, folder: &Path) -> Vec<Page> {
    let facts = common::facts();
    let content = if name == "special" { with_past_year(content) } else { common::folder(content) };
    let sources = fingerpost::read::read(&content, None, &mut Default::default());
    let programme =
        fingerpost::programme::load(&sources, facts, common::today(), &mut Default::default()).expect("a programme");
    let figures = fingerpost::programme::disclosure::PublishedFigures::new(&programme);
    let input = fingerpost::check::RuleInput::new(&sources, (&programme, &figures), facts, common::today());
    let (report, texts) = fingerpost::check::check(&input, &mut Findings::default());
    let language = fingerpost::language::english(&programme.institution);
    let today = common::today();
    let input = fingerpost::view::SiteInput { programme: &programme, figures: &figures, report: &report, facts, today };
    let site = fingerpost::view::site(input, language, &mut Findings::default());
    let input = RenderInput { site: &site, theme: &sources.theme, media: &sources.media, pictures: &NoPictureStore };
    let output = fingerpost::render::MemoryOutput::default();
    fingerpost::render::render(&input, texts, &output, &mut |_, _| {}, &mut Findings::default());
    let mut files = output.into_files();
    let template = |page: &fingerpost::view::Page<'_>| page.kind.template().trim_end_matches(".html").to_owned();
    let mut kinds: BTreeMap<String, String> =
        site.pages.iter().map(|page| (page.address.to_string(), template(page))).collect();
    if name == "example" {
        let mut findings = Findings::default();
        let guide = fingerpost::render::style_guide(&input, &mut findings);
        assert!(findings.is_empty(), "{:#?}", findings.sorted());
        files.extend(guide.expect("the style guide"));
        kinds.insert(GALLERY.into(), "gallery".into());
    }
    write(&files, &folder.join(name));
    // What only leads to another page can't be looked at.
    kinds.retain(|_, kind| kind != MOVED_EVENT);
    let page = |file: &OutputFile| {
        let kind = kinds.get(&file.path)?.clone();
        Some(Page { site: name, kind, address: file.path.clone(), size: file.bytes.len() })
    };
    files.iter().filter_map(page).collect()
}

/// A copy of a content folder, with a past year made of its own events.
fn with_past_year(content: &str) -> Utf8PathBuf {
    let folder = Utf8PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("browser-content").join(content);
    let earlier = |text: &str| {
        text.replace("2026-27", "2025-6").replace("2026", "2025").replace("2027", "2026").replace("2025-6", "2025-26")
    };
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("an old copy goes");
    }
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, bytes).expect("it is written");
    };
    for (path, bytes) in common::files_below(&common::folder(content)) {
        put(&path, &bytes);
        if ["school.yaml", "team.yaml"].contains(&path.as_str()) || path.starts_with("events/") {
            let text = String::from_utf8(bytes).expect("a text");
            put(&format!("archive/2025-26/{}", earlier(&path)), earlier(&text).as_bytes());
        }
    }
    folder
}

fn write(files: &[OutputFile], folder: &Path) {
    for file in files {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(path, &file.bytes).expect("it is written");
    }
}

#[test]
fn every_kind_of_page_is_among_them() {
    let sites = Sites::get();
    let there: Vec<String> = sites.kinds().iter().map(|page| format!("{}.html", page.kind)).collect();
    let templates = PageKind::ALL.iter().map(|kind| kind.template()).filter(|name| !name.starts_with(MOVED_EVENT));
    let missing: Vec<&str> = templates.filter(|template| !there.contains(&(*template).to_owned())).collect();
    assert!(missing.is_empty(), "no site has a page of {missing:?}");
    assert!(there.contains(&GALLERY.to_owned()));
}
