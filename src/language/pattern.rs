//! The pattern of a message: plain text, text with variables, or text with selectors.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

pub(super) const FIRST_STRONG_ISOLATE: char = '\u{2068}';
pub(super) const POP_ISOLATE: char = '\u{2069}';

#[derive(Debug)]
pub(super) struct Message {
    pub(super) body: MessageBody,
    pub(super) variables: Vec<String>,
}

#[derive(Debug)]
pub(super) enum MessageBody {
    Text(String),
    /// Text with variables.
    Pieces(Vec<Piece>),
    /// Has a selector, so Fluent formats it: the index of the bundle.
    Select(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// `isolated` keeps the argument from being reordered in right-to-left text.
    Variable {
        name: String,
        isolated: bool,
    },
}

/// The pieces of a pattern; `None` if it has a selector or a function call.
pub(super) fn pieces(pattern: &Pattern<&str>, isolate: bool) -> Option<Vec<Piece>> {
    let isolated = isolate && pattern.elements.len() > 1;
    let mut pieces: Vec<Piece> = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::StringLiteral { value } => {
                    Piece::Text(unescape_unicode_to_string(value).into_owned())
                }
                InlineExpression::NumberLiteral { value } => Piece::Text((*value).to_owned()),
                InlineExpression::VariableReference { id } => Piece::Variable { name: id.name.to_owned(), isolated },
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

/// Sorted, each once.
pub(super) fn variables<'p>(pattern: &Pattern<&'p str>) -> Vec<&'p str> {
    let mut names = Vec::new();
    collect_pattern(pattern, &mut names);
    names.sort_unstable();
    names.dedup();
    names
}

fn collect_pattern<'p>(pattern: &Pattern<&'p str>, names: &mut Vec<&'p str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => collect_expression(expression, names),
        }
    }
}

fn collect_expression<'p>(expression: &Expression<&'p str>, names: &mut Vec<&'p str>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, names),
        Expression::Select { selector, variants } => {
            collect_inline(selector, names);
            variants.iter().for_each(|variant| collect_pattern(&variant.value, names));
        }
    }
}

fn collect_inline<'p>(inline: &InlineExpression<&'p str>, names: &mut Vec<&'p str>) {
    match inline {
        InlineExpression::VariableReference { id } => names.push(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| collect_inline(argument, names));
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, names),
        _ => {}
    }
}
