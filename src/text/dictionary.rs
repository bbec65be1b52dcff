//! The distinct words of some texts. What depends on a word alone is computed once for each, however often it occurs.

use std::ops::Range;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxBuildHasher;

use super::fold::fold;

/// The number of a word in its [`Dictionary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

impl WordId {
    /// For tables with one entry per word.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The number of a word that people can search for, in its [`SearchTerms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermId(u32);

impl TermId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Words as they are written, without the punctuation around them, in the order of their first occurrence.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    /// With the range of their search terms in `term_ids`.
    words: IndexMap<Box<str>, Range<u32>, FxBuildHasher>,
    term_ids: Vec<TermId>,
    terms: SearchTerms,
}

impl Dictionary {
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        if let Some(index) = self.words.get_index_of(word) {
            return WordId(number(index));
        }
        let start = number(self.term_ids.len());
        fold(word, |term| self.term_ids.push(self.terms.intern(term)));
        let (index, _) = self.words.insert_full(word.into(), start..number(self.term_ids.len()));
        WordId(number(index))
    }

    pub(super) fn intern_term(&mut self, term: &str) -> TermId {
        self.terms.intern(term)
    }

    pub(crate) fn word(&self, id: WordId) -> &str {
        self.words.get_index(id.index()).map_or("", |(word, _)| word)
    }

    /// The search terms in a word: “Year9’s” has three.
    pub(super) fn terms_of(&self, id: WordId) -> &[TermId] {
        let range = self.words.get_index(id.index()).map_or(0..0, |(_, range)| range.clone());
        self.term_ids.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    pub(crate) fn terms(&self) -> &SearchTerms {
        &self.terms
    }

    /// The words in the order of their numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(|word| &**word)
    }
}

/// Distinct words that people can search for, as [`fold`] gives them.
#[derive(Debug, Default)]
pub(crate) struct SearchTerms {
    terms: IndexSet<Box<str>, FxBuildHasher>,
}

impl SearchTerms {
    pub(crate) fn intern(&mut self, term: &str) -> TermId {
        let index = self.terms.get_index_of(term).unwrap_or_else(|| self.terms.insert_full(term.into()).0);
        TermId(number(index))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| &**term)
    }

    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }
}

/// A content folder is far smaller than 2³² words.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
