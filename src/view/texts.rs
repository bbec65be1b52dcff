//! Pages that are mostly text: further pages, policies, A to Z.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::say::DayInWords;
use crate::programme::{Audience, FurtherPage, Policy, PolicyBody, Prose};

/// The most links beside a text: more than these are for the lists.
const OTHERS: usize = 8;

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
    /// Where to read on: other policies, or other pages for the same people.
    pub others: Vec<LinkTo>,
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
pub(super) fn text<'a>(page: &'a FurtherPage, context: &Context<'a>) -> TextPage<'a> {
    let programme = context.programme;
    // What only some of this page's readers are told is not for it.
    let for_the_same = |other: &&FurtherPage| {
        let mut readers = Audience::ALL.iter().filter(|audience| page.is_for(**audience));
        other.id != page.id && readers.all(|audience| other.is_for(*audience))
    };
    TextPage {
        summary: page.summary.as_deref(),
        text: &page.prose,
        approved_by: None,
        approved_on: None,
        next_review: None,
        others: programme.pages.iter().filter(for_the_same).take(OTHERS).map(further_page).collect(),
    }
}

/// A policy that is a text; `None` for a document.
pub(super) fn policy<'a>(policy: &'a Policy, context: &Context<'a>) -> Option<TextPage<'a>> {
    let PolicyBody::Text(text) = &policy.body else { return None };
    Some(TextPage {
        summary: policy.summary.as_deref(),
        text,
        approved_by: policy.approved_by.as_deref(),
        approved_on: policy.approved_on.map(|day| context.language.day(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.day(next.value)),
        others: context
            .programme
            .policies
            .iter()
            .filter(|other| other.id != policy.id)
            .take(OTHERS)
            .map(|other| LinkTo::new(policy_address(other), policy_title(other)))
            .collect(),
    })
}

/// A further page, with a line about it.
pub(super) fn further_page(page: &FurtherPage) -> LinkTo {
    LinkTo {
        about: page.summary.clone(),
        ..LinkTo::new(Address::new(format!("pages/{}.html", page.id)), page.title.clone())
    }
}

/// A policy's title; for documents with the type.
fn policy_title(policy: &Policy) -> String {
    match &policy.body {
        PolicyBody::Text(_) => policy.title.clone(),
        PolicyBody::Document(file) => match file.note() {
            Some(note) => format!("{} ({note})", policy.title),
            None => policy.title.clone(),
        },
    }
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
    let policies = context.programme.policies.iter().map(|policy| PolicyLine {
        address: policy_address(policy),
        title: policy_title(policy),
        summary: policy.summary.clone(),
        approved_by: policy.approved_by.clone(),
        approved_on: policy.approved_on.map(|day| context.language.day(day)),
        next_review: policy.next_review.as_ref().map(|next| context.language.day(next.value)),
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
