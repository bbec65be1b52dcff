//! Numbers for texts: the same text has the same number.

use rustc_hash::FxHashMap;

/// Texts of at most this many bytes are compared as numbers, which takes a quarter of the time.
const MAX_PACKED: usize = 15;

/// Distinct texts, numbered in the order of their first occurrence.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    short: FxHashMap<u128, u32>,
    long: FxHashMap<Box<str>, u32>,
    /// All texts, one after the other.
    all: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Interner {
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let known = match packed(text) {
            Some(number) => *self.short.entry(number).or_insert(next),
            None => match self.long.get(text) {
                Some(known) => *known,
                None => *self.long.entry(text.into()).or_insert(next),
            },
        };
        if known == next {
            self.all.push_str(text);
            // The texts of one task are far smaller than 4 GB.
            self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        }
        known
    }

    /// Empty for a number that was not given.
    pub(crate) fn get(&self, id: u32) -> &str {
        let index = id as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.ends.len()).map(|id| self.get(id))
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A short text and its length as one number.
fn packed(text: &str) -> Option<u128> {
    if text.len() > MAX_PACKED {
        return None;
    }
    let mut bytes = [0; 16];
    bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    *bytes.last_mut()? = u8::try_from(text.len()).ok()?;
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_same_text_has_the_same_number(texts in proptest::collection::vec("[ab\\x00é]{0,20}", 0..60)) {
            let mut interner = Interner::default();
            let ids: Vec<u32> = texts.iter().map(|text| interner.intern(text)).collect();
            for (text, id) in texts.iter().zip(&ids) {
                proptest::prop_assert_eq!(interner.get(*id), text);
                proptest::prop_assert_eq!(interner.intern(text), *id);
            }
            let mut distinct = texts.clone();
            distinct.sort();
            distinct.dedup();
            proptest::prop_assert_eq!(interner.len(), distinct.len());
            proptest::prop_assert_eq!(interner.iter().count(), distinct.len());
        }
    }
}
