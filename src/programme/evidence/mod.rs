//! The requirements of the law and the benchmarks, and whether the content meets them.
//!
//! One model for the findings of `check` and for the site's evidence page: [`statutory`] for what
//! law and guidance ask of the website, [`criteria`] for what a website can show of the eight
//! benchmarks. What is asked for, and in which words, is data in `framework`.

mod age;
mod criteria;
mod guidance;
mod reach;
pub(super) mod self_report;
mod status;
mod statutory;

pub(crate) use age::applies_to;
pub use criteria::{CriterionStatus, Shown, criteria};
pub use reach::{count_serving, serving};
pub(super) use self_report::SelfReport;
pub use status::{is_served, unlinked_subjects};
pub use statutory::{Statutory, has_duties, statutory};

pub(super) use self_report::{SelfReportFile, report_unknown};

use jiff::civil::Date;

use super::audience::{ASKED_BY_BENCHMARKS, FeedbackGroup};
use super::examples::is_written;
use super::institution::Institution;
use super::programme::Programme;

/// Replaces placeholders such as `{pupils}` in a text of the data files with the school's own words.
fn in_school_words(text: &str, institution: &Institution) -> String {
    let words = &institution.words;
    let pairs = [
        ("{institution}", &institution.kind_facts.called),
        ("{pupil}", &words.pupil),
        ("{pupils}", &words.pupils),
        ("{parents}", &words.parents),
        ("{staff}", &words.staff),
        ("{group}", &words.group),
        ("{groups}", &words.groups),
    ];
    pairs.iter().fold(text.to_owned(), |text, (mark, word)| text.replace(mark, word))
}

/// True if a text about guidance says how people get it, such as “Ask your tutor” or “Book by e-mail”.
pub fn explains_booking(text: &str) -> bool {
    const WAYS: [&str; 16] = [
        "book",
        "appointment",
        "drop in",
        "drop-in",
        "contact",
        "email",
        "e-mail",
        "sign up",
        "ask for",
        "ask your",
        "ask the",
        "request",
        "refer",
        "speak to",
        "talk to",
        "come and see",
    ];
    // “Booklet” and “reference” do not count.
    const SUFFIXES: [&str; 8] = ["", "s", "ed", "ing", "ings", "red", "ral", "rals"];
    let lower = text.to_lowercase();
    let is_named = |way: &&str| {
        lower.match_indices(*way).any(|(at, _)| {
            let (before, after) = (lower.get(..at), lower.get(at + way.len()..).unwrap_or_default());
            let suffix = after.split(|ch: char| !ch.is_alphanumeric()).next().unwrap_or_default();
            SUFFIXES.contains(&suffix) && !before.is_some_and(|before| before.ends_with(char::is_alphanumeric))
        })
    };
    is_written(text) && WAYS.iter().any(is_named)
}

/// The feedback groups that neither a survey nor a used method has asked.
pub fn groups_without_feedback(programme: &Programme) -> Vec<FeedbackGroup> {
    groups_without_feedback_since(programme, None)
}

/// The feedback groups that were not asked on or after a day, or ever if `since` is `None`.
pub fn groups_without_feedback_since(programme: &Programme, since: Option<Date>) -> Vec<FeedbackGroup> {
    ASKED_BY_BENCHMARKS.into_iter().filter(|group| !was_asked_since(*group, programme, since)).collect()
}

/// True if a survey or a method has asked a group on or after a day, or ever if `since` is `None`.
pub fn was_asked_since(group: FeedbackGroup, programme: &Programme, since: Option<Date>) -> bool {
    let late_enough = |day: Date| since.is_none_or(|since| day >= since);
    let mut surveys = programme.surveys.iter().filter(|survey| survey.from == group);
    let methods = programme.impact.iter().flat_map(|impact| &impact.methods);
    let mut methods = methods.filter(|method| method.who.contains(&group));
    surveys.any(|survey| late_enough(survey.date.value.latest))
        || methods.any(|method| method.last.as_ref().is_some_and(|last| late_enough(last.latest)))
}

#[cfg(test)]
mod tests {
    use super::explains_booking;

    #[test]
    fn only_whole_words_explain_booking() {
        for text in ["Book by e-mail", "Your tutor refers you", "Bookings at the library", "Ask for a referral"] {
            assert!(explains_booking(text), "{text}");
        }
        for text in ["A booklet", "The preferred way", "A reference for your CV"] {
            assert!(!explains_booking(text), "{text}");
        }
    }
}
