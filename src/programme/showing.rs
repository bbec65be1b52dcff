//! Whether and when something is shown: drafts, first and last days.
//!
//! Takes the programme and today; gives the programme as it is shown on that day, and tells each
//! event and page that is not: nothing is missing in silence.

use jiff::civil::Date;

use super::Programme;
use super::form::{Day, Located, record};
use crate::report::{ContentPath, Findings, Hidden, Place, Problem};

record! {
    /// Whether and when something is shown.
    pub struct Showing {
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
pub struct Withheld {
    /// Its file.
    pub path: ContentPath,
    /// Why.
    pub why: Hidden,
}

impl Showing {
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
    pub(super) fn tell_order(&self, findings: &mut Findings) {
        if let (Some(publish), Some(expire)) = (&self.publish, &self.expire)
            && expire.value < publish.value
        {
            let what = "it would be taken down before it is shown";
            findings.add(Problem::WrongOrder { what }, expire.place.clone());
        }
    }

    /// True if it is shown; if not, that is told and remembered.
    fn sift(&self, today: Date, (withheld, findings): (&mut Vec<Withheld>, &mut Findings)) -> bool {
        let Some((why, place)) = self.hidden_on(today) else { return true };
        withheld.push(Withheld { path: place.path().clone(), why: why.clone() });
        findings.add(Problem::NotShown { why }, place.clone());
        false
    }
}

impl Programme {
    /// The programme as it is shown on a day.
    pub fn as_of(mut self, today: Date, findings: &mut Findings) -> Self {
        let mut withheld = Vec::new();
        self.events.retain(|event| event.form.showing.sift(today, (&mut withheld, findings)));
        self.pages.retain(|page| page.form.showing.sift(today, (&mut withheld, findings)));
        self.withheld = withheld;
        self
    }
}
