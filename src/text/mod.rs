//! The text that people read, extracted once from the content files and used by every rule.
//!
//! Takes the documents of stage 1. Gives a [`PageText`] for each: its passages as plain text, their words, and the
//! headings, links, pictures and tables of its Markdown body, each with its place. Short texts of the front matter and of
//! YAML files are passages too. Code and raw HTML are skipped.

mod dictionary;
mod extract;
mod markdown;
mod page_text;
mod words;
mod yaml_text;

pub(crate) use dictionary::{Dictionary, WordId};
pub(crate) use extract::extract;
pub(crate) use page_text::{PageText, Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable, Word};
pub(crate) use words::{WrittenWord, is_whole_word, sentence_around, sentences, words};
