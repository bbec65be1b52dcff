//! The time from a save until the preview serves the new page, next to the time of a build alone.
//!
//! For the example school and generated programmes, each round builds the content once without the preview, then saves one
//! page and waits until an open browser would show it. For each size this prints the time from save to page, the part
//! of it until the rebuild starts, the build alone, and the ratio of the page to the build. Machines are noisy, so
//! compare within a run.
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

#[path = "../build/generate.rs"]
#[allow(dead_code, reason = "of the other benchmark only the programme is needed")]
mod generate;

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::serve::{BasePath, PreviewHost, ServeEvent, ServeOptions, Server};
use fingerpost::{Findings, build_preview};
use jiff::civil::{Date, date};

/// How often each save is measured.
const ROUNDS: usize = 31;
/// The same for programmes of more than [`FEW_PAGES`], whose builds take seconds.
const FEW_ROUNDS: usize = 11;
const FEW_PAGES: usize = 2000;

/// The clock stands still. Notes when the last rebuild started.
#[derive(Default)]
struct NotingHost(Mutex<Option<Instant>>);

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
            *self.0.lock().expect("the time") = Some(Instant::now());
        }
    }
}

fn today() -> Date {
    date(2026, 11, 23)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let sizes = if arguments.is_empty() { vec!["example".to_owned(), "1000".to_owned()] } else { arguments };
    println!("{:<10}{:>34}{:>12}{:>34}{:>8}", "", "save to page, ms:", "of which", "build alone, ms:", "ratio");
    println!(
        "{:<10}{:>14}{:>10}{:>10}{:>12}{:>14}{:>10}{:>10}{:>8}",
        "pages", "median", "least", "most", "noticing", "median", "least", "most", ""
    );
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
    let facts = Facts::load().expect("the facts");
    let host = Arc::new(NotingHost::default());
    let server = Server::start(order, Facts::load().expect("the facts"), host.clone()).expect("a preview");
    let address = server.address().to_string();
    let mut reported = events(&address, page);
    let file = content.join(format!("{page}.md"));
    let agent = ureq::Agent::new_with_defaults();
    let get = || agent.get(format!("http://{address}/{page}.html")).call().expect("it answers");
    let text = std::fs::read_to_string(&file).expect("the page");
    reported.next().expect("what it shows first");
    let (mut pages, mut noticing, mut builds) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        let start = Instant::now();
        build_preview(content, &facts, today(), &mut Findings::default()).expect("a site");
        builds.push(start.elapsed());
        let words = format!("Saved in round {round}.");
        let new_text = format!("{text}\n{words}\n");
        let start = Instant::now();
        std::fs::write(&file, new_text).expect("saved");
        reported.next().expect("that it has changed");
        let page = get().body_mut().read_to_string().expect("a page");
        pages.push(start.elapsed());
        assert!(page.contains(&words), "it shows what was saved");
        let rebuilding = host.0.lock().expect("the time").expect("a rebuild");
        noticing.push(rebuilding.saturating_duration_since(start));
    }
    let [pages, noticing, builds] = [pages, noticing, builds].map(Spread::of);
    let ratio = pages.median / builds.median;
    println!("{size:<10}    {pages}{:>12.1}    {builds}{ratio:>8.2}", noticing.median);
}

/// In milliseconds.
struct Spread {
    median: f64,
    least: f64,
    most: f64,
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        let at = |index: usize| times.get(index).expect("a time").as_secs_f64() * 1e3;
        Self { median: at(times.len() / 2), least: at(0), most: at(times.len() - 1) }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:>10.1}{:>10.1}{:>10.1}", self.median, self.least, self.most)
    }
}

/// The messages to an open page: one at the start, and one for each build.
fn events(address: &str, page: &str) -> impl Iterator<Item = String> + use<> {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET /.fingerpost/events/{page}.html HTTP/1.1\r\nhost: {address}\r\n\r\n").expect("sent");
    BufReader::new(stream).lines().map_while(Result::ok).filter(|line| line.starts_with("data: "))
}
