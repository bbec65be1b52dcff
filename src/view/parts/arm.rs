//! A link to an audience's landing page: an arm of the fingerpost.

use serde::Serialize;

use crate::programme::Audience;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format;
use crate::view::routes::PageKind;

/// An arm of the fingerpost.
#[derive(Debug, Serialize)]
pub struct Arm {
    /// The audience's word, for styles.
    pub audience: Audience,
    /// What the school calls them, with a capital.
    pub name: String,
    /// Where it leads.
    pub address: Address,
    /// What they find there.
    pub promise: String,
}

/// An arm: where an audience finds its own answers.
pub(crate) fn arm(audience: Audience, context: &Context<'_>) -> Arm {
    let lead = context.programme.welcome(audience).and_then(|welcome| welcome.lead.clone());
    let language = &context.language;
    let promise = match audience {
        Audience::Pupils => "promise_pupils",
        Audience::Parents => "promise_parents",
        Audience::Staff => "promise_staff",
        Audience::Employers => "promise_employers",
    };
    Arm {
        audience,
        name: format::capital(language.audience(audience)),
        address: PageKind::landing(audience).address(),
        promise: lead.unwrap_or_else(|| language.text(promise).to_owned()),
    }
}
