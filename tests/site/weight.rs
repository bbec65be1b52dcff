//! The size of pages on a first visit, compressed as hosts send them.

use std::io::Write;

use crate::common::{attributes, pages, site};
use fingerpost::render::OutputFile;
use flate2::Compression;
use flate2::write::GzEncoder;

const SITES: [&str; 3] = ["content-example", "tests/fixtures/college", "tests/fixtures/special"];

/// Bytes that arrive in the first round trip: ten packets.
const MAX_FIRST_ROUND_TRIP: usize = 14 * 1024;
/// Bytes of script per page.
const MAX_SCRIPT: usize = 5 * 1024;

/// Pages that show the whole programme at once, to print or to plan with: splitting them would spoil them.
const EXCEPTIONS: [(&str, &str, usize); 2] = [
    ("content-example", "programme/index.html", 20 * 1024),
    ("content-example", "programme/by-benchmark.html", 18 * 1024),
];

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("it is compressed");
    encoder.finish().expect("it is compressed").len()
}

/// The compressed size of all files with an extension that a page loads.
fn loaded(html: &str, files: &[OutputFile], extension: &str) -> usize {
    let addresses = attributes(html, "href").into_iter().chain(attributes(html, "src"));
    let paths = addresses.filter(|address| address.ends_with(extension) && !address.contains("//"));
    let file = |address: &str| {
        let path = address.trim_start_matches("../").trim_start_matches('/');
        let file = files.iter().find(|file| file.path == path);
        compressed(&file.unwrap_or_else(|| panic!("{address} is not there")).bytes)
    };
    paths.map(file).sum()
}

#[test]
fn pages_with_their_style_arrive_in_the_first_round() {
    let mut problems = Vec::new();
    for name in SITES {
        let files = site(name);
        for (page, html) in pages(files) {
            let style = loaded(html, files, ".css");
            assert!(style > 1000, "{name}: {page} loads no style");
            let weight = compressed(html.as_bytes()) + style;
            let exception = EXCEPTIONS.iter().find(|exception| (exception.0, exception.1) == (name, page));
            let max = exception.map_or(MAX_FIRST_ROUND_TRIP, |exception| exception.2);
            if weight > max {
                problems.push(format!("{name}: {page} weighs {weight} bytes, of which style {style}; at most {max}"));
            }
            // An exception that is no longer needed would hide the next fault.
            if exception.is_some() && weight <= MAX_FIRST_ROUND_TRIP {
                problems.push(format!("{name}: {page} no longer needs its exception"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn pages_load_little_script_and_no_font() {
    for name in SITES {
        let files = site(name);
        assert!(
            !files.iter().any(|file| [".woff", ".woff2", ".ttf", ".otf"].iter().any(|font| file.path.ends_with(font)))
        );
        let mut any_script = false;
        for (page, html) in pages(files) {
            let script = loaded(html, files, ".js");
            any_script |= script > 0;
            assert!(script <= MAX_SCRIPT, "{name}: {page} loads {script} bytes of script");
        }
        assert!(any_script, "{name}: no page loads a script");
    }
}
