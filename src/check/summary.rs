//! Summarises how many of the things that law and guidance ask for are on the website.

use crate::framework::{Facts, Force};
use crate::programme::{PhaseLedger, Programme, Statutory, provider_access_ledger, statutory};
use crate::report::{Counts, list};

/// The legal requirements and recommendations for a site, and how many of them it meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComplianceSummary {
    pub(super) school: String,
    /// With its article: “an academy”.
    pub(super) kind: String,
    pub(super) law: MetCount,
    pub(super) guidance: MetCount,
}

/// One thing that law or guidance asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Requirement {
    force: Force,
    is_met: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MetCount {
    pub(super) required: usize,
    pub(super) met: usize,
}

impl MetCount {
    fn of<'a>(requirements: impl Iterator<Item = &'a Requirement>) -> Self {
        requirements.fold(Self::default(), |count, requirement| Self {
            required: count.required + 1,
            met: count.met + usize::from(requirement.is_met),
        })
    }

    /// Completes a sentence such as “The law asks for 12 things”. `None` if nothing is required. Next to anything that must
    /// be fixed, it does not say that all is well.
    fn sentence(self, start: &str, has_musts: bool) -> Option<String> {
        let Self { required, met } = self;
        match (required, met) {
            (0, _) => None,
            (1, 0) => Some(format!("{start}, and this site does not have it yet.")),
            (1, _) => Some(format!("{start}, and this site has it.")),
            (_, 0) => Some(format!("{start}, and this site has none of them yet.")),
            (_, met) if met == required && !has_musts => Some(format!("{start}, and this site has all of them.")),
            (_, met) => Some(format!("{start}, and this site has {met} of them.")),
        }
    }
}

impl Requirement {
    fn of(status: &Statutory<'_>) -> Self {
        Self { force: status.duty.force, is_met: status.met }
    }

    /// The encounters of a key phase.
    fn of_phase(ledger: &PhaseLedger<'_>) -> Self {
        Self { force: if ledger.is_partial { Force::Should } else { Force::Must }, is_met: ledger.is_met() }
    }
}

impl ComplianceSummary {
    pub(super) fn of(programme: &Programme, facts: &Facts) -> Self {
        let statuses = statutory(programme, facts);
        let phases = provider_access_ledger(programme, facts);
        let mut requirements: Vec<Requirement> = statuses.iter().map(Requirement::of).collect();
        requirements.extend(phases.iter().map(Requirement::of_phase));
        Self {
            school: programme.institution.name.clone(),
            kind: with_article(&programme.institution.kind_facts.name),
            law: MetCount::of(requirements.iter().filter(|one| one.force == Force::Must)),
            guidance: MetCount::of(requirements.iter().filter(|one| one.force != Force::Must)),
        }
    }

    /// A few sentences: how many requirements the site meets, and how many findings are left to fix. With errors it is not
    /// known what is on the site.
    pub(crate) fn text(&self, counts: Counts) -> String {
        if counts.errors > 0 {
            return left_to_fix(counts);
        }
        let on_site = format!("on the careers website of {}", self.kind);
        let things = |number: usize| if number == 1 { "1 thing".to_owned() } else { format!("{number} things") };
        let law =
            self.law.sentence(&format!("The law asks for {} {on_site}", things(self.law.required)), counts.must > 0);
        let start = match law {
            Some(_) => format!("Guidance asks for {} more", self.guidance.required),
            None => format!("Guidance asks for {} {on_site}", things(self.guidance.required)),
        };
        let guidance = self.guidance.sentence(&start, counts.must > 0);
        let required = match (law, guidance) {
            (None, None) => format!("The law does not ask for anything {on_site}."),
            (law, guidance) => law.into_iter().chain(guidance).collect::<Vec<_>>().join(" "),
        };
        format!("{required} {}", left_to_fix(counts))
    }
}

/// A sentence such as “2 things must be fixed, 1 should be fixed and 3 could be better.”
fn left_to_fix(counts: Counts) -> String {
    let Counts { errors, must, should, could } = counts;
    if errors > 0 {
        let noun = if errors == 1 { "error" } else { "errors" };
        return format!("Fingerpost cannot build the site yet: fix {errors} {noun} first.");
    }
    let mut parts: Vec<String> = Vec::new();
    for (number, verb) in [(must, "must be fixed"), (should, "should be fixed"), (could, "could be better")] {
        match (number, parts.is_empty()) {
            (0, _) => {}
            (1, true) => parts.push(format!("1 thing {verb}")),
            (number, true) => parts.push(format!("{number} things {verb}")),
            (number, false) => parts.push(format!("{number} {verb}")),
        }
    }
    if parts.is_empty() { "There is nothing to fix.".to_owned() } else { format!("{}.", list(&parts)) }
}

fn with_article(name: &str) -> String {
    // “University” begins with the sound of a consonant.
    let is_vowel = name.starts_with(['a', 'e', 'i', 'o']);
    format!("{} {name}", if is_vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(law: (usize, usize), guidance: (usize, usize)) -> ComplianceSummary {
        let count = |(required, met)| MetCount { required, met };
        ComplianceSummary {
            school: "Ridgeway School".into(),
            kind: with_article("academy"),
            law: count(law),
            guidance: count(guidance),
        }
    }

    #[test]
    fn summary_counts_requirements_and_findings() {
        let counts = |errors, must, should, could| Counts { errors, must, should, could };
        assert_eq!(
            summary((11, 10), (1, 1)).text(counts(0, 2, 3, 1)),
            "The law asks for 11 things on the careers website of an academy, and this site has 10 of them. \
             Guidance asks for 1 more, and this site has it. \
             2 things must be fixed, 3 should be fixed and 1 could be better."
        );
        assert_eq!(
            summary((1, 1), (10, 10)).text(counts(0, 0, 1, 0)),
            "The law asks for 1 thing on the careers website of an academy, and this site has it. \
             Guidance asks for 10 more, and this site has all of them. 1 thing should be fixed."
        );
        assert_eq!(
            summary((4, 4), (12, 12)).text(counts(0, 1, 0, 0)),
            "The law asks for 4 things on the careers website of an academy, and this site has 4 of them. \
             Guidance asks for 12 more, and this site has 12 of them. 1 thing must be fixed."
        );
        assert_eq!(
            summary((0, 0), (9, 0)).text(counts(1, 0, 9, 0)),
            "Fingerpost cannot build the site yet: fix 1 error first."
        );
        assert_eq!(
            summary((0, 0), (0, 0)).text(counts(0, 0, 0, 0)),
            "The law does not ask for anything on the careers website of an academy. There is nothing to fix."
        );
    }
}
