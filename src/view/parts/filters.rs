//! Filters of pages and events by audience and group.
//!
//! The choices of visitors are only stored in the address: `for` an audience, `group` a year group.

use serde::Serialize;

use crate::programme::{Audience, GroupSet};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::format;

#[derive(Debug, Serialize)]
pub struct Filters {
    pub audiences: Vec<FilterOption>,
    /// The groups; empty if there are fewer than two.
    pub groups: Vec<FilterOption>,
}

#[derive(Debug, Serialize)]
pub struct FilterOption {
    /// Its value in addresses.
    pub word: String,
    /// The school's name for it, capitalised.
    pub name: String,
}

/// The filter values of the audiences and groups that a page or an event is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct ForWhom {
    /// Audiences, separated by spaces; empty if it is for all.
    pub audiences: String,
    /// Groups, separated by spaces; empty if it is for all.
    pub groups: String,
}

impl ForWhom {
    /// Leaves out audiences or groups that are all there are.
    pub(crate) fn new(audiences: &[Audience], groups: &GroupSet, context: &Context<'_>) -> Self {
        let audiences = Audience::ALL.iter().filter(|audience| audiences.contains(audience));
        let named = groups.iter().filter_map(|index| context.groups().get(*index));
        Self {
            audiences: unless_all(audiences.map(|audience| audience.as_str()), Audience::ALL.len()),
            groups: unless_all(named.map(|group| group.id.as_str()), context.groups().len()),
        }
    }
}

pub(crate) fn unless_all<'a>(words: impl Iterator<Item = &'a str>, all: usize) -> String {
    let words: Vec<&str> = words.collect();
    if words.len() == all { String::new() } else { words.join(" ") }
}

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

/// The address of a page with the filters set to the audience and group of a calendar.
pub(crate) fn filtered(page: &Address, scope: CalendarScope, context: &Context<'_>) -> Address {
    let audience = scope.audience.map(|audience| ("for", audience.as_str()));
    let group = scope.group(context).map(|group| ("group", group.id.as_str()));
    page.with(&audience.into_iter().chain(group).collect::<Vec<_>>())
}
