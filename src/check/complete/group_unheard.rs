//! Nothing with a date says that one of the five groups was asked in the last year. Benchmark 1, as updated
//! for September 2025, asks for regular evaluation with feedback from pupils, parents and carers,
//! teachers and other staff, careers advisers and employers, so that the programme has more effect (Gatsby
//! Benchmarks, read on 23 November 2026). A survey counts, and so does a method in `evaluation.md` with
//! the day on which it was last used: a conversation is feedback, too.
//!
//! Wrong:
//!
//! ```yaml
//! methods:
//!   - what: Review form and a conversation
//!     who: [careers-advisers]
//! ```
//!
//! Right:
//!
//! ```yaml
//! methods:
//!   - what: Review form and a conversation
//!     who: [careers-advisers]
//!     last: 2026-07-03
//! ```

use jiff::ToSpan;

use crate::check::Subject;
use crate::programme::{FeedbackGroup, statutory, unheard_since};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let programme = subject.programme;
    // Who is asked for nothing by law or guidance is told the same, but more quietly.
    let is_asked = statutory(programme, subject.facts).len() > 1;
    let severity = if is_asked { Severity::Should } else { Severity::Could };
    let mut tell = |message: String, help: String, place: Place| {
        findings.advise(Advice { code: Code::GroupUnheard, severity, message, help }, place);
    };
    let a_year_ago = subject.today.saturating_sub(1.year());
    let words = &programme.institution.words;
    // That a survey is old is told where it stands.
    let has_survey = |group: &FeedbackGroup| programme.surveys.iter().any(|survey| survey.form.from == *group);
    let mut nowhere: Vec<FeedbackGroup> = Vec::new();
    for group in unheard_since(programme, Some(a_year_ago)).into_iter().filter(|group| !has_survey(group)) {
        let mut methods = programme.impact.iter().flat_map(|impact| &impact.form.methods);
        let Some(method) = methods.find(|method| method.who.contains(&group)) else {
            nowhere.push(group);
            continue;
        };
        let message = format!(
            "nothing says that {} were asked in the last year: `{}` has no day in it",
            group.name(words),
            method.what
        );
        let help = "If it was used, write the day in `last`. If not, ask them: three questions are enough.";
        tell(message, help.into(), method.at.clone());
    }
    if let [first, ..] = nowhere.as_slice() {
        let names: Vec<&str> = nowhere.iter().map(|group| group.name(words)).collect();
        let message = format!("nothing says that these were asked for feedback in the last year: {}", names.join(", "));
        let help = format!(
            "Ask them, then put the counts into evaluation/surveys/ (`fingerpost import survey` counts the answers to \
             a form). A conversation counts, too: add it to evaluation.md with `who: [{}]` and `last:`.",
            first.word()
        );
        let evaluation = programme.impact.as_ref().map(|impact| impact.prose.place.source.whole());
        tell(message, help, evaluation.unwrap_or_else(|| Place::to_create("evaluation.md")));
    }
}
