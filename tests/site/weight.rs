//! The size of pages on a first visit, compressed as hosts send them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use crate::common::{attributes, pages, site};
use fingerpost::render::OutputFile;
use flate2::Compression;
use flate2::write::GzEncoder;

const SITES: [&str; 3] = ["content-example", "tests/fixtures/college", "tests/fixtures/special"];

/// Bytes that arrive in the first round trip: ten packets.
const MAX_FIRST_ROUND_TRIP: usize = 14 * 1024;
/// Bytes of style per page.
const MAX_STYLE: usize = 5 * 1024;
/// Files of style and script that a page loads before it is complete.
const MAX_REQUESTS: usize = 3;
/// Bytes of script per page.
const MAX_SCRIPT: usize = 5 * 1024;

/// Pages that show the whole programme at once, to print or to plan with: splitting them would spoil them.
const EXCEPTIONS: [(&str, &str, usize); 1] = [("content-example", "programme/index.html", 20 * 1024)];

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("it is compressed");
    encoder.finish().expect("it is compressed").len()
}

/// All files with an extension that a page loads.
fn loaded<'f>(html: &str, files: &'f [OutputFile], extension: &str) -> Vec<&'f OutputFile> {
    let addresses = attributes(html, "href").into_iter().chain(attributes(html, "src"));
    let paths = addresses.filter(|address| address.ends_with(extension) && !address.contains("//"));
    let file = |address: &str| {
        let path = address.trim_start_matches("../").trim_start_matches('/');
        let file = files.iter().find(|file| file.path == path);
        file.unwrap_or_else(|| panic!("{address} is not there"))
    };
    paths.map(file).collect()
}

fn weight(files: &[&OutputFile]) -> usize {
    files.iter().map(|file| compressed(&file.bytes)).sum()
}

#[test]
fn pages_with_their_style_arrive_in_the_first_round() {
    let mut problems = Vec::new();
    for name in SITES {
        let files = site(name);
        for (page, html) in pages(files) {
            let style = weight(&loaded(html, files, ".css"));
            assert!(style > 1000, "{name}: {page} loads no style");
            if style > MAX_STYLE {
                problems.push(format!("{name}: {page} loads {style} bytes of style; at most {MAX_STYLE}"));
            }
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
            let scripts = loaded(html, files, ".js");
            any_script |= !scripts.is_empty();
            let script = weight(&scripts);
            assert!(script <= MAX_SCRIPT, "{name}: {page} loads {script} bytes of script");
            let requests = scripts.len() + loaded(html, files, ".css").len();
            assert!(requests <= MAX_REQUESTS, "{name}: {page} loads {requests} files of style and script");
        }
        assert!(any_script, "{name}: no page loads a script");
    }
}

/// The classes that a stylesheet has rules for.
fn styled(css: &[u8]) -> BTreeSet<String> {
    let css = String::from_utf8_lossy(css);
    let selectors = css.split(['{', '}']).filter(|part| !part.contains(':') || part.starts_with(['.', '[']));
    let classes = selectors.flat_map(|selector| selector.split('.').skip(1)).map(|rest| {
        let end = rest.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '-').unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    classes.filter(|class| class.starts_with(|ch: char| ch.is_ascii_lowercase())).collect()
}

/// A page loads only the styles of the components that its template calls. A class of another one would lose its style.
#[test]
fn pages_load_the_styles_of_their_classes() {
    let mut problems = Vec::new();
    for name in SITES {
        let files = site(name);
        let styles: BTreeMap<&str, BTreeSet<String>> = files
            .iter()
            .filter(|file| file.path.ends_with(".css"))
            .map(|file| (file.path.as_str(), styled(&file.bytes)))
            .collect();
        assert!(styles.len() > 10, "{name}: only {} styles", styles.len());
        let all: BTreeSet<&String> = styles.values().flatten().collect();
        for (page, html) in pages(files) {
            let there: BTreeSet<&String> =
                loaded(html, files, ".css").iter().flat_map(|file| &styles[file.path.as_str()]).collect();
            let used: BTreeSet<String> =
                attributes(html, "class").iter().flat_map(|list| list.split_whitespace()).map(str::to_owned).collect();
            let lost: Vec<&String> =
                used.iter().filter(|class| all.contains(class) && !there.contains(class)).collect();
            if !lost.is_empty() {
                problems.push(format!("{name}: {page} has {lost:?} without their style"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
