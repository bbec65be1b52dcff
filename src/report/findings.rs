//! A finding, and the collection that every stage adds to.

use super::{Advice, Code, ContentPath, Place, Problem, Severity};

/// One thing that is wrong, missing or worth telling, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The facts.
    pub problem: Problem,
    /// The file and the span in it.
    pub place: Place,
}

impl Finding {
    /// The stable code of its kind.
    pub fn code(&self) -> Code {
        self.problem.code()
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// True if a build only counts it and `check` tells it: a rule's advice that no law asks for.
    pub fn is_advice(&self) -> bool {
        matches!(self.problem, Problem::Advice(_)) && self.severity() > Severity::Must
    }
}

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Finding>);

/// What a stage gives: its value, and what it found on the way.
#[derive(Debug)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// What was found.
    pub findings: Findings,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// They stop the build.
    pub errors: usize,
    /// The law asks for it.
    pub must: usize,
    /// Good practice asks for it.
    pub should: usize,
    /// It could be better.
    pub could: usize,
}

impl Findings {
    /// Adds one.
    pub fn add(&mut self, problem: Problem, place: Place) {
        self.0.push(Finding { problem, place });
    }

    /// Adds what a rule has to say.
    pub fn advise(&mut self, advice: Advice, place: Place) {
        self.add(Problem::Advice(Box::new(advice)), place);
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds all of another collection but what it says of files with errors: that could be untrue.
    pub fn append_of_sound_files(&mut self, other: Self) {
        let sound = |finding: &Finding| !self.any_error_in(finding.place.path());
        let kept: Vec<Finding> = other.0.into_iter().filter(sound).collect();
        self.0.extend(kept);
    }

    /// All but findings of these kinds.
    pub fn without(self, codes: &[Code]) -> Self {
        Self(self.0.into_iter().filter(|finding| !codes.contains(&finding.code())).collect())
    }

    /// Those of one kind.
    pub fn of_code(&self, code: Code) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(move |finding| finding.code() == code)
    }

    /// True if nothing was found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if something was found that stops a build.
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|finding| finding.severity() == Severity::Error)
    }

    /// True if there is nothing that a build tells one by one.
    pub fn only_advice(&self) -> bool {
        self.0.iter().all(Finding::is_advice)
    }

    /// True if something in this file stops a build.
    pub fn any_error_in(&self, file: &ContentPath) -> bool {
        self.0.iter().any(|finding| finding.severity() == Severity::Error && finding.place.path() == file)
    }

    /// True if the folder itself could not be read: a mistake in the command, not in the content.
    pub fn is_unusable(&self) -> bool {
        self.0.iter().any(|finding| matches!(finding.problem, Problem::NoFolder))
    }

    /// In the order of the files and the lines in them, each said once. `school.yaml` comes first:
    /// what is wrong there is often the cause of the rest.
    pub fn sorted(mut self) -> Vec<Finding> {
        self.0.sort_by(|a, b| {
            let key = |finding: &Finding| {
                let path = finding.place.path().clone();
                (path.as_str() != "school.yaml", path, finding.place.span.start, finding.code())
            };
            key(a).cmp(&key(b)).then_with(|| a.problem.message().cmp(&b.problem.message()))
        });
        self.0.dedup();
        self.0
    }

    /// How many there are of each severity.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.0)
    }
}

impl Counts {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
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
