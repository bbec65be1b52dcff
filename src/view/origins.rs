//! Which content files each page is made from.
//!
//! Every page also shows the school's name and whom to ask; those two files are named where a
//! reader would look for them first, on the home page.

use crate::programme::Audience;
use crate::programme::Programme;
use crate::report::ContentPath;
use crate::view::page::Body;
use crate::view::page::Page;

/// The content files that a page is made from, the chief one first, each once.
pub fn origins(page: &Page<'_>, programme: &Programme) -> Vec<ContentPath> {
    let own = page.source.map(|source| source.path.clone());
    let mut files: Vec<ContentPath> = own.into_iter().collect();
    for file in further(page, programme) {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    files
}

/// The files of a page's kind, beside the one that the page is named after.
fn further(page: &Page<'_>, programme: &Programme) -> Vec<ContentPath> {
    let files = Files(programme);
    match &page.body {
        Body::Home(_) => [named("school.yaml"), named("team.yaml"), files.events()].concat(),
        Body::Pupils(_) => files.for_audience(Audience::Pupils),
        Body::Parents(_) => files.for_audience(Audience::Parents),
        Body::Staff(_) => files.for_audience(Audience::Staff),
        Body::Employers(_) => [files.welcome(Audience::Employers), files.offers(), files.activities()].concat(),
        Body::PupilGroup(_) | Body::ParentGroup(_) => files.of_group(page.address.as_str()),
        Body::StaffYear(_) | Body::Matrix(_) | Body::Subjects(_) | Body::EmployersYear(_) => files.activities(),
        Body::ByTerm(_) | Body::ByBenchmark(_) => files.activities(),
        Body::Programme(_) => [files.summary(), files.plans()].concat(),
        Body::ProviderAccess(_) => files.provider_access(),
        Body::Events(_) | Body::Subscribe(_) => files.events(),
        Body::Planner(_) => [named("school.yaml"), files.events()].concat(),
        Body::Evaluation(_) => {
            [files.impact(), files.benchmarks(), files.surveys(), files.destinations(), files.actions()].concat()
        }
        Body::Benchmarks(_) => files.benchmarks(),
        Body::Feedback(_) => [files.surveys(), files.actions()].concat(),
        Body::Destinations(_) => files.destinations(),
        Body::Team(_) => named("team.yaml"),
        Body::Guidance(_) => files.guidance(),
        Body::Policies(_) => programme.policies.iter().map(|policy| policy.at.path().clone()).collect(),
        Body::Accessibility(_) => named("school.yaml"),
        Body::Evidence(_) => {
            let own = [named("school.yaml"), named("team.yaml")].concat();
            [own, files.summary(), files.impact(), files.provider_access(), files.own_words()].concat()
        }
        Body::Event(_) | Body::Text(_) | Body::Translation(_) | Body::Search(_) | Body::AToZ(_) | Body::NotFound(_) => {
            Vec::new()
        }
    }
}

fn named(path: &str) -> Vec<ContentPath> {
    vec![ContentPath::new(path)]
}

/// A programme's files by what they say.
struct Files<'a>(&'a Programme);

impl Files<'_> {
    fn for_audience(&self, audience: Audience) -> Vec<ContentPath> {
        [self.welcome(audience), self.activities()].concat()
    }

    fn welcome(&self, audience: Audience) -> Vec<ContentPath> {
        self.0.welcome(audience).map(|welcome| welcome.prose.path().clone()).into_iter().collect()
    }

    fn activities(&self) -> Vec<ContentPath> {
        [self.plans(), self.events()].concat()
    }

    fn plans(&self) -> Vec<ContentPath> {
        self.0.plans.iter().map(|plan| plan.prose.path().clone()).collect()
    }

    /// What is for a group, whose pages are named after it.
    fn of_group(&self, address: &str) -> Vec<ContentPath> {
        let is_own = |id: &str| address.rsplit('/').next() == Some(&format!("{id}.html"));
        let Some(group) = self.0.groups.iter().position(|group| is_own(&group.id)) else { return Vec::new() };
        let plans = self.0.plans_for(group).map(|plan| plan.prose.path().clone());
        let events = self.0.events.iter().filter(|event| event.groups.contains(&group));
        plans.chain(events.map(|event| event.prose.path().clone())).collect()
    }

    fn events(&self) -> Vec<ContentPath> {
        self.0.events.iter().map(|event| event.prose.path().clone()).collect()
    }

    fn summary(&self) -> Vec<ContentPath> {
        self.0.summary.iter().map(|summary| summary.prose.path().clone()).collect()
    }

    fn impact(&self) -> Vec<ContentPath> {
        self.0.impact.iter().map(|impact| impact.prose.path().clone()).collect()
    }

    fn own_words(&self) -> Vec<ContentPath> {
        self.0.own_words.iter().take(1).map(|said| said.at.path().clone()).collect()
    }

    fn guidance(&self) -> Vec<ContentPath> {
        self.0.guidance.iter().map(|guidance| guidance.prose.path().clone()).collect()
    }

    fn provider_access(&self) -> Vec<ContentPath> {
        self.0.provider_access.iter().map(|statement| statement.prose.path().clone()).collect()
    }

    fn offers(&self) -> Vec<ContentPath> {
        if self.0.offers.is_empty() { Vec::new() } else { named("offers.yaml") }
    }

    fn benchmarks(&self) -> Vec<ContentPath> {
        self.0.evaluations.iter().map(|evaluation| evaluation.at.path().clone()).collect()
    }

    fn surveys(&self) -> Vec<ContentPath> {
        self.0.surveys.iter().map(|survey| survey.path.clone()).collect()
    }

    fn destinations(&self) -> Vec<ContentPath> {
        self.0.destinations.iter().map(|destinations| destinations.at.path().clone()).collect()
    }

    fn actions(&self) -> Vec<ContentPath> {
        if self.0.actions.is_empty() { Vec::new() } else { named("evaluation/actions.yaml") }
    }
}
