//! The nearest known word to a mistyped one.

/// Characters are counted in this many groups.
const CHAR_GROUPS: usize = 32;

/// Words that a mistyped word may mean, prepared for many look-ups.
#[derive(Debug)]
pub struct KnownWords<'a>(Vec<(&'a str, Spelling)>);

impl<'a> KnownWords<'a> {
    pub fn new(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self(words.into_iter().map(|word| (word, Spelling::of(word))).collect())
    }

    /// The word that `typed` most likely means, or `None` if none is near.
    ///
    /// A word is near if at most a third of its characters differ (one in a short word). Swapping two neighbours counts
    /// as one difference. Case does not count, nor does the choice of space, hyphen or underscore.
    pub fn nearest(&self, typed: &str) -> Option<&'a str> {
        let typed = Spelling::of(typed);
        let mut nearest = None;
        let mut limit = (typed.length / 3).max(1);
        for (word, known) in &self.0 {
            if typed.min_distance(known) > limit {
                continue;
            }
            let distance = typed.distance(known);
            if distance == 0 {
                return Some(word);
            }
            if distance <= limit && !differ_in_numbers_only(&typed.plain, &known.plain) {
                nearest = Some(*word);
                // Only a nearer word can replace it.
                limit = distance - 1;
            }
        }
        nearest
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
    fn first_of_the_nearest_words_is_suggested() {
        let known = KnownWords::new(["pages/cats.md", "pages/hats.md", "pages/bats.md", "pages/rats-2.md"]);
        assert_eq!(known.nearest("pages/mats.md"), Some("pages/cats.md"));
        assert_eq!(known.nearest("pages/BATS.md"), Some("pages/bats.md"));
        assert_eq!(known.nearest("pages/rats-3.md"), Some("pages/cats.md"));
    }
}
