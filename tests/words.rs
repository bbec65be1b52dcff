//! Words that may not come back: private metaphors and translated phrases that nobody finds by searching.
//!
//! Each row of the tables names a word and the plain one to use instead. Names are split at capitals and underscores,
//! so `toldTwice`, `TOLD` and `is_told` all hold the word `told`. Phrases are looked for in comments and texts, in
//! whole words and without regard to capitals. What is right in spite of a row is allowed by name, with the reason.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test reads source files and fails on the first surprise"
)]

#[path = "common/rust_source.rs"]
mod rust_source;

use std::collections::BTreeMap;
use std::path::Path;

use rust_source::{Token, TokenKind, files, tokens};

/// Words that no name in Rust holds, and what to say instead.
const IN_NAMES: &[(&str, &str)] = &[
    ("told", "reported, findings, output"),
    ("tell", "report"),
    ("tells", "reports"),
    ("telling", "reporting, identifying"),
    ("say", "format, message"),
    ("said", "output, message, stated"),
    ("says", "message, has_text"),
    ("speak", "use, format"),
    ("speaks", "uses, is_translated"),
    ("spoken", "read_aloud"),
    ("heard", "verdict, reply"),
    ("unheard", "without_feedback, unanswered"),
    ("desk", "AppState, TestSite"),
    ("door", "HttpClient, Peer"),
    ("eyes", "Watcher"),
    ("shelf", "cache"),
    ("room", "MemoryBudget, TempSite, module"),
    ("rooms", "layers, modules"),
    ("notebook", "LinkCacheFile"),
    ("tour", "link_checker"),
    ("trouble", "error, problem, mistake"),
    ("troubles", "errors, problems"),
    ("standing", "summary, lookup, existing output"),
    ("wish", "request"),
    ("stranger", "forbidden, foreign"),
    ("strangers", "forbidden"),
    ("dress", "inject"),
    ("undressed", "without_injected_script"),
    ("house", "site, folder"),
    ("errand", "task"),
    ("upheaval", "RootReplaced"),
    ("surroundings", "host"),
    ("remark", "comment"),
    ("remarks", "comments"),
    ("slip", "mistake, typo, hint"),
    ("slips", "mistakes, typos, hints"),
    ("sign", "character, symbol"),
    ("signs", "characters, symbols"),
    ("ending", "extension, suffix"),
    ("endings", "extensions, suffixes"),
    ("behind", "after, following"),
    ("beside", "next_to, also"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("amiss", "wrong"),
    ("anew", "again, rebuild"),
    ("garbled", "invalid"),
    ("doubt", "uncertain"),
    ("patience", "TIMEOUT"),
    ("showing", "visibility"),
    ("withheld", "hidden, suppressed"),
    ("dice", "Random, Rng"),
];

/// Whole names that no code has, and what to say instead.
const NAMES: &[(&str, &str)] = &[("letter", "ch"), ("letters", "range, chars")];

/// Words that no name in capitals starts with.
const CONSTANT_STARTS: &[(&str, &str)] = &[
    ("MOST_", "MAX_"),
    ("LARGEST_", "MAX_"),
    ("LONGEST_", "MAX_"),
    ("HIGHEST_", "MAX_"),
    ("FEWEST_", "MIN_"),
    ("LEAST_", "MIN_"),
    ("SMALLEST_", "MIN_"),
    ("SHORTEST_", "MIN_"),
    ("LOWEST_", "MIN_"),
    ("AT_A_TIME", "MAX_CONCURRENT"),
];

/// A phrase that no comment and no text holds.
struct Phrase {
    words: &'static str,
    /// It may follow one of these words: “there is no page” is English, “this is no page” is not.
    unless_after: &'static [&'static str],
    instead: &'static str,
}

const fn phrase(words: &'static str, instead: &'static str) -> Phrase {
    Phrase { words, unless_after: &[], instead }
}

