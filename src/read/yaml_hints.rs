//! Guesses the mistake that caused a YAML syntax error, from the library's message and the line.

use crate::read::yaml_findings::YamlMistake;
use crate::report::list;

/// A text with a syntax error.
pub(super) struct YamlHint<'a> {
    /// The whole file.
    pub(super) text: &'a str,
    /// Where its YAML begins.
    pub(super) start: usize,
    /// The YAML.
    pub(super) yaml: &'a str,
}

impl YamlHint<'_> {
    /// The likely mistake, and its byte in the file.
    pub(super) fn diagnose(&self, detail: &str, at: usize) -> (YamlMistake, usize) {
        let text = self.text;
        let line_start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let indent = line.len() - line.trim_start().len();
        if detail.contains("tab") || line.get(..indent).is_some_and(|space| space.contains('\t')) {
            return self.tabs(line_start, at);
        }
        if let Some(quote) = quote_inside(line) {
            return (YamlMistake::QuoteInside, line_start + quote);
        }
        if line.trim_start().strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
            return (YamlMistake::NoSpaceAfterDash, line_start + indent);
        }
        if let Some(found) = self.near(at, colon_without_space) {
            return found;
        }
        if detail.contains("quoted scalar") || detail.contains("unclosed") && line.contains(['"', '\'']) {
            return (YamlMistake::UnclosedQuote, at);
        }
        let second_colon = text.get(at..).is_some_and(|rest| rest.starts_with(':')) && line.matches(": ").count() > 1;
        if detail.contains("mapping values") && second_colon {
            return match curly_value(line) {
                Some((curly, quoted)) => (YamlMistake::CurlyQuotes { quoted }, line_start + curly),
                None => (YamlMistake::SecondColon { quoted: quoted(line) }, at),
            };
        }
        if let Some(bracket) = self.unclosed_bracket() {
            return (YamlMistake::UnclosedBracket, bracket);
        }
        if let Some((start, character)) = special_start(line) {
            return (YamlMistake::SpecialCharacter { character }, line_start + start);
        }
        if let Some(found) = self.near(at, list_character).or_else(|| self.near(at, missing_colon)) {
            return found;
        }
        if ["mapping values", "block", "indent", "simple key", "expected ':'"].iter().any(|word| detail.contains(word))
        {
            return (YamlMistake::Indentation, at);
        }
        (YamlMistake::Other { detail: first_clause(detail) }, at)
    }

    /// The first tab at the start of a line, and all lines that begin with one.
    fn tabs(&self, line_start: usize, at: usize) -> (YamlMistake, usize) {
        let begins_with_tab = |line: &str| line.trim_start_matches(' ').starts_with('\t');
        let yaml_end = self.start + self.yaml.len();
        let lines: Vec<(usize, &str)> = lines_with_starts(self.text).collect();
        let tabbed: Vec<usize> = (1..)
            .zip(&lines)
            .filter(|(_, (start, line))| (self.start..yaml_end).contains(start) && begins_with_tab(line))
            .map(|(number, _)| number)
            .collect();
        let Some((start, line)) = tabbed.first().and_then(|number| lines.get(number - 1)) else {
            // A tab further inside, or at the end of the line above.
            let tab = self.text.get(line_start..).and_then(|rest| rest.find('\t')).map_or(at, |tab| line_start + tab);
            let number = (1..).zip(&lines).filter(|(_, (start, _))| *start <= tab).map(|(number, _)| number).last();
            return (YamlMistake::Tab { lines: format!("line {}", number.unwrap_or(1)), spaces: 0 }, tab);
        };
        let mut before = lines.iter().filter(|(other, line)| other < start && *other >= self.start && is_content(line));
        let spaces = before.next_back().map_or(0, |(_, above)| indent_below(above));
        let numbers: Vec<String> = tabbed.iter().map(ToString::to_string).collect();
        let lines = format!("{} {}", if tabbed.len() == 1 { "line" } else { "lines" }, list(&numbers));
        (YamlMistake::Tab { lines, spaces }, start + line.find('\t').unwrap_or(0))
    }

    /// What `find` returns for the line of `at` or the one above it. It gets a line and its byte in the file.
    fn near(
        &self,
        at: usize,
        find: impl Fn(&str, usize) -> Option<(YamlMistake, usize)>,
    ) -> Option<(YamlMistake, usize)> {
        let text = self.text;
        let mut end = text.get(at..)?.find('\n').map_or(text.len(), |newline| at + newline);
        loop {
            let start = text.get(..end)?.rfind('\n').map_or(0, |newline| newline + 1).max(self.start);
            let line = text.get(start..end)?;
            if let Some(found) = find(line.trim_end(), start) {
                return Some(found);
            }
            let is_above = end < at;
            end = start.checked_sub(1).filter(|end| *end > self.start)?;
            // Comments between the two do not count.
            if is_above && is_content(line) {
                return None;
            }
        }
    }

    /// The last bracket that is never closed. Ignores quotation marks and comments.
    fn unclosed_bracket(&self) -> Option<usize> {
        let mut open = Vec::new();
        for (at, ch) in self.yaml.char_indices() {
            match ch {
                '[' | '{' => open.push(at),
                ']' | '}' => {
                    open.pop();
                }
                _ => {}
            }
        }
        open.last().map(|at| self.start + at)
    }
}

