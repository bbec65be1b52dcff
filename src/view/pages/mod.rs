//! The pages of a site: a module for each kind, and the table of kinds.
//!
//! To add a page, write its module, list it below, give it a row in the table, and add its template
//! and the messages of its title and description. `routes.rs`, `page.rs`, `page_list.rs` and the footer
//! are generated from the table.

pub(crate) mod a_to_z;
pub(crate) mod accessibility;
pub(crate) mod benchmarks;
pub(crate) mod by_area;
pub(crate) mod by_benchmark;
pub(crate) mod by_term;
pub(crate) mod destinations;
pub(crate) mod employers;
pub(crate) mod employers_year;
pub(crate) mod encounters;
pub(crate) mod evaluation;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod evidence;
pub(crate) mod feedback;
pub(crate) mod further_page;
pub(crate) mod guidance;
pub(crate) mod home;
pub(crate) mod matrix;
pub(crate) mod moved_event;
pub(crate) mod not_found;
pub(crate) mod outcomes;
pub(crate) mod parent_group;
pub(crate) mod parents;
pub(crate) mod past_year;
pub(crate) mod planner;
pub(crate) mod policies;
pub(crate) mod programme;
pub(crate) mod provider_access;
pub(crate) mod pupil_group;
pub(crate) mod pupils;
pub(crate) mod search;
pub(crate) mod sheet;
pub(crate) mod staff;
pub(crate) mod staff_group;
pub(crate) mod staff_year;
pub(crate) mod subjects;
pub(crate) mod subscribe;
pub(crate) mod team;
pub(crate) mod translation;
pub(crate) mod workplaces;

