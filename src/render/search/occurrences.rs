//! A compact encoding of words and their pages that a browser decodes quickly.
//!
//! Sorted words, each followed by its pages, separated by spaces: `0career 2TH 6er 4X 6s XX`. A word begins with the
//! number of characters that it shares with the previous word. A page is the number of pages skipped since the previous
//! one, if any, and a letter for the field: `T` for title, `H` for heading, `X` for text. Numbers are in base 36. In the
//! example, `career` is in the title of page 2 and a heading of page 3, `careerer` in the text of page 4, `careers` in
//! the text of pages 0 and 1.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::text::{Field, FoundTerm, SearchTerms, TermId};

/// The largest number that fits one base-36 digit.
const MAX_SHARED: usize = 35;
/// Words that one task encodes.
const CHUNK: usize = 512;

/// The pages of a word, by number, each with the field it is in.
type Places = Vec<(u32, Field)>;

/// Every word with its pages.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    terms: SearchTerms,
    /// For each term.
    places: Vec<Places>,
    /// For each table of terms, by its address, the terms here.
    translations: FxHashMap<usize, Vec<TermId>>,
}

impl Occurrences {
    /// Adds terms of a page. Pages are added in the order of their numbers, and a page may be added several times.
    pub(super) fn add(&mut self, page: u32, table: &SearchTerms, found: &[FoundTerm]) {
        let Self { terms, places, translations } = self;
        // Tables outlive the index, so an address stays that of one table.
        let translation = translations
            .entry(std::ptr::from_ref(table) as usize)
            .or_insert_with(|| table.iter().map(|term| terms.intern(term)).collect());
        places.resize(terms.len(), Places::new());
        for found in found {
            let (term, field) = (translation.get(found.term().index()), found.field());
            let Some(places) = term.and_then(|term| places.get_mut(term.index())) else { continue };
            match places.last_mut() {
                Some((last, known)) if *last == page => *known = field.min(*known),
                _ => places.push((page, field)),
            }
        }
    }

    /// Encodes all words.
    pub(super) fn encode(self) -> String {
        let all = self.terms.iter().zip(&self.places).filter(|(_, places)| !places.is_empty());
        let mut words: Vec<(&str, &Places)> = all.collect();
        words.par_sort_unstable_by_key(|(word, _)| *word);
        let starts: Vec<usize> = (0..words.len()).step_by(CHUNK).collect();
        let chunks: Vec<String> = starts.into_par_iter().map(|start| encode_chunk(&words, start)).collect();
        chunks.join(" ")
    }
}

/// Encodes the words from `start` on.
fn encode_chunk(words: &[(&str, &Places)], start: usize) -> String {
    let mut text = String::new();
    let mut previous = start.checked_sub(1).and_then(|index| words.get(index)).map_or("", |(word, _)| word);
    for (word, places) in words.iter().skip(start).take(CHUNK) {
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

fn push_pages(places: &[(u32, Field)], text: &mut String) {
    let mut next = 0;
    for (page, field) in places {
        let distance = page - next;
        if distance > 0 {
            push_number(distance as usize, text);
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

    /// Every page is a batch of its own.
    fn encoded(pages: &[&[(&str, Field)]]) -> String {
        let batches: Vec<(SearchTerms, Vec<FoundTerm>)> = pages
            .iter()
            .map(|words| {
                let mut terms = SearchTerms::default();
                let found = words.iter().map(|(word, field)| FoundTerm::new(terms.intern(word), *field)).collect();
                (terms, found)
            })
            .collect();
        let mut occurrences = Occurrences::default();
        for (page, (terms, found)) in (0..).zip(&batches) {
            occurrences.add(page, terms, found);
        }
        occurrences.encode()
    }

    #[test]
    fn words_are_encoded_as_documented() {
        use Field::{Heading, Text, Title};
        let mut pages: Vec<&[(&str, Field)]> = vec![
            &[("careers", Text)],
            &[("careers", Text)],
            &[("career", Title)],
            &[("career", Heading)],
            &[("careerer", Text), ("é", Text)],
        ];
        assert_eq!(encoded(&pages), "0career 2TH 6er 4X 6s XX 0é 4X");
        pages.extend((5..50).map(|_| &[][..]));
        pages.push(&[("careers", Heading)]);
        assert_eq!(encoded(&pages), "0career 2TH 6er 4X 6s XX1cH 0é 4X");
        assert_eq!(encoded(&[]), "");
    }

    #[test]
    fn most_important_field_of_a_page_counts() {
        let mut terms = SearchTerms::default();
        let fair = terms.intern("fair");
        let mut occurrences = Occurrences::default();
        occurrences.add(0, &terms, &[FoundTerm::new(fair, Field::Text)]);
        occurrences.add(0, &terms, &[FoundTerm::new(fair, Field::Heading)]);
        occurrences.add(1, &terms, &[FoundTerm::new(fair, Field::Text)]);
        assert_eq!(occurrences.encode(), "0fair HX");
    }

    #[test]
    fn words_on_both_sides_of_a_chunk_share_their_beginning() {
        let words: Vec<String> = (0..=CHUNK).map(|number| format!("word{number:04}")).collect();
        let page: Vec<(&str, Field)> = words.iter().map(|word| (word.as_str(), Field::Text)).collect();
        assert!(encoded(&[&page]).ends_with("X 72 X"), "{}", encoded(&[&page]));
    }
}