const fn phrase_unless(words: &'static str, unless_after: &'static [&'static str], instead: &'static str) -> Phrase {
    Phrase { words, unless_after, instead }
}

const PHRASES: &[Phrase] = &[
    phrase_unless("is no", &["there", "where", "that", "it"], "is not a"),
    phrase_unless("are no", &["there", "where"], "are not"),
    phrase("is told", "is reported, is passed, receives"),
    phrase("are told", "are reported, receive"),
    phrase("was told", "was reported, received"),
    phrase("is said", "is stated, the text is"),
    phrase("are said", "are stated"),
    phrase("worth telling", "warnings"),
    phrase("stands in", "is in"),
    phrase("stands at", "is at"),
    phrase("stands below", "is below"),
    phrase("stands above", "is above"),
    phrase("stands beside", "is next to"),
    phrase("stands behind", "is after, follows"),
    phrase("stands there", "is there"),
    phrase("stand in", "are in"),
    phrase("stand there", "are there"),
    phrase("standing in", "in"),
    phrase("behind the colon", "after the colon"),
    phrase("behind it", "after it"),
    phrase("behind them", "after them"),
    phrase("side by side", "in parallel, next to each other"),
    phrase("slip of the pen", "mistake, typo"),
    phrase("slips of the pen", "mistakes, typos"),
    phrase("amiss", "wrong"),
    phrase("anew", "again"),
    phrase("to mend", "to fix, to put right"),
    phrase("mended", "fixed, put right"),
    phrase("mends", "fixes"),
    phrase("remark", "comment"),
    phrase("remarks", "comments"),
    phrase("trouble", "problem, error, mistake"),
    phrase("troubles", "problems, errors, mistakes"),
    phrase("door to", "client, access to"),
    phrase("for then", "because"),
    phrase("so many of so many", "done of total"),
    phrase("take apart", "parse, split"),
    phrase("taken apart", "parsed, split"),
    phrase("takes apart", "parses, splits"),
    phrase("make anew", "rebuild, recreate"),
    phrase("made anew", "rebuilt, recreated"),
];

/// Names and lines that may hold a word of a table, with the reason. Names are compared as a whole; of a line, a part.
const ALLOWED: &[(&str, &str)] = &[
    ("you_said", "“You said, we did” is a term of feedback in schools"),
    ("you said", "“You said, we did” is a term of feedback in schools"),
    ("heard", "the key `heard:` of a survey file"),
    ("said", "the key `said:` of an action"),
    ("says", "the key `says:` of a backer"),
    ("nobody is told that you subscribe", "plain English on a page"),
    ("cast_sign_loss", "a lint of Clippy"),
    ("name_beside_picture", "the finding `name-beside-picture`"),
    ("NameBesidePicture", "the finding `name-beside-picture`"),
];

/// Folders that hold content, recorded output or other people's words.
const LEFT_OUT: [&str; 4] = ["tests/cases", "tests/fixtures", "tests/golden", "tests/words.rs"];

/// One use of a word that may not come back.
struct Use {
    folder: String,
    line: String,
}

/// All uses of the words of the tables below some folders of this repository.
fn uses() -> Vec<Use> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut uses = Vec::new();
    for folder in ["src", "tests", "benches", "themes"] {
        for path in files(&root.join(folder), &["rs", "html", "css", "js", "yaml", "ftl"]) {
            let name = path.strip_prefix(root).expect("a path below the root").to_string_lossy().replace('\\', "/");
            if LEFT_OUT.iter().any(|left_out| name.starts_with(left_out)) {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text file");
            let found = if name.ends_with(".rs") { rust_uses(&text) } else { text_uses(&text, 0) };
            let folder = name.split('/').take(2).collect::<Vec<_>>().join("/");
            uses.extend(found.into_iter().map(|(start, message)| {
                let line = text[..start].matches('\n').count() + 1;
                Use { folder: folder.clone(), line: format!("{name}:{line}: {message}") }
            }));
        }
    }
    uses
}

/// Where a Rust file uses a word, in bytes, and what to say instead.
fn rust_uses(text: &str) -> Vec<(usize, String)> {
    let mut uses = Vec::new();
    for Token { kind, text, start } in tokens(text) {
        match kind {
            TokenKind::Name => uses.extend(name_use(text).map(|message| (start, message))),
            TokenKind::Comment | TokenKind::Text => uses.extend(text_uses(text, start)),
            TokenKind::Other | TokenKind::Symbol => {}
        }
    }
    uses
}

fn name_use(name: &str) -> Option<String> {
    if ALLOWED.iter().any(|(allowed, _)| *allowed == name) {
        return None;
    }
    if name.chars().all(|ch| !ch.is_lowercase())
        && let Some((_, instead)) = CONSTANT_STARTS.iter().find(|(start, _)| name.starts_with(start))
    {
        return Some(format!("`{name}`: say {instead}"));
    }
    if let Some((_, instead)) = NAMES.iter().find(|(word, _)| *word == name) {
        return Some(format!("`{name}`: say {instead}"));
    }
    let words = words_of(name);
    let (word, instead) = IN_NAMES.iter().find(|(word, _)| words.iter().any(|own| own == word))?;
    Some(format!("`{name}` holds “{word}”: say {instead}"))
}

/// The words of a name in small letters.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for ch in name.chars() {
        if ch == '_' || ch.is_uppercase() && was_small {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| ch != '_') {
            word.extend(ch.to_lowercase());
        }
        was_small = !ch.is_uppercase() && ch != '_';
    }
    words
}

