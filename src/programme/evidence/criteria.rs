//! The criteria of the eight benchmarks, and the evidence for each in the content.

use jiff::civil::Date;

use super::in_school_words;
use super::reach::from_eleven;
use super::self_report::SelfReport;
use super::status::{EvidenceStatus, StatusQuery, status};
use crate::framework::{BenchmarkFacts, Criterion, Evidence, EvidencePlace, EvidenceSource, Facts};
use crate::programme::activity_events::ActivityEvents;
use crate::programme::benchmark::Benchmark;
use crate::programme::programme::Programme;
use crate::report::{Place, list};

#[derive(Debug)]
pub struct CriterionStatus<'a> {
    pub benchmark: &'a BenchmarkFacts,
    pub criterion: &'a Criterion,
    /// The evidence that shows it. What this institution cannot be asked for is left out.
    pub evidence: Vec<Shown>,
    /// The school's own note on how it meets the criterion.
    pub self_reported: Option<&'a SelfReport>,
}

#[derive(Debug)]
pub struct Shown {
    pub id: Evidence,
    /// What is missing, in words; `None` if nothing is.
    pub missing: Option<String>,
    /// What to write, and where.
    pub write: String,
    /// The file that holds it, or should.
    pub place: Place,
    pub page: EvidencePlace,
}

impl CriterionStatus<'_> {
    /// True if all the evidence is there, or the school reports it as met.
    pub fn is_met(&self) -> bool {
        self.self_reported.is_some() || self.evidence.iter().all(|shown| shown.missing.is_none())
    }

    /// True if some of its evidence is there, and some is missing.
    pub fn is_partly_met(&self) -> bool {
        !self.is_met() && self.evidence.iter().any(|shown| shown.missing.is_none())
    }

    /// True if a website can show it. How records are kept is nothing for one.
    pub fn can_be_shown(&self) -> bool {
        self.evidence.iter().any(|shown| shown.id != Evidence::InOwnWords)
    }

    /// True if it applies to this institution. A criterion due by 18 does not apply to a middle school.
    pub fn applies(&self) -> bool {
        !self.evidence.is_empty()
    }

    /// The missing evidence. Empty if the school reports the criterion as met.
    pub fn missing(&self) -> impl Iterator<Item = &Shown> {
        self.evidence.iter().filter(|shown| shown.missing.is_some() && self.self_reported.is_none())
    }
}

/// Every criterion of the benchmarks that are in use today for this kind of institution.
pub fn criteria<'a>(programme: &'a Programme, facts: &'a Facts, today: Date) -> Vec<CriterionStatus<'a>> {
    let framework = facts.framework_on(programme.institution.kind_facts.setting, today);
    let criteria = framework.into_iter().flat_map(|framework| &framework.benchmarks).flat_map(|benchmark| {
        let number = Benchmark::new(benchmark.number);
        benchmark.criteria.iter().filter_map(move |criterion| Some((benchmark, criterion, number?)))
    });
    let real = programme.without_examples();
    let links = ActivityEvents::new(&real);
    let status = |(benchmark, criterion, number): (&'a BenchmarkFacts, &'a Criterion, Benchmark)| {
        let query = StatusQuery { programme: &real, links: &links, facts, benchmark: number, today };
        let shown = |id: &Evidence| shown(*id, query, &criterion.id, facts);
        let self_reported = programme.self_reports.iter().find(|report| report.criterion.value == criterion.id);
        CriterionStatus {
            benchmark,
            criterion,
            evidence: criterion.shown_by.iter().filter_map(shown).collect(),
            self_reported,
        }
    };
    criteria.map(status).collect()
}

/// The placeholder in the data file for the groups, people or things for which something is missing.
const NAMES: &str = "{names}";

/// A piece of evidence; `None` if it does not apply to this institution.
fn shown(id: Evidence, query: StatusQuery<'_>, criterion: &str, facts: &Facts) -> Option<Shown> {
    let programme = query.programme;
    let words = facts.evidence(id)?;
    let number = query.benchmark.number().to_string();
    let write = in_school_words(&words.write, &programme.institution)
        .replace("{benchmark}", &number)
        .replace("{criterion}", criterion);
    let missing = in_school_words(&words.missing, &programme.institution);
    let (missing, first_group) = match status(id, query) {
        EvidenceStatus::DoesNotApply => return None,
        EvidenceStatus::Yes => (None, None),
        EvidenceStatus::No => (Some(missing), None),
        EvidenceStatus::NotFor(names) => (Some(missing.replace(NAMES, &few(&names))), None),
        EvidenceStatus::NotForGroups(groups) => {
            let name = |index: &usize| programme.groups.get(*index).map(|group| group.name.clone());
            let names: Vec<String> = groups.iter().filter_map(name).collect();
            let whom = if groups.len() == programme.groups.len() && groups.len() > 1 {
                format!("any {}", programme.institution.words.group)
            } else {
                few(&names)
            };
            (Some(missing.replace(NAMES, &whom)), groups.first().copied())
        }
    };
    Some(Shown { id, missing, write, place: place(words.file, first_group, programme), page: words.page })
}

/// “Year 7, Year 8, Year 9, Year 10 and 3 more”.
fn few(names: &[String]) -> String {
    /// How many are named before the others are counted.
    const NAMED: usize = 4;
    if names.len() <= NAMED + 1 {
        return list(names);
    }
    format!("{} and {} more", names.get(..NAMED).unwrap_or_default().join(", "), names.len() - NAMED)
}

/// The file that holds a piece of evidence, or where it belongs.
fn place(file: EvidenceSource, group: Option<usize>, programme: &Programme) -> Place {
    let or_create = |place: Option<&Place>, path: &str| {
        place.map_or_else(|| Place::to_create(path), |place| place.source.whole_file())
    };
    let plan = |index: usize| {
        let place = programme.plan_of(index).map(|plan| &plan.prose.place);
        let id = programme.groups.get(index).map_or("year-7", |group| &group.id);
        or_create(place, &format!("programme/{id}.md"))
    };
    if let Some(index) = group {
        return plan(index);
    }
    match file {
        EvidenceSource::School => programme.institution.place.source.whole_file(),
        EvidenceSource::Team => programme.team.leader.at.start(),
        EvidenceSource::Summary => {
            or_create(programme.summary.as_ref().map(|summary| &summary.prose.place), "programme.md")
        }
        EvidenceSource::Plans => plan(from_eleven(programme).next().unwrap_or(0)),
        EvidenceSource::Events => Place::to_create("events/"),
        EvidenceSource::Evaluation => {
            or_create(programme.impact.as_ref().map(|impact| &impact.prose.place), "evaluation.md")
        }
        EvidenceSource::Actions => {
            or_create(programme.actions.first().map(|action| &action.at), "evaluation/actions.yaml")
        }
        EvidenceSource::SelfReports => {
            or_create(programme.self_reports.first().map(|report| &report.at), "evaluation/evidence.yaml")
        }
        EvidenceSource::Destinations => {
            let first = programme.destinations.first().map(|leavers| &leavers.at);
            or_create(first, "evaluation/destinations/leavers.yaml")
        }
        EvidenceSource::Guidance => {
            or_create(programme.guidance.as_ref().map(|guidance| &guidance.prose.place), "guidance.md")
        }
        EvidenceSource::Offers => or_create(programme.offers.first().map(|offer| &offer.at), "offers.yaml"),
    }
}
