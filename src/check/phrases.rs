//! Finds phrases in texts as whole words, without a letter or digit directly before or after them.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::content_rule::Signals;
use crate::text::is_whole_word;

pub(super) struct Phrases {
    phrases: Vec<Box<[u8]>>,
    /// Built when it is first needed, which for most rules is never. `None` if there are too many phrases.
    search: OnceLock<Option<AhoCorasick>>,
}

impl Phrases {
    /// Finds phrases in any case.
    pub(super) fn in_any_case<S: AsRef<[u8]>>(phrases: impl IntoIterator<Item = S>) -> Self {
        let phrases = phrases.into_iter().map(|phrase| phrase.as_ref().into()).collect();
        Self { phrases, search: OnceLock::new() }
    }

    fn search(&self) -> Option<&AhoCorasick> {
        let build = || {
            let mut builder = AhoCorasick::builder();
            builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
            // Few passages are searched, so a quick build counts for more than a quick search.
            builder.kind(Some(AhoCorasickKind::ContiguousNFA)).build(&self.phrases).ok()
        };
        self.search.get_or_init(build).as_ref()
    }

    /// The number of each phrase that is found, and its range.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
        let hits = self.search().into_iter().flat_map(move |search| search.find_iter(text));
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
    }

    #[test]
    fn signal_is_the_longest_word() {
        let Signals::Words(words) = signals_of(["Baker Clause", "statutory guidance (2018)", "d.o.b"]) else {
            panic!("not a list of words")
        };
        assert_eq!(words, ["clause", "statutory", "b"]);
    }
}
