//! The distinct words of some texts. What depends on a word alone is computed once for each, however often it occurs.

use std::ops::Range;

use super::fold::fold;
use super::interner::Interner;

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
    pub(super) fn from_number(number: u32) -> Self {
        Self(number)
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Words as they are written, without the punctuation around them, in the order of their first occurrence.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: Interner,
    /// For each word, the range of its search terms in `term_ids`.
    ranges: Vec<Range<u32>>,
    term_ids: Vec<TermId>,
    terms: SearchTerms,
}

impl Dictionary {
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let id = self.words.intern(word);
        if id as usize == self.ranges.len() {
            let start = self.term_count();
            fold(word, |term| self.term_ids.push(self.terms.intern(term)));
            self.ranges.push(start..self.term_count());
        }
        WordId(id)
    }

    fn term_count(&self) -> u32 {
        u32::try_from(self.term_ids.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn intern_term(&mut self, term: &str) -> TermId {
        self.terms.intern(term)
    }

    pub(crate) fn word(&self, id: WordId) -> &str {
        self.words.get(id.0)
    }

    /// The search terms in a word: “Year9’s” has three.
    pub(super) fn terms_of(&self, id: WordId) -> &[TermId] {
        let range = self.ranges.get(id.index()).cloned().unwrap_or_default();
        self.term_ids.get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    pub(crate) fn terms(&self) -> &SearchTerms {
        &self.terms
    }

    /// The words in the order of their numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter()
    }
}

/// Distinct words that people can search for, as [`fold`] gives them.
#[derive(Debug, Default)]
pub(crate) struct SearchTerms(Interner);

impl SearchTerms {
    pub(crate) fn intern(&mut self, term: &str) -> TermId {
        TermId(self.0.intern(term))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}
