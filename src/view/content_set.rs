//! Sets of content files.

use crate::programme::{Audience, Programme};
use crate::report::ContentPath;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum ContentSet {
    School,
    Team,
    PupilsWelcome,
    ParentsWelcome,
    StaffWelcome,
    EmployersWelcome,
    Offers,
    Summary,
    Plans,
    Events,
    /// The plans and events of one group.
    Group,
    Impact,
    Benchmarks,
    Surveys,
    Destinations,
    Figures,
    GuidanceCounts,
    Actions,
    SelfReported,
    Guidance,
    ProviderAccess,
    Policies,
}

impl ContentSet {
    /// `None` unless it is always the same file.
    pub(super) fn fixed_path(self) -> Option<&'static str> {
        Some(match self {
            Self::School => "school.yaml",
            Self::Team => "team.yaml",
            Self::PupilsWelcome => "pupils.md",
            Self::ParentsWelcome => "parents.md",
            Self::StaffWelcome => "staff.md",
            Self::EmployersWelcome => "employers.md",
            Self::Offers => "offers.yaml",
            Self::Summary => "programme.md",
            Self::Impact => "evaluation.md",
            Self::Actions => "evaluation/actions.yaml",
            Self::SelfReported => "evaluation/evidence.yaml",
            Self::Guidance => "guidance.md",
            Self::ProviderAccess => "provider-access.md",
            Self::Plans
            | Self::Events
            | Self::Group
            | Self::Benchmarks
            | Self::Surveys
            | Self::Destinations
            | Self::Figures
            | Self::GuidanceCounts
            | Self::Policies => return None,
        })
    }

    /// True for a file without which the site does not have its page.
    pub(super) fn makes_its_page(self) -> bool {
        matches!(self, Self::Actions | Self::SelfReported | Self::Guidance | Self::ProviderAccess)
    }

    /// `group` is the index of the page's group, if it has one.
    pub(super) fn files(self, programme: &Programme, group: Option<usize>) -> Vec<ContentPath> {
        let fixed = |exists: bool| self.fixed_path().filter(|_| exists).map(ContentPath::new).into_iter().collect();
        match self {
            Self::School | Self::Team => fixed(true),
            Self::PupilsWelcome => fixed(programme.welcome(Audience::Pupils).is_some()),
            Self::ParentsWelcome => fixed(programme.welcome(Audience::Parents).is_some()),
            Self::StaffWelcome => fixed(programme.welcome(Audience::Staff).is_some()),
            Self::EmployersWelcome => fixed(programme.welcome(Audience::Employers).is_some()),
            Self::Offers => fixed(!programme.offers.is_empty()),
            Self::Summary => fixed(programme.summary.is_some()),
            Self::Impact => fixed(programme.impact.is_some()),
            Self::Actions => fixed(!programme.actions.is_empty()),
            Self::SelfReported => fixed(!programme.self_reports.is_empty()),
            Self::Guidance => fixed(programme.guidance.is_some()),
            Self::ProviderAccess => fixed(programme.provider_access.is_some()),
            Self::Plans => programme.plans.iter().map(|plan| plan.prose.path().clone()).collect(),
            Self::Events => programme.events.iter().map(|event| event.prose.path().clone()).collect(),
            Self::Group => group.map_or_else(Vec::new, |group| group_files(programme, group)),
            Self::Benchmarks => programme.evaluations.iter().map(|run| run.at.path().clone()).collect(),
            Self::Surveys => programme.surveys.iter().map(|survey| survey.path.clone()).collect(),
            Self::Destinations => programme.destinations.iter().map(|cohort| cohort.at.path().clone()).collect(),
            Self::Figures => programme.figures.iter().map(|table| table.at.path().clone()).collect(),
            Self::GuidanceCounts => {
                programme.guidance_counts.iter().map(|counts| counts.file.at.path().clone()).collect()
            }
            Self::Policies => programme.policies.iter().map(|policy| policy.at.path().clone()).collect(),
        }
    }
}

fn group_files(programme: &Programme, group: usize) -> Vec<ContentPath> {
    let plans = programme.plans_for(group).map(|plan| plan.prose.path().clone());
    let events = programme.events.iter().filter(|event| event.groups.contains(&group));
    plans.chain(events.map(|event| event.prose.path().clone())).collect()
}
