//! The hours of an event: an end before the start, and times that mean the early morning unless somebody wrote pm.

use jiff::civil::Time;

use super::findings::ContentProblem;
use super::format::{Clock, Located};
use crate::report::{Findings, Place, Subject};

/// The written hours of an event.
pub(super) struct WrittenHours<'a> {
    /// The place of its front matter.
    pub(super) at: &'a Place,
    pub(super) starts: Option<&'a Located<Clock>>,
    pub(super) ends: Option<&'a Located<Clock>>,
    pub(super) is_for_parents: bool,
    /// True if it ends on the day on which it begins.
    pub(super) is_in_a_day: bool,
}

/// Reports hours that can't be right.
pub(super) fn report_hours(hours: &WrittenHours<'_>, findings: &mut Findings) {
    if let Some(starts) = hours.starts.filter(|starts| may_be_afternoon(starts, is_unusual_hour(hours, starts))) {
        let end = hours.ends.filter(|ends| may_be_afternoon(ends, true)).map(|ends| afternoon(ends.value));
        let problem = ContentProblem::EarlyTime { written: written(starts), afternoon: afternoon(starts.value), end };
        return findings.add(problem, starts.place.clone());
    }
    let Some(ends) = hours.ends else { return };
    let Some(starts) = hours.starts else {
        let problem = ContentProblem::MissingKey { key: "starts", example: "starts: 17:30".to_owned() };
        return findings.add_needing(problem, ends.place.clone(), [Subject::key(hours.at, "starts")]);
    };
    if !hours.is_in_a_day || ends.value >= starts.value {
        return;
    }
    let problem = if may_be_afternoon(ends, true) {
        ContentProblem::EarlyEnd { written: written(ends), afternoon: afternoon(ends.value) }
    } else {
        ContentProblem::WrongOrder { what: "the event ends before it begins" }
    };
    findings.add(problem, ends.place.clone());
}

/// True for hours at which nothing of a school begins, or nothing to which parents come.
fn is_unusual_hour(hours: &WrittenHours<'_>, starts: &Located<Clock>) -> bool {
    let hour = starts.value.hour();
    hour < 7 || hour < 8 && hours.is_for_parents
}

/// True for a time such as `5:30`, to which only pm may be missing. `05:30` and `5.30 am` are meant as written.
fn may_be_afternoon(time: &Located<Clock>, is_unusual: bool) -> bool {
    let written = written(time).to_lowercase();
    let has_half = written.contains('m') || written.contains("noon");
    is_unusual && (1..12).contains(&time.value.hour()) && !has_half && !written.starts_with('0')
}

fn written(time: &Located<Clock>) -> String {
    time.place.source.text.get(time.place.span.clone()).unwrap_or_default().trim_matches(['"', '\'']).to_owned()
}

/// A morning time twelve hours later, as `17:30`.
fn afternoon(time: Time) -> String {
    format!("{:02}:{:02}", time.hour() + 12, time.minute())
}
