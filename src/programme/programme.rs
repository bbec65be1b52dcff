//! The whole programme, as pages and checks read it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::accessibility::KnownProblem;
use super::audience::Audience;
use super::evaluation::{Action, Destinations, Evaluation, FiguresFile, FiguresPage, GuidanceCounts, Impact, Survey};
use super::event::Event;
use super::evidence::self_report::SelfReport;
use super::format::{Day, InexactDate, Located};
use super::groups::{Group, slug};
use super::institution::Institution;
use super::media::{MediaFile, PictureEntry};
use super::pages::{FurtherPage, Policy, Welcome};
use super::past_encounters::PastEncountersFile;
use super::plan::{Activity, Plan, Status};
use super::provision::{Guidance, Offer, ProviderAccess};
use super::summary::Summary;
use super::team::Team;
use super::terms::AcademicYear;
use super::translations::Translation;
use super::unpublished::UnpublishedFile;
use super::visibility::HiddenItem;
use crate::report::{ContentPath, Place};

/// A whole careers programme.
#[derive(Clone, Debug)]
pub struct Programme {
    pub institution: Institution,
    pub year: AcademicYear,
    pub groups: Vec<Group>,
    pub team: Team,
    pub summary: Option<Summary>,
    /// What each group's year is about.
    pub plans: Vec<Plan>,
    /// What is planned: first what is for everybody, then by group and time.
    pub activities: Vec<Activity>,
    /// What has a date, in the order of time.
    pub events: Vec<Event>,
    pub guidance: Option<Guidance>,
    pub provider_access: Option<ProviderAccess>,
    /// The encounters with providers of earlier years.
    pub past_encounters: Vec<PastEncountersFile>,
    pub offers: Vec<Offer>,
    pub welcomes: Vec<Welcome>,
    /// How impact is measured.
    pub impact: Option<Impact>,
    /// Benchmark evaluations, the oldest first.
    pub evaluations: Vec<Evaluation>,
    /// Survey results, the newest first.
    pub surveys: Vec<Survey>,
    /// Destinations, the newest first.
    pub destinations: Vec<Destinations>,
    /// Tables of figures, by path.
    pub figures: Vec<FiguresFile>,
    /// How many had their guidance meeting, by academic year.
    pub guidance_counts: Vec<GuidanceCounts>,
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
    /// Files of the folder that can't be published.
    pub unpublished: Vec<UnpublishedFile>,
    /// Entries of `media/pictures.yaml`, in the order of the file.
    pub pictures: Vec<PictureEntry>,
    /// Events that are not shown any more. What took place still counts for the provider access duty and for hours in
    /// workplaces.
    pub expired: Vec<Event>,
    /// Events, pages and translations that are not shown today.
    pub hidden: Vec<HiddenItem>,
    /// The programmes of past academic years from `archive/`, the newest first.
    pub past_years: Vec<PastYear>,
}

/// The programme of a past academic year.
#[derive(Clone, Debug)]
pub struct PastYear {
    /// The name of its folder in `archive/`.
    pub name: String,
    /// As it was then, without media and past years of its own.
    pub programme: Box<Programme>,
}

impl Programme {
    pub fn welcome(&self, audience: Audience) -> Option<&Welcome> {
        self.welcomes.iter().find(|welcome| welcome.prose.path().stem() == audience.as_str())
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

    /// The plans that are not named after one group.
    pub fn shared_plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.iter().filter(|plan| !plan.of_one_group)
    }

