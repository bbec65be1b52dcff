//! Guesses the mistake that caused a YAML syntax error, from the library's message and the line.

use crate::read::yaml_findings::YamlMistake;

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
        if let Some(tab) = line.get(..indent).and_then(|space| space.find('\t')) {
            return (YamlMistake::Tab, line_start + tab);
        }
        if detail.contains("tab") {
            // The error may be at the end of the line above.
            let tab = text.get(line_start..).and_then(|rest| rest.find('\t')).map_or(at, |tab| line_start + tab);
            return (YamlMistake::Tab, tab);
        }
        if let Some(quote) = quote_inside(line) {
            return (YamlMistake::QuoteInside, line_start + quote);
        }
        if line.trim_start().strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
            return (YamlMistake::NoSpaceAfterDash, line_start + indent);
        }
        if let Some(colon) = self.colon_without_space(at) {
            return (YamlMistake::NoSpaceAfterColon, colon);
        }
        if detail.contains("quoted scalar") || detail.contains("unclosed") && line.contains(['"', '\'']) {
            return (YamlMistake::UnclosedQuote, at);
        }
        if detail.contains("mapping values") {
            let colon = text.get(at..).is_some_and(|rest| rest.starts_with(':'));
            return if colon && line.matches(": ").count() > 1 {
                (YamlMistake::SecondColon, at)
            } else {
                (YamlMistake::Indentation, at)
            };
        }
        if let Some(bracket) = self.unclosed_bracket() {
            return (YamlMistake::UnclosedBracket, bracket);
        }
        if let Some((start, character)) = special_start(line) {
            return (YamlMistake::SpecialCharacter { character }, line_start + start);
        }
        if ["block", "indent", "simple key", "expected ':'"].iter().any(|word| detail.contains(word)) {
            return (YamlMistake::Indentation, at);
        }
        (YamlMistake::Other { detail: first_clause(detail) }, at)
    }

    /// The colon of `name:Priya`, in the line of `at` or the one above it.
    fn colon_without_space(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let mut end = text.get(at..)?.find('\n').map_or(text.len(), |newline| at + newline);
        for _ in 0..2 {
            let start = text.get(..end)?.rfind('\n').map_or(0, |newline| newline + 1).max(self.start);
            let line = text.get(start..end)?;
            let key = line.trim_start().trim_start_matches("- ");
            let offset = start + line.len() - key.len();
            let length = key.find(|ch: char| !ch.is_ascii_alphanumeric() && ch != '-' && ch != '_')?;
            let rest = key.get(length..)?;
            let glued = rest.strip_prefix(':').is_some_and(|value| value.starts_with(char::is_alphabetic));
            if length > 0 && glued {
                return Some(offset + length);
            }
            end = start.checked_sub(1)?;
        }
        None
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
