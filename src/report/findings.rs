//! A finding, and the collection that every stage adds to.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Advice, Code, ContentPath, Place, Problem, Severity};

/// One thing that is wrong, missing or worth knowing, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable code of its kind.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// One line: what is wrong.
    pub message: String,
    /// How to fix it. Lines after the first are shown as a note.
    pub help: String,
    /// A label for the marked place, where it needs one.
    pub label: Option<Cow<'static, str>>,
    /// The file and the span in it.
    pub place: Place,
    /// True for advice that no law requires. `build` only counts it; `check` prints it.
    pub is_advice: bool,
}

impl Finding {
    pub fn new(problem: &impl Problem, place: Place) -> Self {
        Self {
            code: problem.code(),
            severity: problem.severity(),
            message: problem.message(),
            help: problem.help(),
            label: problem.label().map(Cow::Borrowed),
            place,
            is_advice: false,
        }
    }
}

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Finding>);

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings that stop the build.
    pub errors: usize,
    /// Findings about legal requirements.
    pub must: usize,
    /// Findings about guidance and good practice.
    pub should: usize,
    /// Suggestions.
    pub could: usize,
}

impl Findings {
    /// Adds a problem of a stage.
    pub fn add(&mut self, problem: impl Problem, place: Place) {
        self.0.push(Finding::new(&problem, place));
    }

    /// Adds the advice of a rule.
    pub fn advise(&mut self, advice: Advice, place: Place) {
        let is_advice = advice.severity > Severity::Must;
        self.0.push(Finding { is_advice, ..Finding::new(&advice, place) });
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds another collection, except findings in files with errors, which may be wrong.
    pub fn append_for_valid_files(&mut self, other: Self) {
        let errors = self.0.iter().filter(|finding| finding.severity == Severity::Error);
        let invalid: HashSet<ContentPath> = errors.map(|finding| finding.place.path().clone()).collect();
        let is_valid = |finding: &Finding| !invalid.contains(finding.place.path());
        let kept: Vec<Finding> = other.0.into_iter().filter(is_valid).collect();
        self.0.extend(kept);
    }

    /// All except findings with these codes.
    pub fn without(self, codes: &[Code]) -> Self {
        Self(self.0.into_iter().filter(|finding| !codes.contains(&finding.code)).collect())
    }

    /// Those with one code.
    pub fn of_code(&self, code: Code) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(move |finding| finding.code == code)
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if any of them stops a build.
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// True if a build prints none of them individually.
    pub fn only_advice(&self) -> bool {
        self.0.iter().all(|finding| finding.is_advice)
    }

    /// True if any in this file stops a build.
    pub fn any_error_in(&self, file: &ContentPath) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error && finding.place.path() == file)
    }

    /// Sorts by file and position, and removes repeats. `school.yaml` comes first, because a mistake there often
    /// causes others.
    pub fn sort(&mut self) -> &[Finding] {
        self.0.sort_by(|a, b| key(a).cmp(&key(b)));
        self.0.dedup();
        &self.0
    }

    /// The same, in a list.
    pub fn sorted(mut self) -> Vec<Finding> {
        self.sort();
        self.0
    }

    /// In the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter()
    }

    /// How many there are of each severity.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.0)
    }
}

fn key(finding: &Finding) -> (bool, &ContentPath, usize, Severity, Code, &str) {
    let path = finding.place.path();
    let is_school = path.as_str() == "school.yaml";
    (!is_school, path, finding.place.span.start, finding.severity, finding.code, &finding.message)
}

impl Counts {
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            must: count(Severity::Must),
            should: count(Severity::Should),
            could: count(Severity::Could),
        }
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}
