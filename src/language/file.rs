//! Parses a file of messages.

use std::ops::Range;

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::{self, ParserError};

use super::pattern::variables;

pub(super) struct ParsedMessage<'t> {
    pub(super) key: &'t str,
    pub(super) pattern: Pattern<&'t str>,
    pub(super) variables: Vec<&'t str>,
    /// Variables that a comment above it declares and that other languages may use.
    pub(super) optional_variables: Vec<&'t str>,
    pub(super) range: Range<usize>,
}

/// Every message of a file, in order, and the syntax errors.
pub(super) fn parse(text: &str) -> (Vec<ParsedMessage<'_>>, Vec<ParserError>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let messages = resource.body.into_iter().filter_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        let pattern = message.value?;
        let key = message.id.name;
        let start = key.as_ptr() as usize - text.as_ptr() as usize;
        let lines = message.comment.map(|comment| comment.content).unwrap_or_default();
        let optional_variables = lines.into_iter().filter_map(|line| {
            let (name, _) = line.trim_start().strip_prefix('$')?.split_once(':')?;
            Some(name)
        });
        Some(ParsedMessage {
            key,
            variables: variables(&pattern),
            optional_variables: optional_variables.collect(),
            pattern,
            range: start..start + key.len(),
        })
    });
    (messages.collect(), errors)
}

/// The language of a tag, without region and script, in lower case: `en-GB` → `en`.
pub(super) fn primary_subtag(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntax_error_does_not_affect_other_messages() {
        let (messages, errors) = parse("one = Un\ntwo = { $count\nthree = Tri { $x }\n");
        assert_eq!(messages.iter().map(|message| message.key).collect::<Vec<_>>(), ["one", "three"]);
        assert_eq!(errors.len(), 1);
        assert_eq!((messages[1].variables.as_slice(), &messages[1].range), (&["x"][..], &(24..29)));
    }

    #[test]
    fn comment_declares_optional_variables() {
        let (messages, _) = parse("# $begins: how it begins\n# and more\nlist_and = { $rest } a { $last }\n");
        assert_eq!(messages[0].optional_variables, ["begins"]);
    }
}
