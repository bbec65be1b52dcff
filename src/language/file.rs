//! A file of messages: what it says, what it is given, and what is wrong with it.

use std::ops::Range;

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::{self, ParserError};

use super::pattern::asks;

/// A message as a file writes it.
pub(super) struct Written<'t> {
    pub(super) key: &'t str,
    pub(super) pattern: Pattern<&'t str>,
    /// The names of what it is given.
    pub(super) asks: Vec<&'t str>,
    /// Names that a line above it says it may be given too.
    pub(super) may_ask: Vec<&'t str>,
    /// Where its key stands.
    pub(super) at: Range<usize>,
}

/// Every message of a file, in order, and what could not be read.
pub(super) fn read(text: &str) -> (Vec<Written<'_>>, Vec<ParserError>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let written = resource.body.into_iter().filter_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        let pattern = message.value?;
        let key = message.id.name;
        let start = key.as_ptr() as usize - text.as_ptr() as usize;
        let lines = message.comment.map(|comment| comment.content).unwrap_or_default();
        let may_ask = lines.into_iter().filter_map(|line| {
            let (name, _) = line.trim_start().strip_prefix('$')?.split_once(':')?;
            Some(name)
        });
        Some(Written { key, asks: asks(&pattern), may_ask: may_ask.collect(), pattern, at: start..start + key.len() })
    });
    (written.collect(), errors)
}

/// The language of a tag, without country and script, in small letters: `en-GB` → `en`.
pub(super) fn start_of(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_message_does_not_take_the_others_with_it() {
        let (written, errors) = read("one = Un\ntwo = { $count\nthree = Tri { $x }\n");
        assert_eq!(written.iter().map(|one| one.key).collect::<Vec<_>>(), ["one", "three"]);
        assert_eq!(errors.len(), 1);
        assert_eq!((written[1].asks.as_slice(), &written[1].at), (&["x"][..], &(24..29)));
    }

    #[test]
    fn a_line_above_a_message_says_what_else_it_is_given() {
        let (written, _) = read("# $begins: how it begins\n# and more\nlist_and = { $rest } a { $last }\n");
        assert_eq!(written[0].may_ask, ["begins"]);
    }
}
