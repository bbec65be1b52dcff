//! Splits Rust source into tokens: enough to find names, paths, comments and texts without a parser.
#![allow(dead_code, reason = "not every test needs all of it")]

use std::path::{Path, PathBuf};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Name,
    /// A lifetime, number or character literal.
    Other,
    /// A string literal of any kind, with its quotation marks.
    Text,
    Comment,
    /// One character, or `::`.
    Symbol,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'s> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'s str,
    /// Where it starts, in bytes.
    pub(crate) start: usize,
}

impl Token<'_> {
    pub(crate) fn is(&self, symbol: &str) -> bool {
        self.kind == TokenKind::Symbol && self.text == symbol
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.kind == TokenKind::Name && self.text == name
    }
}

/// Every token of a source file, in order.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while let Some(first) = source[start..].chars().next() {
        let rest = &source[start..];
        if first.is_whitespace() {
            start += first.len_utf8();
            continue;
        }
        let (kind, length) = token(rest, first);
        tokens.push(Token { kind, text: &rest[..length], start });
        start += length;
    }
    tokens
}

/// The kind and the length in bytes of the token that `rest` starts with.
fn token(rest: &str, first: char) -> (TokenKind, usize) {
    if rest.starts_with("//") {
        return (TokenKind::Comment, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (TokenKind::Comment, block_comment(rest));
    }
    if let Some(length) = string(rest) {
        return (TokenKind::Text, length);
    }
    if first == '\'' {
        return (TokenKind::Other, quote(rest));
    }
    if first.is_alphanumeric() || first == '_' {
        let start = if rest.starts_with("r#") { 2 } else { 0 };
        let kind = if first.is_numeric() { TokenKind::Other } else { TokenKind::Name };
        return (kind, start + word_length(&rest[start..]));
    }
    (TokenKind::Symbol, if rest.starts_with("::") { 2 } else { first.len_utf8() })
}

fn word_length(text: &str) -> usize {
    text.find(|ch: char| !ch.is_alphanumeric() && ch != '_').unwrap_or(text.len())
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(next) = text[at..].find("*/").into_iter().chain(text[at..].find("/*")).min() {
        depth += if text[at + next..].starts_with("/*") { 1 } else { -1 };
        at += next + 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of a string literal: plain, raw, of bytes or for C.
fn string(text: &str) -> Option<usize> {
    let prefix = text.len() - text.trim_start_matches(['b', 'c', 'r']).len();
    let hashes = text[prefix..].len() - text[prefix..].trim_start_matches('#').len();
    let open = prefix + hashes;
    let is_raw = text[..prefix].ends_with('r');
    if prefix > 2 || !text[open..].starts_with('"') || hashes > 0 && !is_raw {
        return None;
    }
    if is_raw {
        let close = format!("\"{}", "#".repeat(hashes));
        return Some(text[open + 1..].find(&close).map_or(text.len(), |at| open + 1 + at + close.len()));
    }
    let mut escaped = false;
    for (at, ch) in text[open + 1..].char_indices() {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(open + at + 2),
            _ => {}
        }
    }
    Some(text.len())
}

/// The length of a character literal or a lifetime.
fn quote(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    let Some((_, first)) = chars.next() else { return text.len() };
    if first == '\\' {
        // The character after the backslash may be a quotation mark itself.
        return text.char_indices().skip(3).find(|(_, ch)| *ch == '\'').map_or(text.len(), |(at, _)| at + 1);
    }
    match chars.next() {
        Some((at, '\'')) => at + 1,
        _ => 1 + word_length(&text[1..]).max(first.len_utf8()),
    }
}

/// Every file below a folder with one of these extensions, sorted.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a folder entry").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known)))
        .collect();
    files.sort();
    files
}

#[test]
fn names_differ_from_comments_texts_and_lifetimes() {
    let source = r##"use a::b; // c
        /* d /* e */ f */ let g: &'h str = "i \" j"; let k = '"'; let l = r#"m " n"#; b'\''; '\\'; 'o'; p'q "##;
    let names: Vec<&str> =
        tokens(source).iter().filter(|token| token.kind == TokenKind::Name).map(|token| token.text).collect();
    assert_eq!(names, ["use", "a", "b", "let", "g", "str", "let", "k", "let", "l", "b", "p"]);
    let texts: Vec<&str> =
        tokens(source).iter().filter(|token| token.kind == TokenKind::Text).map(|token| token.text).collect();
    assert_eq!(texts, ["\"i \\\" j\"", "r#\"m \" n\"#"]);
}
