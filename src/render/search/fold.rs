//! Words as they are compared: `fold` in `themes/default/assets/search.js` does the same, and one
//! table of examples tests both.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// What may stand inside a word and is not part of it: accents, signs that nobody sees, apostrophes.
const WITHIN: GeneralCategoryGroup = GeneralCategoryGroup::Mark.union(GeneralCategoryGroup::Format);
const APOSTROPHES: [char; 3] = ['\'', '’', 'ʼ'];

/// Calls `take` with each word of a text: small letters without accents, or digits. “Year9’s café”
/// has `year`, `9`, `s` and `cafe`.
pub(super) fn fold(text: &str, mut take: impl FnMut(&str)) {
    if text.is_ascii() {
        return split(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())), &mut take);
    }
    let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(text).to_lowercase();
    split(plain.chars(), &mut take);
}

fn split(letters: impl Iterator<Item = char>, take: &mut impl FnMut(&str)) {
    let mut word = String::new();
    let mut is_number = false;
    for letter in letters {
        let Some(kind) = Kind::of(letter) else { continue };
        if !word.is_empty() && (kind == Kind::Other || is_number != (kind == Kind::Digit)) {
            take(&word);
            word.clear();
        }
        if kind != Kind::Other {
            is_number = kind == Kind::Digit;
            word.push(letter);
        }
    }
    if !word.is_empty() {
        take(&word);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Other,
}

impl Kind {
    /// `None` for what words are compared without.
    fn of(letter: char) -> Option<Self> {
        if letter.is_ascii_alphabetic() {
            return Some(Self::Letter);
        }
        if letter.is_ascii() {
            let kind = if letter.is_ascii_digit() { Self::Digit } else { Self::Other };
            return Some(kind).filter(|_| letter != '\'');
        }
        let category = CodePointMapData::<GeneralCategory>::new().get(letter);
        if WITHIN.contains(category) || APOSTROPHES.contains(&letter) {
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
    fn words_are_folded_as_in_the_table() {
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
        fn a_text_of_words_stays_as_it_is(text: String) {
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
