//! The list of page kinds, and what every page has.

use serde::Serialize;

use super::accessibility::AccessibilityPage;
use super::address::Address;
use super::benchmarks::BenchmarksPage;
use super::cards::LinkTo;
use super::destinations::DestinationsPage;
use super::employers::{EmployersPage, EmployersYearPage, ProviderAccessPage};
use super::evaluation::EvaluationPage;
use super::events::{EventPage, EventsPage};
use super::evidence::EvidencePage;
use super::families::{ParentGroupPage, ParentsPage, PupilGroupPage, PupilsPage};
use super::feedback::FeedbackPage;
use super::home::HomePage;
use super::linked_data::LinkedData;
use super::people::{GuidancePage, TeamPage};
use super::planner::PlannerPage;
use super::programme::{ByBenchmarkPage, ByTermPage, ProgrammePage};
use super::search::{ForWhom, SearchPage};
use super::staff::{MatrixPage, StaffPage, StaffYearPage, SubjectsPage};
use super::subscribe::SubscribePage;
use super::texts::{AToZPage, NotFoundPage, PoliciesPage, TextPage};
use super::translations::{LanguageLink, LanguageName, TranslationPage};
use crate::programme::Audience;
use crate::report::Source;

macro_rules! bodies {
    ($($kind:ident($page:ty) $template:literal)*) => {
        /// What a page shows: a struct a kind.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        #[allow(missing_docs, reason = "each is told at its struct")]
        pub enum Body<'a> { $($kind(Box<$page>)),* }

        impl Body<'_> {
            /// Every template that a theme must have.
            pub const TEMPLATES: &'static [&'static str] = &[$($template),*];

            /// The template that draws this kind of page.
            pub fn template(&self) -> &'static str {
                match self { $(Self::$kind(_) => $template),* }
            }
        }
    };
}

bodies! {
    Home(HomePage<'a>) "home.html"
    Pupils(PupilsPage<'a>) "pupils.html"
    PupilGroup(PupilGroupPage<'a>) "pupil-group.html"
    Parents(ParentsPage<'a>) "parents.html"
    ParentGroup(ParentGroupPage<'a>) "parent-group.html"
    Staff(StaffPage<'a>) "staff.html"
    StaffYear(StaffYearPage) "staff-year.html"
    Matrix(MatrixPage) "matrix.html"
    Subjects(SubjectsPage) "subjects.html"
    Employers(EmployersPage<'a>) "employers.html"
    EmployersYear(EmployersYearPage) "employers-year.html"
    ProviderAccess(ProviderAccessPage<'a>) "provider-access.html"
    Programme(ProgrammePage<'a>) "programme.html"
    ByTerm(ByTermPage) "by-term.html"
    ByBenchmark(ByBenchmarkPage<'a>) "by-benchmark.html"
    Events(EventsPage) "events.html"
    Event(EventPage<'a>) "event.html"
    Subscribe(SubscribePage) "subscribe.html"
    Planner(PlannerPage) "planner.html"
    Evaluation(EvaluationPage<'a>) "evaluation.html"
    Benchmarks(BenchmarksPage) "benchmarks.html"
    Feedback(FeedbackPage) "feedback.html"
    Destinations(DestinationsPage) "destinations.html"
    Team(TeamPage) "team.html"
    Guidance(GuidancePage<'a>) "guidance.html"
    Text(TextPage<'a>) "text.html"
    Translation(TranslationPage<'a>) "translation.html"
    Policies(PoliciesPage) "policies.html"
    Accessibility(AccessibilityPage<'a>) "accessibility.html"
    Evidence(EvidencePage) "evidence.html"
    Search(SearchPage) "search.html"
    AToZ(AToZPage) "a-to-z.html"
    NotFound(NotFoundPage) "404.html"
}

/// A page: its address, what every page has, and what this one shows.
#[derive(Debug, Serialize)]
pub struct Page<'a> {
    /// Where it stands.
    pub address: Address,
    /// The way from it up to the site's root.
    pub root: String,
    /// Its title, without the school's name.
    pub title: String,
    /// One line about it.
    pub description: String,
    /// Whose page it is, for the mark on the fingerpost.
    pub audience: Option<Audience>,
    /// Whom it is for, more exactly: by this visitors filter what they search.
    #[serde(skip)]
    pub for_whom: ForWhom,
    /// The pages above it, the home page first; empty on the home page.
    pub trail: Vec<LinkTo>,
    /// True if it shows events, which may pass between two builds.
    pub dated: bool,
    /// The language of what it says, if that is not the site's own.
    pub language: Option<LanguageName>,
    /// The same page in all languages that it can be read in; empty if there is only one.
    pub languages: Vec<LanguageLink>,
    /// What search engines are told about it.
    #[serde(skip)]
    pub linked_data: Option<LinkedData>,
    /// What it shows. Templates get it under a name of its own.
    #[serde(skip)]
    pub body: Body<'a>,
    /// The file that it is made from, if it is one.
    #[serde(skip)]
    pub source: Option<&'a Source>,
}

impl Body<'_> {
    /// True if it shows events.
    pub(super) fn shows_events(&self) -> bool {
        match self {
            Self::Home(_) | Self::Pupils(_) | Self::PupilGroup(_) | Self::Parents(_) | Self::ParentGroup(_) => true,
            Self::Staff(_) | Self::StaffYear(_) | Self::Employers(_) | Self::ProviderAccess(_) => true,
            Self::ByTerm(_) | Self::ByBenchmark(_) | Self::Planner(_) => true,
            Self::Events(page) => !page.past,
            Self::Event(page) => !page.event.past,
            _ => false,
        }
    }
}

impl Page<'_> {
    /// True if A to Z and search engines list it.
    pub fn is_listed(&self) -> bool {
        !matches!(self.body, Body::NotFound(_) | Body::Search(_))
    }

    /// A link to it.
    pub(super) fn link(&self) -> LinkTo {
        LinkTo { language: self.language.clone(), ..LinkTo::new(self.address.clone(), self.title.clone()) }
    }
}
