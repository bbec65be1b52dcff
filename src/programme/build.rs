//! Joins what is written: groups, terms and roles are looked up, lists put in order.

use super::evaluation::EvaluationData;
use super::files::{ContentFile, ContentFiles};
use super::groups::Group;
use super::institution::SchoolData;
use super::pages::{FurtherPage, Policy, PolicyBody, Welcome};
use super::team::TeamData;
use super::translations::Translation;
use super::{
    AcademicYear, Activity, Destinations, Evaluation, Event, Guidance, Impact, Institution, MediaFile, Offer,
    PictureEntry, Plan, Programme, ProviderAccess, SelfReport, Summary, Survey, Team,
};
use crate::framework::Facts;
use crate::programme::findings::ContentProblem;
use crate::report::{Code, Findings, Place, did_you_mean};

/// The school and its team, without which there is no programme.
struct Core {
    institution: Institution,
    year: AcademicYear,
    groups: Vec<Group>,
    team: Team,
    evaluations: Vec<Evaluation>,
    media: Vec<MediaFile>,
}

/// Everything but the school and its team.
#[derive(Default)]
struct Parts {
    summary: Option<Summary>,
    plans: Vec<Plan>,
    activities: Vec<Activity>,
    events: Vec<Event>,
    guidance: Option<Guidance>,
    provider_access: Option<ProviderAccess>,
    offers: Vec<Offer>,
    welcomes: Vec<Welcome>,
    impact: Option<Impact>,
    evaluations: Vec<EvaluationData>,
    surveys: Vec<Survey>,
    destinations: Vec<Destinations>,
    actions: Vec<super::Action>,
    self_reports: Vec<SelfReport>,
    pages: Vec<FurtherPage>,
    policies: Vec<Policy>,
    translations: Vec<Translation>,
    pictures: Vec<PictureEntry>,
}

pub(super) fn build(folder: ContentFiles, facts: &Facts, findings: &mut Findings) -> Option<Programme> {
    let ContentFiles { files, media, has_school, has_team } = folder;
    if files.is_empty() && !has_school && !findings.is_empty() {
        return None;
    }
    let mut school: Option<Box<SchoolData>> = None;
    let mut team: Option<TeamData> = None;
    let mut rest = Vec::with_capacity(files.len());
    for file in files {
        match file {
            ContentFile::School(form) => school = Some(form),
            ContentFile::Team(form) => team = Some(form),
            other => rest.push(other),
        }
    }
    report_missing(has_school, "school.yaml", "who you are, and when the academic year begins and ends", findings);
    report_missing(has_team, "team.yaml", "who leads the programme and how to reach them", findings);
    let school = school?;
    let year = AcademicYear::new(&school.year, findings);
    let groups = Group::all(&school.groups, findings);
    if groups.is_empty() {
        let example = "groups: [Year 7, Year 8]".to_owned();
        findings.add(ContentProblem::MissingKey { key: "groups", example }, school.at.source.whole_file());
    }
    if let Some(logo) = school.logo.as_ref().filter(|logo| !media.iter().any(|file| file.path.as_str() == logo.value)) {
        let suggestion = did_you_mean(&logo.value, media.iter().map(|file| file.path.as_str())).map(str::to_owned);
        findings.add(ContentProblem::MissingMedia { target: logo.value.clone(), suggestion }, logo.place.clone());
    }
    let team = team.and_then(|form| Team::new(form, &groups, findings));
    let mut found = Findings::default();
    let mut parts = Parts::join(rest, &groups, &year, team.as_ref(), &mut found);
    let mut evaluations: Vec<Evaluation> = std::mem::take(&mut parts.evaluations)
        .into_iter()
        .filter_map(|form| Evaluation::new(form, &groups, facts, &mut found))
        .collect();
    evaluations.sort_by_key(|evaluation| evaluation.date.value);
    // A term or group that could not be read is not unknown.
    let unsure = findings.any_error_in(school.at.path());
    findings.append(if unsure {
        found.without(&[Code::new("unknown-time"), Code::new("unknown-group")])
    } else {
        found
    });
    super::evidence::report_unknown(&parts.self_reports, &facts.frameworks, findings);
    super::media::report_amiss(&parts.pictures, &media, findings);
    let defaults = &facts.kind(school.kind.as_str())?.words;
    let institution = Institution::new(*school, defaults);
    Some(parts.around(Core { institution, year, groups, team: team?, evaluations, media }))
}

