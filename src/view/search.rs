//! The search page, whom each page is for, and the choices by which pages and events are filtered.
//!
//! What visitors choose stands in the address alone: `for` an audience, `group` a year group.

use serde::Serialize;

use super::address::Address;
use super::calendars;
use super::context::Context;
use super::page::{Body, Page};
use super::say;
use crate::programme::{Audience, GroupSet};

/// The page on which visitors search. What it searches is written in stage 5, from the finished pages.
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// By what results can be filtered.
    pub filters: Filters,
}

/// What visitors may say of themselves, to be shown less.
#[derive(Debug, Serialize)]
pub struct Filters {
    /// The four audiences.
    pub audiences: Vec<Choice>,
    /// The groups; none if there are not at least two.
    pub groups: Vec<Choice>,
}

/// One of the choices of a filter.
#[derive(Debug, Serialize)]
pub struct Choice {
    /// The word for it in addresses.
    pub word: String,
    /// What the school calls it, with a capital.
    pub name: String,
}

/// Whom a page or an event is for, in the words of the filters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ForWhom {
    /// Audiences, with spaces between them; none if it is for all.
    pub audiences: String,
    /// Groups, with spaces between them; none if it is for all.
    pub groups: String,
}

impl ForWhom {
    /// For some audiences and groups; those that are all there are, or none, need not be named.
    pub(super) fn new(audiences: &[Audience], groups: &GroupSet, context: &Context<'_>) -> Self {
        let audiences = Audience::ALL.iter().filter(|audience| audiences.contains(audience));
        let named = groups.iter().filter_map(|index| context.groups().get(*index));
        Self {
            audiences: some_of(audiences.map(|audience| audience.word()), Audience::ALL.len()),
            groups: some_of(named.map(|group| group.id.as_str()), context.groups().len()),
        }
    }
}

fn some_of<'a>(words: impl Iterator<Item = &'a str>, all: usize) -> String {
    let words: Vec<&str> = words.collect();
    if words.len() == all { String::new() } else { words.join(" ") }
}

/// The choices of this school.
pub(super) fn filters(context: &Context<'_>) -> Filters {
    let audience = |audience: &Audience| Choice {
        word: audience.word().to_owned(),
        name: say::capital(audience.name(context.words())),
    };
    let mut groups: Vec<Choice> = Vec::new();
    if context.groups().len() > 1 {
        let group = |group: &crate::programme::Group| Choice { word: group.id.clone(), name: group.name.clone() };
        groups.extend(context.groups().iter().map(group));
    }
    Filters { audiences: Audience::ALL.iter().map(audience).collect(), groups }
}

/// A page with filters, as the readers of some dates want to see it.
pub(super) fn filtered(page: &Address, choice: calendars::Choice, context: &Context<'_>) -> Address {
    let audience = choice.audience.map(|audience| ("for", audience.word()));
    let group = choice.group_in(context).map(|group| ("group", group.id.as_str()));
    page.with(&audience.into_iter().chain(group).collect::<Vec<_>>())
}

impl Page<'_> {
    /// True if searching finds it. What only lists or finds other pages would be found by every word.
    pub fn is_sought(&self) -> bool {
        !matches!(self.body, Body::Search(_) | Body::AToZ(_) | Body::NotFound(_))
    }

    /// The pages above it, without the home page, and the day of an event: “Events › Thursday 4 March 2027”.
    pub fn place(&self) -> String {
        let above = self.trail.iter().skip(1).map(|above| above.title.as_str());
        let day = match &self.body {
            Body::Event(page) => Some(page.event.day.long.as_str()),
            _ => None,
        };
        above.chain(day).collect::<Vec<_>>().join(" › ")
    }

    /// True if it is about an event that is over.
    pub fn is_past(&self) -> bool {
        matches!(&self.body, Body::Event(page) if page.event.past)
    }
}
