//! The interface texts: everything on a page that the school hasn't written itself.
//!
//! Takes the language in `school.yaml` and the school's own `theme/strings/`. Returns a [`Language`], which formats each
//! message. Errors in a custom file are reported and the built-in message is used; a message that a language lacks is in
//! English. Findings and the command line are always in English and aren't part of this.
//!
//! The built-in texts are in `themes/default/strings/`, one Fluent file per language. Messages without selectors are
//! split once, when a language is loaded, and then only joined; the others are formatted by `fluent-bundle`.

mod arg;
mod file;
mod findings;
mod in_sentence;
mod load;
mod messages;
mod pattern;

pub use arg::Arg;
pub(crate) use arg::message;
pub use findings::LanguageProblem;
#[cfg(test)]
pub(crate) use load::in_words;
pub use load::{english, language};
pub use messages::{Language, capital};
