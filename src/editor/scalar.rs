//! Writes a text as a YAML scalar that reads back as the same text.

use granit_parser::ScalarStyle;

use crate::read::{Value, parse_yaml};
use crate::report::{ContentPath, Findings, Source};

/// Where a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScalarPlace {
    /// After `key: `.
    Key,
    /// After `- `.
    Item,
    /// In `{ key: … }`.
    FlowKey,
    /// In `[…]`.
    FlowItem,
}

/// A text to write.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScalarRequest<'t> {
    pub(super) text: &'t str,
    /// True for numbers, dates and words of the format, false for words for people.
    pub(super) is_word: bool,
    /// The style and the text of the scalar that it replaces.
    pub(super) before: Option<(ScalarStyle, &'t str)>,
    pub(super) context: ScalarPlace,
}

/// A scalar as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WrittenScalar {
    /// All of it, or the `|` above its lines.
    pub(super) head: String,
    /// Its lines, without indentation.
    pub(super) lines: Option<Vec<String>>,
}

impl WrittenScalar {
    fn inline(head: String) -> Self {
        Self { head, lines: None }
    }
}

/// Writes a text, in the first way that reads back as the same text.
pub(super) fn write(request: &ScalarRequest<'_>) -> WrittenScalar {
    candidates(request)
        .into_iter()
        .find(|candidate| is_read_back(candidate, request))
        .unwrap_or_else(|| WrittenScalar::inline(double_quoted(request.text)))
}

/// A key, in quotation marks if it needs them.
pub(super) fn key(key: &str, is_in_flow: bool) -> String {
    let reads_back = |written: &str| {
        let yaml = if is_in_flow { format!("{{ {written}: x }}") } else { format!("{written}: x") };
        let Some(Value::Map(entries)) = read(&yaml) else { return false };
        matches!(entries.as_slice(), [entry] if entry.key == key && matches!(&entry.node.value, Value::Scalar(x) if x == "x"))
    };
    let quotes = [key.to_owned(), single_quoted(key)];
    quotes.into_iter().find(|written| reads_back(written)).unwrap_or_else(|| double_quoted(key))
}

/// The ways to write a text, the best first.
fn candidates(request: &ScalarRequest<'_>) -> Vec<WrittenScalar> {
    let text = request.text;
    let is_block = matches!(request.context, ScalarPlace::Key | ScalarPlace::Item);
    let plain = || Some(WrittenScalar::inline(text.to_owned())).filter(|_| is_plain(text));
    let single = || Some(WrittenScalar::inline(single_quoted(text))).filter(|_| !text.chars().any(is_special));
    let double = || Some(WrittenScalar::inline(double_quoted(text)));
    let literal = || literal(text).filter(|_| is_block);
    let quoted = || if text.contains(['"', '\\']) { [single(), double()] } else { [double(), single()] };
    let may_be_plain = request.is_word || !is_ambiguous(text) || was_ambiguous(request);
    let plain = || plain().filter(|_| may_be_plain);
    let [first_quoted, second_quoted] = quoted();
    let ways = match request.before.map(|(style, _)| style) {
        _ if text.contains('\n') => [literal(), double(), None, None],
        Some(ScalarStyle::DoubleQuoted) => [double(), None, None, None],
        Some(ScalarStyle::SingleQuoted) => [single(), double(), None, None],
        Some(ScalarStyle::Literal | ScalarStyle::Folded) => [literal(), plain(), first_quoted, second_quoted],
        Some(ScalarStyle::Plain) | None => [plain(), first_quoted, second_quoted, None],
    };
    ways.into_iter().flatten().collect()
}

/// True if the value before was a text that another program could take for something else, and had no quotation marks.
fn was_ambiguous(request: &ScalarRequest<'_>) -> bool {
    let is_same_kind =
        |before: &str| is_ambiguous(before) && starts_as_number(before) == starts_as_number(request.text);
    request.before.is_some_and(|(style, before)| style == ScalarStyle::Plain && is_same_kind(before))
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(is_special)
}

