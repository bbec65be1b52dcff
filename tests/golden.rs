//! Compares the output of the example and the two fixtures with golden files.
//!
//! For each site `tests/golden/NAME/tree.txt` lists every file and the headings of every page. Three pages of the
//! example are pinned in full. To accept an intended change, run `BLESS=1 cargo test --test golden` and read the diff.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test reads its golden files and, with BLESS, writes them"
)]

mod common;

use common::{pages, site, text_of};
use fingerpost::render::OutputFile;

#[test]
fn example_school_output_matches_the_golden_files() {
    compare("content-example", "example", &["index.html", "pupils/year-9.html", "evaluation/benchmarks.html"]);
}

#[test]
fn college_output_matches_the_golden_files() {
    compare("tests/fixtures/college", "college", &[]);
}

#[test]
fn special_school_output_matches_the_golden_files() {
    compare("tests/fixtures/special", "special", &[]);
}

fn compare(content: &'static str, name: &str, pinned: &[&str]) {
    let files = site(content);
    let mut changed = Vec::new();
    check(name, "tree.txt", &tree(files), &mut changed);
    for (page, html) in pages(files).into_iter().filter(|(page, _)| pinned.contains(page)) {
        check(name, page, &without_hashes(html, files), &mut changed);
    }
    assert!(changed.is_empty(), "{} changed. To accept: BLESS=1 cargo test --test golden", changed.join(", "));
}

fn check(site: &str, file: &str, now: &str, changed: &mut Vec<String>) {
    let path = common::folder("tests/golden").join(site).join(file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a parent folder")).expect("creating a folder");
        std::fs::write(&path, now).expect("writing a golden file");
    } else if std::fs::read_to_string(&path).unwrap_or_default() != now {
        changed.push(format!("{site}/{file}"));
    }
}

/// Lists every file and, indented, the headings of every page.
fn tree(files: &[OutputFile]) -> String {
    let mut tree = String::new();
    // With their hashes, files of one name would be in an order that changes with them.
    let mut named: Vec<(String, &OutputFile)> =
        files.iter().map(|file| (without_hashes(&file.path, files), file)).collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (path, file) in named {
        tree.push_str(&path);
        tree.push('\n');
        if !file.path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8_lossy(&file.bytes);
        for (at, found) in html.match_indices("<h") {
            let Some(level) = html[at + found.len()..].chars().next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            let inside = html[at..].split_once('>').map_or("", |(_, rest)| rest);
            let heading = inside.split(&format!("</h{level}>")).next().unwrap_or_default();
            tree.push_str(&format!("{}{}\n", "  ".repeat(level as usize), text_of(heading)));
        }
    }
    tree
}

/// Removes content hashes from paths: they change with every style and encoder version.
fn without_hashes(text: &str, files: &[OutputFile]) -> String {
    let mut text = text.to_owned();
    for file in files.iter().filter(|file| ["assets/", "media/"].iter().any(|folder| file.path.starts_with(folder))) {
        let parts: Vec<&str> = file.path.split('.').collect();
        if let [stem, _, extension] = parts.as_slice() {
            text = text.replace(&file.path, &format!("{stem}.{extension}"));
        }
    }
    text
}
