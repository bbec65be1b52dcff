//! The benchmarks ask for this, and the website does not show it. The statutory guidance expects every school and
//! college to meet the eight Gatsby Benchmarks (Department for Education, edition of 8 May 2025), and
//! visitors can only see what is there. Each finding gives the criterion in plain words, and where it is published.
//! Some criteria, such as how records are kept, cannot be seen in a programme: write in `evaluation/evidence.yaml` how
//! you meet them. This is about what the website shows. It is not a score: your own evaluation gives that.
//!
//! Wrong:
//!
//! ```yaml
//! backing:
//!   - by: headteacher
//! ```
//!
//! Right:
//!
//! ```yaml
//! backing:
//!   - by: headteacher
//!     since: 2026-09-01
//!   - by: governors
//!     since: 2026-09-24
//!   - by: senior-leaders
//!     since: 2026-09-01
//! ```

use crate::check::RuleInput;
use crate::framework::Evidence;
use crate::programme::{CriterionStatus, Shown, Words, criteria, has_duties};
use crate::report::{Advice, Code, Findings, Severity, Subject};

pub(super) const CODE: Code = Code::new("criterion");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    // Institutions without duties get the same finding with a lower severity.
    let has_duties = has_duties(input.programme, input.facts);
    let severity = if has_duties { Severity::Should } else { Severity::Could };
    let words = &input.programme.institution.words;
    for status in criteria(input.programme, input.facts, input.today) {
        let missing: Vec<&Shown> =
            status.missing().filter(|shown| !is_reported_elsewhere(shown.id, has_duties)).collect();
        let Some(first) = missing.first() else { continue };
        let advice =
            Advice { code: CODE, severity, message: message(&status, &missing), help: help(&status, &missing, words) };
        // Examples in the file are to be replaced first.
        let content = Subject::Content(first.place.path().to_string());
        findings.advise_needing(advice, first.place.clone(), [content]);
    }
}

/// True for evidence that another rule reports at the same place.
fn is_reported_elsewhere(evidence: Evidence, has_duties: bool) -> bool {
    let by_law = [Evidence::LeaderNamed, Evidence::SummaryPublished, Evidence::AccessLines];
    let by_coverage = [
        Evidence::StructuredProgramme,
        Evidence::Outcomes,
        Evidence::EverySubject,
        Evidence::WorkplaceHours,
        Evidence::EveryAudienceServed,
        Evidence::FiveVoices,
        Evidence::FourVoices,
        // How records are kept is nothing for a website, so nobody has to publish it. `evaluate` asks about it.
        Evidence::InOwnWords,
    ];
    by_coverage.contains(&evidence) || has_duties && by_law.contains(&evidence)
}

fn message(status: &CriterionStatus<'_>, missing: &[&Shown]) -> String {
    let parts: Vec<&str> = missing.iter().filter_map(|shown| shown.missing.as_deref()).collect();
    format!("missing for benchmark {}: {}", status.criterion.id, parts.join("; "))
}

fn help(status: &CriterionStatus<'_>, missing: &[&Shown], words: &Words) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for shown in missing {
        if !steps.contains(&shown.write.as_str()) {
            steps.push(&shown.write);
        }
    }
    let asks = words.in_text(&status.criterion.text);
    format!("{}\n{asks} {}", steps.join(" "), status.criterion.citation(status.benchmark).cited())
}
