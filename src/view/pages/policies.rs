//! Pages that are mostly text: further pages, policies, A to Z.

use crate::programme::Policy;
use crate::programme::PolicyBody;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::format::DayInWords;
use crate::view::pages::further_page::OTHERS;
use crate::view::pages::further_page::TextPage;
use crate::view::parts::link::LinkTo;
use serde::Serialize;

/// All policies.
#[derive(Debug, Serialize)]
pub struct PoliciesPage {
    /// By title.
    pub policies: Vec<PolicyLine>,
}

/// A policy in the list.
#[derive(Debug, Serialize)]
pub struct PolicyLine {
    /// Its page or document.
    pub address: Address,
    /// Its title; for documents with the type.
    pub title: String,
    /// One line about it.
    pub summary: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When they did.
    pub approved_on: Option<DayInWords>,
    /// When it is next reviewed.
    pub next_review: Option<DayInWords>,
}

/// A policy that is a text; `None` for a document.
pub(crate) fn policy<'a>(policy: &'a Policy, context: &Context<'a>) -> Option<TextPage<'a>> {
    let PolicyBody::Text(text) = &policy.body else { return None };
    Some(TextPage {
        summary: policy.summary.as_deref(),
        text,
        approved_by: policy.approved_by.as_deref(),
        approved_on: policy.approved_on.map(|day| context.language.day(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.day(next.value)),
        others: context
            .policies
            .iter()
            .filter(|other| other.id != policy.id)
            .take(OTHERS)
            .map(|other| LinkTo::new(policy_address(other), policy_title(other)))
            .collect(),
    })
}

/// A policy's title; for documents with the type.
pub(crate) fn policy_title(policy: &Policy) -> String {
    match &policy.body {
        PolicyBody::Text(_) => policy.title.clone(),
        PolicyBody::Document(file) => match file.note() {
            Some(note) => format!("{} ({note})", policy.title),
            None => policy.title.clone(),
        },
    }
}

/// The address of a policy: its page, or its document.
pub(crate) fn policy_address(policy: &Policy) -> Address {
    match &policy.body {
        PolicyBody::Text(_) => Address::new(format!("policies/{}.html", policy.id)),
        PolicyBody::Document(file) => Address::new(file.path.as_str()),
    }
}

/// All policies.
pub(crate) fn policies(context: &Context<'_>) -> PoliciesPage {
    let policies = context.policies.iter().map(|policy| PolicyLine {
        address: policy_address(policy),
        title: policy_title(policy),
        summary: policy.summary.clone(),
        approved_by: policy.approved_by.clone(),
        approved_on: policy.approved_on.map(|day| context.language.day(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.day(next.value)),
    });
    PoliciesPage { policies: policies.collect() }
}