/// Where a text holds a phrase of the table. `start` is added to each place.
fn text_uses(text: &str, start: usize) -> Vec<(usize, String)> {
    let small = text.to_ascii_lowercase();
    let mut uses = Vec::new();
    for phrase in PHRASES {
        for (at, _) in small.match_indices(phrase.words) {
            let (before, after) = (&small[..at], &small[at + phrase.words.len()..]);
            let is_whole = !before.ends_with(is_part_of_word) && !after.starts_with(is_part_of_word);
            let word_before = before.trim_end().rsplit(|ch: char| !is_part_of_word(ch)).next().unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let line_end = after.find('\n').map_or(small.len(), |end| small.len() - after.len() + end);
            let line = &small[line_start..line_end];
            let is_allowed = ALLOWED.iter().any(|(allowed, _)| line.contains(allowed));
            if is_whole && !is_allowed && !phrase.unless_after.contains(&word_before) {
                uses.push((start + at, format!("“{}”: say {}", phrase.words, phrase.instead)));
            }
        }
    }
    uses
}

/// Hyphens and digits are parts of words here: CSS classes and codes are not sentences.
fn is_part_of_word(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_' || ch == '-'
}

#[test]
fn plain_words_are_used() {
    let uses = uses();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    uses.iter().for_each(|found| *counts.entry(&found.folder).or_default() += 1);
    let counts: Vec<String> = counts.iter().map(|(folder, count)| format!("{folder}: {count}")).collect();
    // `WORDS=src/view` shows all uses in one folder.
    let wanted = std::env::var("WORDS").unwrap_or_default();
    let shown = uses.iter().filter(|found| found.folder.starts_with(&wanted)).map(|found| found.line.as_str());
    let shown: Vec<&str> = shown.take(if wanted.is_empty() { 40 } else { usize::MAX }).collect();
    assert!(uses.is_empty(), "{}\n\n{} uses; by folder:\n{}", shown.join("\n"), uses.len(), counts.join("\n"));
}

#[test]
fn no_two_public_types_share_a_name() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files(&src, &["rs"]) {
        let text = std::fs::read_to_string(&path).expect("a source file");
        let file = path.strip_prefix(&src).expect("a path below src").display().to_string();
        for name in public_types(&text) {
            types.entry(name).or_default().push(file.clone());
        }
    }
    // A macro’s `$name` names no type itself.
    types.remove("$");
    types.retain(|_, files| files.len() > 1);
    assert!(types.is_empty(), "{} names: {types:#?}", types.len());
}

/// The names of the types that a file declares `pub`, to whomever.
fn public_types(text: &str) -> Vec<String> {
    let all: Vec<Token<'_>> = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Comment).collect();
    let mut names = Vec::new();
    for (at, token) in all.iter().enumerate().filter(|(_, token)| token.is_name("pub")) {
        debug_assert_eq!(token.text, "pub");
        let is_limited = all.get(at + 1).is_some_and(|next| next.is("("));
        let after = if is_limited { all[at..].iter().position(|token| token.is(")")).unwrap_or(0) + 1 } else { 1 };
        let is_type = |token: &&Token<'_>| ["struct", "enum", "trait", "type", "union"].contains(&token.text);
        if all.get(at + after).filter(is_type).is_some() {
            names.extend(all.get(at + after + 1).map(|name| name.text.to_owned()));
        }
    }
    names
}

#[test]
fn words_are_found_in_names_whatever_their_case() {
    for name in ["told", "Told", "told_twice", "ToldTwice", "PagesTold", "IS_TOLD", "MOST_FILES"] {
        assert!(name_use(name).is_some(), "{name}");
    }
    for name in ["stolen", "retold", "Toldo", "almost_files", "MOSTLY", "designs", "you_said"] {
        assert!(name_use(name).is_none(), "{name}");
    }
}

#[test]
fn phrases_are_found_in_whole_words_of_comments_and_texts() {
    let found = |text: &str| rust_uses(text).len();
    assert_eq!(found("// This is no sheet."), 1);
    assert_eq!(found("let a = \"a space behind the colon\";"), 1);
    assert_eq!(found("// There is no sheet. This is not one. Whose is nobody's?"), 0);
    assert_eq!(found("let is = no;"), 0);
    assert_eq!(public_types("pub(crate) struct A;\npub enum B {}\nstruct C;\n// pub struct D;"), ["A", "B"]);
}
