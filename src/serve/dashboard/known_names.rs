//! The names that values of the content can be chosen from.

use crate::programme::format::{Control, NamedThing};
use crate::programme::slug;
use crate::{ContentList, ItemKind};

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
            _ => Vec::new(),
        }
    }
}

/// True if a value of a file names a thing.
pub(super) fn is_name_of(control: &Control, written: &str, name: &str) -> bool {
    match control {
        Control::Name(NamedThing::Picture) => written == name,
        _ => slug(written) == slug(name),
    }
}
