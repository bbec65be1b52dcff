//! A to Z: every page by title.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::context::Context;
use crate::view::draft::{PageDraft, PageOutline};
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

/// Every page, by title.
#[derive(Debug, Serialize)]
pub struct AToZPage {
    /// By first letter.
    pub letters: Vec<Letter>,
}

/// The pages whose titles start with the same letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter; `#` for anything else.
    pub letter: String,
    /// In order.
    pub pages: Vec<LinkTo>,
}

/// Every page of a list, by first letter.
fn a_to_z(pages: impl Iterator<Item = LinkTo>) -> AToZPage {
    let mut letters: BTreeMap<String, Vec<LinkTo>> = BTreeMap::new();
    for page in pages {
        let first = page.title.chars().next().filter(|letter| letter.is_alphabetic());
        let letter = first.map_or_else(|| "#".into(), |letter| letter.to_uppercase().to_string());
        letters.entry(letter).or_default().push(page);
    }
    let letters = letters.into_iter().map(|(letter, mut pages)| {
        pages.sort_by(|a, b| (a.title.to_lowercase(), &a.address).cmp(&(b.title.to_lowercase(), &b.address)));
        Letter { letter, pages }
    });
    AToZPage { letters: letters.collect() }
}

pub(crate) fn build<'a>(context: &Context<'a>, outlines: &[PageOutline]) -> [PageDraft<'a, AToZPage>; 1] {
    let listed = outlines.iter().filter(|page| page.is_listed).map(|page| page.link.clone());
    [PageDraft::new(PageKind::AToZ, a_to_z(listed), context)]
}
