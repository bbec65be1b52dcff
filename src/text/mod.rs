//! The text that people read, extracted once from the content files and used by every rule.
//!
//! Takes the documents of stage 1. Gives a [`PageText`] for each: its passages as plain text, their words, and the
//! headings, links, pictures and tables of its Markdown body, each with its place. Short texts of the front matter and of
//! YAML files are passages too. Code and raw HTML are skipped.

mod dictionary;
mod extract;
mod fold;
mod found_terms;
mod html;
mod interner;
mod markdown;
mod page_text;
mod words;
mod yaml_text;

pub(crate) use dictionary::{Dictionary, SearchTerms, TermId};
pub(crate) use extract::{TextOptions, extract};
pub(crate) use fold::fold;
pub(crate) use found_terms::{Field, FoundTerms, TermCollector};
pub(crate) use html::{
    BodyLink, BodyPicture, LEVEL, LINK, LINK_END, NOTE_BACK, PICTURE, ROOT, TASK_DONE, TASK_TO_DO, anchor_prefix,
    escape,
};
pub(crate) use interner::Interner;
pub use page_text::PageText;
pub(crate) use page_text::{Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable, Word};
pub(crate) use words::{WrittenWord, is_whole_word, sentence_around, sentences, words};
