//! Personal guidance in brief, for one audience.

use serde::Serialize;

use crate::programme::{Audience, MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::routes::PageKind;

#[derive(Clone, Debug, Serialize)]
pub struct GuidanceBrief {
    pub address: Address,
    pub book: Option<MarkedText>,
    pub booking: Option<String>,
    pub drop_in: Option<MarkedText>,
    pub note: Option<MarkedText>,
}

pub(crate) fn guidance(audience: Audience, context: &Context<'_>) -> Option<GuidanceBrief> {
    let guidance = context.programme.guidance.as_ref()?;
    Some(GuidanceBrief {
        address: PageKind::Guidance.address(),
        book: guidance.book.as_ref().map(RichText::marked),
        booking: guidance.booking.as_ref().map(|link| link.as_str().to_owned()),
        drop_in: guidance.drop_in.as_ref().map(RichText::marked),
        note: guidance.notes.to(audience).map(RichText::marked),
    })
}
