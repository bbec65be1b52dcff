//! Finds the passages that have a word which a rule looks for.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::content_rule::{Signals, WordTest};
use super::word_table::WordTable;
use crate::text::{Dictionary, PageText, Passage};

/// A set of rules, each one bit.
pub(super) type RuleBits = u32;

/// The words that rules look for.
#[derive(Default)]
pub(super) struct SignalTable<'a> {
    words: FxHashMap<String, RuleBits>,
    tests: Vec<(RuleBits, WordTest<'a>)>,
}

impl<'a> SignalTable<'a> {
    pub(super) fn add(&mut self, rule: RuleBits, signals: Signals<'a>) {
        match signals {
            Signals::Words(words) => words.into_iter().for_each(|word| *self.words.entry(word).or_default() |= rule),
            Signals::Where(test) => self.tests.push((rule, test)),
        }
    }

    pub(super) fn of_dictionary(&self, dictionary: &Dictionary) -> WordTable<RuleBits> {
        WordTable::new(dictionary, |word| self.rules_for(word))
    }

    /// The rules that look for a word.
    fn rules_for(&self, word: &str) -> RuleBits {
        let parts = word.split(|ch: char| !ch.is_alphanumeric());
        let by_part = parts.fold(0, |rules, part| rules | self.words.get(&*lower(part)).copied().unwrap_or_default());
        let tests = self.tests.iter().filter(|(_, is_signal)| is_signal(word));
        tests.fold(by_part, |rules, (rule, _)| rules | rule)
    }
}

fn lower(part: &str) -> Cow<'_, str> {
    if part.bytes().any(|byte| byte.is_ascii_uppercase()) { part.to_ascii_lowercase().into() } else { part.into() }
}

/// The rules that look for a word of a passage.
pub(super) fn rules_of(passage: &Passage, text: &PageText, words: &WordTable<RuleBits>) -> RuleBits {
    text.words_in(&passage.range).iter().fold(0, |rules, word| rules | words.get(*word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_word_is_a_signal_in_any_case() {
        let mut table = SignalTable::default();
        table.add(1, Signals::Words(vec!["mon".into(), "right".into()]));
        table.add(2, Signals::Words(vec!["right".into()]));
        table.add(4, Signals::Where(Box::new(|word| word.len() > 14)));
        for (word, rules) in [
            ("Mon-Fri", 1),
            ("RIGHT-hand", 3),
            ("right.”Next", 3),
            ("Month", 0),
            ("birthright", 0),
            ("mon-responsible", 5),
        ] {
            assert_eq!(table.rules_for(word), rules, "{word}");
        }
    }
}
