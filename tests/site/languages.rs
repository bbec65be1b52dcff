//! Languages: all text of the interface comes from one file per language, each file is complete, and a site in Welsh
//! or Urdu shows no English except what the school has written.
use std::collections::{BTreeMap, BTreeSet};

use crate::common::{self, folder, pages, plain, text_of};
use crate::in_language::example_in;
use aho_corasick::AhoCorasick;
use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::programme::{Direction, LanguageTag};
use fingerpost::render::OutputFile;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Names that templates may contain: products and a standard.
const NAMES: [&str; 3] = ["Google", "Outlook", "WCAG"];

/// All files below a folder with one of these extensions.
fn files(at: &Utf8Path, extensions: &[&str]) -> Vec<Utf8PathBuf> {
    let mut paths = Vec::new();
    for entry in at.read_dir_utf8().expect("a folder") {
        let path = entry.expect("an entry").into_path();
        if path.is_dir() {
            paths.extend(files(&path, extensions));
        } else if path.extension().is_some_and(|extension| extensions.contains(&extension)) {
            paths.push(path);
        }
    }
    paths
}

fn read(path: &Utf8Path) -> String {
    std::fs::read_to_string(path).expect("a text")
}

/// Every message of a language: its text, and the names of its variables.
fn messages(tag: &str) -> BTreeMap<String, (Vec<String>, BTreeSet<String>)> {
    let text = read(&folder("themes/default/strings").join(format!("{tag}.ftl")));
    let resource = fluent_syntax::parser::parse(text.as_str()).expect("every line can be read");
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let (mut parts, mut names) = (Vec::new(), BTreeSet::new());
        // A comment above each English message lists its variables.
        let lines = message.comment.map(|comment| comment.content).unwrap_or_default();
        names.extend(lines.iter().filter_map(|line| Some(line.strip_prefix('$')?.split_once(':')?.0.to_owned())));
        gather(&message.value.expect("words"), &mut parts, &mut names);
        let before = messages.insert(message.id.name.to_owned(), (parts, names));
        assert!(before.is_none(), "{tag}: {} is defined twice", message.id.name);
    }
    messages
}

fn gather(pattern: &Pattern<&str>, parts: &mut Vec<String>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.push((*value).to_owned()),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                names.insert(id.name.to_owned());
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                if let InlineExpression::VariableReference { id } = selector {
                    names.insert(id.name.to_owned());
                }
                variants.iter().for_each(|variant| gather(&variant.value, parts, names));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// The tags of all languages.
fn languages() -> Vec<String> {
    let strings = files(&folder("themes/default/strings"), &["ftl"]);
    strings.iter().map(|path| path.file_stem().expect("a name").to_owned()).collect()
}

#[test]
fn every_language_has_the_same_messages_and_variables() {
    let english = messages("en");
    let school_words: BTreeSet<&str> = ["pupil", "pupils", "parents", "staff", "employers", "group", "groups"].into();
    assert!(languages().len() >= 3, "only {:?}", languages());
    for tag in languages() {
        let messages = messages(&tag);
        let keys = |of: &BTreeMap<String, _>| of.keys().cloned().collect::<BTreeSet<String>>();
        let differ: Vec<String> = keys(&messages).symmetric_difference(&keys(&english)).cloned().collect();
        assert!(differ.is_empty(), "{tag}: {differ:?}");
        for (key, (_, names)) in &messages {
            let known = &english.get(key).expect("the same messages").1;
            let unknown: Vec<&String> =
                names.difference(known).filter(|name| !school_words.contains(name.to_lowercase().as_str())).collect();
            assert!(unknown.is_empty(), "{tag}: {key} has no variable {unknown:?}");
        }
    }
}

#[test]
fn searches_know_what_each_language_calls_its_pages() {
    for tag in languages() {
        let words = read(&folder("themes/default/search").join(format!("{tag}.yaml")));
        for key in ["page_guidance", "page_provider_access"] {
            let title = messages(&tag)[key].0.concat().to_lowercase();
            assert!(words.contains(&format!("[{title}, ")), "{tag}: {title}");
        }
    }
}

#[test]
fn every_message_is_used_and_every_used_message_exists() {
    let english = messages("en");
    let source: String = files(&folder("src"), &["rs"]).iter().map(|path| read(path)).collect();
    let templates: String = files(&folder("themes/default"), &["html"]).iter().map(|path| read(path)).collect();
    let in_templates = keys_in_templates(&templates);
    let unused: Vec<&String> =
        english.keys().filter(|key| !in_templates.contains(*key) && !source.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "unused messages: {unused:?}");
    let missing: Vec<&String> = in_templates.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "messages missing for templates: {missing:?}");
    let missing: BTreeSet<&str> = keys_in_source(&source).filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "messages missing for the source: {missing:?}");
}

