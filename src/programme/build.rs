//! Builds the programme from the records of its files: looks up groups, terms and roles, sorts the
//! lists, and hides what is not shown today.

use std::collections::HashMap;

use jiff::civil::Date;

use super::evaluation::{Destinations, Evaluation, FiguresFile, GuidanceCounts, PastYearNames, Survey};
use super::event::Event;
use super::event_name::EventName;
use super::evidence::SelfReport;
use super::files::{self, ContentFile};
use super::findings::ContentProblem;
use super::groups::Group;
use super::institution::{Institution, SchoolData};
use super::media::{MediaFile, PictureEntry};
use super::past_encounters::PastEncountersFile;
use super::plan::Plan;
use super::programme::{PastYear, Programme};
use super::prose::Prose;
use super::provision::{Offer, ProviderAccess};
use super::subjects::TaughtSubject;
use super::team::Team;
use super::terms::{AcademicYear, When};
use super::translations::Translation;
use super::undated_draft::UndatedDraft;
use super::unpublished::UnpublishedFile;
use super::visibility::{HiddenItem, Visibility};
use crate::framework::Facts;
use crate::read::Sources;
use crate::report::{ContentPath, Findings, Place, Subject, did_you_mean};

macro_rules! take {
    ($files:ident, $kind:ident) => {
        $files
            .extract_if(.., |file| matches!(file, ContentFile::$kind(..)))
            .filter_map(|file| if let ContentFile::$kind(data) = file { Some(data) } else { None })
            .collect::<Vec<_>>()
            .into_iter()
    };
}

/// Builds the programme as it is shown on a day, and reports every mistake in the content files.
/// Returns `None` if the school or a careers leader is missing or unreadable: every page needs both.
pub fn load(sources: &Sources, facts: &Facts, today: Date, findings: &mut Findings) -> Option<Programme> {
    let programme = load_files(sources, facts, today, findings);
    findings.break_files_with_errors();
    programme
}

/// The past academic years, the newest first. What is wrong in one is not reported, because it stays as it was.
fn past_years(sources: &Sources, facts: &Facts, today: Date, findings: &mut Findings) -> Vec<PastYear> {
    let mut years = Vec::with_capacity(sources.archive.len());
    for archived in &sources.archive {
        match load_files(&archived.sources, facts, today, &mut Findings::default()) {
            Some(programme) => years.push(PastYear { name: archived.name.clone(), programme: Box::new(programme) }),
            None => {
                let folder = format!("archive/{}", archived.name);
                let place = Place::of_file(&folder);
                findings.add(ContentProblem::UnreadablePastYear { folder }, place);
            }
        }
    }
    years.sort_by_key(|past| std::cmp::Reverse(past.programme.year.starts));
    years
}

fn load_files(sources: &Sources, facts: &Facts, today: Date, findings: &mut Findings) -> Option<Programme> {
    let names = files::names(sources);
    let mut files = files::read(sources, &names, findings);
    let (media, unpublished) = files::media(sources, &names, findings);
    let has = |path: &str| sources.documents.iter().any(|document| document.source.path.as_str() == path);
    if files.is_empty() && !has("school.yaml") && !findings.is_empty() {
        return None;
    }
    let mut report_missing = |path: &'static str, what: &'static str| {
        if !has(path) {
            findings.add(ContentProblem::MissingFile { path, what }, Place::to_create(path));
        }
    };
    report_missing("school.yaml", "who you are, and when the academic year begins and ends");
    report_missing("team.yaml", "who leads the programme and how to reach them");
    let school = take!(files, School).next()?;
    let year = AcademicYear::new(&school.year, &facts.weeks.weeks, findings);
    let groups = Group::all(&school.groups, findings);
    report_school(&school, &groups, (&media, &unpublished), findings);
    let team = take!(files, Team).next().and_then(|team| Team::new(team, &groups, findings));
    let kind_facts = facts.kind(school.kind.as_str())?;
    let subjects = TaughtSubject::all(&school.subjects, &groups, team.as_ref(), findings);
    let areas = school.areas.as_ref().map_or_else(Vec::new, |areas| areas.areas(&facts.areas));
    let institution = Institution::new(*school, (areas, subjects), kind_facts);
    let past_years = past_years(sources, facts, today, findings);
    let core = Core { institution, year, groups, team, media, unpublished, past_years };
    let mut programme = core.with_files(files, facts, findings)?;
    programme.events.iter().for_each(|event| event.report_outside(&programme.year, today, findings));
    programme.hide(today, findings);
    Some(programme)
}

