//! Parses YAML into a tree in which every key and value has its span.
//!
//! Scalars keep their spelling, so `title: 2026`, `starts: 17:30` and `kind: no` mean what a teacher sees.
//! Stage 2 converts them to types.

use std::collections::HashMap;
use std::ops::Range;

use serde_yaml::{Error, Location, Spanned};

use super::raw_yaml::Raw;
use super::yaml_hints::{YamlHint, is_list_character, value_start};
use crate::read::findings::ReadProblem;
use crate::read::yaml_findings::YamlMistake;
use crate::report::{Findings, Source};

/// A value and its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its value.
    pub value: Value,
    /// In bytes of the file.
    pub span: Range<usize>,
}

/// A YAML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// Text, number, date, yes or no, as written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in order.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// The span of the key.
    pub key_span: Range<usize>,
    /// Its value.
    pub node: Node,
}

/// What YAML itself may write after a `!`.
const TAGS: [&str; 9] = ["!str", "!int", "!float", "!bool", "!null", "!seq", "!map", "!timestamp", "!binary"];

/// Parses the YAML in `span` of a file. `None`, with a finding, if it is invalid.
/// Reports duplicate keys, and keeps the first.
pub fn parse_yaml(source: &Source, span: Range<usize>, findings: &mut Findings) -> Option<Node> {
    let yaml = source.text.get(span.clone())?;
    if yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Some(Node { value: Value::Map(Vec::new()), span: span.start..span.start });
    }
    let tree = Tree { source, start: span.start, yaml };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(yaml, options()) {
        Ok(raw) => {
            let node = tree.node(raw, findings);
            match tree.list_character(&node).or_else(|| tree.unused_anchor(&node)) {
                Some((problem, span)) => {
                    findings.add(problem, source.place(span));
                    None
                }
                None => Some(node),
            }
        }
        Err(error) => {
            let (problem, span) = tree.error_to_problem(&error);
            findings.add(problem, source.place(span));
            None
        }
    }
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        with_snippet: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::PassThrough,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        budget: serde_yaml::budget! { max_depth: 40, max_nodes: 200_000, flow_nesting_limit: 40, max_documents: 1, },
    }
}

/// Text without the characters that Unicode keeps for programs, which later stages use as marks.
fn without_noncharacters(text: String) -> String {
    let is_noncharacter = |ch: char| ('\u{FDD0}'..='\u{FDEF}').contains(&ch);
    if text.contains(is_noncharacter) { text.replace(is_noncharacter, "") } else { text }
}

struct Tree<'a> {
    source: &'a Source,
    start: usize,
    yaml: &'a str,
}

