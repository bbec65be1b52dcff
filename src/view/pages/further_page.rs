//! Pages that are mostly text: further pages, policies, A to Z.

use crate::programme::Audience;
use crate::programme::FurtherPage;
use crate::programme::Prose;
use crate::view::context::Context;
use crate::view::format::DayInWords;
use crate::view::parts::link::LinkTo;
use crate::view::parts::link::further_page;
use serde::Serialize;

/// The most links beside a text: more than these are for the lists.
pub(crate) const OTHERS: usize = 8;

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

/// A further page.
pub(crate) fn text<'a>(page: &'a FurtherPage, context: &Context<'a>) -> TextPage<'a> {
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
