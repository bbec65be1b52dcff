//! Finds phrases in texts as whole words, without a letter or digit directly before or after them.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::content_rule::Signals;
use crate::text::is_whole_word;

pub(super) struct Phrases {
    /// `None` if there are too many phrases.
    search: Option<AhoCorasick>,
}

impl Phrases {
    /// Finds phrases in any case.
    pub(super) fn in_any_case<S: AsRef<[u8]>>(phrases: impl IntoIterator<Item = S>) -> Self {
        Self::new(phrases, true)
    }

    /// Finds phrases as they are written here.
    pub(super) fn as_written<S: AsRef<[u8]>>(phrases: impl IntoIterator<Item = S>) -> Self {
        Self::new(phrases, false)
    }

    fn new<S: AsRef<[u8]>>(phrases: impl IntoIterator<Item = S>, any_case: bool) -> Self {
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(any_case).match_kind(MatchKind::LeftmostLongest);
        Self { search: builder.build(phrases).ok() }
    }

    /// The number of each phrase that is found, and its range.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        let hits = self.search.iter().flat_map(move |search| search.find_iter(text));
        hits.map(|hit| (hit.pattern().as_usize(), hit.range())).filter(move |(_, range)| is_whole_word(text, range))
    }
}

/// The longest word of each phrase, because it is the rarest.
pub(super) fn signals_of<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Signals<'static> {
    let longest = |phrase: &'p str| phrase.split(|ch: char| !ch.is_alphanumeric()).max_by_key(|word| word.len());
    Signals::Words(phrases.into_iter().filter_map(longest).map(str::to_ascii_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrase_is_found_only_as_whole_words() {
        let phrases = Phrases::in_any_case(["care leaver", "care leavers", "autism"]);
        let found = |text: &'static str| phrases.find(text).map(|(_, range)| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("Ex-Care leavers (autism)"), ["Care leavers", "autism"]);
        assert_eq!(found("Daycare leaver, care leaverships"), Vec::<&str>::new());
        assert_eq!(Phrases::as_written(["Sat"]).find("sat on Sat").count(), 1);
    }

    #[test]
    fn signal_is_the_longest_word() {
        let Signals::Words(words) = signals_of(["Baker Clause", "statutory guidance (2018)", "d.o.b"]) else {
            panic!("not a list of words")
        };
        assert_eq!(words, ["clause", "statutory", "b"]);
    }
}
