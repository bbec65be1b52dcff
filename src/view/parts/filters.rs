//! Filters of pages and events by audience and group.
//!
//! What visitors choose is only kept in the address: `for` an audience, `group` a year group.

use serde::Serialize;

use crate::programme::{Audience, GroupSet};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::format;

/// The filters that visitors can choose from.
#[derive(Debug, Serialize)]
pub struct Filters {
    /// The four audiences.
    pub audiences: Vec<FilterOption>,
    /// The groups; none if there are not at least two.
    pub groups: Vec<FilterOption>,
}

/// One of the choices of a filter.
#[derive(Debug, Serialize)]
pub struct FilterOption {
    /// Its value in addresses.
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
    pub(crate) fn new(audiences: &[Audience], groups: &GroupSet, context: &Context<'_>) -> Self {
        let audiences = Audience::ALL.iter().filter(|audience| audiences.contains(audience));
        let named = groups.iter().filter_map(|index| context.groups().get(*index));
        Self {
            audiences: some_of(audiences.map(|audience| audience.as_str()), Audience::ALL.len()),
            groups: some_of(named.map(|group| group.id.as_str()), context.groups().len()),
        }
    }
}

pub(crate) fn some_of<'a>(words: impl Iterator<Item = &'a str>, all: usize) -> String {
    let words: Vec<&str> = words.collect();
    if words.len() == all { String::new() } else { words.join(" ") }
}

/// The choices of this school.
pub(crate) fn filters(context: &Context<'_>) -> Filters {
    let audience = |audience: &Audience| FilterOption {
        word: audience.as_str().to_owned(),
        name: format::capital(audience.name(context.words())),
    };
    let mut groups: Vec<FilterOption> = Vec::new();
    if context.groups().len() > 1 {
        let group = |group: &crate::programme::Group| FilterOption { word: group.id.clone(), name: group.name.clone() };
        groups.extend(context.groups().iter().map(group));
    }
    Filters { audiences: Audience::ALL.iter().map(audience).collect(), groups }
}

/// A page with filters, as the readers of some dates want to see it.
pub(crate) fn filtered(page: &Address, scope: CalendarScope, context: &Context<'_>) -> Address {
    let audience = scope.audience.map(|audience| ("for", audience.as_str()));
    let group = scope.group(context).map(|group| ("group", group.id.as_str()));
    page.with(&audience.into_iter().chain(group).collect::<Vec<_>>())
}
