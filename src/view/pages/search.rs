//! The search page.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::filters::{Filters, filters};
use crate::view::routes::PageKind;

/// The page on which visitors search. What it searches is written in stage 5, from the finished pages.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// By what results can be filtered.
    pub filters: Filters,
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, SearchPage>; 1] {
    [PageDraft::new(PageKind::Search, SearchPage { filters: filters(context) }, context)]
}
