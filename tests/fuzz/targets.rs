//! What is given to the program.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use camino::Utf8PathBuf;
use fingerpost::external::LinkCache;
use fingerpost::import::SheetFile;
use fingerpost::import::events::{self, EventOptions};
use fingerpost::import::{programme, survey};
use fingerpost::programme::format::{FieldReader, FromNode as _};
use fingerpost::programme::{FeedbackGroup, SurveyMapping};
use fingerpost::read::{self, Media};
use fingerpost::report::{ContentPath, Findings, Source};
use fingerpost::{BuildOptions, Outcome};

use super::common::{self, facts, today};
use super::preview::Preview;
use super::school::{self, SCHOOL};
use super::seeds::{self, Seed};

/// Cases of one kind.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    pub(crate) seeds: Vec<Seed>,
    /// How many cases an ordinary run of the tests has.
    pub(crate) few: usize,
    /// Takes the path of a case in a content folder, and its bytes.
    pub(crate) run: Run,
}

type Run = Box<dyn Fn(&str, &[u8])>;

const TEXTS: [&str; 3] = ["md", "yaml", "yml"];
const SHEETS: [&str; 6] = ["csv", "tsv", "txt", "xlsx", "xlsm", "ods"];
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "svg"];
const DOCUMENTS: [&str; 7] = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"];

pub(crate) fn all() -> Vec<Target> {
    let target = |name, seeds, run: fn(&str, &[u8])| Target { name, seeds, few: 20, run: Box::new(run) };
    vec![
        target("texts", seeds::files(&TEXTS), text),
        target("sites", seeds::files(&TEXTS), site),
        target("themes", seeds::files_as("themes/default", "theme"), site),
        target("sheets", seeds::files(&SHEETS), sheet),
        target("calendars", seeds::files(&["ics"]), calendar),
        target("pictures", seeds::files(&PICTURES), picture),
        target("documents", seeds::files(&DOCUMENTS), document),
        target("links", vec![link_cache()], |_, bytes| {
            std::str::from_utf8(bytes).ok().and_then(LinkCache::parse);
        }),
        manifests(),
        caches(),
        edits(),
        requests(),
    ]
}

fn text(path: &str, bytes: &[u8]) {
    read::document(ContentPath::new(path), bytes.to_vec(), &mut Findings::default());
}

fn site(path: &str, bytes: &[u8]) {
    school::build(school::with(&[(path, bytes)]));
}

fn sheet(path: &str, bytes: &[u8]) {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let _ = read::sheet::top_rows(extension, bytes);
    let (file, today) = (SheetFile { name: path, bytes }, today());
    let mut findings = Findings::default();
    let school = programme_of_school();
    events::from_sheet(file, &EventOptions::default(), &school, &mut findings);
    programme::from_sheet(file, true, (&school, facts()), &mut findings);
    let details = survey::SurveyDetails {
        name: "survey",
        title: "Survey",
        from: FeedbackGroup::Pupils,
        date: Some(today),
        invited: None,
        today,
    };
    if let Some(draft) = survey::propose(file, &details, facts(), &mut findings) {
        let source = Source { path: ContentPath::new(&draft.path), text: draft.text.into() };
        let node = read::parse_yaml(&source, 0..source.text.len(), &mut findings).expect("a proposal is YAML");
        if let Some(mapping) = SurveyMapping::from_node(&node, &mut FieldReader::new(&source, &mut findings)) {
            survey::count(file, ("survey", &mapping), (Some(today), today), facts(), &mut findings);
        }
    }
}

fn calendar(path: &str, bytes: &[u8]) {
    let mut findings = Findings::default();
    let file = SheetFile { name: path, bytes };
    let options = EventOptions::default();
    let drafts = events::from_calendar(file, &options, &programme_of_school(), &mut findings);
    // What is drafted must be content.
    for draft in drafts.unwrap_or_default().iter().take(3) {
        let mut findings = Findings::default();
        read::document(ContentPath::new(&draft.path), draft.text.clone().into_bytes(), &mut findings);
        assert!(!findings.any_error(), "a draft that a build refuses:\n{}\n{:?}", draft.text, findings.sorted());
    }
}

