//! The criteria of the benchmarks, as an evaluation asks about them.

use jiff::civil::Date;

use crate::framework::{Criterion, Facts, Framework};
use crate::programme::{Programme, applies_to};

/// The criteria of one version of the benchmarks that apply to an institution.
#[derive(Clone, Debug)]
pub struct CriteriaList {
    /// Its value in content files, such as `schools-2025`.
    pub framework: String,
    pub benchmarks: Vec<ListedBenchmark>,
}

/// A benchmark with its criteria.
#[derive(Clone, Debug)]
pub struct ListedBenchmark {
    pub number: u8,
    pub name: String,
    pub criteria: Vec<ListedCriterion>,
}

/// A criterion in the institution's own words for its people.
#[derive(Clone, Debug)]
pub struct ListedCriterion {
    pub id: String,
    pub text: String,
}

/// Every version that is written for this kind of institution, the one in use today first.
pub(super) fn criteria_lists(programme: &Programme, facts: &Facts, today: Date) -> Vec<CriteriaList> {
    let setting = programme.institution.kind_facts.setting;
    let in_use = facts.framework_on(setting, today).map(|framework| framework.id.as_str());
    let mut frameworks: Vec<&Framework> =
        facts.frameworks.iter().filter(|framework| framework.setting == setting).collect();
    frameworks.sort_by_key(|framework| Some(framework.id.as_str()) != in_use);
    frameworks.into_iter().map(|framework| criteria_list(framework, programme)).collect()
}

fn criteria_list(framework: &Framework, programme: &Programme) -> CriteriaList {
    let words = &programme.institution.words;
    let criterion =
        |criterion: &Criterion| ListedCriterion { id: criterion.id.clone(), text: words.in_text(&criterion.text) };
    let benchmarks = framework.benchmarks.iter().map(|benchmark| {
        let criteria = benchmark.criteria.iter().filter(|criterion| applies_to(criterion, &programme.groups));
        ListedBenchmark {
            number: benchmark.number,
            name: benchmark.name.clone(),
            criteria: criteria.map(criterion).collect(),
        }
    });
    CriteriaList { framework: framework.id.clone(), benchmarks: benchmarks.collect() }
}