fn report_school(
    school: &SchoolData,
    groups: &[Group],
    (media, unpublished): (&[MediaFile], &[UnpublishedFile]),
    findings: &mut Findings,
) {
    if groups.is_empty() {
        let example = "groups: [Year 7, Year 8]".to_owned();
        let place = school.at.source.whole_file();
        let problem = ContentProblem::MissingKey { key: "groups", example };
        findings.add_needing(problem, place, [Subject::key(&school.at, "groups")]);
    }
    let paths = || media.iter().map(|file| file.path.as_str());
    if let Some(logo) = school.logo.as_ref().filter(|logo| !paths().any(|path| path == logo.value.as_str())) {
        let written = ContentPath::new(logo.value.trim_start_matches("./"));
        let name = written.file_name();
        let suggestion =
            paths().find(|path| path.rsplit('/').next() == Some(name)).or_else(|| did_you_mean(&logo.value, paths()));
        let target = logo.value.to_string();
        let problem = match unpublished.iter().find(|file| file.path == written || file.path.file_name() == name) {
            Some(file) => file.problem(target),
            None => {
                let suggestion = suggestion.map(str::to_owned);
                ContentProblem::MissingMedia { target, path: written.to_string(), suggestion }
            }
        };
        findings.add(problem, logo.place.clone());
    }
}

/// What other files refer to.
struct Core {
    institution: Institution,
    year: AcademicYear,
    groups: Vec<Group>,
    team: Option<Team>,
    media: Vec<MediaFile>,
    unpublished: Vec<UnpublishedFile>,
    past_years: Vec<PastYear>,
}

impl Core {
    /// Resolves all other files, even if there is no team: their mistakes are reported first.
    fn with_files(self, mut files: Vec<ContentFile>, facts: &Facts, findings: &mut Findings) -> Option<Programme> {
        let Self { institution, year, groups, team, media, unpublished, past_years } = self;
        let areas = institution.areas.clone();
        let mut activities = Vec::new();
        let plans = take!(files, Plan).map(|plan| {
            let (plan, mut planned) = Plan::new(plan, (&groups, &areas), &year, findings);
            activities.append(&mut planned);
            plan
        });
        let plans: Vec<Plan> = plans.collect();
        report_two_plans(&plans, &groups, findings);
        let (undated, dated): (Vec<_>, Vec<_>) = take!(files, Event).partition(|event| event.is_undated_draft());
        let events: Vec<Event> =
            dated.into_iter().filter_map(|event| Event::new(*event, (&groups, &areas), &year, findings)).collect();
        let undated = undated.into_iter().map(|event| UndatedDraft::new(*event, (&groups, &areas), findings));
        let undated: Vec<UndatedDraft> = undated.collect();
        report_duplicates(&events, findings);
        report_earlier_addresses(&events, findings);
        let names = events.iter().map(EventName::of).chain(undated.iter().map(|draft| draft.name.clone()));
        let names: Vec<EventName> = names.collect();
        super::activity_events::report_unknown(&activities, &names, findings);
        let past_names: Vec<PastYearNames<'_>> = past_years.iter().map(names_of_year).collect();
        let subjects = (names.as_slice(), activities.as_slice(), past_names.as_slice());
        let surveys = take!(files, Survey);
        let surveys = surveys.map(|survey| Survey::new(survey, &groups, subjects, findings)).collect();
        let self_reports: Vec<SelfReport> = take!(files, SelfReports).flat_map(|file| file.criteria).collect();
        super::evidence::report_unknown(&self_reports, &facts.frameworks, findings);
        let pictures: Vec<PictureEntry> = take!(files, Pictures).flat_map(|file| file.pictures).collect();
        super::media::report_entries(&pictures, &media, findings);
        let mut programme = Programme {
            summary: take!(files, Summary).next(),
            plans,
            activities,
            events,
            guidance: take!(files, Guidance).next(),
            provider_access: take!(files, ProviderAccess)
                .next()
                .map(|statement| ProviderAccess::new(*statement, (&groups, &year, team.as_ref()), findings)),
            past_encounters: take!(files, PastEncounters)
                .inspect(|list: &PastEncountersFile| list.check(findings))
                .collect(),
            offers: take!(files, Offers)
                .flat_map(|file| file.offers)
                .map(|offer| Offer::new(offer, &groups, findings))
                .collect(),
            welcomes: take!(files, Welcome).collect(),
            impact: take!(files, Impact).next(),
            evaluations: take!(files, Evaluation)
                .filter_map(|evaluation| {
                    Evaluation::new(evaluation, &groups, (&institution.kind_facts, facts), findings)
                })
                .collect(),
            surveys,
            destinations: take!(files, Destinations)
                .inspect(|leavers: &Destinations| leavers.check(findings))
                .collect(),
            figures: take!(files, Figures).inspect(|table: &FiguresFile| table.check(findings)).collect(),
            guidance_counts: take!(files, GuidanceCounts)
                .map(|counts| GuidanceCounts::new(counts, &groups, &year, findings))
                .collect(),
            actions: take!(files, Actions).flat_map(|file| file.actions).collect(),
            self_reports,
            pages: take!(files, Page).collect(),
            policies: take!(files, Policy).collect(),
            translations: take!(files, Translation).filter_map(|text| Translation::new(*text, findings)).collect(),
            pictures,
            expired: Vec::new(),
            hidden: undated.into_iter().map(|draft| draft.item).collect(),
            past_years,
            institution,
            year,
            groups,
            media,
            unpublished,
            team: team?,
        };
        programme.sort();
        Some(programme)
    }
}

