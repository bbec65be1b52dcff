//! Whether and when something is shown: drafts, first and last days.
//!
//! Takes the programme and today; gives the programme as it is shown on that day, and tells each
//! event and page that is not: nothing is missing in silence.

use jiff::civil::Date;

use super::format::{Day, Located, record};
use super::{PolicyBody, Programme, Prose};
use crate::programme::findings::{ContentProblem, Hidden};
use crate::report::{ContentPath, Findings, Place};

record! {
    /// Whether and when something is shown.
    pub struct Visibility {
        /// That it is not finished: yes keeps it off the site.
        optional draft: Located<bool>;
        /// The first day on which it is shown.
        optional publish: Located<Day>;
        /// The last day on which it is shown.
        optional expire: Located<Day>;
    }
}

/// An event or page that is not shown.
#[derive(Clone, Debug)]
pub struct HiddenItem {
    /// Its file.
    pub path: ContentPath,
    /// Why.
    pub why: Hidden,
    /// Its text.
    pub prose: Prose,
}

impl Visibility {
    /// Why it is not shown on a day, and where that is written. `None` if it is shown.
    fn hidden_on(&self, today: Date) -> Option<(Hidden, &Place)> {
        let words = |day: Date| day.strftime("%-d %B %Y").to_string();
        let draft = self.draft.as_ref().filter(|draft| draft.value).map(|draft| (Hidden::Draft, &draft.place));
        let early = || self.publish.as_ref().filter(|publish| today < publish.value);
        let late = || self.expire.as_ref().filter(|expire| expire.value < today);
        draft
            .or_else(|| early().map(|publish| (Hidden::Until(words(publish.value)), &publish.place)))
            .or_else(|| late().map(|expire| (Hidden::Since(words(expire.value)), &expire.place)))
    }

    /// Tells a last day that comes before the first.
    pub(super) fn report_order(&self, findings: &mut Findings) {
        if let (Some(publish), Some(expire)) = (&self.publish, &self.expire)
            && expire.value < publish.value
        {
            let what = "it would be taken down before it is shown";
            findings.add(ContentProblem::WrongOrder { what }, expire.place.clone());
        }
    }

    /// What is withheld on a day, if it is; that is told.
    fn withhold(&self, prose: &Prose, today: Date, findings: &mut Findings) -> Option<HiddenItem> {
        let (why, place) = self.hidden_on(today)?;
        findings.add(ContentProblem::NotShown { why: why.clone() }, place.clone());
        Some(HiddenItem { path: place.path().clone(), why, prose: prose.clone() })
    }
}

impl Programme {
    /// The programme as it is shown on a day.
    pub fn as_of(mut self, today: Date, findings: &mut Findings) -> Self {
        let mut sift = |visibility: &Visibility, prose: &Prose| {
            let hidden = visibility.withhold(prose, today, findings);
            let shown = hidden.is_none();
            self.hidden.extend(hidden);
            shown
        };
        self.events.retain(|event| sift(&event.visibility, &event.prose));
        self.pages.retain(|page| sift(&page.visibility, &page.prose));
        // A translation is shown as long as its original is.
        for translation in &self.translations {
            let original = self.hidden.iter().find(|hidden| hidden.path == translation.of);
            let hidden = original.map(|original| HiddenItem {
                path: translation.prose.path().clone(),
                why: original.why.clone(),
                prose: translation.prose.clone(),
            });
            self.hidden.extend(hidden);
        }
        self.translations.retain(|translation| !self.hidden.iter().any(|hidden| hidden.path == translation.of));
        self
    }

    /// The programme without files that tell who people are, and without policies that are such files.
    pub fn keeping_private(mut self, files: Vec<ContentPath>) -> Self {
        self.media.retain(|file| !files.contains(&file.path));
        self.policies.retain(|policy| match &policy.body {
            PolicyBody::Document(file) => !files.contains(&file.path),
            PolicyBody::Text(_) => true,
        });
        self.private = files;
        self
    }
}
