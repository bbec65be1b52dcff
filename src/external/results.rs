//! The links to other websites with their results: the input of the rules.

use super::cache::{CachedLink, LinkCache};
use crate::check::links::ExternalLinks;
use crate::report::Place;

/// The links of the content, with results from today or from the cache.
#[derive(Clone, Copy, Debug)]
pub struct LinkResults<'a> {
    pub links: &'a ExternalLinks,
    pub cache: &'a LinkCache,
    /// The links that were checked while no website responded at all.
    pub unanswered: &'a [&'a str],
}

impl<'a> LinkResults<'a> {
    pub(super) fn known(&self) -> impl Iterator<Item = (&'a str, &'a [Place], &'a CachedLink)> {
        let Self { links, cache, .. } = *self;
        links.iter().filter_map(|(address, places)| Some((address, places, cache.get(address)?)))
    }
}