fn report_missing(there: bool, path: &str, what: &'static str, findings: &mut Findings) {
    if !there {
        findings.add(ContentProblem::MissingFile { what }, Place::to_create(path));
    }
}

impl Parts {
    fn join(
        files: Vec<ContentFile>,
        groups: &[Group],
        year: &AcademicYear,
        team: Option<&Team>,
        findings: &mut Findings,
    ) -> Self {
        let mut parts = Self::default();
        for file in files {
            match file {
                ContentFile::School(_) | ContentFile::Team(_) => {}
                ContentFile::Summary(summary) => parts.summary = Some(summary),
                ContentFile::Plan(data) => {
                    let (plan, activities) = Plan::new(data, groups, year, findings);
                    parts.plans.push(plan);
                    parts.activities.extend(activities);
                }
                ContentFile::Event(data) => parts.events.extend(Event::new(*data, groups, year, findings)),
                ContentFile::Guidance(guidance) => parts.guidance = Some(guidance),
                ContentFile::ProviderAccess(data) => {
                    parts.provider_access = Some(ProviderAccess::new(*data, (groups, year, team), findings));
                }
                ContentFile::Offers(form) => {
                    parts.offers = form.offers.into_iter().map(|offer| Offer::new(offer, groups, findings)).collect();
                }
                ContentFile::Welcome(audience, data) => parts.welcomes.push(Welcome::new(audience, data)),
                ContentFile::Impact(impact) => parts.impact = Some(impact),
                ContentFile::Evaluation(form) => parts.evaluations.push(form),
                ContentFile::Survey(form) => parts.surveys.push(Survey::new(form, groups, findings)),
                ContentFile::Destinations(destinations) => {
                    destinations.check(findings);
                    parts.destinations.push(destinations);
                }
                ContentFile::Actions(form) => parts.actions = form.actions,
                ContentFile::Evidence(form) => parts.self_reports = form.criteria,
                ContentFile::Page(data) => {
                    data.visibility.report_order(findings);
                    parts.pages.push(FurtherPage::new(data));
                }
                ContentFile::Policy(data, prose) => parts.policies.push(Policy::new(data, PolicyBody::Text(prose))),
                ContentFile::PolicyDocument(data, file) => {
                    parts.policies.push(Policy::new(data, PolicyBody::Document(file)));
                }
                ContentFile::Translation(written) => parts.translations.extend(Translation::new(*written, findings)),
                ContentFile::Pictures(form) => parts.pictures = form.pictures,
            }
        }
        parts.report_duplicate_events(findings);
        parts.put_in_order();
        parts
    }

    /// Two events of the same title on the same day are most likely one that was copied.
    fn report_duplicate_events(&self, findings: &mut Findings) {
        let mut seen = std::collections::HashMap::new();
        for event in &self.events {
            let key = (event.date, event.title.to_lowercase());
            if let Some(other) = seen.insert(key, event.prose.path().to_string()) {
                let name = event.title.clone();
                findings.add(ContentProblem::Duplicate { what: "events on one day", name, other }, event.at.clone());
            }
        }
    }

    fn put_in_order(&mut self) {
        self.events.sort_by(|a, b| (a.date, a.times, &a.id).cmp(&(b.date, b.times, &b.id)));
        self.surveys.sort_by(|a, b| (b.date.value, &a.path).cmp(&(a.date.value, &b.path)));
        self.destinations.sort_by(|a, b| (b.year, a.at.path()).cmp(&(a.year, b.at.path())));
        self.pages.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
        self.policies.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
        self.translations.sort_by(|a, b| (&a.of, &a.language).cmp(&(&b.of, &b.language)));
    }

    fn around(self, core: Core) -> Programme {
        let Core { institution, year, groups, team, evaluations, media } = core;
        let Self {
            summary,
            plans,
            activities,
            events,
            guidance,
            provider_access,
            offers,
            welcomes,
            impact,
            evaluations: _,
            surveys,
            destinations,
            actions,
            self_reports,
            pages,
            policies,
            translations,
            pictures,
        } = self;
        Programme {
            institution,
            year,
            groups,
            team,
            summary,
            plans,
            activities,
            events,
            guidance,
            provider_access,
            offers,
            welcomes,
            impact,
            evaluations,
            surveys,
            destinations,
            actions,
            self_reports,
            pages,
            policies,
            translations,
            media,
            pictures,
            hidden: Vec::new(),
            private: Vec::new(),
            examination: super::Examination::default(),
        }
    }
}
