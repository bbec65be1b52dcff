//! The ids of a text's headings, each of which occurs once.

use std::collections::{HashMap, HashSet};

use crate::programme::slug;

#[derive(Default)]
pub(super) struct HeadingIds {
    in_order: Vec<String>,
    known: HashSet<String>,
    reserved: HashSet<String>,
    /// The highest number that has been added to an id.
    numbers: HashMap<String, usize>,
}

impl HeadingIds {
    /// No heading gets one of the `reserved` ids.
    pub(super) fn new(reserved: impl Iterator<Item = String>) -> Self {
        Self { reserved: reserved.collect(), ..Self::default() }
    }

    /// Adds a heading. Its id is made of its words, with a number if that id is in use.
    pub(super) fn add(&mut self, words: &str) -> String {
        let mut base = slug(words);
        if base.is_empty() {
            base = "heading".into();
        }
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        let mut id = base.clone();
        while self.known.contains(&id) || self.reserved.contains(&id) {
            number += 1;
            id = format!("{base}-{number}");
        }
        if number > 1 {
            self.numbers.insert(base, number);
        }
        self.known.insert(id.clone());
        self.in_order.push(id.clone());
        id
    }

    pub(super) fn into_order(self) -> Vec<String> {
        self.in_order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(headings: &[&str]) -> Vec<String> {
        let mut ids = HeadingIds::new(["note-1".to_owned()].into_iter());
        headings.iter().map(|words| ids.add(words)).collect()
    }

    #[test]
    fn repeated_heading_gets_the_next_free_number() {
        assert_eq!(ids(&["A", "A", "A b", "A", "?"]), ["a", "a-2", "a-b", "a-3", "heading"]);
        assert_eq!(ids(&["A 3", "A", "A", "A"]), ["a-3", "a", "a-2", "a-4"]);
        assert_eq!(ids(&["A", "A", "A 2", "A 2"]), ["a", "a-2", "a-2-2", "a-2-3"]);
        assert_eq!(ids(&["Note 1", "Note", "Note"]), ["note-1-2", "note", "note-2"]);
    }

    proptest::proptest! {
        #[test]
        fn every_id_is_unique(headings in proptest::collection::vec("[ab](-[123]){0,3}", 0..30)) {
            let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
            let mut ids = ids(&headings);
            let count = ids.len();
            ids.sort();
            ids.dedup();
            proptest::prop_assert_eq!(ids.len(), count);
        }
    }
}
