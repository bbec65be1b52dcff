//! The collection of findings that every stage adds to.

use std::cmp::Ordering;

use super::consequences::remove_consequences;
use super::finding::Finding;
use super::{Advice, Code, ContentPath, Place, Problem, Severity, Subject};

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

    /// Adds a problem of a stage that is true only if these subjects are right.
    pub fn add_needing(&mut self, problem: impl Problem, place: Place, needs: impl IntoIterator<Item = Subject>) {
        let mut finding = Finding::new(&problem, place);
        finding.needs.extend(needs);
        self.0.push(finding);
    }

    /// Adds a problem of a stage that breaks these subjects.
    pub fn add_breaking(&mut self, problem: impl Problem, place: Place, breaks: impl IntoIterator<Item = Subject>) {
        let mut finding = Finding::new(&problem, place);
        finding.breaks.extend(breaks);
        self.0.push(finding);
    }

    /// Adds the advice of a rule.
    pub fn advise(&mut self, advice: Advice, place: Place) {
        self.0.push(Finding::advice(&advice, place));
    }

    /// Adds the advice of a rule that breaks these subjects.
    pub fn advise_breaking(&mut self, advice: Advice, place: Place, breaks: impl IntoIterator<Item = Subject>) {
        let breaks = breaks.into_iter().collect();
        self.0.push(Finding { breaks, ..Finding::advice(&advice, place) });
    }

    /// Adds the advice of a rule that is true only if these subjects are right.
    pub fn advise_needing(&mut self, advice: Advice, place: Place, needs: impl IntoIterator<Item = Subject>) {
        let needs = needs.into_iter().collect();
        self.0.push(Finding { needs, ..Finding::advice(&advice, place) });
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds another collection, whose findings may be wrong if there are errors in their files.
    pub fn append_needing_files(&mut self, other: Self) {
        let needing_file = |mut finding: Finding| {
            finding.needs.push(Subject::file(&finding.place));
            finding
        };
        self.0.extend(other.0.into_iter().map(needing_file));
    }

    /// How many were added.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Marks what all findings break that were added after the first `count`.
    pub fn break_after(&mut self, count: usize, subject: &Subject) {
        self.0.iter_mut().skip(count).for_each(|finding| finding.breaks.push(subject.clone()));
    }

    /// Marks the files of all errors as broken: what they contain is not known.
    pub fn break_files_with_errors(&mut self) {
        for error in self.0.iter_mut().filter(|finding| finding.severity == Severity::Error) {
            let file = Subject::file(&error.place);
            error.breaks.push(file);
        }
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

    /// Sorts by severity, file and position, and removes repeats and findings that follow from others.
    pub fn sort(&mut self) -> &[Finding] {
        self.0.sort_by(compare);
        self.0.dedup();
        remove_consequences(&mut self.0);
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

/// The order in which files are best written: first whom to ask, then what the programme is.
const FIRST_FILES: [&str; 7] =
    ["team.yaml", "school.yaml", "programme.md", "evaluation.md", "provider-access.md", "guidance.md", "programme/"];

/// The position of a file in the order of writing, from 1.
pub(super) fn writing_order(path: &ContentPath) -> usize {
    let is_of = |file: &&str| path.as_str() == *file || file.ends_with('/') && path.as_str().starts_with(*file);
    FIRST_FILES.iter().position(is_of).map_or(FIRST_FILES.len() + 1, |rank| rank + 1)
}

fn compare(a: &Finding, b: &Finding) -> Ordering {
    let files = |a: &Finding, b: &Finding| natural_order(a.place.path().as_str(), b.place.path().as_str());
    by_weight(a).cmp(&by_weight(b)).then_with(|| files(a, b)).then_with(|| in_file(a).cmp(&in_file(b)))
}

fn by_weight(finding: &Finding) -> (Severity, usize) {
    let path = finding.place.path();
    // A mistake in school.yaml often causes others.
    let is_error_in_school = finding.severity == Severity::Error && path.as_str() == "school.yaml";
    (finding.severity, if is_error_in_school { 0 } else { writing_order(path) })
}

fn in_file(finding: &Finding) -> (&ContentPath, usize, Code, &str) {
    (finding.place.path(), finding.place.span.start, finding.code, &finding.message)
}

/// Compares texts, and numbers in them by value: `year-7.md` is before `year-10.md`.
fn natural_order(a: &str, b: &str) -> Ordering {
    // Of two numbers the one with more digits is larger.
    fn parts(text: &str) -> impl Iterator<Item = (usize, &[u8])> {
        let parts = text.as_bytes().chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
        parts.map(|part| (part.iter().filter(|byte| byte.is_ascii_digit()).count(), part))
    }
    parts(a).cmp(parts(b))
}

impl Counts {
    /// How many there are of all severities.
    pub fn total(self) -> usize {
        self.errors + self.must + self.should + self.could
    }

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

#[cfg(test)]
mod tests {
    use super::natural_order;

    #[test]
    fn years_are_in_the_order_of_their_numbers() {
        let mut names = ["programme/year-10.md", "programme/year-9.md", "programme/sixth-form.md", "team.yaml"];
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(names, ["programme/sixth-form.md", "programme/year-9.md", "programme/year-10.md", "team.yaml"]);
    }
}
