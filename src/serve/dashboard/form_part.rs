//! The parts of a form, and what they are made with.

use std::collections::HashMap;

use serde::Serialize;

use super::field_view::FieldView;
use super::known_names::KnownNames;
use super::todo::Task;
use crate::CriteriaList;
use crate::editor::OpenFile;
use crate::editor::form::FormField;
use crate::report::ContentPath;

/// A part of a form.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum FormPart {
    Field(FieldView),
    /// The start of fields that are folded away below a heading.
    FoldStart {
        id: String,
        heading: String,
        is_open: bool,
    },
    FoldEnd,
    Heading {
        id: String,
        text: String,
        hint: String,
        findings: Vec<Task>,
    },
    /// The start of a statement about a criterion: its hidden fields. The fields follow.
    StatementStart {
        name: String,
        origin: Option<usize>,
        /// The key of the criterion.
        key: &'static str,
        criterion: String,
    },
    GroupStart {
        id: String,
        legend: String,
        hint: String,
        findings: Vec<Task>,
    },
    GroupEnd,
    /// The start of a list, whose rows follow.
    ListStart {
        name: String,
        id: String,
        legend: String,
        hint: String,
        findings: Vec<Task>,
        /// True if a comment calls the values made up.
        is_made_up: bool,
    },
    RowStart {
        name: String,
        id: String,
        legend: String,
        /// The index of the item in the file. `None` for a new row.
        origin: Option<usize>,
        /// `None` in lists without labels.
        label: Option<String>,
        /// True if the row is one field, which has the row's name.
        is_simple: bool,
    },
    RowEnd {
        name: String,
        legend: String,
        is_first: bool,
        is_last: bool,
        is_simple: bool,
    },
    ListEnd {
        name: String,
        /// The words of the button that adds a row.
        add: String,
    },
    /// A list whose items have pages of their own.
    Pages {
        id: String,
        legend: String,
        hint: String,
        rows: Vec<ItemLink>,
        /// The address of a new item's page, and the words of the link.
        add: (String, String),
    },
}

/// A link to the page of an item.
#[derive(Debug, Serialize)]
pub(super) struct ItemLink {
    pub(super) title: String,
    pub(super) address: String,
    pub(super) findings: usize,
}

/// What the parts of a form need besides its fields.
pub(super) struct FormContext<'a> {
    pub(super) path: &'a ContentPath,
    /// What values can be chosen from.
    pub(super) names: KnownNames<'a>,
    /// The criteria of the version of the benchmarks that the file is about. `None` if they are not known.
    pub(super) criteria: Option<&'a CriteriaList>,
    /// By the name of the field.
    pub(super) findings: HashMap<String, Vec<Task>>,
    /// The file. `None` for a new one.
    pub(super) file: Option<&'a OpenFile>,
}

impl FormContext<'_> {
    pub(super) fn has_finding(&self, field: &FormField) -> bool {
        let inside = format!("{}.", field.name);
        self.findings.keys().any(|name| *name == field.name || name.starts_with(&inside))
    }
}
