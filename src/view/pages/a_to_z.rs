//! The A to Z, which lists every page by title.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::view::context::Context;
use crate::view::draft::{PageDraft, PageOutline};
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct AToZPage {
    pub sections: Vec<Letter>,
}

#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter; `#` for anything else.
    pub initial: String,
    pub pages: Vec<LinkTo>,
}

fn a_to_z(pages: impl Iterator<Item = LinkTo>) -> AToZPage {
    let mut sections: BTreeMap<String, Vec<LinkTo>> = BTreeMap::new();
    for page in pages {
        let first = page.title.chars().next().filter(|ch| ch.is_alphabetic());
        let initial = first.map_or_else(|| "#".into(), |ch| ch.to_uppercase().to_string());
        sections.entry(initial).or_default().push(page);
    }
    let sections = sections.into_iter().map(|(initial, mut pages)| {
        pages.sort_by(|a, b| (a.title.to_lowercase(), &a.address).cmp(&(b.title.to_lowercase(), &b.address)));
        Letter { initial, pages }
    });
    AToZPage { sections: sections.collect() }
}

pub(crate) fn build<'a>(context: &Context<'a>, outlines: &[PageOutline]) -> [PageDraft<'a, AToZPage>; 1] {
    let listed = outlines.iter().filter(|page| page.is_listed).map(|page| page.link.clone());
    [PageDraft::new(PageKind::AToZ, a_to_z(listed), context)]
}