fn names_of_year(past: &PastYear) -> PastYearNames<'_> {
    let events = past.programme.events.iter().map(EventName::of).collect();
    PastYearNames { folder: &past.name, year: &past.programme.year, groups: &past.programme.groups, events }
}

/// Two files that are named after one group, such as `Y9.md` and `year-9.md`.
fn report_two_plans(plans: &[Plan], groups: &[Group], findings: &mut Findings) {
    for (index, group) in groups.iter().enumerate() {
        let mut of_group = plans.iter().filter(|plan| plan.is_of(index));
        let Some(first) = of_group.next() else { continue };
        for plan in of_group {
            let (group, other) = (group.name.clone(), first.prose.path().to_string());
            let place = plan.prose.place.source.whole_file();
            let own = [Subject::file(&place)];
            findings.add_needing(ContentProblem::TwoPlans { group, other }, place, own);
        }
    }
}

/// Two events with the same title on the same day are most likely one event, copied. An import may draft both.
fn report_duplicates(events: &[Event], findings: &mut Findings) {
    let mut seen: HashMap<(Date, String), Vec<&Event>> = HashMap::new();
    for event in events.iter().filter(|event| !event.visibility.is_draft()) {
        let same = seen.entry((event.date, event.title.to_lowercase())).or_default();
        let is_for_same = |other: &&&Event| {
            other.groups == event.groups || other.groups.iter().any(|group| event.groups.contains(group))
        };
        if let Some(other) = same.iter().rev().find(is_for_same) {
            let (name, other) = (event.title.clone(), other.prose.path().to_string());
            findings.add(ContentProblem::Duplicate { what: "events on one day", name, other }, event.at.clone());
        }
        same.push(event);
    }
}

/// An earlier address that is the address of another event, or that two events had.
fn report_earlier_addresses(events: &[Event], findings: &mut Findings) {
    let mut owners: HashMap<&str, &Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
    for event in events {
        for was in &event.was {
            let owner = *owners.entry(was.value.as_str()).or_insert(event);
            if owner.prose.path() != event.prose.path() {
                let (address, other) = (was.value.clone(), owner.prose.path().to_string());
                findings.add(ContentProblem::AddressTaken { address, other }, was.place.clone());
            }
        }
    }
}

impl Programme {
    fn sort(&mut self) {
        // The school's own order: by group, then by time; what is for everybody comes first.
        let (all, year) = (self.groups.len(), &self.year);
        self.activities.sort_by_cached_key(|activity| {
            let is_dated = |when: &&When| !matches!(when, When::AllYear | When::Often(_) | When::ToCome);
            let starts = activity.when.iter().filter(is_dated).map(|when| year.span(*when).0).min();
            let starts = starts.unwrap_or(year.ends);
            (activity.groups.len() != all, activity.groups.clone(), starts)
        });
        self.events.sort_by(|a, b| (a.date, a.times, &a.id).cmp(&(b.date, b.times, &b.id)));
        self.evaluations.sort_by_key(|evaluation| (evaluation.date.value.latest, evaluation.date.value.earliest));
        self.surveys.sort_by(|a, b| (b.date.value.latest, &a.path).cmp(&(a.date.value.latest, &b.path)));
        self.destinations.sort_by(|a, b| (b.year, a.at.path()).cmp(&(a.year, b.at.path())));
        self.figures.sort_by_key(|table| (table.order.is_none(), table.order));
        self.pages.sort_by(|a, b| (&a.title, a.id()).cmp(&(&b.title, b.id())));
        self.policies.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
        self.translations.sort_by(|a, b| (&a.of, &a.language).cmp(&(&b.of, &b.language)));
    }

    /// Moves what is not shown on this day to the hidden items.
    fn hide(&mut self, today: Date, findings: &mut Findings) {
        let mut hidden = std::mem::take(&mut self.hidden);
        let mut is_visible = |visibility: &Visibility, prose: &Prose| {
            let item = visibility.hide(prose, today, findings);
            let visible = item.is_none();
            hidden.extend(item);
            visible
        };
        let (shown, hidden_events) =
            std::mem::take(&mut self.events).into_iter().partition(|event| is_visible(&event.visibility, &event.prose));
        self.events = shown;
        self.expired = hidden_events;
        self.expired.retain(|event| event.visibility.is_expired(today));
        self.pages.retain(|page| is_visible(&page.visibility, &page.prose));
        // A translation is hidden with its original.
        self.translations.retain(|translation| {
            let original = hidden.iter().find(|item| item.path == translation.of);
            let item = original.map(|original| HiddenItem {
                path: translation.prose.path().clone(),
                why: original.why.clone(),
                prose: translation.prose.clone(),
            });
            let visible = item.is_none();
            hidden.extend(item);
            visible
        });
        self.hidden = hidden;
    }
}
