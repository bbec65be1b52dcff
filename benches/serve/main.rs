//! The time from a save until the preview serves the new page.
//!
//! For the example school and for a programme of 1,000 pages, this measures the time until an open page has its new
//! text, and the part of it beyond the debounce time. It prints the median, minimum and maximum of many rounds.
//! `cargo bench --bench serve` takes half a minute.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::expect_used,
    reason = "benchmarks read, write, time and print, and fail by panicking"
)]

#[path = "../build/bare.rs"]
#[allow(dead_code, reason = "of the other benchmark only the programme is needed")]
mod bare;
#[path = "../build/generate.rs"]
#[allow(dead_code, reason = "of the other benchmark only the programme is needed")]
mod generate;

use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::serve::{BasePath, DEBOUNCE, PreviewHost, ServeEvent, ServeOptions, Server};
use jiff::civil::{Date, date};

/// How often each save is measured.
const ROUNDS: usize = 31;

/// The clock stands still, and nobody listens.
struct Nobody;

impl PreviewHost for Nobody {
    fn today(&self) -> Date {
        date(2026, 11, 23)
    }

    fn edit(&self, _: &Utf8Path) -> io::Result<()> {
        Ok(())
    }

    fn on_event(&self, _: ServeEvent<'_>) {}
}

fn main() {
    println!("{:<24}{:>10}{:>10}{:>10}{:>26}", "ms", "median", "least", "most", "median beyond the wait");
    let temporary = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("Unicode");
    let example = root.join("example");
    generate::copy_tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content-example"), example.as_std_path());
    measure("the example school", &example, "pages/about-this-example");
    let many = root.join("many");
    generate::programme(many.as_std_path(), 1000);
    measure("1,000 pages", &many, "pages/page-1");
}

fn measure(what: &str, content: &Utf8Path, page: &str) {
    let order = ServeOptions {
        folder: content.to_owned(),
        base: BasePath::default(),
        port: Some(0),
        today: None,
        poll: false,
        phone: None,
    };
    let server = Server::start(order, Facts::load().expect("the facts"), Arc::new(Nobody)).expect("a preview");
    let address = server.address().to_string();
    let mut reported = events(&address, page);
    let file = content.join(format!("{page}.md"));
    let agent = ureq::Agent::new_with_defaults();
    let get = || agent.get(format!("http://{address}/{page}.html")).call().expect("it answers");
    let text = std::fs::read_to_string(&file).expect("the page");
    reported.next().expect("what it shows first");
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            let words = format!("Saved in round {round}.");
            std::fs::write(&file, format!("{text}\n{words}\n")).expect("saved");
            let saved = Instant::now();
            reported.next().expect("that it has changed");
            let page = get().body_mut().read_to_string().expect("a page");
            assert!(page.contains(&words), "it shows what was saved");
            saved.elapsed()
        })
        .collect();
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let median = times.get(ROUNDS / 2).copied().expect("a median");
    let (min, max) = (times.first().copied().expect("one"), times.last().copied().expect("one"));
    let beyond = median.saturating_sub(DEBOUNCE);
    println!("{what:<24}{:>10.1}{:>10.1}{:>10.1}{:>26.1}", ms(median), ms(min), ms(max), ms(beyond));
}

/// The messages to an open page: one at the start, and one for each build.
fn events(address: &str, page: &str) -> impl Iterator<Item = String> + use<> {
    let mut stream = TcpStream::connect(address).expect("a connection");
    write!(stream, "GET /.fingerpost/events/{page}.html HTTP/1.1\r\nhost: {address}\r\n\r\n").expect("sent");
    BufReader::new(stream).lines().map_while(Result::ok).filter(|line| line.starts_with("data: "))
}
