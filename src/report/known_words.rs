//! The nearest known word to a mistyped one.

use std::collections::BTreeMap;

/// Characters are counted in this many groups.
const CHAR_GROUPS: usize = 32;

/// A word is compared with at most this many, so that a thousand mistyped words cost no more than a thousand times one.
const MAX_COMPARED: usize = 2000;

/// Words that a mistyped word may mean, prepared for many look-ups.
#[derive(Debug)]
pub struct KnownWords<'a> {
    /// By their number of characters, each with its place in the list.
    by_length: BTreeMap<usize, Vec<(usize, &'a str, Spelling)>>,
}

impl<'a> KnownWords<'a> {
    pub fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut by_length = BTreeMap::<_, Vec<_>>::new();
        for (place, word) in words.into_iter().enumerate() {
            let spelling = Spelling::of(word);
            by_length.entry(spelling.length).or_default().push((place, word, spelling));
        }
        Self { by_length }
    }

    /// The word that `typed` most likely means, or `None` if none is near. Of equally near words it is the first.
    ///
    /// A word is near if at most a third of its characters differ (one in a short word). Swapping two neighbours counts
    /// as one difference. Case does not count, nor does the choice of space, hyphen or underscore.
    pub fn nearest(&self, typed: &str) -> Option<&'a str> {
        self.nearest_of(typed, |_| true)
    }

    /// The same, of those words that are possible.
    pub fn nearest_of(&self, typed: &str, is_possible: impl Fn(&str) -> bool) -> Option<&'a str> {
        let typed = Spelling::of(typed);
        let mut limit = (typed.length / 3).max(1);
        let mut nearest: Option<(usize, usize, &str)> = None;
        let lengths = typed.length.saturating_sub(limit)..=typed.length + limit;
        for (place, word, known) in self.by_length.range(lengths).flat_map(|(_, words)| words).take(MAX_COMPARED) {
            if typed.min_distance(known) > limit || !is_possible(word) {
                continue;
            }
            let distance = typed.distance(known);
            let is_nearer = nearest.is_none_or(|(best, first, _)| (distance, *place) < (best, first));
            let is_typing_error = distance == 0 || !differ_in_numbers_only(&typed.plain, &known.plain);
            if distance <= limit && is_nearer && is_typing_error {
                nearest = Some((distance, *place, word));
                limit = distance;
            }
        }
        nearest.map(|(_, _, word)| word)
    }
}

/// A word without what does not count, and a summary of its characters.
#[derive(Debug)]
struct Spelling {
    plain: String,
    length: usize,
    chars: [u8; CHAR_GROUPS],
}

impl Spelling {
    fn of(word: &str) -> Self {
        let plain = word.to_lowercase().replace(['_', ' '], "-");
        let mut chars = [0_u8; CHAR_GROUPS];
        for ch in plain.chars() {
            if let Some(count) = chars.get_mut(ch as usize % CHAR_GROUPS) {
                *count = count.saturating_add(1);
            }
        }
        Self { length: plain.chars().count(), plain, chars }
    }

    /// The number of differences is at least this. Much quicker than counting them.
    fn min_distance(&self, other: &Self) -> usize {
        let pairs = self.chars.iter().zip(&other.chars);
        let (more, fewer) = pairs.fold((0_u32, 0_u32), |(more, fewer), (a, b)| {
            (more + u32::from(a.saturating_sub(*b)), fewer + u32::from(b.saturating_sub(*a)))
        });
        self.length.abs_diff(other.length).max(more.max(fewer) as usize)
    }

    fn distance(&self, other: &Self) -> usize {
        let [a, b] = without_shared_ends([&self.plain, &other.plain]);
        strsim::osa_distance(a, b)
    }
}

/// Two words without the characters with which both begin and both end.
fn without_shared_ends([a, b]: [&str; 2]) -> [&str; 2] {
    let start = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(ch, _)| ch.len_utf8()).sum::<usize>();
    let [a, b] = [a, b].map(|word| word.get(start..).unwrap_or_default());
    let ends = a.chars().rev().zip(b.chars().rev());
    let end = ends.take_while(|(a, b)| a == b).map(|(ch, _)| ch.len_utf8()).sum::<usize>();
    [a, b].map(|word| word.get(..word.len() - end).unwrap_or_default())
}

/// Year 8 is not a typo of Year 9.
fn differ_in_numbers_only(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|word| word.chars().filter(|ch| !ch.is_numeric()));
    a.eq(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn shortcuts_do_not_change_the_distance(a in "[abç1]{0,8}", b in "[abç1]{0,8}") {
            let full = strsim::osa_distance(&a, &b);
            let (a, b) = (Spelling::of(&a), Spelling::of(&b));
            proptest::prop_assert_eq!(a.distance(&b), full);
            proptest::prop_assert!(a.min_distance(&b) <= full);
        }
    }

    #[test]
    fn long_list_is_compared_in_part_only() {
        let words: Vec<String> = (0..10_000).map(|number| format!("{number:05}-abc")).collect();
        let known = KnownWords::new(words.iter().map(String::as_str).chain(["zzzzz-zzz"]));
        assert_eq!(known.nearest("00001-bac"), Some("00001-abc"));
        assert_eq!(known.nearest("zzzzz-zzy"), None);
    }

    #[test]
    fn first_of_the_nearest_words_is_suggested() {
        let known = KnownWords::new(["pages/cats.md", "pages/hats.md", "pages/bats.md", "pages/rats-2.md"]);
        assert_eq!(known.nearest("pages/mats.md"), Some("pages/cats.md"));
        assert_eq!(known.nearest("pages/BATS.md"), Some("pages/bats.md"));
        assert_eq!(known.nearest("pages/rats-3.md"), Some("pages/cats.md"));
    }
}
