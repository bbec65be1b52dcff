//! A compact encoding of words and their pages that a browser decodes quickly.
//!
//! Sorted words, each followed by its pages, separated by spaces: `0career 2TH 6er 4X 6s XX`. A word begins with the
//! number of characters that it shares with the previous word. A page is the number of pages skipped since the previous
//! one, if any, and a letter for the field: `T` for title, `H` for heading, `X` for text. Numbers are in base 36. In the
//! example, `career` is in the title of page 2 and a heading of page 3, `careerer` in the text of page 4, `careers` in
//! the text of pages 0 and 1.

use crate::text::Field;

/// The largest number that fits one base-36 digit.
const MAX_SHARED: usize = 35;

/// The pages of a word, by number, each with the field it is in.
pub(super) type Places = Vec<(u32, Field)>;

/// Encodes sorted words with their encoded pages.
pub(super) fn encode_words<'w>(words: impl IntoIterator<Item = (&'w str, &'w str)>) -> String {
    let mut text = String::new();
    let mut previous = "";
    for (word, pages) in words {
        let pairs = word.chars().zip(previous.chars());
        let shared = pairs.take_while(|(a, b)| a == b).take(MAX_SHARED).count();
        text.push_str(if text.is_empty() { "" } else { " " });
        push_number(shared, &mut text);
        text.extend(word.chars().skip(shared));
        text.push(' ');
        text.push_str(pages);
        previous = word;
    }
    text
}

/// The opposite of [`encode_words`]. `None` for other texts.
pub(super) fn decode_words(text: &str) -> Option<Vec<(String, &str)>> {
    let mut words: Vec<(String, &str)> = Vec::new();
    let mut parts = text.split(' ').filter(|part| !part.is_empty());
    while let Some(word) = parts.next() {
        let mut chars = word.chars();
        let shared = chars.next()?.to_digit(36)? as usize;
        let previous = words.last().map_or("", |(previous, _)| previous.as_str());
        let end = previous.char_indices().nth(shared).map_or(previous.len(), |(at, _)| at);
        let word = [previous.get(..end)?, chars.as_str()].concat();
        words.push((word, parts.next()?));
    }
    Some(words)
}

pub(super) fn encode_pages(places: &[(u32, Field)]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (page, field) in places {
        let distance = page - next;
        if distance > 0 {
            push_number(distance as usize, &mut text);
        }
        text.push(match field {
            Field::Title => 'T',
            Field::Heading => 'H',
            Field::Text => 'X',
        });
        next = page + 1;
    }
    text
}

/// The opposite of [`encode_pages`]. Ignores what that does not write.
pub(super) fn decode_pages(text: &str) -> impl Iterator<Item = (u32, Field)> {
    let (mut next, mut distance) = (0, 0);
    text.bytes().filter_map(move |byte| {
        let field = match byte {
            b'T' => Field::Title,
            b'H' => Field::Heading,
            b'X' => Field::Text,
            digit => {
                distance = distance * 36 + char::from(digit).to_digit(36)?;
                return None;
            }
        };
        let page = next + distance;
        (next, distance) = (page + 1, 0);
        Some((page, field))
    })
}

/// In base 36.
fn push_number(number: usize, text: &mut String) {
    if number >= 36 {
        push_number(number / 36, text);
    }
    let digit = u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36));
    text.extend(digit);
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn decoding_gives_what_was_encoded(words: std::collections::BTreeMap<String, std::collections::BTreeMap<u16, u8>>) {
            let field = |number: &u8| [Field::Title, Field::Heading, Field::Text][usize::from(number % 3)];
            let is_word = |word: &String| word.chars().all(char::is_alphanumeric) && !word.is_empty();
            let words: Vec<(String, String, Places)> = words
                .iter()
                .filter(|(word, _)| is_word(word))
                .map(|(word, places)| {
                    let places: Places = places.iter().map(|(page, number)| (u32::from(*page) * 40, field(number))).collect();
                    (word.clone(), encode_pages(&places), places)
                })
                .filter(|(_, pages, _)| !pages.is_empty())
                .collect();
            let text = encode_words(words.iter().map(|(word, pages, _)| (word.as_str(), pages.as_str())));
            let decoded = decode_words(&text).expect("the encoding");
            let decoded: Vec<(String, Places)> =
                decoded.into_iter().map(|(word, pages)| (word, decode_pages(pages).collect())).collect();
            proptest::prop_assert_eq!(decoded, words.into_iter().map(|(word, _, places)| (word, places)).collect::<Vec<_>>());
        }
    }
}
