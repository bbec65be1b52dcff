//! Short forms such as UCAS get their meaning behind them where they first stand in a text.
//!
//! The meaning is written out, not hidden in a tooltip: people with a phone or a screen reader need
//! it too.

use std::collections::HashSet;

/// Which short forms of a text still want their meaning.
pub(super) struct ShortForms<'a> {
    waiting: Vec<&'a (String, String)>,
}

impl<'a> ShortForms<'a> {
    /// Those that occur in a text and are not written out in it already.
    pub(super) fn of(text: &str, all: &'a [(String, String)]) -> Self {
        if all.is_empty() {
            return Self { waiting: Vec::new() };
        }
        let lower = text.to_lowercase();
        let mut seen = HashSet::new();
        let waiting = all.iter().filter(|(short, long)| {
            text.contains(short.as_str()) && !lower.contains(&long.to_lowercase()) && seen.insert(short.as_str())
        });
        Self { waiting: waiting.collect() }
    }

    /// True if nothing is left to do.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The first short form in a run of text: where it ends, and what it means. It is then done.
    pub(super) fn next_in(&mut self, text: &str) -> Option<(std::ops::Range<usize>, &'a str)> {
        let found = self.waiting.iter().enumerate().filter_map(|(index, (short, _))| {
            let at = whole_word(text, short)?;
            Some((at, index, short.len()))
        });
        let (at, index, length) = found.min()?;
        let (_, long) = self.waiting.remove(index);
        Some((at..at + length, long))
    }
}

fn whole_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        apart(before) && apart(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_whole_word_is_found_once() {
        let all = [("LMI".to_owned(), "labour market information".to_owned())];
        let text = "The FILMING of LMI, and LMI again";
        let mut short = ShortForms::of(text, &all);
        assert_eq!(short.next_in(text), Some((15..18, "labour market information")));
        assert_eq!(short.next_in(text), None);
    }

    #[test]
    fn what_is_written_out_already_is_left_alone() {
        let all = [("LMI".to_owned(), "labour market information".to_owned())];
        assert!(ShortForms::of("Labour market information (LMI) helps", &all).is_empty());
    }
}