/// The keys that the source uses by name. Keys in lists are tested next to the lists.
fn keys_in_source(source: &str) -> impl Iterator<Item = &str> {
    let plain = source.match_indices(".text(\"").filter_map(|(at, paths)| source[at + paths.len()..].split('"').next());
    let known = source.match_indices("message!(").filter_map(|(at, paths)| {
        let rest = &source[at + paths.len()..];
        rest.split([')', ';']).next()?.split('"').nth(1)
    });
    let is_name = |key: &&str| key.chars().all(|ch| ch.is_ascii_lowercase() || ch == '_');
    plain.chain(known).filter(move |key| !key.is_empty() && is_name(key))
}

/// The keys that templates use.
fn keys_in_templates(templates: &str) -> BTreeSet<String> {
    let is_name = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
    let plain = templates.match_indices("text.").filter(|(at, _)| !templates[..*at].ends_with(['.', '_']));
    let plain = plain.map(|(at, paths)| templates[at + paths.len()..].split(|ch| !is_name(ch)).next());
    let calls = ["\" | message", "\" | forms"].into_iter().flat_map(|call| templates.match_indices(call));
    let known = calls.map(|(at, _)| templates[..at].rsplit('"').next());
    plain.chain(known).flatten().filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

#[test]
fn templates_contain_no_text() {
    let mut wrong = Vec::new();
    for path in files(&folder("themes/default"), &["html"]) {
        let (text, code) = split_template(&read(&path));
        let mut bare = text_of(&text);
        let attributes_with_text = ["aria-label", "alt", "title", "content", "placeholder"];
        for name in attributes_with_text.into_iter().chain(["data-label", "data-none", "data-close", "data-failed"]) {
            // These values are for machines.
            let machines = ["width=device", "no-referrer", "default-src", "website", "summary", "noindex", "0; url="];
            let value = common::attributes(&text, name).into_iter();
            let value = value.filter(|value| !machines.iter().any(|start| value.starts_with(start)));
            bare.extend(value.flat_map(|value| [" ", value]));
        }
        let words = bare.split(|ch: char| !ch.is_alphabetic()).filter(|word| !word.is_empty());
        wrong.extend(words.filter(|word| !NAMES.contains(word)).map(|word| format!("{path}: {word}")));
        // Keys are in small letters; text has capitals or spaces.
        let literals = code.split('"').skip(1).step_by(2);
        let has_words = |literal: &&str| {
            literal.chars().any(char::is_uppercase) || literal.trim().contains(' ') && !literal.contains('<')
        };
        wrong.extend(literals.filter(has_words).map(|literal| format!("{path}: {literal}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Splits a template into its text and the code in its braces.
fn split_template(template: &str) -> (String, String) {
    let (mut text, mut code) = (String::new(), String::new());
    let mut rest = template;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        text.push_str(&rest[..at]);
        let end = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let (inside, after) = rest[at + 2..].split_once(end).expect("braces that close");
        // Nested braces pass a value to a component: `{{<a b={c} />}}` closes with three.
        if end != "#}" {
            code.push_str(inside);
        }
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    text.push_str(rest);
    (text, code)
}

/// English messages and long parts of them, except those that the content or the facts contain too.
fn english_phrases() -> Vec<String> {
    let mut allowed_text = String::new();
    for (place, extensions) in
        [("content-example", &["md", "yaml"][..]), ("src/framework/data", &["yaml"]), ("src/programme", &["rs"])]
    {
        files(&folder(place), extensions).iter().for_each(|path| allowed_text.push_str(&plain(&read(path))));
    }
    let parts = messages("en").into_values().flat_map(|(parts, names)| {
        let least = if names.is_empty() { 2 } else { 3 };
        let long = move |part: &String| part.split_whitespace().count() >= least;
        parts.into_iter().map(|part| plain(&part)).filter(long)
    });
    parts.filter(|part| !allowed_text.contains(part.as_str())).collect()
}

fn check_language(tag: &str) {
    let language = LanguageTag::parse(tag).expect("a language");
    let direction = if language.direction() == Direction::Rtl { "rtl" } else { "ltr" };
    let files = example_in(tag);
    let english = english_phrases();
    assert!(english.len() > 200, "only {} English phrases", english.len());
    let keys: Vec<String> = messages("en").into_keys().filter(|key| key.contains('_')).collect();
    let pages = pages(&files);
    assert!(pages.len() > 50, "only {} pages", pages.len());
    // Searching for each of the phrases would take seconds. Some are part of others.
    let searcher = AhoCorasick::new(&english).expect("phrases");
    let found = |text: &str| -> Vec<&String> {
        let found: BTreeSet<usize> =
            searcher.find_overlapping_iter(text).map(|part| part.pattern().as_usize()).collect();
        found.into_iter().map(|at| &english[at]).collect()
    };
    let mut wrong = Vec::new();
    for (address, html) in pages {
        assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\"")), "{address}");
        let mut text = text_of(html);
        for name in ["aria-label", "alt", "title", "content", "data-label"] {
            common::attributes(html, name).iter().for_each(|value| text.push_str(&format!(" {}", plain(value))));
        }
        let text = text.replace(['\u{2068}', '\u{2069}'], "");
        wrong.extend(found(&text).iter().map(|part| format!("{address}: {part}")));
        let words: BTreeSet<&str> = text.split(|ch: char| !ch.is_alphanumeric() && ch != '_').collect();
        let named = keys.iter().filter(|key| words.contains(key.as_str()));
        wrong.extend(named.map(|key| format!("{address}: the key {key} instead of a message")));
        if text.contains("{$") {
            wrong.push(format!("{address}: a variable is not filled in"));
        }
    }
    for file in files.iter().filter(|file| file.path.ends_with(".ics") || file.path.ends_with(".xml")) {
        let whole = String::from_utf8_lossy(&file.bytes).replace("\r\n ", "");
        // The name of the program is for machines.
        let lines: Vec<&str> = whole.lines().filter(|line| !line.starts_with("PRODID:")).collect();
        let text = plain(&lines.join("\n"));
        wrong.extend(found(&text).iter().map(|part| format!("{}: {part}", file.path)));
    }
    wrong.sort_unstable();
    wrong.dedup();
    assert!(wrong.is_empty(), "{tag}: {} times: {:#?}", wrong.len(), wrong.iter().take(60).collect::<Vec<_>>());
}

#[test]
fn a_site_in_another_language_has_its_direction_and_no_english_interface_text() {
    for tag in languages().into_iter().filter(|tag| tag != "en") {
        check_language(&tag);
    }
}

#[test]
fn open_data_is_the_same_in_every_language() {
    let data = |files: &[OutputFile]| {
        let file = files.iter().find(|file| file.path == "programme.json").expect("open data");
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    assert_eq!(data(&example_in("cy")), data(&example_in("en-GB")));
}
