//! Writes values as YAML, as a teacher would.

use super::file_edit::YamlValue;
use super::layout::YamlLayout;
pub(super) use super::scalar::ScalarPlace;
use super::scalar::{self, ScalarRequest};
use granit_parser::ScalarStyle;

/// The longest list in brackets that is written on one line, in characters.
const MAX_FLOW_LIST: usize = 80;
/// The longest text of a list in brackets, in characters.
const MAX_FLOW_TEXT: usize = 24;
/// The indentation of keys below their key.
const INDENT: usize = 2;

/// A value that is written after a colon or a dash.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// What is on the same line, without the space before it.
    pub(super) head: String,
    /// The lines below, each after its line break.
    pub(super) rest: String,
}

/// Where a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueWriter<'t> {
    pub(super) layout: YamlLayout<'t>,
    /// The column of the key or the dash.
    pub(super) column: usize,
    pub(super) is_item: bool,
    /// Inside brackets or braces.
    pub(super) is_in_flow: bool,
}

impl ValueWriter<'_> {
    fn context(&self) -> ScalarPlace {
        match (self.is_in_flow, self.is_item) {
            (true, true) => ScalarPlace::FlowItem,
            (true, false) => ScalarPlace::FlowKey,
            (false, true) => ScalarPlace::Item,
            (false, false) => ScalarPlace::Key,
        }
    }

    fn line(&self, column: usize) -> String {
        format!("{}{}", self.layout.line_end, " ".repeat(column))
    }

    /// A value in place of another, whose style and text stay if they can.
    pub(super) fn write(&self, value: &YamlValue, before: Option<(ScalarStyle, &str)>) -> Written {
        match value {
            YamlValue::Null => Written::default(),
            YamlValue::Text(text) => self.scalar(text, false, before),
            YamlValue::Word(text) => self.scalar(text, true, before),
            YamlValue::List(items) if self.is_in_flow || self.is_item || is_flow_list(items) => {
                Written { head: flow_list(items), rest: String::new() }
            }
            YamlValue::List(items) => self.block_list(items),
            YamlValue::Map(entries) if self.is_in_flow || entries.is_empty() => {
                Written { head: flow_map(entries), rest: String::new() }
            }
            YamlValue::Map(entries) => self.block_map(entries),
        }
    }

    fn scalar(&self, text: &str, is_word: bool, before: Option<(ScalarStyle, &str)>) -> Written {
        let written = scalar::write(&ScalarRequest { text, is_word, before, context: self.context() });
        match written.lines {
            None => Written { head: written.head, rest: String::new() },
            Some(lines) => {
                let indent = self.line(self.column + INDENT);
                let line = |line: &str| {
                    if line.is_empty() { self.layout.line_end.to_owned() } else { format!("{indent}{line}") }
                };
                Written { head: written.head, rest: lines.iter().map(|text| line(text)).collect() }
            }
        }
    }

    fn block_list(&self, items: &[YamlValue]) -> Written {
        let column = self.column + self.layout.list_indent;
        let rest = items.iter().map(|item| self.line(column) + &self.item(item, column)).collect();
        Written { head: String::new(), rest }
    }

    /// An item with its dash at a column, which is not written.
    pub(super) fn item(&self, value: &YamlValue, column: usize) -> String {
        let target = ValueWriter { column, is_item: true, ..*self };
        let written = target.write(value, None);
        let space = if written.head.is_empty() { "" } else { " " };
        format!("-{space}{}{}", written.head, written.rest)
    }

    fn block_map(&self, entries: &[(String, YamlValue)]) -> Written {
        let column = self.column + INDENT;
        let lines = entries.iter().map(|(key, value)| self.entry(key, value, column));
        if self.is_item {
            let lines: Vec<String> = lines.collect();
            return Written { head: lines.join(&self.line(column)), rest: String::new() };
        }
        Written { head: String::new(), rest: lines.map(|entry| self.line(column) + &entry).collect() }
    }

    /// A key with its value. The key is at a column, which is not written.
    pub(super) fn entry(&self, key: &str, value: &YamlValue, column: usize) -> String {
        let target = ValueWriter { column, is_item: false, ..*self };
        let written = target.write(value, None);
        let space = if written.head.is_empty() { "" } else { " " };
        format!("{}:{space}{}{}", scalar::key(key, self.is_in_flow), written.head, written.rest)
    }
}

/// True for numbers and words of the format, and a few short texts.
fn is_flow_list(items: &[YamlValue]) -> bool {
    let length = |item: &YamlValue| match item {
        YamlValue::Word(word) => Some(word.chars().count()).filter(|_| !word.contains('\n')),
        YamlValue::Text(text) => {
            Some(text.chars().count()).filter(|length| *length <= MAX_FLOW_TEXT && !text.contains('\n'))
        }
        _ => None,
    };
    let lengths: Option<Vec<usize>> = items.iter().map(length).collect();
    lengths.is_some_and(|lengths| lengths.iter().map(|length| length + 2).sum::<usize>() <= MAX_FLOW_LIST)
}

pub(super) fn flow_list(items: &[YamlValue]) -> String {
    let items: Vec<String> = items.iter().map(|item| flow_value(item, ScalarPlace::FlowItem)).collect();
    format!("[{}]", items.join(", "))
}

fn flow_map(entries: &[(String, YamlValue)]) -> String {
    if entries.is_empty() {
        return "{}".to_owned();
    }
    let entries: Vec<String> = entries.iter().map(|(key, value)| flow_entry(key, value)).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// A key with its value inside braces.
pub(super) fn flow_entry(key: &str, value: &YamlValue) -> String {
    let key = scalar::key(key, true);
    match value {
        YamlValue::Null => format!("{key}:"),
        value => format!("{key}: {}", flow_value(value, ScalarPlace::FlowKey)),
    }
}

pub(super) fn flow_value(value: &YamlValue, context: ScalarPlace) -> String {
    let scalar = |text, is_word| scalar::write(&ScalarRequest { text, is_word, before: None, context }).head;
    match value {
        // An empty item can't be written in brackets.
        YamlValue::Null => "null".to_owned(),
        YamlValue::Text(text) => scalar(text, false),
        YamlValue::Word(text) => scalar(text, true),
        YamlValue::List(items) => flow_list(items),
        YamlValue::Map(entries) => flow_map(entries),
    }
}
