//! Values that several parts of the open data use.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::programme::GroupSet;
use crate::view::context::Context;

/// A day, such as 2027-03-04.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(with = "String", inline, extend("format" = "date"))]
pub(super) struct DataDay(pub(super) Date);

pub(super) fn ids<'a>(groups: &GroupSet, context: &Context<'a>) -> Vec<&'a str> {
    groups.iter().filter_map(|index| context.groups().get(*index)).map(|group| group.id.as_str()).collect()
}