    /// All activities but those that are cancelled.
    pub fn planned(&self) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(|activity| activity.status.value != Status::Cancelled)
    }

    /// The activities of a plan's file, but those that are cancelled.
    pub fn planned_in(&self, plan: &Plan) -> Vec<&Activity> {
        self.planned().filter(|activity| activity.at.path() == plan.prose.path()).collect()
    }

    /// The activities that are certain to take place.
    pub fn firm(&self) -> impl Iterator<Item = &Activity> {
        self.activities.iter().filter(|activity| activity.status.value == Status::Firm)
    }

    /// True for an event that is on the site today.
    pub fn is_shown(&self, event: &Event) -> bool {
        self.expired.iter().all(|expired| expired.id != event.id)
    }

    /// All events that take place, or have taken place, whether or not they are shown today.
    pub(super) fn all_events(&self) -> impl Iterator<Item = &Event> + Clone {
        self.events.iter().chain(&self.expired)
    }

    /// The events of this academic year that are not cancelled.
    pub fn events_of_year(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|event| !event.is_cancelled() && self.year.contains(event.date))
    }

    /// Subjects that activities and events of the year name and `school.yaml` does not list, by their slug, each with the
    /// first place that names it.
    pub fn unlisted_subjects(&self) -> BTreeMap<String, (&str, &Place)> {
        let planned = self.planned().map(|activity| (&activity.subjects, &activity.at));
        let named = planned.chain(self.events_of_year().map(|event| (&event.subjects, &event.at)));
        let listed: HashSet<String> = self.institution.subjects.iter().map(|known| slug(&known.name.value)).collect();
        let mut unlisted = BTreeMap::new();
        for (subject, at) in named.flat_map(|(subjects, at)| subjects.iter().map(move |subject| (subject, at))) {
            let name = slug(subject);
            if !listed.contains(&name) {
                unlisted.entry(name).or_insert((subject.as_str(), at));
            }
        }
        unlisted
    }

    /// The national curriculum years of groups.
    pub(super) fn years_of(&self, groups: &[usize]) -> BTreeSet<u8> {
        let groups = groups.iter().filter_map(|index| self.groups.get(*index));
        groups.flat_map(|group| group.years.iter().copied()).collect()
    }

    /// True if there is something for the page of feedback, and the school publishes its results.
    pub fn publishes_feedback(&self) -> bool {
        let has_table = self.figures.iter().any(|table| table.page == Some(FiguresPage::Feedback));
        // What the school found itself is on the page above.
        let has_action = self.actions.iter().any(|action| action.by.group().is_some());
        (has_action || has_table || !self.surveys.is_empty()) && self.institution.details.publishes_results()
    }

    /// The groups that the groups of a survey are some of: those of its year, if that year is kept and has them.
    pub fn groups_at(&self, survey: &Survey) -> &[Group] {
        let past = self.past_years.iter().find(|past| survey.groups_of.as_ref() == Some(&past.name));
        past.map_or(&self.groups, |past| &past.programme.groups)
    }

    pub fn known_problems(&self) -> impl Iterator<Item = &KnownProblem> {
        let statement = self.institution.details.accessibility.iter();
        statement.flat_map(|statement| &statement.known_problems).map(|problem| &problem.0)
    }

    /// The translations of a file, in the order of their tags.
    pub fn translations_of(&self, path: &ContentPath) -> impl Iterator<Item = &Translation> {
        self.translations.iter().filter(move |translation| translation.of == *path)
    }

    /// The day on which a translatable text was last changed, by its own keys.
    pub fn updated(&self, path: &ContentPath) -> Option<Day> {
        let mut days: Vec<(&ContentPath, Option<Day>)> = Vec::new();
        let value = |day: &Option<Located<Day>>| day.as_ref().map(|day| day.value);
        let first_day = |date: &Option<InexactDate>| date.as_ref().map(|date| date.earliest);
        days.extend(self.welcomes.iter().map(|welcome| (welcome.prose.path(), value(&welcome.updated))));
        days.extend(self.summary.iter().map(|summary| (summary.prose.path(), value(&summary.updated))));
        days.extend(self.guidance.iter().map(|guidance| (guidance.prose.path(), value(&guidance.updated))));
        days.extend(self.impact.iter().map(|impact| (impact.prose.path(), value(&impact.updated))));
        days.extend(self.pages.iter().map(|page| (page.prose.path(), value(&page.updated))));
        // A text that was approved again was most likely changed.
        days.extend(
            self.provider_access
                .iter()
                .map(|access| (access.prose.path(), value(&access.updated).max(first_day(&access.approved_on)))),
        );
        days.extend(
            self.policies
                .iter()
                .map(|policy| (policy.at.path(), value(&policy.updated).max(first_day(&policy.approved_on)))),
        );
        days.into_iter().find(|(file, _)| *file == path).and_then(|(_, day)| day)
    }
}

impl Translation {
    /// The day on which the original was changed after it had been translated.
    pub fn outdated(&self, programme: &Programme) -> Option<Day> {
        let translated = self.translated.as_ref()?.value;
        programme.updated(&self.of).filter(|updated| translated < *updated)
    }
}
