//! Expands abbreviations such as UCAS at their first use in a text.
//!
//! The meaning is written after it, not hidden in a tooltip: people with a phone or a screen reader need it too.

use std::collections::HashSet;

/// The abbreviations of a text that haven't been expanded yet.
pub(super) struct ShortForms<'a> {
    unexplained: Vec<&'a (String, String)>,
}

impl<'a> ShortForms<'a> {
    /// Those that occur in a text and aren't written out in it already.
    pub(super) fn of(text: &str, all: &'a [(String, String)]) -> Self {
        if all.is_empty() {
            return Self { unexplained: Vec::new() };
        }
        let lower = text.to_lowercase();
        let mut seen = HashSet::new();
        let unexplained = all.iter().filter(|(short, long)| {
            text.contains(short.as_str()) && !lower.contains(&long.to_lowercase()) && seen.insert(short.as_str())
        });
        Self { unexplained: unexplained.collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.unexplained.is_empty()
    }

    /// The range of the first abbreviation in a piece of text, and its meaning. Each is returned once.
    pub(super) fn next_in(&mut self, text: &str) -> Option<(std::ops::Range<usize>, &'a str)> {
        let matches = self.unexplained.iter().enumerate().filter_map(|(index, (short, _))| {
            let at = whole_word(text, short)?;
            Some((at, index, short.len()))
        });
        let (at, index, length) = matches.min()?;
        let (_, long) = self.unexplained.remove(index);
        Some((at..at + length, long))
    }
}

fn whole_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        let is_boundary = |ch: Option<char>| ch.is_none_or(|ch| !ch.is_alphanumeric());
        is_boundary(before) && is_boundary(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_whole_word_is_expanded_once() {
        let all = [("LMI".to_owned(), "labour market information".to_owned())];
        let text = "The FILMING of LMI, and LMI again";
        let mut short = ShortForms::of(text, &all);
        assert_eq!(short.next_in(text), Some((15..18, "labour market information")));
        assert_eq!(short.next_in(text), None);
    }

    #[test]
    fn written_out_abbreviation_is_left_alone() {
        let all = [("LMI".to_owned(), "labour market information".to_owned())];
        assert!(ShortForms::of("Labour market information (LMI) helps", &all).is_empty());
    }
}
