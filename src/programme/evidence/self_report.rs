//! The school's own notes on criteria that a programme can't show.

use crate::framework::Framework;
use crate::programme::findings::ContentProblem;
use crate::programme::format::{Located, Text, Verbatim, record};
use crate::report::Findings;

record! {
    /// What you do for criteria that no programme can show, such as how records are kept.
    pub struct SelfReportFile {
        /// One entry for each criterion.
        list criteria: SelfReport as "Criteria" of "criterion";
    }
}

record! {
    /// How you meet one criterion, in your own words.
    pub struct SelfReport {
        /// The number of the criterion, as on the evidence page.
        required criterion: Located<Text> = "\"3.2\"", criteria;
        /// How you meet it, in a sentence or two.
        required shown: Text = "Every meeting is written up the same day, and pupils can read it.", long;
        /// The content file that says more, such as policies/careers-policy.md.
        optional page: Located<Verbatim>;
    }
}

/// Reports notes on criteria that no version of the benchmarks has.
pub(in crate::programme) fn report_unknown(notes: &[SelfReport], frameworks: &[Framework], findings: &mut Findings) {
    let benchmarks = frameworks.iter().flat_map(|framework| &framework.benchmarks);
    let mut known: Vec<String> =
        benchmarks.flat_map(|benchmark| &benchmark.criteria).map(|criterion| criterion.id.clone()).collect();
    known.sort();
    known.dedup();
    for note in notes.iter().filter(|note| !known.contains(&note.criterion.value)) {
        let value = note.criterion.value.clone();
        let problem = ContentProblem::UnknownValue { value, known: known.clone(), suggestion: None };
        findings.add(problem, note.criterion.place.clone());
    }
}
