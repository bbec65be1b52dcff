//! A compact encoding of words and their pages that a browser decodes quickly.
//!
//! Sorted words, each followed by its pages, separated by spaces: `0career 2TH 6er 4X 6s XX`. A word begins with the
//! number of characters that it shares with the previous word. A page is the number of pages skipped since the previous
//! one, if any, and a letter for the field: `T` for title, `H` for heading, `X` for text. Numbers are in base 36. In the
//! example, `career` is in the title of page 2 and a heading of page 3, `careerer` in the text of page 4, `careers` in
//! the text of pages 0 and 1.

use std::collections::HashMap;

use super::page_words::Field;

/// The largest number that fits one base-36 digit.
const MAX_SHARED: usize = 35;

/// Encodes the words of all pages; a page's number is its index.
pub(super) fn write(pages: &[HashMap<String, Field>]) -> String {
    let mut places: HashMap<&str, Vec<(usize, Field)>> = HashMap::new();
    for (page, words) in pages.iter().enumerate() {
        words.iter().for_each(|(word, field)| places.entry(word).or_default().push((page, *field)));
    }
    // There are far fewer words than occurrences, so only the words are sorted.
    let mut words: Vec<(&str, Vec<(usize, Field)>)> = places.into_iter().collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    let mut text = String::new();
    let mut previous = "";
    for (word, places) in &words {
        let pairs = word.chars().zip(previous.chars());
        let shared = pairs.take_while(|(a, b)| a == b).take(MAX_SHARED).count();
        text.push_str(if text.is_empty() { "" } else { " " });
        push_number(shared, &mut text);
        text.extend(word.chars().skip(shared));
        text.push(' ');
        push_pages(places, &mut text);
        previous = word;
    }
    text
}

fn push_pages(places: &[(usize, Field)], text: &mut String) {
    let mut next = 0;
    for (page, field) in places {
        let distance = page - next;
        if distance > 0 {
            push_number(distance, text);
        }
        text.push(match field {
            Field::Title => 'T',
            Field::Heading => 'H',
            Field::Text => 'X',
        });
        next = page + 1;
    }
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

    fn page(words: &[(&str, Field)]) -> HashMap<String, Field> {
        words.iter().map(|(word, field)| ((*word).to_owned(), *field)).collect()
    }

    #[test]
    fn words_are_encoded_as_documented() {
        use Field::{Heading, Text, Title};
        let mut pages = vec![
            page(&[("careers", Text)]),
            page(&[("careers", Text)]),
            page(&[("career", Title)]),
            page(&[("career", Heading)]),
            page(&[("careerer", Text), ("é", Text)]),
        ];
        assert_eq!(write(&pages), "0career 2TH 6er 4X 6s XX 0é 4X");
        pages.extend((5..50).map(|_| page(&[])));
        pages.push(page(&[("careers", Heading)]));
        assert_eq!(write(&pages), "0career 2TH 6er 4X 6s XX1cH 0é 4X");
        assert_eq!(write(&[]), "");
    }
}
