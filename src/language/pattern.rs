//! A message, cut up: plain text, text with places, or one that chooses between forms.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// Begins what stands apart in a text that runs from right to left (U+2068, first strong isolate).
pub(super) const APART: char = '\u{2068}';
/// Ends it (U+2069, pop directional isolate).
pub(super) const APART_END: char = '\u{2069}';

/// A message of a language.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) parts: Parts,
    /// The names of what it is given.
    pub(super) asks: Vec<String>,
}

/// How a message is said.
#[derive(Debug)]
pub(super) enum Parts {
    /// It is always the same.
    Text(String),
    /// It has places for what it is given.
    Pieces(Vec<Piece>),
    /// It chooses: the bundle that says it, by index.
    Chosen(usize),
}

/// A piece of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// A place for what it is given; `apart` if that must not mix with a text from right to left.
    Place {
        name: String,
        apart: bool,
    },
}

/// The pieces of a pattern; `None` if it chooses or calls.
pub(super) fn pieces(pattern: &Pattern<&str>, isolate: bool) -> Option<Vec<Piece>> {
    let apart = isolate && pattern.elements.len() > 1;
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => {
                    Piece::Text(unescape_unicode_to_string(value).into_owned())
                }
                InlineExpression::NumberLiteral { value } => Piece::Text((*value).to_owned()),
                InlineExpression::VariableReference { id } => Piece::Place { name: id.name.to_owned(), apart },
                _ => return None,
            },
            PatternElement::Placeable { .. } => return None,
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => pieces.push(piece),
        }
    }
    Some(pieces)
}

/// The names of what a pattern is given, in order, each once.
pub(super) fn asks<'p>(pattern: &Pattern<&'p str>) -> Vec<&'p str> {
    let mut names = Vec::new();
    in_pattern(pattern, &mut names);
    names.sort_unstable();
    names.dedup();
    names
}

fn in_pattern<'p>(pattern: &Pattern<&'p str>, names: &mut Vec<&'p str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, names),
        }
    }
}

fn in_expression<'p>(expression: &Expression<&'p str>, names: &mut Vec<&'p str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| in_pattern(&variant.value, names));
        }
    }
}

fn in_inline<'p>(inline: &InlineExpression<&'p str>, names: &mut Vec<&'p str>) {
    match inline {
        InlineExpression::VariableReference { id } => names.push(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, names));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        _ => {}
    }
}
