//! The example's and the fixtures' whole output, as golden trees.
//!
//! For each site `tests/golden/NAME/tree.txt` lists every file and, for pages, their titles and
//! headings; some pages stand there in full. When a change is meant, run
//! `BLESS=1 cargo test --test golden` and read the difference in version control.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a test reads and, when asked to, writes its goldens"
)]

mod common;

use common::{pages, site, text_of};
use fingerpost::render::OutputFile;

#[test]
fn the_example_school() {
    let full = [
        "index.html",
        "pupils/year-9.html",
        "parents/year-9.html",
        "employers/index.html",
        "evaluation/benchmarks.html",
        "ur/guidance.html",
    ];
    compare("content-example", "example", &full);
}

#[test]
fn a_further_education_college() {
    compare("tests/fixtures/college", "college", &["index.html", "pupils/index.html"]);
}

#[test]
fn a_special_school() {
    compare("tests/fixtures/special", "special", &["index.html", "provider-access.html"]);
}

fn compare(content: &str, name: &str, full: &[&str]) {
    let files = site(content);
    let mut wrong = Vec::new();
    check(name, "tree.txt", &tree(&files), &mut wrong);
    for (page, html) in pages(&files).into_iter().filter(|(page, _)| full.contains(page)) {
        check(name, page, &without_fingerprints(html, &files), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differ; if that is meant: BLESS=1 cargo test --test golden", wrong.join(", "));
}

fn check(site: &str, file: &str, now: &str, wrong: &mut Vec<String>) {
    let path = common::folder("tests/golden").join(site).join(file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(&path, now).expect("a golden is written");
    } else if std::fs::read_to_string(&path).unwrap_or_default() != now {
        wrong.push(format!("{site}/{file}"));
    }
}

/// Every file and, for pages, the title and the headings.
fn tree(files: &[OutputFile]) -> String {
    let mut tree = String::new();
    for file in files {
        tree.push_str(&without_fingerprints(&file.path, files));
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

/// Fingerprints of styles and pictures change with every style and encoder: they say nothing here.
fn without_fingerprints(text: &str, files: &[OutputFile]) -> String {
    let mut text = text.to_owned();
    for file in files.iter().filter(|file| ["assets/", "media/"].iter().any(|folder| file.path.starts_with(folder))) {
        let parts: Vec<&str> = file.path.split('.').collect();
        if let [stem, _, ending] = parts.as_slice() {
            text = text.replace(&file.path, &format!("{stem}.{ending}"));
        }
    }
    text
}
