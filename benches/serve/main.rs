//! The time from a save until the preview serves the new page, next to the time of a build alone.
//!
//! For the example school and generated programmes, each round builds the content once without the preview, then saves one
//! page and waits until an open browser would show it: after an edit of its words and of a key, each saved once as an editor
//! does it and once with the form of the dashboard. For each size and edit this prints the time from an editor's save to
//! the page, the part of it until the rebuild starts, the same of the form, the build alone, and the ratio of the form to the
//! editor. Then it opens the dashboard. Machines are noisy, so compare within a run.
//!
//! `cargo bench --bench serve` measures the example and 1,000 pages in half a minute; `cargo bench --bench serve -- 10000`
//! measures other sizes, and `example` is one too.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "benchmarks read, write, time and print, and fail by panicking"
)]

mod form;
#[path = "../build/generate.rs"]
#[allow(dead_code, reason = "of the other benchmark only the programme is needed")]
mod generate;
#[path = "../../tests/common/html_forms.rs"]
#[allow(dead_code, reason = "the benchmark only needs the fields")]
mod html_forms;

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::serve::{BasePath, PreviewHost, ServeEvent, ServeOptions, Server};
use fingerpost::{Findings, build_preview};
use form::FileForm;
use jiff::civil::{Date, date};

/// How often each save is measured.
const ROUNDS: usize = 31;
/// The same for programmes of more than [`FEW_PAGES`], whose builds take seconds.
const FEW_ROUNDS: usize = 11;
const FEW_PAGES: usize = 2000;

/// The clock stands still. Notes when rebuilds started.
#[derive(Default)]
struct NotingHost(Mutex<Vec<Instant>>);

impl PreviewHost for NotingHost {
    fn today(&self) -> Date {
        today()
    }

    fn now(&self) -> jiff::civil::DateTime {
        today().at(9, 30, 0, 0)
    }

    fn edit(&self, _: &Utf8Path) -> io::Result<()> {
        Ok(())
    }

    fn on_event(&self, event: ServeEvent<'_>) {
        if let ServeEvent::Changed = event {
            self.0.lock().expect("the times").push(Instant::now());
        }
    }
}

fn today() -> Date {
    date(2026, 11, 23)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes = if arguments.is_empty() { vec!["example".to_owned(), "1000".to_owned()] } else { arguments };
    println!("{:<18}{:>30}{:>30}{:>10}{:>8}", "", "editor to page, ms", "form to page, ms", "build", "form /");
    let columns = ["median", "least", "noticing", "median", "least", "noticing", "alone"];
    println!("{:<18}{}{:>8}", "", columns.map(|column| format!("{column:>10}")).concat(), "editor");
    let temporary = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
    for size in sizes {
        let content = root.join(&size);
        match size.parse() {
            Ok(pages) => {
                generate::programme(content.as_std_path(), pages);
                measure(&size, &content, "pages/page-1", if pages > FEW_PAGES { FEW_ROUNDS } else { ROUNDS });
            }
            Err(_) => {
                let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("content-example");
                copy_tree(&example, content.as_std_path());
                measure(&size, &content, "pages/about-this-example", ROUNDS);
            }
        }
    }
}

fn copy_tree(from: &Path, to: &Path) {
    for file in generate::files(from) {
        let target = to.join(file.strip_prefix(from).expect("below it"));
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder is made");
        std::fs::copy(&file, target).expect("it is copied");
    }
}

fn measure(size: &str, content: &Utf8Path, page: &str, rounds: usize) {
    let order = ServeOptions {
        folder: content.to_owned(),
        out: None,
        base: BasePath::default(),
        port: Some(0),
        today: None,
        poll: false,
        phone: None,
        idle: None,
    };
    let host = Arc::new(NotingHost::default());
    let server = Server::start(order, Facts::load().expect("the facts"), host.clone()).expect("a preview");
    let address = server.address().to_string();
    let mut open = OpenPage::new(&address, page, content, host);
    for edit in [Edit::Words, Edit::Key] {
        let facts = Facts::load().expect("the facts");
        let (mut builds, mut by_editor, mut by_form) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..rounds {
            let start = Instant::now();
            build_preview(content, &facts, today(), &mut Findings::default()).expect("a site");
            builds.push(start.elapsed());
            by_editor.push(open.save_in_editor(edit, &format!("Saved in round {round}")));
            by_form.push(open.save_in_form(edit, &format!("Sent in round {round}")));
        }
        let [editor, form] = [by_editor, by_form].map(SaveTimes::of);
        let (build, ratio) = (Spread::of(builds).median, form.page.median / editor.page.median);
        println!("{:<18}{editor}{form}{build:>10.1}{ratio:>8.2}", format!("{size}, {}", edit.name()));
    }
    let opened = (0..rounds).map(|_| {
        let start = Instant::now();
        assert!(open.get("/-/").contains("Dashboard"), "it opens");
        start.elapsed()
    });
    let opened = Spread::of(opened.collect());
    println!("{:<18}{:>10.1} ms, least {:.1}", format!("{size}, dashboard"), opened.median, opened.least);
}

