//! Words with the pages they stand on, in few bytes that a browser reads quickly.
//!
//! All words stand in the order of their letters, each with its pages behind it, and spaces between:
//! `0career 2TH 6er 4X 6s XX`. A word begins with the number of letters that it shares with the one
//! before. A page is told by a letter for the place, `T` for title, `H` for heading, `X` for text,
//! behind the number of pages that are passed over since the one before, if there are any. All numbers
//! are to base 36. The example says: `career` is in the title of page 2 and a heading of page 3, `careerer` in the text
//! of page 4, `careers` in that of pages 0 and 1.

use std::collections::HashMap;

use super::page_words::Standing;

/// The most letters that a word takes over from the one before: what one digit can say.
const MOST_SHARED: usize = 35;

/// Writes the words of all pages; a page's number is its place in the list.
pub(super) fn write(pages: &[HashMap<String, Standing>]) -> String {
    let mut places: HashMap<&str, Vec<(usize, Standing)>> = HashMap::new();
    for (page, words) in pages.iter().enumerate() {
        words.iter().for_each(|(word, standing)| places.entry(word).or_default().push((page, *standing)));
    }
    // There are far fewer words than places: those alone are brought into order.
    let mut words: Vec<(&str, Vec<(usize, Standing)>)> = places.into_iter().collect();
    words.sort_unstable_by_key(|(word, _)| *word);
    let mut text = String::new();
    let mut before = "";
    for (word, places) in &words {
        let pairs = word.chars().zip(before.chars());
        let shared = pairs.take_while(|(a, b)| a == b).take(MOST_SHARED).count();
        text.push_str(if text.is_empty() { "" } else { " " });
        push_number(shared, &mut text);
        text.extend(word.chars().skip(shared));
        text.push(' ');
        push_pages(places, &mut text);
        before = word;
    }
    text
}

fn push_pages(places: &[(usize, Standing)], text: &mut String) {
    let mut next = 0;
    for (page, standing) in places {
        let distance = page - next;
        if distance > 0 {
            push_number(distance, text);
        }
        text.push(match standing {
            Standing::Title => 'T',
            Standing::Heading => 'H',
            Standing::Text => 'X',
        });
        next = page + 1;
    }
}

/// To base 36.
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

    fn page(words: &[(&str, Standing)]) -> HashMap<String, Standing> {
        words.iter().map(|(word, standing)| ((*word).to_owned(), *standing)).collect()
    }

    #[test]
    fn words_are_written_as_said_above() {
        use Standing::{Heading, Text, Title};
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
