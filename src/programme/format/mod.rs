//! The content format: types that are parsed from YAML and have a JSON Schema.
//!
//! `record!` and `string_enum!` turn a documented struct or enum into a type, its parser (which reports every
//! mistake, not only the first) and its JSON Schema. So the format is defined in one place.

mod control;
mod day;
mod inexact;
mod list;
mod macros;
mod percent;
mod scalars;
mod schema;
mod synonyms;
mod unread_markdown;

use serde_json::Value as Json;

use super::prose::Prose;
pub use super::rich_text::RichText;
use super::terms::AcademicYear;
use crate::programme::findings::{ContentProblem, Expected};
use crate::read::{Document, Entry, Node, Value};
use crate::report::{Findings, Place, Source, Subject, did_you_mean};
use synonyms::keys_meant;

pub(in crate::programme) use control::FieldMark;
pub use control::{ChoiceOption, Control, FieldDefinition, NamedThing};
pub use day::{Day, day, wrong_weekday};
pub use inexact::InexactDate;
pub use list::{
    Answers, Groups, LabelledTexts, Located, MAX_SMALL, PeopleCount, Score, Tally, exact_small, is_not_stated,
    max_meant, whole_number,
};
pub use macros::hyphens;
pub(crate) use macros::{key, record, string_enum};
pub use percent::Percent;
pub(crate) use scalars::yes_or_no;
pub use scalars::{Clock, Colour, Email, Link, Phone, Text, Verbatim};
pub use schema::{Schema, describe};
pub(crate) use synonyms::is_key;
pub(super) use synonyms::{plain, value_meant};

/// A value of the format.
pub trait FromNode: Sized {
    /// Parses the value. Returns `None` after adding a finding.
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self>;
    fn schema() -> Json;
    /// How it is asked for in a form.
    fn control() -> Control;
    /// The keys in it whose values are sentences or titles on the site.
    fn prose_keys() -> Vec<ProseKey> {
        Vec::new()
    }
    /// True for a text that may have links, bold and emphasis.
    const IS_RICH: bool = false;
    /// True if `a, b` without brackets is always a list of two.
    const SPLITS_AT_COMMAS: bool = false;
}

/// A key whose values are sentences or titles on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProseKey {
    pub name: &'static str,
    /// True if its values may have links, bold and emphasis.
    pub is_rich: bool,
}

/// Parses the values of one file and collects findings.
#[derive(Debug)]
pub struct FieldReader<'a> {
    pub(super) source: &'a Source,
    /// The span of the Markdown after the front matter; empty for YAML files.
    body: std::ops::Range<usize>,
    /// The academic year of school.yaml, once it is known.
    pub(super) year: Option<&'a AcademicYear>,
    pub(super) findings: &'a mut Findings,
}

impl<'a> FieldReader<'a> {
    pub fn new(source: &'a Source, findings: &'a mut Findings) -> Self {
        Self { source, body: 0..0, year: None, findings }
    }

    pub(super) fn of(document: &'a Document, year: Option<&'a AcademicYear>, findings: &'a mut Findings) -> Self {
        Self { source: &document.source, body: document.body.clone(), year, findings }
    }

    /// True for a Markdown file without front matter.
    fn has_no_front_matter(&self) -> bool {
        self.source.path.extension() == "md" && !self.source.text.trim_start().starts_with("---")
    }

    pub fn prose(&self) -> Prose {
        Prose { place: self.source.place(self.body.clone()) }
    }

    pub fn place(&self, node: &Node) -> Place {
        self.source.place(node.span.clone())
    }

    /// Reports a problem with a node, and returns `None`.
    pub fn reject<T>(&mut self, node: &Node, problem: ContentProblem) -> Option<T> {
        let place = self.place(node);
        self.findings.add(problem, place);
        None
    }

    /// Reports that a node has the wrong type, and returns `None`.
    pub(super) fn wrong_type<T>(&mut self, node: &Node, expected: Expected) -> Option<T> {
        let found = match &node.value {
            Value::Null => "empty".into(),
            Value::Scalar(text) => format!("`{text}`"),
            Value::List(_) => "a list".into(),
            Value::Map(_) => "a set of keys".into(),
        };
        self.reject(node, ContentProblem::WrongType { expected, found })
    }

    /// The text of a scalar, or `None` with a finding.
    pub fn scalar<'n>(&mut self, node: &'n Node, expected: Expected) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => Some(text.trim()),
            _ => self.wrong_type(node, expected),
        }
    }

    /// The entries of a map, or `None` with a finding.
    pub(super) fn entries<'n>(&mut self, node: &'n Node) -> Option<&'n [Entry]> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            _ => self.wrong_type(node, Expected::Keys),
        }
    }
}