/// Calls a macro with a row for each kind of page, in the order of the site.
///
/// - `module`, `page`: the module, and its struct that the template gets as `view`.
/// - `body`: the function that returns that struct, or `None` if the site has no such page.
/// - `build`: for kinds with several pages or texts of their own, the function that returns their drafts. With
///   `(outlines)` it also takes the outlines of the pages before it.
/// - `address`: the path in the site. `{}` is filled in for each page of the kind.
/// - `template`: the file below `themes/default/pages`.
/// - `parent`: the page above it in the breadcrumb trail.
/// - `title`, `description`: the keys of its messages (no title if each page has its own); `label`: the
///   key of the text of links to it, if that is not the title.
/// - `page_of`: content files that this page presents. Links to them lead here.
/// - `also_shows`: other content files that it uses.
/// - `shows_events`: true if it lists events, which may pass between two builds.
/// - `repeats_others`: true if it shows in another order what other pages have: searches rank it last.
/// - `in_footer`: true if the footer of every page links to it. A page that the footer and the menus leave
///   out needs a link from another page.
macro_rules! page_table {
    ($callback:ident) => {
        $callback! {
            Home {
                module: home, page: HomePage<'a>, build: build(),
                address: "index.html", template: "home.html",
                title: "careers_at", label: "careers_home", description: "desc_home",
                page_of: [School], also_shows: [Team, Events], shows_events: true,
                repeats_others: true,
            }
            Pupils {
                module: pupils, page: PupilsPage<'a>, body: pupils,
                address: "pupils/index.html", template: "pupils.html", parent: Home,
                title: "careers_for", description: "desc_audience",
                page_of: [PupilsWelcome], also_shows: [Plans, Events], shows_events: true,
            }
            Parents {
                module: parents, page: ParentsPage<'a>, body: parents,
                address: "parents/index.html", template: "parents.html", parent: Home,
                title: "careers_for", description: "desc_audience",
                page_of: [ParentsWelcome], also_shows: [Plans, Events], shows_events: true,
            }
            Staff {
                module: staff, page: StaffPage<'a>, body: staff,
                address: "staff/index.html", template: "staff.html", parent: Home,
                title: "careers_for", description: "desc_audience",
                page_of: [StaffWelcome], also_shows: [Plans, Events], shows_events: true,
            }
            Employers {
                module: employers, page: EmployersPage<'a>, body: employers,
                address: "employers/index.html", template: "employers.html", parent: Home,
                title: "careers_for", description: "desc_audience",
                page_of: [EmployersWelcome, Offers], also_shows: [Plans, Events], shows_events: true,
            }
            StaffYear {
                module: staff_year, page: StaffYearPage, body: staff_year,
                address: "staff/year.html", template: "staff-year.html", parent: Staff,
                title: "page_staff_year", description: "desc_staff_year",
                also_shows: [Plans, Events], shows_events: true,
                repeats_others: true,
            }
            Matrix {
                module: matrix, page: MatrixPage, body: matrix,
                address: "staff/matrix.html", template: "matrix.html", parent: Staff,
                title: "page_matrix", description: "desc_matrix",
                also_shows: [Plans, Events],
                repeats_others: true,
            }
            Subjects {
                module: subjects, page: SubjectsPage, body: subjects,
                address: "staff/subjects.html", template: "subjects.html", parent: Staff,
                title: "page_subjects", description: "desc_subjects",
                also_shows: [Plans, Events],
                repeats_others: true,
            }
            Encounters {
                module: encounters, page: EncountersPage, body: encounters,
                address: "staff/encounters.html", template: "encounters.html", parent: Staff,
                title: "page_encounters", description: "desc_encounters",
                also_shows: [Plans, Events],
                repeats_others: true,
            }
            PupilGroup {
                module: pupil_group, page: PupilGroupPage<'a>, build: build(),
                address: "pupils/{}.html", template: "pupil-group.html", parent: Pupils,
                title: "group_for", description: "group_at",
                also_shows: [Group], shows_events: true,
            }
            StaffGroup {
                module: staff_group, page: StaffGroupPage<'a>, build: build(),
                address: "staff/{}.html", template: "staff-group.html", parent: Staff,
                title: "group_for", description: "group_at",
                also_shows: [Group], shows_events: true,
                repeats_others: true,
            }
            ParentGroup {
                module: parent_group, page: ParentGroupPage<'a>, build: build(),
                address: "parents/{}.html", template: "parent-group.html", parent: Parents,
                title: "group_for", description: "group_at",
                also_shows: [Group], shows_events: true,
            }
            Programme {
                module: programme, page: ProgrammePage<'a>, build: build(),
                address: "programme/index.html", template: "programme.html", parent: Home,
                title: "page_programme", label: "menu_programme", description: "desc_programme",
                page_of: [Summary], also_shows: [Plans],
                repeats_others: true,
            }
            ByTerm {
                module: by_term, page: ByTermPage, body: by_term,
                address: "programme/by-term.html", template: "by-term.html", parent: Programme,
                title: "page_by_term", description: "desc_by_term",
                also_shows: [Plans, Events], shows_events: true,
                repeats_others: true,
            }
            ByBenchmark {
                module: by_benchmark, page: ByBenchmarkPage<'a>, body: by_benchmark,
                address: "programme/by-benchmark.html", template: "by-benchmark.html", parent: Programme,
                title: "page_by_benchmark", description: "desc_by_benchmark",
                also_shows: [Plans, Events], shows_events: true,
                repeats_others: true,
            }
            ByArea {
                module: by_area, page: ByAreaPage, body: by_area,
                address: "programme/by-area.html", template: "by-area.html", parent: Programme,
                title: "page_by_area", description: "desc_by_area",
                also_shows: [Plans, Events],
                repeats_others: true,
            }
            Outcomes {
                module: outcomes, page: OutcomesPage, body: outcomes,
                address: "programme/outcomes.html", template: "outcomes.html", parent: Programme,
                title: "page_outcomes", description: "desc_outcomes",
                also_shows: [School, Plans],
                repeats_others: true,
            }
            Workplaces {
                module: workplaces, page: WorkplacesPage<'a>, body: workplaces,
                address: "workplaces.html", template: "workplaces.html", parent: Programme,
                title: "page_workplaces", description: "desc_workplaces",
                also_shows: [Plans, Events], shows_events: true,
                repeats_others: true,
            }
            Events {
                module: events, page: EventsPage, body: coming,
                address: "events/index.html", template: "events.html", parent: Home,
                title: "page_events", description: "desc_events",
                also_shows: [Events], shows_events: true,
                repeats_others: true,
            }
            PastEvents {
                module: events, page: EventsPage, body: past,
                address: "events/past.html", template: "events.html", parent: Events,
                title: "page_past_events", description: "desc_past_events",
                also_shows: [Events],
                repeats_others: true,
            }
            Subscribe {
                module: subscribe, page: SubscribePage, body: subscribe,
                address: "subscribe.html", template: "subscribe.html", parent: Home,
                title: "page_subscribe", label: "foot_calendar", description: "desc_subscribe",
                also_shows: [Events],
                in_footer: true,
            }
            Planner {
                module: planner, page: PlannerPage, build: build(),
                address: "{}/calendar.html", template: "planner.html", parent: Home,
                title: "page_planner", description: "desc_planner",
                also_shows: [School, Events], shows_events: true,
                repeats_others: true,
            }
            Event {
                module: event, page: EventPage<'a>, build: build(),
                address: "events/{}.html", template: "event.html", parent: Events,
                description: "desc_event",
                shows_events: true,
            }
            PupilSheet {
                module: sheet, page: SheetPage, build: build_pupils(),
                address: "pupils/sheets/{}.html", template: "sheet.html", parent: Pupils,
                description: "desc_sheet",
                repeats_others: true,
            }
            EmployerBrief {
                module: sheet, page: SheetPage, build: build_employers(),
                address: "employers/sheets/{}.html", template: "sheet.html", parent: Employers,
                description: "desc_sheet",
                repeats_others: true,
            }
            StaffNote {
                module: sheet, page: SheetPage, build: build_staff(),
                address: "staff/sheets/{}.html", template: "sheet.html", parent: Encounters,
                description: "desc_sheet",
                repeats_others: true,
            }
            MovedEvent {
                module: moved_event, page: MovedEventPage, build: build(),
                address: "events/{}.html", template: "moved-event.html", parent: Events,
                description: "desc_moved_event",
                repeats_others: true,
            }
            PastYear {
                module: past_year, page: PastYearPage, build: build(),
                address: "past/{}.html", template: "past-year.html", parent: Programme,
                description: "desc_past_year",
                repeats_others: true,
            }
            Evaluation {
                module: evaluation, page: EvaluationPage<'a>, body: evaluation,
                address: "evaluation/index.html", template: "evaluation.html", parent: Home,
                title: "page_evaluation", description: "desc_evaluation",
                page_of: [Impact], also_shows: [Benchmarks, Surveys, Destinations, Figures, GuidanceCounts, Actions],
            }
            Benchmarks {
                module: benchmarks, page: BenchmarksPage, body: benchmarks,
                address: "evaluation/benchmarks.html", template: "benchmarks.html", parent: Evaluation,
                title: "page_benchmarks", description: "desc_benchmarks",
                page_of: [Benchmarks],
            }
            Feedback {
                module: feedback, page: FeedbackPage, body: feedback,
                address: "evaluation/feedback.html", template: "feedback.html", parent: Evaluation,
                title: "page_feedback", description: "desc_feedback",
                page_of: [Surveys, Actions],
            }
            Destinations {
                module: destinations, page: DestinationsPage, body: destinations,
                address: "evaluation/destinations.html", template: "destinations.html", parent: Evaluation,
                title: "page_destinations", description: "desc_destinations",
                page_of: [Destinations],
            }
            Team {
                module: team, page: TeamPage, body: team,
                address: "team.html", template: "team.html", parent: Home,
                title: "page_team", label: "menu_team", description: "desc_team",
                page_of: [Team],
            }
            Guidance {
                module: guidance, page: GuidancePage<'a>, body: guidance,
                address: "guidance.html", template: "guidance.html", parent: Home,
                title: "page_guidance", description: "desc_guidance",
                page_of: [Guidance], also_shows: [GuidanceCounts],
            }
            EmployersYear {
                module: employers_year, page: EmployersYearPage, body: employers_year,
                address: "employers/year.html", template: "employers-year.html", parent: Employers,
                title: "page_employers_year", description: "desc_employers_year",
                also_shows: [Plans, Events],
                repeats_others: true,
            }
            ProviderAccess {
                module: provider_access, page: ProviderAccessPage<'a>, body: provider_access,
                address: "provider-access.html", template: "provider-access.html", parent: Employers,
                title: "page_provider_access", description: "desc_provider_access",
                page_of: [ProviderAccess], shows_events: true,
            }
            FurtherPage {
                module: further_page, page: TextPage<'a>, build: build(),
                address: "pages/{}.html", template: "text.html", parent: Home,
                description: "desc_text",
            }
            Policies {
                module: policies, page: PoliciesPage, body: policies,
                address: "policies/index.html", template: "policies.html", parent: Home,
                title: "page_policies", description: "desc_policies",
                also_shows: [Policies],
                in_footer: true,
            }
            Policy {
                module: further_page, page: TextPage<'a>, build: build_policies(),
                address: "policies/{}.html", template: "text.html", parent: Policies,
                description: "desc_text",
            }
            Search {
                module: search, page: SearchPage, body: search,
                address: "search.html", template: "search.html", parent: Home,
                title: "page_search", description: "desc_search",
            }
            Evidence {
                module: evidence, page: EvidencePage, body: evidence,
                address: "evidence.html", template: "evidence.html", parent: Home,
                title: "page_evidence", description: "desc_evidence",
                page_of: [SelfReported], also_shows: [School, Team, Summary, Impact, ProviderAccess],
                repeats_others: true,
            }
            Accessibility {
                module: accessibility, page: AccessibilityPage<'a>, body: accessibility,
                address: "accessibility.html", template: "accessibility.html", parent: Home,
                title: "page_accessibility", description: "desc_accessibility",
                also_shows: [School],
                in_footer: true,
            }
            NotFound {
                module: not_found, page: NotFoundPage, build: build(),
                address: "404.html", template: "404.html", parent: Home,
                title: "page_not_found", description: "desc_not_found",
            }
            Translation {
                module: translation, page: TranslationPage<'a>, build: build(outlines),
                address: "{}.html", template: "translation.html", parent: Home,
                description: "desc_translation",
            }
            AToZ {
                module: a_to_z, page: AToZPage, build: build(outlines),
                address: "a-to-z.html", template: "a-to-z.html", parent: Home,
                title: "page_a_to_z", description: "desc_a_to_z",
                in_footer: true,
            }
        }
    };
}
pub(super) use page_table;
