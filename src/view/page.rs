//! The search page, whom each page is for, and the choices by which pages and events are filtered.
//!
//! What visitors choose stands in the address alone: `for` an audience, `group` a year group.

use crate::programme::Audience;
use crate::report::Source;
use crate::view::address::Address;
use crate::view::exports::linked_data::LinkedData;
use crate::view::pages::a_to_z::AToZPage;
use crate::view::pages::accessibility::AccessibilityPage;
use crate::view::pages::benchmarks::BenchmarksPage;
use crate::view::pages::by_benchmark::ByBenchmarkPage;
use crate::view::pages::by_term::ByTermPage;
use crate::view::pages::destinations::DestinationsPage;
use crate::view::pages::employers::EmployersPage;
use crate::view::pages::employers_year::EmployersYearPage;
use crate::view::pages::evaluation::EvaluationPage;
use crate::view::pages::event::EventPage;
use crate::view::pages::events::EventsPage;
use crate::view::pages::evidence::EvidencePage;
use crate::view::pages::feedback::FeedbackPage;
use crate::view::pages::further_page::TextPage;
use crate::view::pages::guidance::GuidancePage;
use crate::view::pages::home::HomePage;
use crate::view::pages::matrix::MatrixPage;
use crate::view::pages::not_found::NotFoundPage;
use crate::view::pages::parent_group::ParentGroupPage;
use crate::view::pages::parents::ParentsPage;
use crate::view::pages::planner::PlannerPage;
use crate::view::pages::policies::PoliciesPage;
use crate::view::pages::programme::ProgrammePage;
use crate::view::pages::provider_access::ProviderAccessPage;
use crate::view::pages::pupil_group::PupilGroupPage;
use crate::view::pages::pupils::PupilsPage;
use crate::view::pages::search::SearchPage;
use crate::view::pages::staff::StaffPage;
use crate::view::pages::staff_year::StaffYearPage;
use crate::view::pages::subjects::SubjectsPage;
use crate::view::pages::subscribe::SubscribePage;
use crate::view::pages::team::TeamPage;
use crate::view::pages::translation::TranslationPage;
use crate::view::parts::filters::ForWhom;
use crate::view::parts::language_name::LanguageLink;
use crate::view::parts::language_name::LanguageName;
use crate::view::parts::link::LinkTo;
use serde::Serialize;

impl Page<'_> {
    /// True if searching finds it. What only lists or finds other pages would be found by every word.
    pub fn is_sought(&self) -> bool {
        !matches!(self.body, Body::Search(_) | Body::AToZ(_) | Body::NotFound(_))
    }

    /// The pages above it, without the home page, and the day of an event: “Events › Thursday 4 March 2027”.
    pub fn place(&self) -> String {
        let above = self.trail.iter().skip(1).map(|above| above.title.as_str());
        let day = match &self.body {
            Body::Event(page) => Some(page.event.day.long.as_str()),
            _ => None,
        };
        above.chain(day).collect::<Vec<_>>().join(" › ")
    }

    /// True if it is about an event that is over.
    pub fn is_past(&self) -> bool {
        matches!(&self.body, Body::Event(page) if page.event.past)
    }
}

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
    pub(crate) fn shows_events(&self) -> bool {
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
    pub(crate) fn link(&self) -> LinkTo {
        LinkTo { language: self.language.clone(), ..LinkTo::new(self.address.clone(), self.title.clone()) }
    }
}
