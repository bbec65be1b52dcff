//! What is promised of languages: every word of the interface comes from one file per language, each
//! language has all of them, and a site in Welsh or Urdu shows no English that its school has not written.
use std::collections::{BTreeMap, BTreeSet};

use crate::common::{self, folder, pages, plain, text_of};
use camino::{Utf8Path, Utf8PathBuf};
use fingerpost::framework::Facts;
use fingerpost::render::OutputFile;
use fingerpost::report::{Found, Severity};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// Words of templates that are the same in every language: names of products and of a standard.
const NAMES: [&str; 3] = ["Google", "Outlook", "WCAG"];

/// All files below a folder with one of some endings.
fn files(at: &Utf8Path, endings: &[&str]) -> Vec<Utf8PathBuf> {
    let mut found = Vec::new();
    for entry in at.read_dir_utf8().expect("a folder") {
        let path = entry.expect("an entry").into_path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.contains(&ending)) {
            found.push(path);
        }
    }
    found
}

fn read(path: &Utf8Path) -> String {
    std::fs::read_to_string(path).expect("a text")
}

/// Every message of a language: its plain parts, and the names of what it is given.
fn messages(tag: &str) -> BTreeMap<String, (Vec<String>, BTreeSet<String>)> {
    let text = read(&folder("themes/default/strings").join(format!("{tag}.ftl")));
    let resource = fluent_syntax::parser::parse(text.as_str()).expect("every line can be read");
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let (mut parts, mut names) = (Vec::new(), BTreeSet::new());
        // What an English message may be given stands above it.
        let lines = message.comment.map(|comment| comment.content).unwrap_or_default();
        names.extend(lines.iter().filter_map(|line| Some(line.strip_prefix('$')?.split_once(':')?.0.to_owned())));
        gather(&message.value.expect("words"), &mut parts, &mut names);
        let before = messages.insert(message.id.name.to_owned(), (parts, names));
        assert!(before.is_none(), "{tag}: {} stands there twice", message.id.name);
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

/// The languages that there are.
fn languages() -> Vec<String> {
    let strings = files(&folder("themes/default/strings"), &["ftl"]);
    strings.iter().map(|path| path.file_stem().expect("a name").to_owned()).collect()
}

#[test]
fn every_language_has_the_same_messages_and_asks_for_nothing_else() {
    let english = messages("en");
    let own: BTreeSet<&str> = ["pupil", "pupils", "parents", "staff", "employers", "group", "groups"].into();
    assert!(languages().len() >= 3, "only {:?} are there", languages());
    for tag in languages() {
        let messages = messages(&tag);
        let keys = |of: &BTreeMap<String, _>| of.keys().cloned().collect::<BTreeSet<String>>();
        let differ: Vec<String> = keys(&messages).symmetric_difference(&keys(&english)).cloned().collect();
        assert!(differ.is_empty(), "{tag}: {differ:?}");
        for (key, (_, names)) in &messages {
            let given = &english.get(key).expect("the same messages").1;
            let strange: Vec<&String> =
                names.difference(given).filter(|name| !own.contains(name.to_lowercase().as_str())).collect();
            assert!(strange.is_empty(), "{tag}: {key} is given no {strange:?}");
        }
    }
}

#[test]
fn every_message_is_said_somewhere_and_every_message_that_is_said_is_there() {
    let english = messages("en");
    let source: String = files(&folder("src"), &["rs"]).iter().map(|path| read(path)).collect();
    let templates: String = files(&folder("themes/default"), &["html"]).iter().map(|path| read(path)).collect();
    let in_templates = said_in(&templates);
    let unused: Vec<&String> =
        english.keys().filter(|key| !in_templates.contains(*key) && !source.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
    let missing: Vec<&String> = in_templates.iter().filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "templates say {missing:?}");
    let missing: BTreeSet<&str> = said_by(&source).filter(|key| !english.contains_key(*key)).collect();
    assert!(missing.is_empty(), "the source says {missing:?}");
}

/// The messages that the source says by name. Those that stand in lists of it are tested beside the lists.
fn said_by(source: &str) -> impl Iterator<Item = &str> {
    let plain = source.match_indices(".text(\"").filter_map(|(at, found)| source[at + found.len()..].split('"').next());
    let given = source.match_indices("message!(").filter_map(|(at, found)| {
        let rest = &source[at + found.len()..];
        rest.split([')', ';']).next()?.split('"').nth(1)
    });
    let is_name = |key: &&str| key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    plain.chain(given).filter(move |key| !key.is_empty() && is_name(key))
}

/// The messages that templates say.
fn said_in(templates: &str) -> BTreeSet<String> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let plain = templates.match_indices("text.").filter(|(at, _)| !templates[..*at].ends_with(['.', '_']));
    let plain = plain.map(|(at, found)| templates[at + found.len()..].split(|letter| !is_name(letter)).next());
    let calls = ["\" | say", "\" | forms"].into_iter().flat_map(|call| templates.match_indices(call));
    let given = calls.map(|(at, _)| templates[..at].rsplit('"').next());
    plain.chain(given).flatten().filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let mut wrong = Vec::new();
    for path in files(&folder("themes/default"), &["html"]) {
        let (text, code) = apart(&read(&path));
        let mut bare = text_of(&text);
        let spoken = ["aria-label", "alt", "title", "content", "placeholder"];
        for name in spoken.into_iter().chain(["data-label", "data-none", "data-close", "data-failed"]) {
            // These say something to machines.
            let machines = ["width=device", "no-referrer", "default-src", "website", "summary"];
            let said = common::attributes(&text, name).into_iter();
            let said = said.filter(|said| !machines.iter().any(|start| said.starts_with(start)));
            bare.extend(said.flat_map(|said| [" ", said]));
        }
        let words = bare.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        wrong.extend(words.filter(|word| !NAMES.contains(word)).map(|word| format!("{path}: {word}")));
        // A message has a small name; words that a template hands on have capitals or spaces.
        let literals = code.split('"').skip(1).step_by(2);
        let has_words = |literal: &&str| {
            literal.chars().any(char::is_uppercase) || literal.trim().contains(' ') && !literal.contains('<')
        };
        wrong.extend(literals.filter(has_words).map(|literal| format!("{path}: {literal}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A template's text, and all that stands in its braces.
fn apart(template: &str) -> (String, String) {
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
        // Nested braces hand a value to a component: `{{<a b={c} />}}` closes with three.
        if end != "#}" {
            code.push_str(inside);
        }
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    text.push_str(rest);
    (text, code)
}

/// The example school's site in another language, in memory.
fn example_in(tag: &str) -> Vec<OutputFile> {
    let work = tempfile::tempdir().expect("a folder");
    let root = Utf8PathBuf::from_path_buf(work.path().to_owned()).expect("Unicode");
    for path in files_of(&folder("content-example")) {
        let target = root.join(path.strip_prefix(folder("content-example")).expect("below"));
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        std::fs::copy(&path, &target).expect("copied");
    }
    let school = read(&root.join("school.yaml")).replace("language: en-GB", &format!("language: {tag}"));
    assert!(school.contains(&format!("language: {tag}")), "the example names its language");
    std::fs::write(root.join("school.yaml"), without_words(&school)).expect("written");
    let facts = Facts::load().expect("the facts");
    let sources = fingerpost::read::read(&root, None).value;
    let Found { value: made, findings } = fingerpost::build_sources(sources, &facts, common::today(), &mut |_| {});
    let errors = findings.sorted().into_iter().filter(|finding| finding.severity == Severity::Error);
    let told: Vec<_> = errors.map(|finding| finding.message).collect();
    assert!(told.is_empty(), "{told:?}");
    made.expect("a school and a careers leader").files
}

fn files_of(at: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = at.read_dir_utf8().expect("a folder").map(|entry| entry.expect("an entry").into_path());
    entries.flat_map(|path| if path.is_dir() { files_of(&path) } else { vec![path] }).collect()
}

/// `school.yaml` without the school's own words for its people: those of the language stand in.
fn without_words(school: &str) -> String {
    let mut lines = Vec::new();
    let mut inside = false;
    for line in school.lines() {
        inside = line.starts_with("words:") || inside && line.starts_with(' ');
        if !inside {
            lines.push(line);
        }
    }
    lines.join("\n") + "\n"
}

/// Whole English messages and long parts of them, but for those that the school's content or the facts hold too.
fn telling_english() -> Vec<String> {
    let mut theirs = String::new();
    for (place, endings) in
        [("content-example", &["md", "yaml"][..]), ("src/framework/data", &["yaml"]), ("src/programme", &["rs"])]
    {
        files(&folder(place), endings).iter().for_each(|path| theirs.push_str(&plain(&read(path))));
    }
    let parts = messages("en").into_values().flat_map(|(parts, names)| {
        let least = if names.is_empty() { 2 } else { 3 };
        let long = move |part: &String| part.split_whitespace().count() >= least;
        parts.into_iter().map(|part| plain(&part)).filter(long)
    });
    parts.filter(|part| !theirs.contains(part.as_str())).collect()
}

fn speaks(tag: &str, direction: &str) {
    let files = example_in(tag);
    let english = telling_english();
    assert!(english.len() > 200, "only {} English phrases tell", english.len());
    let keys: Vec<String> = messages("en").into_keys().filter(|key| key.contains('_')).collect();
    let pages = pages(&files);
    assert!(pages.len() > 50, "only {} pages", pages.len());
    let mut wrong = Vec::new();
    for (address, html) in pages {
        assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{address}");
        let mut text = text_of(html);
        for name in ["aria-label", "alt", "title", "content", "data-label"] {
            common::attributes(html, name).iter().for_each(|said| text.push_str(&format!(" {}", plain(said))));
        }
        let text = text.replace(['\u{2068}', '\u{2069}'], "");
        wrong.extend(english.iter().filter(|part| text.contains(*part)).map(|part| format!("{address}: {part}")));
        let words: BTreeSet<&str> = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        let named = keys.iter().filter(|key| words.contains(key.as_str()));
        wrong.extend(named.map(|key| format!("{address}: the message {key} is missing")));
        if text.contains("{$") {
            wrong.push(format!("{address}: a place is not filled"));
        }
    }
    for file in files.iter().filter(|file| file.path.ends_with(".ics") || file.path.ends_with(".xml")) {
        let whole = String::from_utf8_lossy(&file.bytes).replace("\r\n ", "");
        // Which program wrote a calendar is told to machines.
        let lines: Vec<&str> = whole.lines().filter(|line| !line.starts_with("PRODID:")).collect();
        let text = plain(&lines.join("\n"));
        wrong.extend(english.iter().filter(|part| text.contains(*part)).map(|part| format!("{}: {part}", file.path)));
    }
    wrong.sort_unstable();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} times: {:#?}", wrong.len(), wrong.iter().take(60).collect::<Vec<_>>());
}

#[test]
fn a_site_in_welsh_says_nothing_in_english_of_its_own() {
    speaks("cy", "ltr");
}

#[test]
fn a_site_in_urdu_runs_from_right_to_left_and_says_nothing_in_english_of_its_own() {
    speaks("ur", "rtl");
}

#[test]
fn data_for_machines_are_the_same_in_every_language() {
    let data = |files: &[OutputFile]| {
        let file = files.iter().find(|file| file.path == "programme.json").expect("open data");
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    assert_eq!(data(&example_in("cy")), data(&example_in("en-GB")));
}
