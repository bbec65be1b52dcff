//! Previews of files as they are typed and not saved yet. They are only in memory, and only their form knows their address.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::preview::Preview;

/// How many are kept. Each is a whole site, most of whose pages are shared with nothing.
const MAX_DRAFTS: usize = 3;

/// The last preview of each form, the most recently rendered one last.
#[derive(Debug, Default)]
pub(super) struct DraftPreviews(Mutex<Vec<(String, Arc<Preview>)>>);

impl DraftPreviews {
    /// Renders one, and keeps it in place of the last of the same form. Only one at a time is rendered.
    pub(super) fn render(&self, id: &str, render: impl FnOnce() -> Preview) -> Arc<Preview> {
        let mut drafts = self.lock();
        let preview = Arc::new(render());
        drafts.retain(|(other, _)| other != id);
        if drafts.len() >= MAX_DRAFTS {
            drafts.remove(0);
        }
        drafts.push((id.to_owned(), preview.clone()));
        preview
    }

    pub(super) fn get(&self, id: &str) -> Option<Arc<Preview>> {
        self.lock().iter().find(|(other, _)| other == id).map(|(_, preview)| preview.clone())
    }

    pub(super) fn drop(&self, id: &str) {
        self.lock().retain(|(other, _)| other != id);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(String, Arc<Preview>)>> {
        // If rendering panicked, the list is as it was before.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
