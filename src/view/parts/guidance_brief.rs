//! Personal guidance in brief, for one audience.

use serde::Serialize;

use crate::programme::Audience;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::routes::PageKind;

/// How personal guidance works, for the pages of one audience.
#[derive(Clone, Debug, Serialize)]
pub struct GuidanceBrief {
    /// The page with the details.
    pub address: Address,
    /// What every pupil is entitled to.
    pub entitlement: Vec<String>,
    /// How to book.
    pub book: Option<String>,
    /// The link for booking.
    pub booking: Option<String>,
    /// When pupils can come without booking.
    pub drop_in: Option<String>,
    /// The note for this audience.
    pub note: Option<String>,
}

/// Personal guidance in brief, if there is any.
pub(crate) fn guidance(audience: Audience, context: &Context<'_>) -> Option<GuidanceBrief> {
    let guidance = context.programme.guidance.as_ref()?;
    Some(GuidanceBrief {
        address: PageKind::Guidance.address(),
        entitlement: guidance.entitlement.clone(),
        book: guidance.book.clone(),
        booking: guidance.booking.as_ref().map(|link| link.as_str().to_owned()),
        drop_in: guidance.drop_in.clone(),
        note: guidance.notes.to(audience).map(str::to_owned),
    })
}
