//! Normalises words for comparison. `fold` in `themes/default/pages/search.js` does the same, and one table of
//! examples tests both.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Ignored inside words: accents and invisible characters. Apostrophes are ignored as well.
const IGNORED: GeneralCategoryGroup = GeneralCategoryGroup::Mark.union(GeneralCategoryGroup::Format);
const APOSTROPHES: [char; 3] = ['\'', '’', 'ʼ'];

/// Most words need no more bytes.
const TYPICAL_WORD: usize = 16;

/// Calls `take` with each word of a text: small chars without accents, or digits. “Year9’s café”
/// has `year`, `9`, `s` and `cafe`.
pub(crate) fn fold(text: &str, mut take: impl FnMut(&str)) {
    if text.is_ascii() {
        return split(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())), &mut take);
    }
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
    split(plain.chars(), &mut take);
}

fn split(chars: impl Iterator<Item = char>, take: &mut impl FnMut(&str)) {
    let mut word = String::with_capacity(TYPICAL_WORD);
    let mut is_number = false;
    for ch in chars {
        let Some(class) = CharClass::of(ch) else { continue };
        if !word.is_empty() && (class == CharClass::Other || is_number != (class == CharClass::Digit)) {
            take(&word);
            word.clear();
        }
        if class != CharClass::Other {
            is_number = class == CharClass::Digit;
            word.push(ch);
        }
    }
    if !word.is_empty() {
        take(&word);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CharClass {
    Letter,
    Digit,
    Other,
}

impl CharClass {
    /// `None` for ignored characters.
    fn of(ch: char) -> Option<Self> {
        if ch.is_ascii_alphabetic() {
            return Some(Self::Letter);
        }
        if ch.is_ascii() {
            let class = if ch.is_ascii_digit() { Self::Digit } else { Self::Other };
            return Some(class).filter(|_| ch != '\'');
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(ch);
        if IGNORED.contains(category) || APOSTROPHES.contains(&ch) {
            None
        } else if GeneralCategoryGroup::Letter.contains(category) {
            Some(Self::Letter)
        } else if GeneralCategoryGroup::Number.contains(category) {
            Some(Self::Digit)
        } else {
            Some(Self::Other)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_in_the_table_are_folded() {
        let table = include_str!("folding.txt");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (text, wanted) = line.split_once('\t').expect("a text and its words");
            let mut words = Vec::new();
            fold(text, |word| words.push(word.to_owned()));
            assert_eq!(words.join(" "), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing(text: String) {
            let words = |text: &str| {
                let mut words = Vec::new();
                fold(text, |word| words.push(word.to_owned()));
                words
            };
            let once = words(&text);
            proptest::prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