/// What is changed in a page.
#[derive(Clone, Copy)]
enum Edit {
    /// Its text.
    Words,
    /// Its summary.
    Key,
}

impl Edit {
    fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Key => "a key",
        }
    }
}

/// A page that is open in a browser, and its file.
struct OpenPage {
    address: String,
    page: String,
    file: Utf8PathBuf,
    agent: ureq::Agent,
    host: Arc<NotingHost>,
    messages: Box<dyn Iterator<Item = String>>,
    /// The text of the file at the start, and the hash of the page now.
    text: String,
    shown: String,
}

/// From a save until the page is served, and until the rebuild has started.
type SaveTime = (Duration, Duration);

impl OpenPage {
    fn new(address: &str, page: &str, content: &Utf8Path, host: Arc<NotingHost>) -> Self {
        let file = content.join(format!("{page}.md"));
        let mut messages = events(address, page);
        let shown = hash(&messages.next().expect("what it shows first"));
        Self {
            address: address.to_owned(),
            page: page.to_owned(),
            text: std::fs::read_to_string(&file).expect("the page"),
            file,
            agent: ureq::Agent::new_with_defaults(),
            host,
            messages: Box::new(messages),
            shown,
        }
    }

    fn get(&self, path: &str) -> String {
        let mut answer = self.agent.get(format!("http://{}{path}", self.address)).call().expect("it answers");
        answer.body_mut().read_to_string().expect("a page")
    }

    fn save_in_editor(&mut self, edit: Edit, words: &str) -> SaveTime {
        let text = match edit {
            Edit::Words => format!("{}\n{words}.\n", self.text),
            Edit::Key => {
                let summary = self.text.lines().find(|line| line.starts_with("summary: ")).expect("a summary");
                self.text.replace(summary, &format!("summary: {words}"))
            }
        };
        self.note_builds();
        let start = Instant::now();
        std::fs::write(&self.file, text).expect("saved");
        self.seen(start, words)
    }

    fn save_in_form(&mut self, edit: Edit, words: &str) -> SaveTime {
        self.note_builds();
        std::fs::write(&self.file, &self.text).expect("saved");
        self.wait();
        let mut form = FileForm::open(&self.address, &format!("{}.md", self.page));
        match edit {
            Edit::Words => {
                let (_, body) = self.text.split_once("\n---\n").expect("front matter");
                form.set("body", &format!("{body}\n{words}.\n"));
            }
            Edit::Key => form.set("summary", words),
        }
        self.note_builds();
        let start = Instant::now();
        std::thread::scope(|scope| {
            scope.spawn(|| form.save());
            self.seen(start, words)
        })
    }

    /// Waits until the open page shows something else.
    fn wait(&mut self) {
        let shown = self.messages.by_ref().map(|message| hash(&message)).find(|hash| *hash != self.shown);
        self.shown = shown.expect("a change");
    }

    /// Waits until these words are served.
    fn seen(&mut self, start: Instant, words: &str) -> SaveTime {
        self.wait();
        let page = self.get(&format!("/{}.html", self.page));
        let seen = start.elapsed();
        assert!(page.contains(words), "it shows what was saved");
        let builds = self.host.0.lock().expect("the times");
        (seen, builds.first().expect("a rebuild").saturating_duration_since(start))
    }

    /// Forgets earlier rebuilds, of which each save has had one.
    fn note_builds(&self) {
        // A second one would start in this time.
        std::thread::sleep(Duration::from_millis(20));
        let mut builds = self.host.0.lock().expect("the times");
        assert!(builds.len() < 2, "{} builds after a save", builds.len());
        builds.clear();
    }
}

/// The hash of a page in a message to it.
fn hash(message: &str) -> String {
    let (_, rest) = message.split_once("\"content_hash\":\"").expect("a hash");
    rest.split('"').next().expect("its end").to_owned()
}

/// Of several saves.
struct SaveTimes {
    page: Spread,
    noticing: Spread,
}

impl SaveTimes {
    fn of(times: Vec<SaveTime>) -> Self {
        let (page, noticing) = times.into_iter().unzip();
        Self { page: Spread::of(page), noticing: Spread::of(noticing) }
    }
}

impl std::fmt::Display for SaveTimes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>10.1}{:>10.1}{:>10.1}", self.page.median, self.page.least, self.noticing.median)
    }
}

/// In milliseconds.
struct Spread {
    median: f64,
    least: f64,
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |index: usize| times.get(index).expect("a time").as_secs_f64() * 1e3;
        Self { median: at(times.len() / 2), least: at(0) }
    }
}

/// The messages to an open page: one at the start, and one for each build.
fn events(address: &str, page: &str) -> impl Iterator<Item = String> + use<> {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET /.fingerpost/events/{page}.html HTTP/1.1\r\nhost: {address}\r\n\r\n").expect("sent");
    BufReader::new(stream).lines().map_while(Result::ok).filter(|line| line.starts_with("data: "))
}
