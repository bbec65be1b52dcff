//! A link to an audience's landing page: an arm of the fingerpost.

use serde::Serialize;

use crate::programme::Audience;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct Arm {
    pub audience: Audience,
    /// The school's name for them, capitalised.
    pub name: String,
    pub address: Address,
    /// A description of the page.
    pub promise: String,
}

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
