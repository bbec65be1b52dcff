//! The list of policies.

use serde::Serialize;

use crate::programme::{MarkedText, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::parts::link::LinkTo;
use crate::view::routes::policy_address;

#[derive(Debug, Serialize)]
pub struct PoliciesPage {
    pub policies: Vec<PolicyLine>,
}

#[derive(Debug, Serialize)]
pub struct PolicyLine {
    pub address: Address,
    /// Its title. For documents, with the file type.
    pub title: String,
    pub summary: Option<MarkedText>,
    pub approved_by: Option<String>,
    pub approved_on: Option<DayInWords>,
    pub next_review: Option<DayInWords>,
}

pub(crate) fn policies(context: &Context<'_>) -> Option<PoliciesPage> {
    let policies = context.policies.iter().map(|policy| PolicyLine {
        address: policy_address(policy),
        title: LinkTo::policy(policy).title,
        summary: policy.summary.as_ref().map(RichText::marked),
        approved_by: policy.approved_by.clone(),
        approved_on: policy.approved_on.as_ref().map(|day| context.language.date(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.date(&next.value)),
    });
    (!context.policies.is_empty()).then(|| PoliciesPage { policies: policies.collect() })
}
