//! Whether an event or a page is on the site today: drafts, first and last days.
//!
//! Hidden items are reported, so that nothing is missing in silence.

use jiff::civil::Date;

use super::findings::{ContentProblem, Hidden};
use super::format::{Day, Located, record};
use super::prose::Prose;
use crate::programme::dates::date_in_words;
use crate::report::{ContentPath, Findings, Place};

record! {
    /// Whether and when something is on the site.
    pub struct Visibility {
        /// Whether it is a draft. A draft is not on the site.
        optional draft: Located<bool>;
        /// The first day it is on the site.
        optional publish: Located<Day> as "First day on the site";
        /// The last day it is on the site.
        optional expire: Located<Day> as "Last day on the site";
    }
}

/// An event or page that is not shown today.
#[derive(Clone, Debug)]
pub struct HiddenItem {
    pub(crate) path: ContentPath,
    pub(crate) why: Hidden,
    pub(crate) prose: Prose,
}

impl Visibility {
    /// Why it is hidden on this day, and the place of that key. `None` if it is shown.
    fn hidden_on(&self, today: Date) -> Option<(Hidden, &Place)> {
        let draft = self.draft.as_ref().filter(|draft| draft.value).map(|draft| (Hidden::Draft, &draft.place));
        let early = || self.publish.as_ref().filter(|publish| today < publish.value);
        let late = || self.expire.as_ref().filter(|expire| expire.value < today);
        draft
            .or_else(|| early().map(|publish| (Hidden::Until(date_in_words(publish.value)), &publish.place)))
            .or_else(|| late().map(|expire| (Hidden::Since(date_in_words(expire.value)), &expire.place)))
    }

    /// True if it was shown, and is not any more.
    pub(super) fn is_expired(&self, today: Date) -> bool {
        matches!(self.hidden_on(today), Some((Hidden::Since(_), _)))
    }

    pub(super) fn is_draft(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.value)
    }

    /// Reports a last day before the first day.
    pub(super) fn report_order(&self, findings: &mut Findings) {
        if let (Some(publish), Some(expire)) = (&self.publish, &self.expire)
            && expire.value < publish.value
        {
            let what = "it would be taken down before it is shown";
            findings.add(ContentProblem::WrongOrder { what }, expire.place.clone());
        }
    }

    /// The hidden item, if it is hidden on this day. Reports that too.
    pub(super) fn hide(&self, prose: &Prose, today: Date, findings: &mut Findings) -> Option<HiddenItem> {
        let (why, place) = self.hidden_on(today)?;
        findings.add(ContentProblem::NotShown { why: why.clone() }, place.clone());
        Some(HiddenItem { path: place.path().clone(), why, prose: prose.clone() })
    }
}
