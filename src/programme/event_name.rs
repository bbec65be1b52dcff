//! What other files may call an event, so that activities and surveys can name it.

use super::event::Event;
use super::format::Text;
use super::groups::slug;

/// The id, the file's name without its extension, and the title of an event.
#[derive(Clone, Debug)]
pub struct EventName {
    pub(super) id: String,
    pub(super) stem: String,
    pub(super) title: Text,
}

impl EventName {
    pub(super) fn of(event: &Event) -> Self {
        let stem = event.prose.path().stem().to_owned();
        Self { id: event.id.clone(), stem, title: event.title.clone() }
    }

    /// All three, as slugs.
    pub(super) fn slugs(&self) -> [String; 3] {
        [self.id.clone(), slug(&self.stem), slug(&self.title)]
    }

    /// The names that a misspelt one is compared with.
    pub(super) fn suggestions(&self) -> [&str; 2] {
        [&self.stem, &self.title]
    }
}
