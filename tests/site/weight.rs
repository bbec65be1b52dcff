//! What a page weighs on a first visit, compressed as hosts send it.

use std::io::Write;

use crate::common::{attributes, pages, site};
use fingerpost::render::OutputFile;
use flate2::Compression;
use flate2::write::GzEncoder;

const SITES: [&str; 3] = ["content-example", "tests/fixtures/college", "tests/fixtures/special"];

/// What arrives in the first round trip from a server: ten packets of data.
const FIRST_ROUND: usize = 14 * 1024;
/// The most script of a page.
const SCRIPT: usize = 5 * 1024;

/// Pages that show the whole programme at once, for paper or for staff at a desk: cutting them up would spoil them.
const WHOLE: [(&str, &str, usize); 3] = [
    ("content-example", "programme/index.html", 20 * 1024),
    ("content-example", "programme/by-benchmark.html", 18 * 1024),
    ("content-example", "staff/year.html", 18 * 1024),
];

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("it is compressed");
    encoder.finish().expect("it is compressed").len()
}

/// The files of one sort that a page loads, compressed.
fn loaded(html: &str, files: &[OutputFile], ending: &str) -> usize {
    let addresses = attributes(html, "href").into_iter().chain(attributes(html, "src"));
    let paths = addresses.filter(|address| address.ends_with(ending) && !address.contains("//"));
    let file = |address: &str| {
        let path = address.trim_start_matches("../").trim_start_matches('/');
        let file = files.iter().find(|file| file.path == path);
        compressed(&file.unwrap_or_else(|| panic!("{address} is not there")).bytes)
    };
    paths.map(file).sum()
}

#[test]
fn pages_with_their_style_arrive_in_the_first_round() {
    let mut told = Vec::new();
    for name in SITES {
        let files = site(name);
        for (page, html) in pages(&files) {
            let style = loaded(html, &files, ".css");
            assert!(style > 1000, "{name}: {page} loads no style");
            let weight = compressed(html.as_bytes()) + style;
            let whole = WHOLE.iter().find(|whole| (whole.0, whole.1) == (name, page));
            let most = whole.map_or(FIRST_ROUND, |whole| whole.2);
            if weight > most {
                told.push(format!("{name}: {page} weighs {weight} bytes, of which style {style}; at most {most}"));
            }
            // An exception that is not needed any more would hide the next one.
            if whole.is_some() && weight <= FIRST_ROUND {
                told.push(format!("{name}: {page} needs no exception any more"));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn pages_load_little_script_and_no_font() {
    for name in SITES {
        let files = site(name);
        assert!(
            !files.iter().any(|file| [".woff", ".woff2", ".ttf", ".otf"].iter().any(|font| file.path.ends_with(font)))
        );
        let mut some = false;
        for (page, html) in pages(&files) {
            let script = loaded(html, &files, ".js");
            some |= script > 0;
            assert!(script <= SCRIPT, "{name}: {page} loads {script} bytes of script");
        }
        assert!(some, "{name}: no page loads a script, which this test would like to weigh");
    }
}
