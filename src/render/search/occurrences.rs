//! Collects every word of a site with its pages.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::encoding::{Places, encode_pages, encode_words};
use crate::text::{FoundTerm, SearchTerms, TermId};

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
        let words: Vec<(&str, String)> =
            words.into_par_iter().map(|(word, places)| (word, encode_pages(places))).collect();
        encode_words(words.iter().map(|(word, pages)| (*word, pages.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Field;

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
}
