//! The input of the checks of texts.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::framework::Facts;
use crate::text::TextOptions;

/// All that the checks of texts need to know about the programme. It is kept between builds, so that a text can be
/// checked again without the programme. Sets of files have their paths.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TextContext {
    pub(crate) options: TextOptions,
    /// The tag of the site's language, such as `en-GB`.
    pub(super) language: String,
    /// The pictures with an alternative text in media/pictures.yaml.
    pub(super) described_pictures: HashSet<String>,
    /// The pictures that media/pictures.yaml marks as decorative.
    pub(super) decorative_pictures: HashSet<String>,
    /// The short forms that the school explains, and words in its names.
    pub(super) short_forms: HashSet<String>,
    /// Each usual word that the school has replaced, and its own.
    pub(super) replaced_words: Vec<(String, String)>,
    /// The names of the groups.
    pub(super) group_names: Vec<String>,
    /// The files of pages and events that are neither for pupils nor for families.
    pub(super) for_colleagues: HashSet<String>,
    /// The first day of the academic year.
    pub(super) year_starts: Date,
    /// The files of events outside the academic year.
    pub(super) outside_year: HashSet<String>,
    /// The years of the sixth form, in a school that has younger years too.
    pub(super) later_years: Vec<u8>,
    /// The years for which the provider access statement lists opportunities.
    pub(super) opportunity_years: Vec<u8>,
    /// The names of the terms.
    pub(super) own_terms: Vec<String>,
    /// Names such as “spring” that no term has.
    pub(super) other_terms: Vec<String>,
    /// The words of the school's own names and of its partners' names, in lower case.
    pub(super) school_names: HashSet<String>,
    pub(super) contacts: KnownContacts,
    /// Words of names that may stand next to a picture.
    pub(super) known_names: HashSet<String>,
}

/// True if what is known about English words applies to texts in this language.
pub(super) fn is_english(tag: &str) -> bool {
    tag.to_lowercase().starts_with("en")
}

/// The addresses and numbers in school.yaml and team.yaml.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KnownContacts {
    /// They are reported there or not at all.
    pub(super) public: HashSet<String>,
    /// The hosts of the school's own addresses.
    pub(super) hosts: HashSet<String>,
}

/// What the checks of texts are prepared with.
#[derive(Clone, Copy, Debug)]
pub struct TextRuleInput<'a> {
    pub(crate) context: &'a TextContext,
    pub(crate) facts: &'a Facts,
    pub(crate) today: Date,
}
