//! Numbers for texts: the same text has the same number.

use rustc_hash::FxHashMap;

/// Distinct texts, numbered in the order of their first occurrence.
///
/// Most words are short. They are compared as one number, which takes a fraction of the time.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// Of at most 7 bytes.
    short: FxHashMap<u64, u32>,
    /// Of at most 15 bytes.
    medium: FxHashMap<u128, u32>,
    long: FxHashMap<Box<str>, u32>,
    /// All texts, one after the other.
    all: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Interner {
    pub(crate) fn intern(&mut self, text: &str) -> u32 {
        // Most texts are known.
        if let Some(known) = self.find(text) {
            return known;
        }
        let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        if let Some(bytes) = packed(text) {
            self.short.insert(u64::from_le_bytes(bytes), next);
        } else if let Some(bytes) = packed(text) {
            self.medium.insert(u128::from_le_bytes(bytes), next);
        } else {
            self.long.insert(text.into(), next);
        }
        self.all.push_str(text);
        // The texts of one task are far smaller than 4 GB.
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        next
    }

    /// The number of a text that has one.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        let known = if let Some(bytes) = packed(text) {
            self.short.get(&u64::from_le_bytes(bytes))
        } else if let Some(bytes) = packed(text) {
            self.medium.get(&u128::from_le_bytes(bytes))
        } else {
            self.long.get(text)
        };
        known.copied()
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

/// A text in a few bytes, the last of which is its length. `None` if it doesn't fit.
fn packed<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (length, all) = bytes.split_last_mut()?;
    all.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    *length = u8::try_from(text.len()).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_same_text_has_the_same_number(texts in proptest::collection::vec("[ab\\x00é]{0,20}", 0..60)) {
            let mut interner = Interner::default();
            proptest::prop_assert!(texts.iter().all(|text| interner.find(text).is_none()));
            let ids: Vec<u32> = texts.iter().map(|text| interner.intern(text)).collect();
            for (text, id) in texts.iter().zip(&ids) {
                proptest::prop_assert_eq!(interner.get(*id), text);
                proptest::prop_assert_eq!(interner.find(text), Some(*id));
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
