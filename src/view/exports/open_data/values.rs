//! Values that several parts of the open data use.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::programme::GroupSet;
use crate::programme::format::InexactDate;
use crate::view::context::Context;

/// A day, such as 2027-03-04.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(with = "String", inline, extend("format" = "date"))]
pub(super) struct DataDay(pub(super) Date);

/// A day, or a time that is not exact.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum DataDate {
    Day(DataDay),
    Period {
        /// The time in the school's words, such as Summer term 2027.
        words: String,
        /// The first day that it can be.
        from: DataDay,
        /// The last day that it can be.
        to: DataDay,
    },
}

impl DataDate {
    pub(super) fn new(date: &InexactDate) -> Self {
        match &date.words {
            None => Self::Day(DataDay(date.latest)),
            Some(words) => {
                Self::Period { words: words.clone(), from: DataDay(date.earliest), to: DataDay(date.latest) }
            }
        }
    }
}

pub(super) fn ids<'a>(groups: &GroupSet, context: &Context<'a>) -> Vec<&'a str> {
    groups.iter().filter_map(|index| context.groups().get(*index)).map(|group| group.id.as_str()).collect()
}
