//! Where a site stands, in words: how much of what the law or guidance asks for is there.

use serde::Serialize;

use crate::framework::Facts;
use crate::programme::{Programme, Statutory, statutory};
use crate::report::{Counts, list};

/// What is asked of this site, and how much of it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComplianceSummary {
    /// The school's name.
    pub school: String,
    /// As in “the website of an academy”.
    pub kind: String,
    /// What the law asks for.
    pub law: MetCount,
    /// What guidance asks for.
    pub guidance: MetCount,
    /// Each thing that is asked for.
    pub asked: Vec<Requirement>,
}

/// One thing that law or guidance asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// What it is.
    pub title: String,
    /// Must or should.
    pub force: &'static str,
    /// Whether it is there.
    pub there: bool,
}

/// How many things are asked for, and how many of them are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetCount {
    /// How many are asked for.
    pub asked: usize,
    /// How many of them are there.
    pub there: usize,
}

impl MetCount {
    fn of<'a>(statuses: impl Iterator<Item = &'a Statutory<'a>>) -> Self {
        statuses.fold(Self::default(), |share, status| Self {
            asked: share.asked + 1,
            there: share.there + usize::from(status.met),
        })
    }

    /// “12 things of the careers website of an academy: 10 of them are there”.
    fn words(self, asks: &str) -> Option<String> {
        let Self { asked, there } = self;
        match (asked, there) {
            (0, _) => None,
            (1, 0) => Some(format!("{asks}, and it is not there yet.")),
            (1, _) => Some(format!("{asks}, and it is there.")),
            (_, 0) => Some(format!("{asks}, and none of them is there yet.")),
            (_, there) if there == asked => Some(format!("{asks}, and all {asked} are there.")),
            (_, there) => Some(format!("{asks}: {there} of them {} there.", if there == 1 { "is" } else { "are" })),
        }
    }
}

impl Requirement {
    fn of(status: &Statutory<'_>) -> Self {
        Self { title: status.title.clone(), force: status.duty.force.as_str(), there: status.met }
    }
}

impl ComplianceSummary {
    /// Where the site of a programme stands.
    pub fn of(programme: &Programme, facts: &Facts) -> Self {
        let statuses = statutory(programme, facts);
        let name = facts.kind(programme.institution.kind.as_str()).map_or("institution", |kind| &kind.name);
        Self {
            school: programme.institution.name.clone(),
            kind: with_article(name),
            law: MetCount::of(statuses.iter().filter(|status| status.must())),
            guidance: MetCount::of(statuses.iter().filter(|status| !status.must())),
            asked: statuses.iter().map(Requirement::of).collect(),
        }
    }

    /// One or two sentences: what is asked for and there, and how much is left to do.
    pub fn words(&self, counts: Counts) -> String {
        let of = format!("of the careers website of {}", self.kind);
        let things = |number: usize| if number == 1 { "1 thing".to_owned() } else { format!("{number} things") };
        let law = self.law.words(&format!("The law asks {} {of}", things(self.law.asked)));
        let guidance = self.guidance.words(&match law {
            Some(_) => format!("Guidance asks {} more", self.guidance.asked),
            None => format!("Guidance asks {} {of}", things(self.guidance.asked)),
        });
        let asked = match (law, guidance) {
            (None, None) => format!("The law asks nothing {of}."),
            (law, guidance) => law.into_iter().chain(guidance).collect::<Vec<_>>().join(" "),
        };
        let left = match counts {
            Counts { errors: 1.., .. } => format!("The site cannot be built yet: {} first.", to_mend(counts)),
            Counts { errors: 0, must: 0, should: 0, could: 0 } => "There is nothing to mend.".to_owned(),
            _ => format!("{}.", to_mend(counts)),
        };
        format!("{asked} {left}")
    }
}

/// “2 things must be mended, 1 should be and 3 could be better”.
fn to_mend(counts: Counts) -> String {
    let Counts { errors, must, should, could } = counts;
    if errors > 0 {
        return format!("mend {errors} {}", if errors == 1 { "error" } else { "errors" });
    }
    let mut parts: Vec<String> = Vec::new();
    for (number, verb, again) in
        [(must, "must be mended", "must be"), (should, "should be mended", "should be"), (could, "could be better", "")]
    {
        match (number, parts.is_empty()) {
            (0, _) => {}
            (1, true) => parts.push(format!("1 thing {verb}")),
            (number, true) => parts.push(format!("{number} things {verb}")),
            (number, false) if again.is_empty() => parts.push(format!("{number} {verb}")),
            (number, false) => parts.push(format!("{number} {again}")),
        }
    }
    list(&parts)
}

fn with_article(name: &str) -> String {
    // A “university” begins with the sound of a consonant.
    let vowel = name.starts_with(['a', 'e', 'i', 'o']) || name.starts_with("FE");
    format!("{} {name}", if vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(law: (usize, usize), guidance: (usize, usize)) -> ComplianceSummary {
        let share = |(asked, there)| MetCount { asked, there };
        let kind = with_article("academy");
        ComplianceSummary {
            school: "Ridgeway School".into(),
            kind,
            law: share(law),
            guidance: share(guidance),
            asked: Vec::new(),
        }
    }

    #[test]
    fn a_last_line_says_where_the_site_stands() {
        let counts = |errors, must, should, could| Counts { errors, must, should, could };
        let bound = standing((11, 10), (1, 1));
        assert_eq!(
            bound.words(counts(0, 2, 3, 1)),
            "The law asks 11 things of the careers website of an academy: 10 of them are there. \
             Guidance asks 1 more, and it is there. \
             2 things must be mended, 3 should be and 1 could be better."
        );
        assert_eq!(
            standing((1, 1), (10, 10)).words(counts(0, 0, 1, 0)),
            "The law asks 1 thing of the careers website of an academy, and it is there. \
             Guidance asks 10 more, and all 10 are there. 1 thing should be mended."
        );
        assert_eq!(
            standing((0, 0), (9, 0)).words(counts(1, 0, 9, 0)),
            "Guidance asks 9 things of the careers website of an academy, and none of them is there yet. \
             The site cannot be built yet: mend 1 error first."
        );
        assert_eq!(
            standing((0, 0), (0, 0)).words(counts(0, 0, 0, 0)),
            "The law asks nothing of the careers website of an academy. There is nothing to mend."
        );
    }
}
