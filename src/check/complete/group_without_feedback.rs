//! Nothing with a date shows that one of the five groups was asked for feedback in the last year. Benchmark 1 asks for
//! regular evaluation with feedback from pupils, parents and carers, teachers and other staff, careers advisers and
//! employers, so that the programme has more effect (updated Gatsby Benchmarks, in use from September 2025). A survey
//! counts, and so does a method in `evaluation.md` with the day on which it was last used: a conversation is feedback
//! too.
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

use crate::check::RuleInput;
use crate::programme::{FeedbackGroup, groups_without_feedback_since, has_duties};
use crate::report::{Advice, Code, Findings, Place, Severity};

pub(super) const CODE: Code = Code::new("group-unheard");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let programme = input.programme;
    // Institutions without duties get the same finding with a lower severity.
    let has_duties = has_duties(programme, input.facts);
    let severity = if has_duties { Severity::Should } else { Severity::Could };
    let a_year_ago = input.today.saturating_sub(1.year());
    // An old survey has its own finding.
    let has_survey = |group: &FeedbackGroup| programme.surveys.iter().any(|survey| survey.from == *group);
    let mut groups = groups_without_feedback_since(programme, Some(a_year_ago));
    groups.retain(|group| !has_survey(group));
    let Some(first) = groups.first() else { return };
    let words = &programme.institution.words;
    let names: Vec<&str> = groups.iter().map(|group| group.name(words)).collect();
    let methods = programme.impact.iter().flat_map(|impact| &impact.methods);
    let mut methods_for_them = methods.filter(|method| method.who.iter().any(|group| groups.contains(group)));
    let (place, start) = match (methods_for_them.next(), &programme.impact) {
        (Some(method), _) => (method.at.clone(), "If this was done, write the day after `last:`. If not, ask them"),
        (None, Some(impact)) => (impact.prose.place.source.whole_file(), "Ask them"),
        (None, None) => (Place::to_create("evaluation.md"), "Ask them"),
    };
    let advice = Advice {
        code: CODE,
        severity,
        message: format!(
            "nothing shows that these groups were asked for feedback in the last year: {}",
            names.join(", ")
        ),
        help: format!(
            "{start}: three questions are enough. Put the counts in evaluation/surveys/ (`fingerpost import survey` \
             counts the answers to a form). A conversation counts too: add a method to evaluation.md with `who: [{}]` and \
             `last:`.",
            first.as_str()
        ),
    };
    findings.advise(advice, place);
}
