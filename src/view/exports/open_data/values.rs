//! Values that several parts of the open data use.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::programme::format::{InexactDate, LabelledTexts};
use crate::programme::{GroupSet, RichText};
use crate::view::context::Context;
use crate::view::parts::figures::StatedFigure;

/// The words of texts, without links.
pub(super) fn plain(texts: &[RichText]) -> Vec<&str> {
    texts.iter().map(|text| &**text).collect()
}

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

pub(super) fn area_ids<'a>(areas: &[usize], context: &Context<'a>) -> Vec<&'a str> {
    let all = &context.programme.institution.areas;
    areas.iter().filter_map(|index| all.get(*index)).map(|area| area.id.as_str()).collect()
}

/// A figure or a fact as the school states it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Stated {
    /// What it is.
    label: String,
    /// The figure or the fact.
    text: String,
}

pub(super) fn stated(figures: Option<&LabelledTexts>) -> Vec<Stated> {
    let figures = figures.into_iter().flat_map(|figures| &figures.0);
    figures.map(|(label, text)| Stated { label: label.clone(), text: text.clone() }).collect()
}

pub(super) fn stated_views(figures: Vec<StatedFigure>) -> Vec<Stated> {
    figures.into_iter().map(|figure| Stated { label: figure.label, text: figure.text }).collect()
}
