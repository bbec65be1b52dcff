//! Which forms are open in a browser at this moment, as far as the scripts in them report.
#![expect(clippy::disallowed_methods, reason = "this module reads the clock")]

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::editor::DraftId;

/// Open pages report once a minute. Hidden ones may be late.
const MAX_SILENCE: Duration = Duration::from_secs(150);
/// What a page has sent before it was closed may arrive this much later.
const LATE: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
pub(super) struct OpenForms(Mutex<HashMap<DraftId, OpenForm>>);

#[derive(Debug)]
struct OpenForm {
    address: String,
    /// When the page reported last, or was closed.
    at: Instant,
    is_closed: bool,
}

impl OpenForms {
    /// Notes that a page with this form is open. True if another page has the same form.
    pub(super) fn note(&self, id: DraftId, address: &str) -> bool {
        let mut forms = self.lock();
        let now = Instant::now();
        forms.retain(|_, form| form.is_current(now));
        let is_late = forms.get(&id).is_some_and(|form| form.is_closed);
        if !is_late {
            forms.insert(id, OpenForm { address: address.to_owned(), at: now, is_closed: false });
        }
        forms.iter().any(|(other, form)| *other != id && !form.is_closed && form.address == address)
    }

    /// Notes that a page was closed, or its form sent.
    pub(super) fn close(&self, id: DraftId) {
        self.lock().insert(id, OpenForm { address: String::new(), at: Instant::now(), is_closed: true });
    }

    /// True if this page is open.
    pub(super) fn has(&self, id: DraftId) -> bool {
        self.lock().get(&id).is_some_and(|form| !form.is_closed && form.is_current(Instant::now()))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<DraftId, OpenForm>> {
        // Each change is complete at once.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenForm {
    fn is_current(&self, now: Instant) -> bool {
        now.duration_since(self.at) < if self.is_closed { LATE } else { MAX_SILENCE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_page_with_the_same_form_is_noticed_until_one_is_closed() {
        let (forms, one, two) = (OpenForms::default(), DraftId::random(), DraftId::random());
        let (one, two) = (one.expect("an id"), two.expect("an id"));
        assert!(!forms.note(one, "edit/team.yaml") && !forms.note(one, "edit/team.yaml"));
        assert!(!forms.note(two, "edit/offers.yaml"));
        assert!(forms.note(two, "edit/team.yaml") && forms.note(one, "edit/team.yaml"));
        assert!(forms.has(one));
        forms.close(one);
        assert!(!forms.has(one) && !forms.note(two, "edit/team.yaml"));
        // What was sent before it was closed.
        forms.note(one, "edit/team.yaml");
        assert!(!forms.has(one));
    }
}