/// `name:Priya`.
fn colon_without_space(line: &str, start: usize) -> Option<(YamlMistake, usize)> {
    let pair = line.trim_start().trim_start_matches("- ");
    let length = key_length(pair)?;
    let value = pair.get(length..)?.strip_prefix(':')?;
    let is_joined = value.starts_with(|ch: char| ch.is_alphanumeric() || matches!(ch, '"' | '\'' | '[' | '“' | '+'));
    let fixed = format!("{}: {value}", pair.get(..length)?);
    is_joined.then(|| (YamlMistake::NoSpaceAfterColon { fixed }, start + line.len() - pair.len() + length))
}

/// `• pupils`.
fn list_character(line: &str, start: usize) -> Option<(YamlMistake, usize)> {
    let written = line.trim_start();
    let character = written.chars().next().filter(|ch| is_list_character(*ch))?;
    let item = written.get(character.len_utf8()..)?.trim().to_owned();
    let at = start + line.len() - written.len();
    (!item.is_empty()).then_some((YamlMistake::ListCharacter { character, item }, at))
}

/// `kind academy`.
fn missing_colon(line: &str, start: usize) -> Option<(YamlMistake, usize)> {
    let pair = line.trim_start().trim_start_matches("- ");
    let length = key_length(pair)?;
    let (word, value) = (pair.get(..length)?, pair.get(length..)?.strip_prefix(' ')?);
    let is_key =
        word.chars().all(|ch| ch.is_ascii_lowercase() || ch == '-') && !line.contains(": ") && !line.ends_with(':');
    let mistake = || YamlMistake::MissingColon { word: word.to_owned(), fixed: format!("{word}: {}", value.trim()) };
    (is_key && !value.trim().is_empty()).then(|| (mistake(), start + line.len() - pair.len()))
}

/// The length of the word at the start that may be a key.
fn key_length(pair: &str) -> Option<usize> {
    let length = pair.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '-' && ch != '_')?;
    pair.starts_with(|ch: char| ch.is_ascii_alphabetic()).then_some(length).filter(|length| *length > 0)
}

/// The position in the line of a value in curly quotation marks, and the line with straight ones.
fn curly_value(line: &str) -> Option<(usize, String)> {
    let (key, value) = line.split_once(": ")?;
    let inside = value.trim().strip_prefix(['“', '”', '‘'])?;
    let inside = inside.strip_suffix(['”', '“', '’']).unwrap_or(inside);
    let at = key.len() + 2 + value.len() - value.trim_start().len();
    Some((at, format!("{}: {}", key.trim_start(), in_quotes(inside))))
}

/// A line whose value is put into quotation marks.
fn quoted(line: &str) -> String {
    let (key, value) = line.trim().split_once(": ").unwrap_or_default();
    format!("{key}: {}", in_quotes(value.trim()))
}

fn in_quotes(value: &str) -> String {
    if value.contains('"') { format!("'{}'", value.replace('\'', "''")) } else { format!("\"{value}\"") }
}

/// The characters that Word puts at the start of the items of a list.
pub(super) fn is_list_character(ch: char) -> bool {
    matches!(ch, '•' | '▪' | '◦' | '·' | '●' | '○' | '–' | '—' | '−' | '\u{f0b7}')
}

fn is_content(line: &str) -> bool {
    !line.trim().is_empty() && !line.trim_start().starts_with('#')
}

/// The spaces with which a line below this one begins, as another key of the same place or, after a colon, inside it.
fn indent_below(line: &str) -> usize {
    let pair = line.trim_start().trim_start_matches("- ");
    let inside = if line.trim_end().ends_with(':') { 2 } else { 0 };
    line.len() - pair.len() + inside
}

fn lines_with_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

fn first_clause(detail: &str) -> String {
    let clause = detail.split([';', '\n']).next().unwrap_or(detail);
    // The library's lines are counted from the front matter, Fingerpost's from the top of the file.
    clause.split(" at line ").next().unwrap_or(clause).trim().to_owned()
}

/// The position in the line of the second quotation mark of `'it's fun'`.
fn quote_inside(line: &str) -> Option<usize> {
    let value_at = line.find(": ").map_or_else(|| line.find("- ").map(|at| at + 2), |at| Some(at + 2))?;
    let value = line.get(value_at..)?.trim_end();
    let quote = value.chars().next().filter(|ch| matches!(ch, '"' | '\''))?;
    let second = value.get(1..)?.find(quote)? + 1;
    (second + 1 < value.len() && !value.get(second + 1..)?.trim_start().starts_with('#')).then_some(value_at + second)
}

/// The position in the line, and the character, of a value that begins with a reserved character.
fn special_start(line: &str) -> Option<(usize, char)> {
    let value_at = line.find(": ").map_or_else(|| line.find("- ").map(|at| at + 2), |at| Some(at + 2))?;
    let value = line.get(value_at..)?;
    let skipped = value.len() - value.trim_start().len();
    let character = value.trim_start().chars().next()?;
    "@`%&*!|>".contains(character).then_some((value_at + skipped, character))
}
/// Where the value that ends a text begins: after the last separator of its line. `None` if its line has none before it.
pub(super) fn value_start(text: &str) -> Option<usize> {
    let starts = (0..=text.len()).rev().filter_map(|at| Some((at, text.get(..at)?)));
    let on_this_line = starts.take_while(|(_, before)| !before.ends_with('\n'));
    let mut after_separator =
        on_this_line.filter(|(_, before)| [": ", "- ", "[", "{", ","].iter().any(|one| before.ends_with(one)));
    after_separator.next().map(|(at, _)| at)
}
