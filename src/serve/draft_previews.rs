//! Previews of files as they are typed and not saved yet. They are only in memory, and only their form knows their address.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::preview::Preview;

/// How many are kept. Each may be a whole site: only after an edit of words it shares all other pages with the last build.
const MAX_DRAFTS: usize = 3;

#[derive(Debug, Default)]
pub(super) struct DraftPreviews {
    /// Held while one is rendered. Nobody who only looks at a page waits for it.
    rendering: Mutex<()>,
    /// The last preview of each form, the most recently rendered one last.
    rendered: Mutex<Vec<(String, Arc<Preview>)>>,
}

impl DraftPreviews {
    /// Renders one, and keeps it in place of the last of the same form. Only one at a time is rendered.
    pub(super) fn render(&self, id: &str, render: impl FnOnce() -> Preview) -> Arc<Preview> {
        let _rendering = self.rendering.lock().unwrap_or_else(PoisonError::into_inner);
        let preview = Arc::new(render());
        let mut drafts = self.lock();
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
        // Each change is complete at once.
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview() -> Preview {
        Preview::new(0, jiff::civil::date(2026, 11, 30), (None, Vec::new()), None)
    }

    #[test]
    fn nobody_waits_for_a_preview_that_is_being_rendered() {
        let drafts = DraftPreviews::default();
        drafts.render("a", preview);
        drafts.render("b", || {
            assert!(drafts.get("a").is_some() && drafts.get("b").is_none());
            drafts.drop("a");
            preview()
        });
        assert!(drafts.get("a").is_none() && drafts.get("b").is_some());
    }

    #[test]
    fn only_the_last_previews_are_kept() {
        let drafts = DraftPreviews::default();
        for id in ["a", "b", "a", "c", "d"] {
            drafts.render(id, preview);
        }
        assert!(drafts.get("b").is_none());
        assert!(["a", "c", "d"].iter().all(|id| drafts.get(id).is_some()));
    }
}
