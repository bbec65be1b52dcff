//! The search page.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::parts::filters::{Filters, filters};

/// The search page. Stage 5 writes its index from the rendered pages.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    pub filters: Filters,
}

pub(crate) fn search(context: &Context<'_>) -> SearchPage {
    SearchPage { filters: filters(context) }
}
