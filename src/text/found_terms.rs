//! The search terms of a text or page, each with the most important part that it is in.

use super::dictionary::TermId;

/// The part of a page that a word is in, the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    Title,
    Heading,
    Text,
}

impl Field {
    const ALL: [Self; 3] = [Self::Title, Self::Heading, Self::Text];
}

/// A term and the field it is in, in four bytes: a large site has millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundTerm(u32);

/// The bits of a field.
const FIELD_BITS: u32 = 2;

impl FoundTerm {
    pub(crate) fn new(term: TermId, field: Field) -> Self {
        Self(term.number() << FIELD_BITS | field as u32)
    }

    pub(crate) fn term(self) -> TermId {
        TermId::from_number(self.0 >> FIELD_BITS)
    }

    pub(crate) fn field(self) -> Field {
        let field = self.0 & ((1 << FIELD_BITS) - 1);
        Field::ALL.get(field as usize).copied().unwrap_or(Field::Text)
    }
}

/// Search terms, each once.
pub(crate) type FoundTerms = Box<[FoundTerm]>;

/// Collects the terms of one text after the other.
#[derive(Debug, Default)]
pub(crate) struct TermCollector {
    found: Vec<FoundTerm>,
    /// For each term, one more than its index in `found`; 0 if it hasn't been found.
    positions: Vec<u32>,
}

impl TermCollector {
    pub(crate) fn add(&mut self, term: TermId, field: Field) {
        if self.positions.len() <= term.index() {
            self.positions.resize(term.index() + 1, 0);
        }
        let Some(position) = self.positions.get_mut(term.index()) else { return };
        match self.found.get_mut((*position as usize).wrapping_sub(1)) {
            Some(known) => *known = FoundTerm::new(term, field.min(known.field())),
            None => {
                self.found.push(FoundTerm::new(term, field));
                *position = u32::try_from(self.found.len()).unwrap_or(u32::MAX);
            }
        }
    }

    /// The terms since the last call, each once, in the order of their first occurrence.
    pub(crate) fn take(&mut self) -> FoundTerms {
        for found in &self.found {
            if let Some(position) = self.positions.get_mut(found.term().index()) {
                *position = 0;
            }
        }
        let found = self.found.as_slice().into();
        self.found.clear();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::dictionary::SearchTerms;
    use super::*;

    #[test]
    fn term_is_kept_once_with_its_most_important_field() {
        let mut terms = SearchTerms::default();
        let (fair, visit) = (terms.intern("fair"), terms.intern("visit"));
        let mut collector = TermCollector::default();
        collector.add(visit, Field::Text);
        collector.add(fair, Field::Text);
        collector.add(visit, Field::Title);
        collector.add(visit, Field::Heading);
        assert_eq!(*collector.take(), [FoundTerm::new(visit, Field::Title), FoundTerm::new(fair, Field::Text)]);
        collector.add(fair, Field::Heading);
        assert_eq!(*collector.take(), [FoundTerm::new(fair, Field::Heading)]);
    }
}
