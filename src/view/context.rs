//! What every page is built from: the programme, the day, the language, and the addresses of other pages.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::CheckReport;
use crate::framework::{Facts, Framework};
use crate::language::{Language, capital, message};
use crate::programme::disclosure::PublishedFigures;
use crate::programme::{
    AcademicYear, ActivityEvents, Audience, Benchmark, Event, Group, Policy, PolicyBody, Programme, Words,
    WorkplaceLedger,
};
use crate::report::ContentPath;
use crate::view::address::Address;
use crate::view::folders::AudienceFolders;
use crate::view::page_of_file::page_of_file;
use crate::view::parts::benchmark_tag::{self, BenchmarkTag};
use crate::view::parts::link::LinkTo;
use crate::view::routes::PageKind;
use crate::view::sheets::Sheets;
use crate::view::web_address::WebAddress;

#[derive(Clone, Copy, Debug)]
pub struct SiteInput<'a> {
    pub programme: &'a Programme,
    pub figures: &'a PublishedFigures<'a>,
    pub report: &'a CheckReport,
    pub facts: &'a Facts,
    pub today: Date,
}

#[derive(Clone, Debug)]
pub(crate) struct Context<'a> {
    pub programme: &'a Programme,
    pub report: &'a CheckReport,
    /// The policies, without documents that identify people.
    pub policies: Vec<&'a Policy>,
    pub facts: &'a Facts,
    pub today: Date,
    /// Of all texts that the school didn't write.
    pub language: Arc<Language>,
    /// The benchmarks in the wording in use today.
    pub benchmarks: Vec<BenchmarkTag>,
    /// Events that are not over, sorted by the next day on which they take place. Long ones that have begun come last: they are
    /// nobody's next thing.
    pub coming: Vec<&'a Event>,
    pub activity_events: Arc<ActivityEvents<'a>>,
    pub workplaces: Arc<WorkplaceLedger<'a>>,
    pub figures: &'a PublishedFigures<'a>,
    pub sheets: Arc<Sheets<'a>>,
    pub web_address: Option<WebAddress>,
    pub folders: AudienceFolders,
    /// The page that a link to each content file leads to.
    pub page_of_file: Arc<HashMap<ContentPath, Address>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(input: SiteInput<'a>, language: Arc<Language>) -> Self {
        let SiteInput { programme, figures, report, facts, today } = input;
        let is_personal =
            |policy: &&Policy| matches!(&policy.body, PolicyBody::Document(file) if report.is_personal(&file.path));
        let policies: Vec<&Policy> = programme.policies.iter().filter(|policy| !is_personal(policy)).collect();
        let folders = AudienceFolders::new(&programme.institution.words);
        let page_of_file = Arc::new(page_of_file(programme, &policies, &folders));
        let mut coming: Vec<&Event> = programme.events.iter().filter(|event| !event.is_past(today)).collect();
        coming.sort_by_key(|event| (event.is_long() && event.date < today, event.next_day(today), event.times));
        let web_address = programme.institution.details.web_address.as_ref().and_then(WebAddress::new);
        let framework = facts.framework_on(programme.institution.kind_facts.setting, today);
        let activity_events = ActivityEvents::new(programme);
        let sheets = Sheets::new(programme, framework, &activity_events);
        let mut context = Self {
            programme,
            report,
            policies,
            facts,
            today,
            language,
            benchmarks: Vec::new(),
            coming,
            workplaces: Arc::new(WorkplaceLedger::new(programme, facts, today)),
            figures,
            activity_events: Arc::new(activity_events),
            sheets: Arc::new(sheets),
            web_address,
            folders,
            page_of_file,
        };
        let tag = |facts: &crate::framework::BenchmarkFacts| BenchmarkTag {
            number: facts.number,
            short: facts.short.clone(),
            name: facts.name.clone(),
        };
        context.benchmarks =
            context.framework().map_or_else(Vec::new, |framework| framework.benchmarks.iter().map(tag).collect());
        context
    }

    pub(super) fn framework(&self) -> Option<&'a Framework> {
        self.facts.framework_on(self.programme.institution.kind_facts.setting, self.today)
    }

    pub(super) fn tags(&self, benchmarks: &[Benchmark]) -> Vec<BenchmarkTag> {
        benchmark_tag::tags(benchmarks, &self.benchmarks)
    }

    /// True unless the school keeps its results to itself.
    pub(super) fn shows_results(&self) -> bool {
        self.programme.institution.details.publishes_results()
    }

    /// The names of areas of learning.
    pub(super) fn area_names(&self, areas: &[usize]) -> Vec<String> {
        let named = areas.iter().filter_map(|index| self.programme.institution.areas.get(*index));
        named.map(|area| area.name.clone()).collect()
    }

    pub(super) fn groups(&self) -> &'a [Group] {
        &self.programme.groups
    }

    pub(super) fn words(&self) -> &Words {
        self.language.words()
    }

    pub(super) fn year(&self) -> &'a AcademicYear {
        &self.programme.year
    }

    /// The academic year that a day is in, as the school writes it or, if it is not archived, as 2025-26.
    pub(super) fn year_label(&self, day: Date) -> String {
        let past_years = self.programme.past_years.iter().map(|past| &past.programme.year);
        let known = std::iter::once(self.year()).chain(past_years).find(|year| year.contains(day));
        known.map_or_else(
            || {
                let first = self.year().starts.year() - self.year().years_before(day);
                format!("{first}-{:02}", (first + 1).rem_euclid(100))
            },
            |year| year.label.clone(),
        )
    }

    pub(super) fn in_language(&self, language: Arc<Language>) -> Self {
        Self { language, ..self.clone() }
    }

    pub(super) fn about_school(&self, key: &str) -> String {
        message!(self.language, key, school = &self.programme.institution.name)
    }

    /// A link to the page of a kind that has only one page.
    pub(super) fn link(&self, kind: PageKind) -> LinkTo {
        let title = match kind.landing_for() {
            Some(audience) => capital(self.language.audience(audience)),
            None => self.language.text(kind.label()).to_owned(),
        };
        LinkTo::new(self.address(kind), title)
    }

    pub(super) fn trail(&self, kind: PageKind) -> Vec<LinkTo> {
        let mut trail: Vec<LinkTo> =
            std::iter::successors(kind.parent(), |above| above.parent()).map(|above| self.link(above)).collect();
        trail.reverse();
        trail
    }

    /// The address of the only page of a kind, in the folders of this school.
    pub(super) fn address(&self, kind: PageKind) -> Address {
        self.folders.place(kind.address())
    }

    /// The address of one of several pages of a kind.
    pub(super) fn address_of(&self, kind: PageKind, name: &str) -> Address {
        self.folders.place(kind.address_of(name))
    }

    pub(super) fn planner_address(&self, audience: Audience) -> Address {
        self.folders.place(PageKind::planner(audience))
    }

    pub(super) fn event_address(&self, event: &Event) -> Address {
        PageKind::Event.address_of(&event.id)
    }

    /// A group's page for an audience. Employers have a section of the programme page.
    pub(super) fn group_address(&self, audience: Audience, group: &Group) -> Address {
        match audience {
            Audience::Pupils => self.address_of(PageKind::PupilGroup, &group.id),
            Audience::Parents => self.address_of(PageKind::ParentGroup, &group.id),
            Audience::Staff => self.address_of(PageKind::StaffGroup, &group.id),
            Audience::Employers => PageKind::Programme.address().part(&format!("part-group-{}", group.id)),
        }
    }

    pub(super) fn pages_for(&self, audience: Audience) -> Vec<LinkTo> {
        let pages = self.programme.pages.iter().filter(|page| page.is_for(audience));
        pages.map(LinkTo::further_page).collect()
    }
}
