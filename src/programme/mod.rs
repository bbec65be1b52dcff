//! Stage 2: builds the [`Programme`] from the content files. The domain, without files or HTML.
//!
//! [`load`] works in two steps: `files` reads each file into a record and reports its mistakes;
//! `build` then resolves groups, terms and roles, and hides what is not shown today.

mod accessibility;
mod audience;
mod bank_holidays;
mod benchmark;
mod build;
pub(crate) mod colour;
pub mod disclosure;
mod encounters;
mod evaluation;
mod event;
mod evidence;
mod files;
mod findings;
pub mod format;
mod groups;
mod institution;
mod language;
mod media;
mod pages;
mod plan;
mod prose;
mod provision;
mod recurrence;
mod summary;
mod team;
mod translations;
mod visibility;
mod year;

pub use accessibility::{Accessibility, Compliance, KnownProblem, Reason, Standard};
pub use audience::{Audience, Audiences, FeedbackGroup, Notes};
pub use benchmark::Benchmark;
pub use build::load;
pub use encounters::{Encounter, NotCounted, PhaseLedger, provider_access_ledger};
pub use evaluation::{
    Achievement, Action, Amount, Basis, ColumnKind, Comparator, Compared, Destinations, Evaluation, FrameworkVersion,
    Impact, LeaverCount, Line, MappedColumn, Method, Origin, Progress, Question, Readout, Scope, Scores, Statement,
    Step, Survey, SurveyMapping, progress, readout,
};
pub use event::{Attendance, Cancelled, Event, EventKind, ProviderKind};
pub use evidence::{
    CriterionStatus, SelfReport, Shown, Statutory, criteria, groups_without_feedback, groups_without_feedback_since,
    is_served, statutory, unlinked_subjects,
};
pub use files::{CONTENT_FILES, FileKind, prose_keys};
pub use findings::{ContentProblem, Expected, Hidden};
pub use groups::{Group, GroupSet, slug};
pub use institution::{Award, Institution, Kind, Reviews, Words, WordsData};
pub use language::{Direction, LanguageTag};
pub use media::{MediaFile, Permission, PictureEntry};
pub use pages::{FurtherPage, Policy, PolicyBody, Welcome};
pub use plan::{Activity, ActivityKind, Plan, Status};
pub use prose::Prose;
pub use provision::{Guidance, Offer, OfferKind, Opportunity, ProviderAccess};
pub use recurrence::{Frequency, Pattern, Recurrence};
pub use summary::{Backer, Summary};
pub use team::{Person, Role, Team};
pub use translations::{Translation, may_be_translated, parts_of_name, translation_of};
pub use visibility::HiddenItem;
pub use year::{AcademicYear, Term, When};

/// How every text begins that a new site comes with and somebody still has to write.
pub const PLACEHOLDER: &str = "[Write ";

/// A whole careers programme.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Who we are.
    pub institution: Institution,
    /// The academic year and its terms.
    pub year: AcademicYear,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// Who leads and carries it.
    pub team: Team,
    /// The programme in summary.
    pub summary: Option<Summary>,
    /// What each group's year is about.
    pub plans: Vec<Plan>,
    /// What is planned, in the order of the files.
    pub activities: Vec<Activity>,
    /// What has a date, in the order of time.
    pub events: Vec<Event>,
    /// Personal guidance.
    pub guidance: Option<Guidance>,
    /// The provider access policy statement.
    pub provider_access: Option<ProviderAccess>,
    /// Ways to help.
    pub offers: Vec<Offer>,
    /// The introduction for each audience.
    pub welcomes: Vec<Welcome>,
    /// How impact is measured.
    pub impact: Option<Impact>,
    /// Benchmark evaluations, the oldest first.
    pub evaluations: Vec<Evaluation>,
    /// Survey results, the newest first.
    pub surveys: Vec<Survey>,
    /// Destinations, the newest first.
    pub destinations: Vec<Destinations>,
    /// Feedback and what came of it.
    pub actions: Vec<Action>,
    /// The school's own notes on criteria that a programme can't show.
    pub self_reports: Vec<SelfReport>,
    /// Further pages, by title.
    pub pages: Vec<FurtherPage>,
    /// Policies, by title.
    pub policies: Vec<Policy>,
    /// Texts in further languages, by their files and tags.
    pub translations: Vec<Translation>,
    /// Pictures and documents, by path.
    pub media: Vec<MediaFile>,
    /// Entries of `media/pictures.yaml`, in the order of the file.
    pub pictures: Vec<PictureEntry>,
    /// Events, pages and translations that are not shown today.
    pub hidden: Vec<HiddenItem>,
}

impl Programme {
    /// The introduction for an audience.
    pub fn welcome(&self, audience: Audience) -> Option<&Welcome> {
        self.welcomes.iter().find(|welcome| welcome.audience == audience)
    }

    /// The plans that are for a group: its own first, then those for several groups.
    pub fn plans_for(&self, group: usize) -> impl Iterator<Item = &Plan> {
        let shared = self.plans.iter().filter(move |plan| !plan.is_of(group) && plan.groups.contains(&group));
        self.plan_of(group).into_iter().chain(shared)
    }

    /// The plan of one group: the file that is named after it.
    pub fn plan_of(&self, group: usize) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.is_of(group))
    }
}