fn programme_of_school() -> fingerpost::Programme {
    let mut findings = Findings::default();
    fingerpost::programme::load(&school::with(&[]), facts(), today(), &mut findings).expect("a programme")
}

fn picture(path: &str, bytes: &[u8]) {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let (shown, logo) = (format!("media/shown.{extension}"), format!("logo: media/shown.{extension}\n"));
    let page = format!("---\ntitle: Pictures\n---\n![A hall](../{shown})\n\n[The file](../{shown})\n");
    let school = SCHOOL[0].1.replace("logo: media/logo.svg\n", &logo);
    let files = [("pages/pictures.md", page.as_bytes()), ("school.yaml", school.as_bytes()), (&shown, bytes)];
    school::build(school::with(&files));
}

fn document(path: &str, bytes: &[u8]) {
    let _ = read::inspect(&Media::in_memory(ContentPath::new(path), bytes.to_vec()));
}

fn link_cache() -> Seed {
    let path = common::folder("tests/cases/external/session.in/careers/.fingerpost/links.json");
    let bytes = std::fs::read(path).expect("a file of a test");
    assert!(LinkCache::parse(&String::from_utf8_lossy(&bytes)).is_some(), "it is a cache of links");
    Seed { path: "links.json".into(), bytes }
}

/// A content folder and its site.
struct Folder {
    _temporary: tempfile::TempDir,
    content: Utf8PathBuf,
    out: Utf8PathBuf,
}

impl Folder {
    fn new() -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
        let folder = Self { content: root.join("careers"), out: root.join("site"), _temporary: temporary };
        for (path, text) in SCHOOL {
            folder.put(path, text.replace("logo: media/logo.svg\n", "").as_bytes());
        }
        folder
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.content.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("written");
    }

    fn build(&self) -> Outcome {
        let options =
            BuildOptions { folder: &self.content, out: &self.out, today: today(), strict: false, adopt: false };
        fingerpost::build(&options, facts(), &mut |_| {}, &mut Findings::default())
    }
}

/// Every file below a folder with its bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// The list of the site's files: whatever it says, no other file is removed, and a build that succeeds is whole.
fn manifests() -> Target {
    let folder = Folder::new();
    folder.build();
    let whole = common::files_below(&folder.out);
    let manifest = whole[fingerpost::publish::MANIFEST].clone();
    let seeds = vec![Seed { path: "manifest.json".into(), bytes: manifest }];
    let run = move |_: &str, bytes: &[u8]| {
        let (path, own) = (folder.out.join(fingerpost::publish::MANIFEST), folder.out.join("own.html"));
        std::fs::write(&path, bytes).expect("written");
        std::fs::write(&own, "mine").expect("written");
        let outcome = folder.build();
        assert_eq!(std::fs::read(&own).expect("it stays"), b"mine");
        std::fs::remove_file(&own).expect("removed");
        if matches!(outcome, Outcome::Published(..) | Outcome::UpToDate(..)) {
            assert_eq!(common::files_below(&folder.out), whole);
        } else {
            std::fs::remove_dir_all(&folder.out).expect("removed");
            folder.build();
        }
    };
    Target { name: "manifests", seeds, few: 5, run: Box::new(run) }
}

/// What earlier builds have kept: a damaged file counts as none.
fn caches() -> Target {
    let folder = Folder::new();
    folder.put("media/hall.png", &seeds::files(&["png"])[0].bytes);
    folder.put("pages/hall.md", b"---\ntitle: Hall\n---\n![A hall](../media/hall.png)\n");
    folder.build();
    let (whole, cache) = (common::files_below(&folder.out), folder.content.join(".fingerpost"));
    let kept: Files = common::files_below(&cache);
    let seeds = kept.iter().map(|(path, bytes)| Seed { path: path.clone(), bytes: bytes.clone() }).collect();
    let run = move |path: &str, bytes: &[u8]| {
        std::fs::remove_dir_all(&cache).expect("removed");
        for (path, bytes) in &kept {
            folder.put(&format!(".fingerpost/{path}"), bytes);
        }
        folder.put(&format!(".fingerpost/{path}"), bytes);
        // A change of words, which starts from what is kept.
        folder.put("pages/jobs.md", b"---\ntitle: Jobs\naudiences: [pupils]\n---\nOther words.\n");
        folder.build();
        folder.put("pages/jobs.md", SCHOOL[5].1.as_bytes());
        folder.build();
        let built = common::files_below(&folder.out);
        assert!(built == whole, "another site than without a cache: {path}");
    };
    Target { name: "caches", seeds, few: 5, run: Box::new(run) }
}