impl Tree<'_> {
    fn node(&self, raw: Spanned<Raw>, findings: &mut Findings) -> Node {
        let span = self.span(raw.referenced);
        let value = match raw.value {
            Raw::Null => Value::Null,
            Raw::Text(text) => Value::Scalar(without_noncharacters(text)),
            Raw::Unquoted => {
                let defined = self.span(raw.defined);
                Value::Scalar(self.source.text.get(defined).unwrap_or_default().trim().to_owned())
            }
            Raw::List(items) => Value::List(items.into_iter().map(|item| self.node(item, findings)).collect()),
            Raw::Map(pairs) => Value::Map(self.entries(pairs, findings)),
        };
        Node { value, span }
    }

    fn entries(&self, pairs: Vec<(Spanned<String>, Spanned<Raw>)>, findings: &mut Findings) -> Vec<Entry> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        let mut entries = Vec::with_capacity(pairs.len());
        for (mut key, value) in pairs {
            key.value = without_noncharacters(key.value);
            let key_span = self.span(key.referenced);
            let node = self.node(value, findings);
            if let Some(first) = seen.get(&key.value).copied() {
                let first_line = self.source.place(first..first).positions().0.line;
                findings.add(ReadProblem::DuplicateKey { key: key.value, first_line }, self.source.place(key_span));
                continue;
            }
            seen.insert(key.value.clone(), key_span.start);
            entries.push(Entry { key: key.value, key_span, node });
        }
        entries
    }

    /// A list whose items begin as in Word. YAML reads all of it as one text.
    fn list_character(&self, node: &Node) -> Option<(ReadProblem, Range<usize>)> {
        match &node.value {
            Value::Null => None,
            Value::Scalar(_) => {
                let text = &self.source.text;
                let first = text.get(node.span.clone())?.lines().next()?;
                let character = first.chars().next().filter(|ch| is_list_character(*ch))?;
                let item = first.get(character.len_utf8()..)?.strip_prefix([' ', '\t', '\u{a0}'])?.trim().to_owned();
                let line_start = text.get(..node.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
                let begins_line = text.get(line_start..node.span.start)?.trim().is_empty();
                let span = node.span.start..node.span.start + character.len_utf8();
                begins_line.then(|| (YamlMistake::ListCharacter { character, item }.into(), span))
            }
            Value::List(items) => items.iter().find_map(|item| self.list_character(item)),
            Value::Map(entries) => entries.iter().find_map(|entry| self.list_character(&entry.node)),
        }
    }

    /// A first word that YAML takes as its own notation: `&more to come` becomes “to come”, and `!Stop press` “press”.
    fn unused_anchor(&self, node: &Node) -> Option<(ReadProblem, Range<usize>)> {
        match &node.value {
            Value::Null | Value::Scalar(_) => {
                let before = self.source.text.get(..node.span.start)?;
                let value = value_start(before)?;
                let written = before.get(value..)?;
                let word = written.split_whitespace().next()?;
                let at = value + (written.len() - written.trim_start().len());
                let is_unused = match (word.strip_prefix('&'), word.strip_prefix('!')) {
                    (Some(anchor), _) => !self.has_alias(anchor),
                    (_, Some(tag)) => !TAGS.contains(&tag),
                    _ => false,
                };
                let character = word.chars().next()?;
                is_unused.then(|| (YamlMistake::SpecialCharacter { character }.into(), at..at + word.len()))
            }
            Value::List(items) => items.iter().find_map(|item| self.unused_anchor(item)),
            Value::Map(entries) => entries.iter().find_map(|entry| self.unused_anchor(&entry.node)),
        }
    }

    /// True if a value is the one with this anchor: `*anchor`.
    fn has_alias(&self, anchor: &str) -> bool {
        let mut aliases = self.yaml.split('*').skip(1);
        aliases.any(|rest| rest.strip_prefix(anchor).is_some_and(|after| !after.starts_with(char::is_alphanumeric)))
    }

    /// In bytes of the file.
    fn span(&self, location: Location) -> Range<usize> {
        let span = location.span();
        match (span.byte_offset(), span.byte_len()) {
            (Some(offset), Some(length)) => {
                let start = self.start + offset as usize;
                start..start + length as usize
            }
            _ => {
                let at = self.offset(location.line(), location.column());
                at..at
            }
        }
    }

    /// The byte of the file at a line and a column, both from 1.
    fn offset(&self, line: u64, column: u64) -> usize {
        let line_start = match line.checked_sub(2) {
            Some(newlines) => {
                let nth = self.yaml.match_indices('\n').nth(newlines as usize);
                nth.map_or(self.yaml.len(), |(at, _)| at + 1)
            }
            None => 0,
        };
        let rest = self.yaml.get(line_start..).unwrap_or_default();
        let inside = rest.char_indices().nth(column.saturating_sub(1) as usize).map_or(rest.len(), |(at, _)| at);
        self.start + line_start + inside
    }

    fn error_to_problem(&self, error: &Error) -> (ReadProblem, Range<usize>) {
        let error = error.without_snippet();
        let location = error.location().unwrap_or(Location::UNKNOWN);
        let at = if location.line() == 0 { self.start } else { self.span(location).start };
        let detail = error.to_string();
        // Inside aliases, the library reports limits only in its message.
        let limits = ["budget breached", "alias replay", "alias expansion", "recursion limit"];
        if limits.iter().any(|limit| detail.contains(limit)) {
            return (ReadProblem::YamlTooComplex, at..at);
        }
        let hint = YamlHint { text: &self.source.text, start: self.start, yaml: self.yaml };
        let (mistake, at) = hint.diagnose(&detail, at);
        let end = self.source.text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |ch| at + ch.len_utf8());
        (mistake.into(), at..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{ContentPath, Problem};

    fn read(text: &str) -> (Option<Node>, Vec<String>) {
        let source = Source { path: ContentPath::new("x.yaml"), text: text.into() };
        let mut findings = Findings::default();
        let node = parse_yaml(&source, 0..text.len(), &mut findings);
        (node, findings.sorted().into_iter().map(|finding| finding.message).collect())
    }

    fn value<'a>(node: &'a Node, key: &str) -> &'a Node {
        let Value::Map(entries) = &node.value else { panic!("a map") };
        &entries.iter().find(|entry| entry.key == key).expect("the key").node
    }

    #[test]
    fn scalars_keep_their_spelling_and_span() {
        let text = "title: 2026\nstarts: 17:30\nkind: no\nn: 012\ndate: 2027-03-04\nbig: 1e3\nyes: true\n";
        let (node, problems) = read(text);
        assert!(problems.is_empty(), "{problems:?}");
        let node = node.expect("YAML");
        for (key, spelt) in
            [("title", "2026"), ("starts", "17:30"), ("kind", "no"), ("n", "012"), ("big", "1e3"), ("yes", "true")]
        {
            let found = value(&node, key);
            assert_eq!(found.value, Value::Scalar(spelt.into()), "{key}");
            assert_eq!(&text[found.span.clone()], spelt);
        }
    }

    #[test]
    fn a_duplicate_key_is_reported_with_the_first_line() {
        let (_, problems) = read("a: 1\nb: 2\na: 3\n");
        assert_eq!(problems, [ReadProblem::DuplicateKey { key: "a".into(), first_line: 1 }.message()]);
    }

    #[test]
    fn common_mistakes_are_diagnosed() {
        for (text, mistake) in [
            ("title: Careers: Fair\n", YamlMistake::SecondColon { quoted: "title: \"Careers: Fair\"".into() }),
            ("name: “St X: Y”\n", YamlMistake::CurlyQuotes { quoted: "name: \"St X: Y\"".into() }),
            ("a:\n\tb: 1\n", YamlMistake::Tab { lines: "line 2".into(), spaces: 2 }),
            ("- role: x\n\tb: 1\n\tc: 1\n", YamlMistake::Tab { lines: "lines 2 and 3".into(), spaces: 2 }),
            ("a:\n  • b\n  • c\n", YamlMistake::ListCharacter { character: '•', item: "b".into() }),
            ("a:\n• b\n• c\n", YamlMistake::ListCharacter { character: '•', item: "b".into() }),
            ("a:\n  - x\n• b\nc: 1\n", YamlMistake::ListCharacter { character: '•', item: "b".into() }),
            ("a:\n  – b\n", YamlMistake::ListCharacter { character: '–', item: "b".into() }),
            (
                "name: x\nkind academy\nb: 1\n",
                YamlMistake::MissingColon { word: "kind".into(), fixed: "kind: academy".into() },
            ),
            (
                "name: x\nkind:academy\n\n# A comment.\nb: 1\n",
                YamlMistake::NoSpaceAfterColon { fixed: "kind: academy".into() },
            ),
            ("phone:01632\nb: 1\n", YamlMistake::NoSpaceAfterColon { fixed: "phone: 01632".into() }),
            ("title: \"Careers\nname: x\n", YamlMistake::UnclosedQuote),
            ("title: @home\n", YamlMistake::SpecialCharacter { character: '@' }),
            ("title: &more to come\n", YamlMistake::SpecialCharacter { character: '&' }),
            ("title: !Stop press\n", YamlMistake::SpecialCharacter { character: '!' }),
            ("title: &more\n", YamlMistake::SpecialCharacter { character: '&' }),
            ("titles:\n  - a\n  - &b c\n", YamlMistake::SpecialCharacter { character: '&' }),
            ("titles: [a, &b c]\n", YamlMistake::SpecialCharacter { character: '&' }),
            ("a: 1\n  b: 2\n", YamlMistake::Indentation),
            ("a: 1\nb\nc: 2\n", YamlMistake::Indentation),
            ("a: [1, 2\nb: 3\n", YamlMistake::UnclosedBracket),
            ("name:Priya\nrole: x\n", YamlMistake::NoSpaceAfterColon { fixed: "name: Priya".into() }),
            ("a: 'it's fun'\n", YamlMistake::QuoteInside),
            ("a:\n-pupils\nb: 1\n", YamlMistake::NoSpaceAfterDash),
        ] {
            assert_eq!(read(text).1, [mistake.message()], "{text:?}");
        }
    }

    #[test]
    fn exponential_aliases_and_deep_nesting_are_refused() {
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..9 {
            let parts = vec![format!("*a{}", level - 1); 10].join(", ");
            bomb.push_str(&format!("a{level}: &a{level} [{parts}]\n"));
        }
        assert_eq!(read(&bomb).1, [ReadProblem::YamlTooComplex.message()]);
        assert_eq!(read(&"[".repeat(5000)).1, [ReadProblem::YamlTooComplex.message()]);
    }

    proptest::proptest! {
        #[test]
        fn every_span_is_in_the_text(text in "[a-z0-9:\\-\\[\\]{}\"' \n\t#&*|>é]{0,80}") {
            if let (Some(node), _) = read(&text) {
                let mut nodes = vec![node];
                while let Some(node) = nodes.pop() {
                    proptest::prop_assert!(text.get(node.span.clone()).is_some(), "{:?} in {:?}", node.span, text);
                    match node.value {
                        Value::List(items) => nodes.extend(items),
                        Value::Map(entries) => nodes.extend(entries.into_iter().map(|entry| entry.node)),
                        _ => {}
                    }
                }
            }
        }
    }
}
