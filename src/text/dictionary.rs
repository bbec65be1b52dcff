//! The distinct words of some texts. What depends on a word alone is computed once for each, however often it occurs.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

/// The number of a word in its [`Dictionary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

impl WordId {
    /// For tables with one entry per word.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Words as they are written, without the punctuation around them, in the order of their first occurrence.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    words: IndexSet<Box<str>, FxBuildHasher>,
}

impl Dictionary {
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let index = self.words.get_index_of(word).unwrap_or_else(|| self.words.insert_full(word.into()).0);
        // A folder of texts is far smaller than 2³² words.
        WordId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn word(&self, id: WordId) -> &str {
        self.words.get_index(id.index()).map_or("", |word| word)
    }

    /// How many distinct words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}
