//! The page that a host shows for addresses that don't exist.

use serde::Serialize;

use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct NotFoundPage {}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, NotFoundPage>; 1] {
    let draft = PageDraft::new(PageKind::NotFound, NotFoundPage {}, context);
    [PageDraft { root: absolute_root(context), ..draft }]
}

/// A host shows the page at any depth, so its links start at the root of the host, if that is known.
fn absolute_root(context: &Context<'_>) -> Option<String> {
    let web_address = context.programme.institution.details.web_address.as_ref()?;
    let path = web_address.as_str().splitn(4, '/').nth(3).unwrap_or_default().trim_end_matches('/');
    Some(if path.is_empty() { "/".into() } else { format!("/{path}/") })
}
