//! What a rule needs to know of every word, computed once for each distinct word.

use crate::report::Findings;
use crate::text::{Dictionary, PageText, Word};

/// A rule that looks at every word of a text.
pub(super) trait WordRule: Send + Sync {
    /// What the rule needs to know of a word.
    type Known: Copy + Default;

    fn know(&self, word: &str) -> Self::Known;

    fn check(&self, text: &PageText, words: &WordTable<Self::Known>, findings: &mut Findings);
}

/// What is known of each word of a dictionary.
pub(super) struct WordTable<Known>(Vec<Known>);

impl<Known: Copy + Default> WordTable<Known> {
    pub(super) fn new(dictionary: &Dictionary, know: impl Fn(&str) -> Known) -> Self {
        Self(dictionary.words().map(know).collect())
    }

    pub(super) fn get(&self, word: Word) -> Known {
        self.0.get(word.id.index()).copied().unwrap_or_default()
    }
}

/// The check of texts with one dictionary.
pub(super) type WordCheck<'r> = Box<dyn Fn(&PageText, &mut Findings) + 'r>;

/// A [`WordRule`] of any type.
pub(super) trait AnyWordRule: Send + Sync {
    /// The check of texts with this dictionary.
    fn with_words<'r>(&'r self, dictionary: &Dictionary) -> WordCheck<'r>;
}

impl<Checked: WordRule> AnyWordRule for Checked {
    fn with_words<'r>(&'r self, dictionary: &Dictionary) -> WordCheck<'r> {
        let words = WordTable::new(dictionary, |word| self.know(word));
        Box::new(move |text, findings| self.check(text, &words, findings))
    }
}
