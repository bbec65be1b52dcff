//! What is known of the links to other websites, ready to be told.

use super::cache::{Memory, Remembered};
use crate::check::links::ExternalLinks;
use crate::report::Place;

/// The links of the content, and what their websites answered, today or lately.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// The links.
    pub outward: &'a ExternalLinks,
    /// What was answered.
    pub memory: &'a Memory,
    /// The links that were tried in vain because nobody at all answered.
    pub unheard: &'a [&'a str],
}

impl<'a> Answers<'a> {
    /// Each link of which something is known.
    pub(super) fn known(&self) -> impl Iterator<Item = (&'a str, &'a [Place], &'a Remembered)> {
        let Self { outward, memory, .. } = *self;
        outward.iter().filter_map(|(address, places)| Some((address, places, memory.of(address)?)))
    }
}