/// True for a text that a program could take for yes or no, nothing, a number, a date or a time.
pub(super) fn is_ambiguous(text: &str) -> bool {
    const WORDS: [&str; 10] = ["yes", "no", "on", "off", "true", "false", "y", "n", "null", "~"];
    let lower = text.to_lowercase();
    let is_number_part = |ch: char| {
        ch.is_ascii_hexdigit() || matches!(ch, '.' | ',' | ':' | '+' | '-' | '_' | '/' | 'x' | 'o' | 't' | 'z')
    };
    WORDS.contains(&lower.as_str())
        || [".inf", "+.inf", "-.inf", ".nan"].contains(&lower.as_str())
        || (starts_as_number(text) && lower.chars().all(is_number_part))
}

fn starts_as_number(text: &str) -> bool {
    text.trim_start_matches(['+', '-', '.']).starts_with(|ch: char| ch.is_ascii_digit())
}

/// True for characters that only double quotation marks can hold, as escapes, or that change what is read.
fn is_special(ch: char) -> bool {
    ch.is_control() || matches!(ch, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn single_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// In double quotation marks, with escapes for what they can’t hold.
pub(crate) fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for ch in text.chars() {
        match ch {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            ch if is_special(ch) => quoted.push_str(&format!("\\u{:04x}", u32::from(ch))),
            ch => quoted.push(ch),
        }
    }
    quoted.push('"');
    quoted
}

/// Below a `|`. `None` if the text can't be written so: its first line begins with a space, or it has special characters.
fn literal(text: &str) -> Option<WrittenScalar> {
    let is_allowed = |ch: char| ch == '\n' || ch == '\t' || !is_special(ch);
    let content = text.trim_end_matches('\n');
    let first = content.trim_start_matches('\n');
    if first.is_empty() || first.starts_with([' ', '\t']) || !text.chars().all(is_allowed) {
        return None;
    }
    let line_ends = text.len() - content.len();
    let (head, kept) = match line_ends {
        0 => ("|-", content),
        1 => ("|", content),
        _ => ("|+", text.strip_suffix('\n').unwrap_or(text)),
    };
    Some(WrittenScalar { head: head.to_owned(), lines: Some(kept.split('\n').map(str::to_owned).collect()) })
}

fn is_read_back(candidate: &WrittenScalar, request: &ScalarRequest<'_>) -> bool {
    let mut written = candidate.head.clone();
    for line in candidate.lines.iter().flatten() {
        written.push_str(if line.is_empty() { "\n" } else { "\n  " });
        written.push_str(line);
    }
    let yaml = match request.context {
        ScalarPlace::Key => format!("k: {written}\n"),
        ScalarPlace::Item => format!("- {written}\n"),
        ScalarPlace::FlowKey => format!("{{ k: {written}, l: {{ k: {written} }} }}\n"),
        ScalarPlace::FlowItem => format!("[{written}, [{written}]]\n"),
    };
    let is_text = |value: &Value| matches!(value, Value::Scalar(text) if text == request.text);
    match read(&yaml) {
        Some(Value::Map(entries)) => match entries.as_slice() {
            [entry] => request.context == ScalarPlace::Key && is_text(&entry.node.value),
            // In braces, what follows may matter: `{ k: ? }` is something else.
            [entry, last] if request.context == ScalarPlace::FlowKey => {
                let Value::Map(inner) = &last.node.value else { return false };
                is_text(&entry.node.value) && matches!(inner.as_slice(), [entry] if is_text(&entry.node.value))
            }
            _ => false,
        },
        Some(Value::List(items)) => match items.as_slice() {
            [item] => request.context == ScalarPlace::Item && is_text(&item.value),
            [item, last] if request.context == ScalarPlace::FlowItem => {
                let Value::List(inner) = &last.value else { return false };
                is_text(&item.value) && matches!(inner.as_slice(), [item] if is_text(&item.value))
            }
            _ => false,
        },
        _ => false,
    }
}

/// What the reader reads. `None` if it reports anything.
fn read(yaml: &str) -> Option<Value> {
    let source = Source { path: ContentPath::new("edit.yaml"), text: yaml.into() };
    let mut findings = Findings::default();
    let node = parse_yaml(&source, 0..yaml.len(), &mut findings)?;
    findings.is_empty().then_some(node.value)
}
