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

/// A written name as slugs: as a whole, and as the path of a file. A title may have a slash.
pub(super) fn written_slugs(written: &str) -> [String; 2] {
    let file = written.strip_suffix(".md").unwrap_or(written);
    let name = file.rsplit('/').next().unwrap_or(file);
    [slug(written), slug(name)]
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

    /// True if this is what is written: its id, its file with or without folder and extension, or its title.
    pub(super) fn is(&self, written: &str) -> bool {
        let names = self.slugs();
        written_slugs(written).iter().any(|wanted| names.contains(wanted))
    }

    /// The names that a misspelt one is compared with.
    pub(super) fn suggestions(&self) -> [&str; 2] {
        [&self.stem, &self.title]
    }
}
