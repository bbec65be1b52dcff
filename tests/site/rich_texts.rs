//! Links, bold and emphasis in keys: they are on pages, and their symbols and marks nowhere.

use std::collections::BTreeSet;

use fingerpost::programme::format::ProseKey;
use fingerpost::programme::prose_keys;
use fingerpost::read::{self, Document, Node, Value};
use fingerpost::render::OutputFile;
use fingerpost::report::{Finding, Findings};

use crate::common::{facts, folder, pages, today};

/// The site of a content folder in which `rich` is added to the values of all keys that may have links, `plain` to all
/// others that are prose. `KEY` stands for the key, and `ROOT` for the path to the content folder.
fn site_with(content: &str, rich: &str, plain: &str) -> (Vec<OutputFile>, Vec<Finding>) {
    let mut sources = read::read(&folder(content), None, &mut Findings::default());
    for document in &mut sources.documents {
        *document = with_texts(document, rich, plain);
    }
    let mut findings = Findings::default();
    let site = fingerpost::build_sources(sources, facts(), today(), &mut |_| {}, &mut findings);
    (site.expect("a site").files, findings.sorted())
}

fn with_texts(document: &Document, rich: &str, plain: &str) -> Document {
    let path = document.source.path.clone();
    let root = "../".repeat(path.as_str().matches('/').count());
    let mut spans = Vec::new();
    document.data.iter().for_each(|data| find_texts(data, &mut spans));
    let mut text = document.source.text.to_string();
    spans.sort_by_key(|(_, span)| std::cmp::Reverse(span.start));
    for (key, span) in spans {
        let written = &text[span.clone()];
        // A folded text is left as it is.
        if !written.starts_with(['>', '|']) && !written.contains('\n') {
            let added = if key.is_rich { rich } else { plain };
            let added = added.replace("KEY", key.name).replace("ROOT", &root);
            let value = format!("{} {added}", written.trim_matches(['"', '\'']));
            text.replace_range(span, &serde_json::to_string(&value).expect("JSON"));
        }
    }
    let mut findings = Findings::default();
    let changed = read::document(path, text.into_bytes(), &mut findings).expect("a document");
    assert!(findings.is_empty(), "{:?}", findings.sorted());
    changed
}

/// The values of prose, with their keys.
fn find_texts(node: &Node, spans: &mut Vec<(ProseKey, std::ops::Range<usize>)>) {
    let Value::Map(entries) = &node.value else {
        if let Value::List(items) = &node.value {
            items.iter().for_each(|item| find_texts(item, spans));
        }
        return;
    };
    let keys = prose_keys();
    for entry in entries.iter().filter(|entry| entry.key != "words") {
        let items = match &entry.node.value {
            Value::List(items) => items.as_slice(),
            _ => std::slice::from_ref(&entry.node),
        };
        for item in items {
            match (&item.value, keys.iter().find(|key| key.name == entry.key)) {
                (Value::Scalar(_), Some(key)) => spans.push((*key, item.span.clone())),
                (Value::Scalar(_), None) => {}
                _ => find_texts(item, spans),
            }
        }
    }
}

/// The texts of all files that are text.
fn texts(files: &[OutputFile]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().filter_map(|file| Some((file.path.as_str(), std::str::from_utf8(&file.bytes).ok()?)))
}

fn is_noncharacter(ch: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&ch)
}

#[test]
fn links_in_keys_are_on_pages_and_their_symbols_nowhere() {
    let rich = "Read [Linked-KEY *now*](ROOTguidance.md), **Bold-KEY**.";
    let (files, findings) = site_with("content-example", rich, "");
    let (mut written, mut linked) = (BTreeSet::new(), BTreeSet::new());
    for (path, text) in texts(&files) {
        assert!(!text.contains(is_noncharacter), "{path} has a mark");
        assert!(!text.contains("**Bold") && !text.contains("[Linked"), "{path} has symbols");
        if !path.ends_with(".html") {
            assert!(!text.contains("<em>now") && !text.contains("<strong>Bold"), "{path} has HTML");
        }
    }
    for (path, html) in pages(&files) {
        let body = html.split("<body").nth(1).expect("a body");
        for key in prose_keys().into_iter().filter(|key| key.is_rich) {
            if body.contains(&format!("Linked-{}", key.name)) {
                written.insert(key.name);
            }
            if body.contains(&format!("<strong>Bold-{}</strong>", key.name))
                && body.contains(&format!("guidance.html\">Linked-{} <em>now</em></a>", key.name))
            {
                linked.insert(key.name);
            }
        }
        for rest in html.split("<a ").skip(1) {
            assert!(rest.contains("</a>"), "{path} has a link in a link: {rest}");
        }
        let head = html.split("<body").next().expect("a head");
        assert!(!head.contains("<strong>") && !head.contains("<em>"), "{path}: {head}");
    }
    assert_eq!(written, linked, "a link in each of these keys is a link on some page");
    assert!(linked.len() > 25, "{linked:?}");
    let codes: BTreeSet<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
    for code in ["broken-link", "markdown-in-key"] {
        assert!(!codes.contains(code), "{:#?}", findings.iter().find(|finding| finding.code.as_str() == code));
    }
}

#[test]
fn hostile_texts_in_keys_are_harmless() {
    let hostile = "<script>alert(1)</script> <img src=x onerror=alert(2)> [click](javascript:alert(3)) \
                   [<b>q\"</b>](https://a.example/\"onmouseover=alert(4)) \u{FDE0}\u{FDE4}1;\u{FDD8}0;2;; &lt;i&gt; \
                   [d](data:text/html,x) [open *never [shut](https://b.example/'x'> **end";
    let (files, findings) = site_with("content-example", hostile, hostile);
    for (path, text) in texts(&files) {
        assert!(!text.contains(is_noncharacter), "{path} has a mark");
    }
    for (path, html) in pages(&files) {
        for bad in ["<script>alert", "<img src=x", "href=\"javascript:", "href=\"data:text", " onmouseover=", "<i>"] {
            assert!(!html.contains(bad), "{path} has {bad}");
        }
    }
    assert!(findings.iter().any(|finding| finding.code.as_str() == "unsafe-link"));
}

#[test]
fn links_in_keys_are_checked_as_those_of_bodies() {
    let rich = "[One](ROOTno-such-file.md), [two](https://user:pass@a.example/), [click here](https://a.example/x).";
    let (_, findings) = site_with("content-example", rich, "");
    for code in ["broken-link", "bad-link", "link-text"] {
        let places: BTreeSet<&str> = findings
            .iter()
            .filter(|finding| finding.code.as_str() == code)
            .map(|finding| finding.place.path().as_str())
            .collect();
        for path in ["school.yaml", "offers.yaml", "programme/year-9.md", "guidance.md", "team.yaml"] {
            assert!(places.contains(path), "{code} in {path}: {places:?}");
        }
    }
}

#[test]
fn every_key_is_rich_everywhere_or_nowhere() {
    let keys = prose_keys();
    for pair in keys.windows(2) {
        assert_ne!(pair[0].name, pair[1].name, "texts are read by the names of their keys");
    }
}
