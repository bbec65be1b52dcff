//! The names that values of the content can be chosen from.

use crate::editor::form::{FieldContent, FormField};
use crate::programme::format::{Control, FieldDefinition, NamedThing};
use crate::programme::slug;
use crate::{ContentItem, ContentList, CriteriaList, ItemKind, ListedCriterion};

/// The things in the content that other values name.
pub(super) struct KnownNames<'a> {
    content: &'a ContentList,
}

impl<'a> KnownNames<'a> {
    pub(super) fn new(content: &'a ContentList) -> Self {
        Self { content }
    }

    /// The names for a control, in order. None if it is no name of a thing.
    pub(super) fn of(&self, control: &Control) -> Vec<&'a str> {
        let texts = |names: &'a [String]| names.iter().map(String::as_str).collect();
        match control {
            Control::Group => texts(&self.content.groups),
            Control::Name(NamedThing::Area) => texts(&self.content.areas),
            Control::Name(NamedThing::Subject) => texts(&self.content.subjects),
            Control::Name(NamedThing::Picture) => {
                let pictures = self.content.items.iter().filter(|item| item.kind == ItemKind::Picture);
                pictures.map(|item| item.path.as_str()).collect()
            }
            Control::Name(NamedThing::Criterion) => self.criteria().map(|criterion| criterion.id.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// The names that a text may be one of, each with what people read for it.
    pub(super) fn suggested(&self, field: &FieldDefinition) -> Vec<(String, String)> {
        if field.key != "event" || !matches!(field.control, Control::Text) {
            return Vec::new();
        }
        let events = self.content.items.iter().filter(|item| item.kind == ItemKind::Event);
        let label = |item: &ContentItem| match item.detail.as_str() {
            "" => item.title.clone(),
            detail => format!("{}, {detail}", item.title),
        };
        events.map(|item| (item.path.stem().to_owned(), label(item))).collect()
    }

    /// What people read for a name.
    pub(super) fn label(&self, control: &Control, name: &str) -> String {
        let criterion = match control {
            Control::Name(NamedThing::Criterion) => self.criteria().find(|criterion| criterion.id == name),
            _ => None,
        };
        criterion.map_or_else(|| name.to_owned(), |criterion| format!("{} {}", criterion.id, criterion.text))
    }

    /// A benchmark with its name: “Benchmark 5: Encounters with employers and employees”.
    pub(super) fn benchmark(&self, number: &str) -> String {
        let mut in_use = self.content.criteria.first().into_iter().flat_map(|list| &list.benchmarks);
        let named = in_use.find(|benchmark| benchmark.number.to_string() == number);
        let name = named.map_or_else(String::new, |benchmark| format!(": {}", benchmark.name));
        format!("Benchmark {number}{name}")
    }

    /// Those of the benchmarks in use.
    fn criteria(&self) -> impl Iterator<Item = &'a ListedCriterion> {
        let benchmarks = self.content.criteria.first().into_iter().flat_map(|list| &list.benchmarks);
        benchmarks.flat_map(|benchmark| &benchmark.criteria)
    }

    /// The criteria of the version that a form names, or of the one in use.
    pub(super) fn criteria_for(content: &'a ContentList, fields: &[FormField]) -> Option<&'a CriteriaList> {
        let framework = fields.iter().find_map(|field| match &field.content {
            FieldContent::Text(text) if field.name == "framework" && !text.is_empty() => Some(text),
            _ => None,
        });
        let lists = &content.criteria;
        match framework {
            Some(framework) => lists.iter().find(|list| list.framework == *framework),
            None => lists.first(),
        }
    }
}

/// True if a value of a file names a thing.
pub(super) fn is_name_of(control: &Control, written: &str, name: &str) -> bool {
    match control {
        Control::Name(NamedThing::Picture | NamedThing::Criterion) => written == name,
        _ => slug(written) == slug(name),
    }
}
