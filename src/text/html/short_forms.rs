//! Expands abbreviations such as UCAS at their first use in a text.
//!
//! The meaning is written after it, not hidden in a tooltip: people with a phone or a screen reader need it too.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use crate::text::is_whole_word;

/// The abbreviations of a site, with their meanings.
pub(in crate::text) struct Abbreviations<'a> {
    all: &'a [(String, String)],
    /// `None` if there are no abbreviations, or too many.
    search: Option<Search>,
}

struct Search {
    short: AhoCorasick,
    /// The meanings in lower case.
    long: AhoCorasick,
    /// The length of the longest abbreviation, in bytes.
    longest: usize,
}

impl<'a> Abbreviations<'a> {
    pub(in crate::text) fn new(all: &'a [(String, String)]) -> Self {
        let prepare = || {
            Some(Search {
                short: AhoCorasick::new(all.iter().map(|(short, _)| short)).ok()?,
                long: AhoCorasick::new(all.iter().map(|(_, long)| long.to_lowercase())).ok()?,
                longest: all.iter().map(|(short, _)| short.len()).max()?,
            })
        };
        Self { all, search: if all.is_empty() { None } else { prepare() } }
    }
}

/// The abbreviations of a text that haven't been expanded yet.
pub(super) struct ShortForms<'a> {
    abbreviations: &'a Abbreviations<'a>,
    unexplained: HashSet<usize>,
}

impl<'a> ShortForms<'a> {
    /// Those that occur in a text and aren't written out in it already.
    pub(super) fn of(text: &str, abbreviations: &'a Abbreviations<'a>) -> Self {
        let mut unexplained = HashSet::new();
        if let Some(search) = &abbreviations.search {
            let numbers = |search: &AhoCorasick, text: &str| -> HashSet<usize> {
                search.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).collect()
            };
            unexplained = numbers(&search.short, text);
            if !unexplained.is_empty() {
                let written_out = numbers(&search.long, &text.to_lowercase());
                unexplained.retain(|number| !written_out.contains(number));
            }
        }
        Self { abbreviations, unexplained }.without_repeats()
    }

    /// Of several entries with the same abbreviation the first counts.
    fn without_repeats(mut self) -> Self {
        let short = |number: &usize| self.abbreviations.all.get(*number).map(|(short, _)| short);
        let mut numbers: Vec<usize> = self.unexplained.iter().copied().collect();
        numbers.sort_unstable();
        let mut seen = HashSet::new();
        numbers.retain(|number| seen.insert(short(number)));
        self.unexplained = numbers.into_iter().collect();
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.unexplained.is_empty()
    }

    /// The range of the first abbreviation in a piece of text, and its meaning. Each is returned once.
    /// `around` is what stands before and after the piece.
    pub(super) fn next_in(&mut self, text: &str, around: (&str, &str)) -> Option<(Range<usize>, &'a str)> {
        let search = self.abbreviations.search.as_ref()?;
        let mut first: Option<(usize, usize, usize)> = None;
        for found in search.short.find_overlapping_iter(text) {
            // Matches come in the order of their ends, so a longer one may still begin earlier.
            if first.is_some_and(|(start, ..)| found.end() > start + search.longest) {
                break;
            }
            let (range, number) = (found.range(), found.pattern().as_usize());
            let is_word = || is_whole_word(text, &range) && !is_in_compound(text, &range, around);
            if self.unexplained.contains(&number) && is_word() {
                let candidate = (range.start, number, range.end);
                first = Some(first.map_or(candidate, |first| first.min(candidate)));
            }
        }
        let (start, number, end) = first?;
        self.unexplained.remove(&number);
        let (_, long) = self.abbreviations.all.get(number)?;
        Some((start..end, long))
    }
}

/// True for a part of a longer word, such as “UCAS’s” or “LMI-based”.
fn is_in_compound(text: &str, part: &Range<usize>, (before, after): (&str, &str)) -> bool {
    let mut rest = text.get(part.end..).unwrap_or_default().chars().chain(after.chars());
    let goes_on = matches!(rest.next(), Some('\'' | '’' | '-')) && rest.next().is_some_and(char::is_alphabetic);
    let start = text.get(..part.start).unwrap_or_default();
    goes_on || start.chars().next_back().or_else(|| before.chars().next_back()) == Some('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn abbreviations(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(short, long)| ((*short).to_owned(), (*long).to_owned())).collect()
    }

    #[test]
    fn first_whole_word_is_expanded_once() {
        let all = abbreviations(&[("LMI", "labour market information")]);
        let abbreviations = Abbreviations::new(&all);
        let text = "The FILMING of LMI, and LMI again";
        let mut short = ShortForms::of(text, &abbreviations);
        assert_eq!(short.next_in(text, ("", "")), Some((15..18, "labour market information")));
        assert_eq!(short.next_in(text, ("", "")), None);
    }

    #[test]
    fn abbreviation_in_a_longer_word_is_left_alone() {
        let all = abbreviations(&[("LMI", "labour market information")]);
        let abbreviations = Abbreviations::new(&all);
        for (text, around) in [
            ("LMI’s", ("", "")),
            ("LMI-based", ("", "")),
            ("non-LMI", ("", "")),
            ("LMI", ("", "'s")),
            ("LMI", ("-", "")),
        ] {
            assert_eq!(ShortForms::of(text, &abbreviations).next_in(text, around), None, "{text} {around:?}");
        }
        let text = "LMI’s use: ‘LMI’ - LMI";
        assert_eq!(ShortForms::of(text, &abbreviations).next_in(text, ("", "")).map(|(at, _)| at), Some(16..19));
    }

    #[test]
    fn written_out_abbreviation_is_left_alone() {
        let all = abbreviations(&[("LMI", "labour market information")]);
        let abbreviations = Abbreviations::new(&all);
        assert!(ShortForms::of("Labour market information (LMI) helps", &abbreviations).is_empty());
    }

    #[test]
    fn first_of_several_abbreviations_is_expanded_first() {
        let all = abbreviations(&[("T", "technical"), ("A T level", "two things"), ("T", "other"), ("level", "stage")]);
        let abbreviations = Abbreviations::new(&all);
        let text = "Take A T level";
        let mut short = ShortForms::of(text, &abbreviations);
        assert_eq!(short.next_in(text, ("", "")), Some((5..14, "two things")));
        assert_eq!(short.next_in(text, ("", "")), Some((7..8, "technical")));
        assert_eq!(short.next_in(text, ("", "")), Some((9..14, "stage")));
        assert_eq!(short.next_in(text, ("", "")), None);
    }
}
