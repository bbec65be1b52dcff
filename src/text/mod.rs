//! The texts of the content files, each read once for all that later stages ask.
//!
//! Takes the documents of stage 1, and of the programme what decides how their texts are shown. One parse of a Markdown
//! body gives both its HTML, with placeholders for what other files decide ([`TextBody`]), and what the rules of `check`
//! look at ([`PageText`]): passages as plain text with their words, and headings, links, pictures and tables, each with
//! its place. Short texts of the front matter and of YAML files are passages too. Blocks of code and raw HTML
//! are not.
//!
//! Words are numbered (`dictionary.rs`), so that what depends on a word alone is computed once for each distinct word:
//! the rules keep tables by number, and the search index joins numbers.

mod analyse;
mod body;
mod dictionary;
mod fold;
mod found_terms;
mod html;
mod interner;
mod key_links;
mod markdown;
mod page_text;
mod people;
mod words;
mod written_dates;
mod yaml_text;

pub(crate) use analyse::{TextOptions, analyse};
pub use body::TextBody;
pub(crate) use dictionary::{Dictionary, SearchTerms, TermId};
pub(crate) use fold::fold;
pub(crate) use found_terms::{Field, FoundTerm, FoundTerms, TermCollector};
pub(crate) use html::{
    BodyLink, BodyPicture, FIRST_BYTE, LEVEL, LINK, LINK_END, LostLink, NOTE_BACK, PICTURE, ROOT, SpaceIn, TASK_DONE,
    TASK_TO_DO, anchor_prefix, escape,
};
pub use html::{LostPart, UnreadMark};
pub(crate) use interner::Interner;
pub(crate) use key_links::KeyLink;
pub use page_text::PageText;
pub(crate) use page_text::{Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable, Word};
pub(crate) use people::{FirstName, first_names, has_titled_name, has_two_capitals, is_first_name, without_possessive};
pub(crate) use words::{WrittenWord, is_whole_word, last_word, sentence_around, sentences, words};
pub(crate) use written_dates::{WrittenDate, written_dates};
