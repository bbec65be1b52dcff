//! Shared by several tests: sites built in memory, and their pages as text.
#![allow(dead_code, clippy::expect_used, reason = "not every test uses all of it, and tests fail by panicking")]

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::render::OutputFile;
use fingerpost::report::Findings;
use jiff::civil::{Date, date};

/// The date of every build in tests.
pub(crate) fn today() -> Date {
    date(2026, 11, 23)
}

/// A folder of this repository.
pub(crate) fn folder(path: &str) -> Utf8PathBuf {
    Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The facts, read once for all tests of this run.
pub(crate) fn facts() -> &'static Facts {
    static FACTS: LazyLock<Facts> = LazyLock::new(|| Facts::load().expect("the facts"));
    &FACTS
}

/// The site of a content folder of this repository, built once for all tests of this run.
pub(crate) fn site(path: &'static str) -> &'static [OutputFile] {
    static SITES: Mutex<BTreeMap<&str, &OnceLock<Vec<OutputFile>>>> = Mutex::new(BTreeMap::new());
    // Tests of other sites must not wait for this one.
    let site = *SITES.lock().expect("the sites").entry(path).or_insert_with(|| Box::leak(Box::default()));
    site.get_or_init(|| build(path))
}

/// Builds the site of a content folder of this repository in memory. Fails if there are findings beyond advice.
fn build(path: &str) -> Vec<OutputFile> {
    let mut findings = Findings::default();
    let sources = fingerpost::read::read(&folder(path), None, &mut findings);
    assert!(findings.is_empty(), "{path}: {:?}", findings.sorted());
    let mut findings = Findings::default();
    let files = fingerpost::build_sources(sources, facts(), today(), &mut |_| {}, &mut findings);
    assert!(findings.only_advice(), "{path}: {:#?}", findings.sorted());
    let mut files = files.expect("a school and a careers leader").files;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Every file of a folder with its bytes.
pub(crate) fn files_below(folder: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in next.read_dir_utf8().expect("a folder") {
            let path = entry.expect("an entry").into_path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("a file");
                files.insert(path.strip_prefix(folder).expect("below").as_str().replace('\\', "/"), bytes);
            }
        }
    }
    files
}

/// The pages of a site, by address.
pub(crate) fn pages(files: &[OutputFile]) -> Vec<(&str, &str)> {
    let html = files.iter().filter(|file| file.path.ends_with(".html"));
    html.map(|file| (file.path.as_str(), std::str::from_utf8(&file.bytes).expect("UTF-8"))).collect()
}

/// The text of a page without tags and with single spaces.
pub(crate) fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for ch in html.chars() {
        match ch {
            '<' => {
                in_tag = true;
                text.push(' ');
            }
            '>' => in_tag = false,
            ch if !in_tag => text.push(ch),
            _ => {}
        }
    }
    plain(&text)
}

/// Text with plain quotation marks and dashes, HTML escapes undone, and single spaces.
pub(crate) fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    for (from, to) in [
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("’", "'"),
        ("‘", "'"),
        ("“", "\""),
        ("”", "\""),
        ("–", "-"),
        ("—", "-"),
        ("…", "..."),
        ("\u{a0}", " "),
    ] {
        text = text.replace(from, to);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of an attribute in a page, in order.
pub(crate) fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.match_indices(&start).filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect()
}
