//! The search page.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::parts::filters::{Filters, filters};
use crate::view::routes::PageKind;

/// The search page. Stage 5 writes its index from the rendered pages.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    pub filters: Filters,
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, SearchPage>; 1] {
    [PageDraft::new(PageKind::Search, SearchPage { filters: filters(context) }, context)]
}
