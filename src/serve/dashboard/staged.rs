//! What was uploaded and is not saved yet, because something in its form must be put right or agreed to first. It is only
//! in memory.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::UploadedMedia;
use crate::serve::secret::Secret;

/// How many are kept.
const MAX_STAGED: usize = 4;

/// A picture or document.
#[derive(Clone, Debug)]
pub(super) struct StagedMedia {
    /// What the browser called it.
    pub(super) name: String,
    pub(super) media: UploadedMedia,
}

/// The last few things of a kind that were uploaded, each with a name that nobody can guess.
#[derive(Debug)]
pub(super) struct Staged<T>(Mutex<VecDeque<(Secret, T)>>);

impl<T> Default for Staged<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Staged<T> {
    /// Keeps a thing, and gives its name. `None` if the system has no random numbers.
    pub(super) fn put(&self, thing: T) -> Option<String> {
        let name = Secret::random().ok()?;
        let text = name.as_str().to_owned();
        let mut all = self.lock();
        if all.len() >= MAX_STAGED {
            all.pop_front();
        }
        all.push_back((name, thing));
        Some(text)
    }

    /// The thing with this name, which stays.
    pub(super) fn get(&self, name: &str) -> Option<T> {
        self.lock().iter().find(|(other, _)| other.is(name)).map(|(_, thing)| thing.clone())
    }

    pub(super) fn remove(&self, name: &str) {
        self.lock().retain(|(other, _)| !other.is(name));
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(Secret, T)>> {
        // Each change is one step, so the list is valid after a panic too.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_few_are_kept() {
        let staged = Staged::default();
        let names: Vec<String> = (0..=MAX_STAGED).map(|number| staged.put(number).expect("random numbers")).collect();
        assert_eq!(staged.get(&names[0]), None);
        assert_eq!(staged.get(&names[1]), Some(1));
        staged.remove(&names[1]);
        assert!(staged.get(&names[1]).is_none() && staged.get("").is_none());
    }
}
