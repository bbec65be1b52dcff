//! Pages that are mostly text: further pages, policies, A to Z.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::say::{self, DayInWords};
use crate::programme::{FurtherPage, Policy, PolicyBody, Prose};

/// A further page.
#[derive(Debug, Serialize)]
pub struct TextPage<'a> {
    /// One line about it.
    pub summary: Option<&'a str>,
    /// The text.
    pub text: &'a Prose,
    /// Who approved it, for policies.
    pub approved_by: Option<&'a str>,
    /// When they did.
    pub approved_on: Option<DayInWords>,
    /// When it is next reviewed.
    pub next_review: Option<DayInWords>,
}

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

/// Every page, by title.
#[derive(Debug, Serialize)]
pub struct AToZPage {
    /// By first letter.
    pub letters: Vec<Letter>,
}

/// The pages whose titles begin with a letter.
#[derive(Debug, Serialize)]
pub struct Letter {
    /// The letter; `#` for digits and signs.
    pub letter: String,
    /// In order.
    pub pages: Vec<LinkTo>,
}

/// The page that a host shows for addresses that do not exist.
#[derive(Debug, Serialize)]
pub struct NotFoundPage {}

/// A further page.
pub(super) fn text(page: &FurtherPage) -> TextPage<'_> {
    TextPage {
        summary: page.form.summary.as_deref(),
        text: &page.prose,
        approved_by: None,
        approved_on: None,
        next_review: None,
    }
}

/// A policy that is a text; `None` for a document.
pub(super) fn policy(policy: &Policy) -> Option<TextPage<'_>> {
    let PolicyBody::Text(text) = &policy.body else { return None };
    Some(TextPage {
        summary: policy.form.summary.as_deref(),
        text,
        approved_by: policy.form.approved_by.as_deref(),
        approved_on: policy.form.approved_on.map(say::day),
        next_review: policy.form.next_review.as_ref().map(|next| say::day(next.value)),
    })
}

/// The address of a policy: its page, or its document.
pub(super) fn policy_address(policy: &Policy) -> Address {
    match &policy.body {
        PolicyBody::Text(_) => Address::new(format!("policies/{}.html", policy.id)),
        PolicyBody::Document(file) => Address::new(file.path.as_str()),
    }
}

/// All policies.
pub(super) fn policies(context: &Context<'_>) -> PoliciesPage {
    let policies = context.programme.policies.iter().map(|policy| {
        let form = &policy.form;
        let title = match &policy.body {
            PolicyBody::Text(_) => form.title.clone(),
            PolicyBody::Document(file) => match file.note() {
                Some(note) => format!("{} ({note})", form.title),
                None => form.title.clone(),
            },
        };
        PolicyLine {
            address: policy_address(policy),
            title,
            summary: form.summary.clone(),
            approved_by: form.approved_by.clone(),
            approved_on: form.approved_on.map(say::day),
            next_review: form.next_review.as_ref().map(|next| say::day(next.value)),
        }
    });
    PoliciesPage { policies: policies.collect() }
}

/// Every page of a list, by first letter.
pub(super) fn a_to_z(pages: impl Iterator<Item = LinkTo>) -> AToZPage {
    let mut letters: BTreeMap<String, Vec<LinkTo>> = BTreeMap::new();
    for page in pages {
        let first = page.title.chars().next().filter(|letter| letter.is_alphabetic());
        let letter = first.map_or_else(|| "#".into(), |letter| letter.to_uppercase().to_string());
        letters.entry(letter).or_default().push(page);
    }
    let letters = letters.into_iter().map(|(letter, mut pages)| {
        pages.sort_by(|a, b| (a.title.to_lowercase(), &a.address).cmp(&(b.title.to_lowercase(), &b.address)));
        Letter { letter, pages }
    });
    AToZPage { letters: letters.collect() }
}