/// The entries of a map that no field has used yet.
#[derive(Debug)]
pub struct Fields<'n> {
    remaining: Vec<&'n Entry>,
    map: &'n Node,
}

impl<'n> Fields<'n> {
    fn take(&mut self, key: &'static str) -> Option<&'n Entry> {
        let exact = self.remaining.iter().position(|entry| entry.key == key);
        let index = exact.or_else(|| self.remaining.iter().position(|entry| is_key(&entry.key, key)))?;
        Some(self.remaining.remove(index))
    }

    /// Parses a required value.
    pub fn required<T: FromNode>(
        &mut self,
        key: &'static str,
        example: &str,
        reader: &mut FieldReader<'_>,
    ) -> Option<T> {
        match self.take(key) {
            Some(entry) if entry.node.value == Value::Null => {
                let (place, broken) = (reader.source.place(entry.key_span.clone()), self.subject(key, reader));
                let problem = commented_out(entry, reader);
                let problem = problem.unwrap_or_else(|| ContentProblem::EmptyValue { key: key.into() });
                reader.findings.add_breaking(problem, place, [broken]);
                None
            }
            Some(entry) => self.value(entry, reader, T::from_node),
            None => {
                // Marks the first key (or the whole file if it is empty), because the span of a map can be long.
                let first = self.remaining.first().map(|entry| entry.key_span.clone());
                let span = first.unwrap_or(self.map.span.start..self.map.span.start);
                let example = format!("{key}: {example}");
                let problem = if reader.has_no_front_matter() {
                    ContentProblem::NoFrontMatter { key, example }
                } else {
                    ContentProblem::MissingKey { key, example }
                };
                let needed = self.subject(key, reader);
                reader.findings.add_needing(problem, reader.source.place(span), [needed]);
                None
            }
        }
    }

    /// Parses the value of a key. What is found in it breaks the key, so that nobody calls it missing.
    fn value<T>(
        &self,
        entry: &Entry,
        reader: &mut FieldReader<'_>,
        parse: impl FnOnce(&Node, &mut FieldReader<'_>) -> T,
    ) -> T {
        let before = reader.findings.len();
        let value = parse(&entry.node, reader);
        let subject = self.subject(&entry.key, reader);
        reader.findings.break_after(before, &subject);
        value
    }

    fn subject(&self, key: &str, reader: &FieldReader<'_>) -> Subject {
        Subject::key(&reader.place(self.map), key)
    }

    /// Parses a value that may be missing or blank.
    pub fn optional<T: FromNode>(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Option<T> {
        let entry = self.take(key)?;
        if entry.node.value == Value::Null {
            report_commented_out(entry, reader);
            return None;
        }
        self.value(entry, reader, T::from_node)
    }

    /// Parses a list, which may be missing, blank or a single value.
    pub fn list<T: FromNode>(&mut self, key: &'static str, reader: &mut FieldReader<'_>) -> Vec<T> {
        let Some(entry) = self.take(key) else { return Vec::new() };
        if entry.node.value == Value::Null {
            report_commented_out(entry, reader);
        }
        if T::IS_RICH {
            report_cut_items(&entry.node, reader);
        }
        self.value(entry, reader, one_or_more)
    }

    /// Reports every key that no field has used.
    pub fn finish(self, known: &[&'static str], reader: &mut FieldReader<'_>) {
        for entry in &self.remaining {
            let near = || did_you_mean(&entry.key, known.iter().copied()).into_iter().collect();
            let suggestions = Some(keys_meant(&entry.key, known)).filter(|keys| !keys.is_empty()).unwrap_or_else(near);
            let meant: Vec<Subject> = suggestions.iter().map(|key| self.subject(key, reader)).collect();
            let problem = if suggestions.is_empty() && follows_comma(entry, reader) {
                ContentProblem::TextAfterComma { text: entry.key.clone() }
            } else {
                ContentProblem::UnknownKey { key: entry.key.clone(), known: known.to_vec(), suggestions }
            };
            reader.findings.add_breaking(problem, reader.source.place(entry.key_span.clone()), meant);
        }
    }
}

/// True for `weekly` in `{ when: On Tuesdays, weekly }`, which YAML reads as a key without a value.
fn follows_comma(entry: &Entry, reader: &FieldReader<'_>) -> bool {
    let before = reader.source.text.get(..entry.key_span.start).unwrap_or_default();
    entry.node.value == Value::Null && before.trim_end().ends_with(',')
}

fn report_commented_out(entry: &Entry, reader: &mut FieldReader<'_>) {
    if let Some(problem) = commented_out(entry, reader) {
        reader.findings.add(problem, reader.source.place(entry.key_span.clone()));
    }
}

/// For `colour: #0b5d4e`: without quotation marks, YAML reads the value as a comment.
fn commented_out(entry: &Entry, reader: &FieldReader<'_>) -> Option<ContentProblem> {
    let rest = reader.source.text.get(entry.key_span.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let (_, comment) = rest.split_once(" #")?;
    (!comment.is_empty() && !comment.starts_with([' ', '#']))
        .then(|| ContentProblem::CommentedOut { key: entry.key.clone(), comment: format!("#{}", comment.trim_end()) })
}

/// Reports `[Visits, talks and tasters, CV help]`, where a comma most likely cuts an item in two: a part begins with a small
/// letter, and at least two with a capital.
fn report_cut_items(node: &Node, reader: &mut FieldReader<'_>) {
    let Value::List(items) = &node.value else { return };
    let written = |item: &Node| reader.source.text.get(item.span.clone()).unwrap_or_default();
    if !reader.source.text.get(node.span.start..).is_some_and(|text| text.starts_with('[')) {
        return;
    }
    let begins = |item: &Node, is: fn(char) -> bool| written(item).starts_with(is);
    let cut = items.windows(2).find_map(|pair| match pair {
        [first, second] if begins(first, char::is_uppercase) && begins(second, char::is_lowercase) => {
            Some([first, second])
        }
        _ => None,
    });
    let Some([first, second]) =
        cut.filter(|_| items.iter().filter(|item| begins(item, char::is_uppercase)).count() > 1)
    else {
        return;
    };
    let (first, second_words) = (written(first).trim().to_owned(), written(second).trim().to_owned());
    let place = reader.place(second);
    reader.findings.add(ContentProblem::CutAtComma { first, second: second_words }, place);
}

/// Parses a list, a single value or nothing. Words and numbers may be separated by commas.
pub fn one_or_more<T: FromNode>(node: &Node, reader: &mut FieldReader<'_>) -> Vec<T> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(items) => items.iter().filter_map(|item| T::from_node(item, reader)).collect(),
        Value::Scalar(text) if T::SPLITS_AT_COMMAS && text.contains(',') => {
            let parts = text
                .split(',')
                .map(|part| Node { value: Value::Scalar(part.trim().to_owned()), span: node.span.clone() });
            parts.filter_map(|part| T::from_node(&part, reader)).collect()
        }
        _ => T::from_node(node, reader).into_iter().collect(),
    }
}

pub trait Record: Sized {
    /// Its keys, in the order of the declaration.
    fn keys() -> Vec<&'static str>;
    /// Parses its fields from the entries of a map.
    fn take(fields: &mut Fields<'_>, reader: &mut FieldReader<'_>, at: Place) -> Option<Self>;
    /// The keys marked `prose`, with those of nested records.
    fn own_prose_keys() -> Vec<ProseKey>;
    fn describe(schema: &mut Schema);
    /// Its fields, in the order of the declaration.
    fn fields() -> Vec<FieldDefinition>;
    fn description() -> String;
}

impl<R: Record> FromNode for R {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let mut fields = Fields { remaining: reader.entries(node)?.iter().collect(), map: node };
        let record = R::take(&mut fields, reader, reader.place(node));
        fields.finish(&R::keys(), reader);
        record
    }

    fn prose_keys() -> Vec<ProseKey> {
        R::own_prose_keys()
    }

    fn schema() -> Json {
        let mut schema = Schema::new(&R::description());
        R::describe(&mut schema);
        schema.finish()
    }

    fn control() -> Control {
        Control::Record(R::fields)
    }
}

/// The index of a node's word in `words`. Ignores case; spaces and underscores count as hyphens, and other words with the
/// same meaning as the word.
pub fn parse_choice(node: &Node, words: &[&'static str], reader: &mut FieldReader<'_>) -> Option<usize> {
    let written = reader.scalar(node, Expected::Text)?;
    let plain = plain(written);
    let meant = value_meant(&plain, words);
    let index =
        words.iter().position(|word| *word == plain).or_else(|| words.iter().position(|word| Some(*word) == meant));
    if index.is_none() {
        let suggestion = did_you_mean(&plain, words.iter().copied()).map(str::to_owned);
        let known = words.iter().map(|word| (*word).to_owned()).collect();
        let problem = ContentProblem::UnknownValue { value: written.to_owned(), known, suggestion };
        return reader.reject(node, problem);
    }
    index
}