/// An edit of a text gives the same site and findings as a build from nothing.
fn edits() -> Target {
    let texts = SCHOOL.iter().filter(|(path, _)| path.ends_with(".md"));
    let seeds = texts.map(|(path, text)| Seed { path: (*path).into(), bytes: text.as_bytes().to_vec() }).collect();
    let folder = Folder::new();
    let run = move |path: &str, bytes: &[u8]| {
        let mut findings = Findings::default();
        let built = fingerpost::build_preview(&folder.content, facts(), today(), &mut findings).expect("a site");
        let mut files: Files = built.site.files.into_iter().map(|file| (file.path, file.bytes)).collect();
        let (base, findings) = (built.base.expect("readable files"), findings.sorted());
        folder.put(path, bytes);
        let input = (&*folder.content, facts(), today());
        let edited = fingerpost::preview_changes(&folder.content, &base).and_then(|changes| {
            fingerpost::edit_preview(input, (&base, &findings), changes, |path| files.get(path).cloned())
        });
        if let Some(edited) = edited {
            edited.removed.and_then(|path| files.remove(&path));
            files.extend(edited.files.into_iter().map(|file| (file.path, file.bytes)));
            let mut findings = Findings::default();
            let fresh = fingerpost::build_preview(&folder.content, facts(), today(), &mut findings).expect("a site");
            assert_eq!(edited.findings.sorted(), findings.sorted(), "the findings after an edit");
            let fresh: Files = fresh.site.files.into_iter().map(|file| (file.path, file.bytes)).collect();
            assert!(fresh == files, "the site after an edit");
        }
        let (_, text) = SCHOOL.iter().find(|(known, _)| *known == path).expect("a text");
        folder.put(path, text.as_bytes());
    };
    Target { name: "edits", seeds, few: 5, run: Box::new(run) }
}

/// Requests of any program on this computer: the preview answers, refuses or hangs up.
fn requests() -> Target {
    let preview: RefCell<Option<Preview>> = RefCell::new(None);
    let seeds = [
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /pupils/index.html?a=b#c HTTP/1.1\r\nHost: 127.0.0.1\r\nIf-None-Match: \"x\"\r\nAccept-Encoding: gzip\r\n\r\n",
        "POST /.fingerpost/edit HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: 20\r\n\r\nfile=pupils.md&line=",
        "GET /.fingerpost/events HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: [::1]\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    ];
    let seeds = seeds.map(|text| Seed { path: "request".into(), bytes: text.as_bytes().to_vec() }).to_vec();
    let run = move |_: &str, bytes: &[u8]| {
        let mut preview = preview.borrow_mut();
        let preview = preview.get_or_insert_with(Preview::start);
        super::until::until(|| preview.builds() > 0).expect("a first build");
        let port = preview.port();
        let send = |bytes: &[u8]| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the preview listens");
            let _ = stream.write_all(bytes);
            stream
        };
        let answer = |stream: TcpStream, wait: u64| {
            stream.set_read_timeout(Some(Duration::from_millis(wait))).expect("a timeout");
            let mut answer = Vec::new();
            let _ = stream.take(200_000).read_to_end(&mut answer);
            answer
        };
        let hostile = send(bytes);
        let _ = hostile.shutdown(std::net::Shutdown::Write);
        answer(hostile, 20);
        let address = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
        // The preview hangs up on a client that ends its side before the answer, which no browser does.
        let browser = send(address.as_bytes());
        assert!(answer(browser, 60_000).starts_with(b"HTTP/1.1 200"), "the preview still answers");
    };
    Target { name: "requests", seeds, few: 5, run: Box::new(run) }
}
