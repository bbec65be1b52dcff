//! Everything there is in the content, as the dashboard lists it.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use super::criteria_list::{CriteriaList, criteria_lists};
use crate::framework::Facts;
use crate::programme::dates::{date_in_words, weekday_name};
use crate::programme::{Activity, Event, Hidden, Person, Plan, Programme, Status};
use crate::report::{ContentPath, Place};

/// Everything there is in the content.
#[derive(Clone, Debug, Default)]
pub struct ContentList {
    /// The name of the school or college.
    pub institution: String,
    /// The names of the groups, in order.
    pub groups: Vec<String>,
    /// The names of the terms, in order.
    pub terms: Vec<String>,
    /// The names of the areas of learning, in order.
    pub areas: Vec<String>,
    /// The names of the subjects, in order.
    pub subjects: Vec<String>,
    /// The criteria of each version of the benchmarks, the version in use first.
    pub criteria: Vec<CriteriaList>,
    /// In the order of the kinds, and of each kind in the order of time or of the files.
    pub items: Vec<ContentItem>,
}

/// One thing that somebody writes, such as an event.
#[derive(Clone, Debug)]
pub struct ContentItem {
    /// What it is.
    pub kind: ItemKind,
    /// Its title or name.
    pub title: String,
    /// A few more words, such as the date. Empty if there is nothing to add.
    pub detail: String,
    /// The file that it is in.
    pub path: ContentPath,
    /// Where it begins in the text of the file, in bytes. 0 if it is the whole file.
    pub start: usize,
    /// The next day of an event.
    pub day: Option<Date>,
    /// The groups of a plan or an activity, by index.
    pub groups: Vec<usize>,
    /// The terms of an activity, by index. None while its time is open.
    pub terms: Vec<usize>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// What a group's year is about.
    Plan,
    /// A planned activity.
    Activity,
    /// A dated event.
    Event,
    /// A person or role of the team.
    Person,
    /// A way to help.
    Offer,
    /// A text that every site has, such as the one about personal guidance.
    Text,
    /// The results of a survey.
    Survey,
    /// A benchmark evaluation, or destinations.
    Figures,
    /// What was done about feedback.
    Action,
    /// A policy.
    Policy,
    /// A further page.
    Page,
    /// A picture.
    Picture,
    /// A document to download.
    Document,
    /// An event or page that is not on the site today.
    Hidden,
}

impl ContentItem {
    fn of_file(kind: ItemKind, title: impl Into<String>, path: &ContentPath) -> Self {
        let (title, path, none) = (title.into(), path.clone(), Vec::new());
        let detail = String::new();
        Self { kind, title, detail, path, start: 0, day: None, groups: none.clone(), terms: none }
    }

    fn at(kind: ItemKind, title: impl Into<String>, place: &Place) -> Self {
        Self { start: place.span.start, ..Self::of_file(kind, title, place.path()) }
    }

    fn with(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl ContentList {
    pub(super) fn new(programme: &Programme, facts: &Facts, today: Date) -> Self {
        let groups: Vec<String> = programme.groups.iter().map(|group| group.name.clone()).collect();
        let mut items: Vec<ContentItem> = Vec::new();
        let mut plans: Vec<&Plan> = programme.plans.iter().collect();
        // In the order of the programme, those for everybody first. The files are in that of their names.
        plans.sort_by_key(|plan| (plan.groups.len() < groups.len(), &*plan.groups));
        items.extend(plans.into_iter().map(|plan| {
            let names: Vec<&str> =
                plan.groups.iter().filter_map(|group| groups.get(*group)).map(String::as_str).collect();
            let title = if plan.groups.len() == groups.len() { "Everybody".to_owned() } else { names.join(", ") };
            let item = ContentItem::of_file(ItemKind::Plan, title, plan.prose.path());
            ContentItem { groups: plan.groups.clone(), ..item.with(plan.theme.clone().unwrap_or_default()) }
        }));
        items.extend(programme.activities.iter().map(activity));
        items.extend(programme.events.iter().map(|event| self::event(event, today)));
        items.extend(programme.team.everybody().map(person));
        items.extend(programme.offers.iter().map(|offer| {
            let detail = offer.commitment.clone().unwrap_or_default();
            ContentItem::at(ItemKind::Offer, offer.title.as_str(), &offer.at).with(detail)
        }));
        items.extend(texts(programme));
        items.extend(evaluation(programme));
        items.extend(programme.policies.iter().map(|policy| {
            let review = policy.next_review.as_ref();
            let detail = review.map(|review| format!("next review {}", review.value.on_in_words()));
            let item = ContentItem::at(ItemKind::Policy, policy.title.as_str(), &policy.at);
            ContentItem { start: 0, ..item }.with(detail.unwrap_or_default())
        }));
        items.extend(programme.pages.iter().map(|page| {
            let detail = page.summary.as_deref().unwrap_or_default();
            ContentItem::of_file(ItemKind::Page, page.title.as_str(), page.prose.path()).with(detail)
        }));
        let alts = programme.pictures.iter().filter_map(|entry| Some((entry.file.value.as_str(), entry.alt.as_ref()?)));
        let alts: HashMap<&str, _> = alts.collect();
        items.extend(programme.media.iter().map(|file| {
            let alt = file.path.as_str().strip_prefix("media/").and_then(|name| alts.get(name));
            let alt = alt.map(|alt| alt.value.clone());
            let kind = if file.note().is_none() { ItemKind::Picture } else { ItemKind::Document };
            ContentItem::of_file(kind, file.path.file_name(), &file.path)
                .with(alt.or_else(|| file.note()).unwrap_or_default())
        }));
        items.extend(programme.hidden.iter().map(|hidden| {
            ContentItem::of_file(ItemKind::Hidden, hidden.path.stem(), &hidden.path).with(hidden_in_words(&hidden.why))
        }));
        let terms = programme.year.terms.iter().map(|term| term.name.clone()).collect();
        let institution = &programme.institution;
        let areas = institution.areas.iter().map(|area| area.name.clone()).collect();
        let subjects = institution.subjects.iter().map(|subject| subject.name.value.clone()).collect();
        Self {
            institution: institution.name.clone(),
            groups,
            terms,
            areas,
            subjects,
            criteria: criteria_lists(programme, facts, today),
            items,
        }
    }
}

fn activity(activity: &Activity) -> ContentItem {
    let status = match activity.status.value {
        Status::Firm => "",
        Status::Proposed => ", proposed",
        Status::Cancelled => ", cancelled",
    };
    let item = ContentItem::at(ItemKind::Activity, activity.title.as_str(), &activity.at);
    let item = item.with(format!("{}{status}", activity.kind.label()));
    ContentItem { groups: activity.groups.clone(), terms: activity.terms.clone(), ..item }
}

fn event(event: &Event, today: Date) -> ContentItem {
    let day = event.next_day(today);
    let status = if event.is_cancelled() {
        ", cancelled"
    } else if event.is_to_be_confirmed() {
        ", to be confirmed"
    } else {
        ""
    };
    let detail = format!("{} {}{status}", weekday_name(day.weekday()), date_in_words(day));
    let item = ContentItem::of_file(ItemKind::Event, event.title.as_str(), event.prose.path());
    ContentItem { day: Some(day), groups: event.groups.clone(), ..item.with(detail) }
}

fn person(person: &Person) -> ContentItem {
    let detail = if person.given_name.is_some() { person.title() } else { "" };
    ContentItem::at(ItemKind::Person, person.name(), &person.at).with(detail)
}

fn hidden_in_words(why: &Hidden) -> String {
    match why {
        Hidden::Draft => "a draft".to_owned(),
        Hidden::Until(day) => format!("not on the site before {day}"),
        Hidden::Since(day) => format!("not on the site after {day}"),
    }
}

/// The texts that every site has.
fn texts(programme: &Programme) -> Vec<ContentItem> {
    let words = &programme.institution.words;
    let text = |title: &str, path: &ContentPath| ContentItem::of_file(ItemKind::Text, title, path);
    let mut items = vec![text("School details", &ContentPath::new("school.yaml"))];
    items.extend(programme.summary.iter().map(|one| text("The programme in summary", one.prose.path())));
    items.extend(programme.guidance.iter().map(|one| text("Personal guidance", one.prose.path())));
    items.extend(programme.provider_access.iter().map(|one| text("Provider access", one.prose.path())));
    items.extend(programme.impact.iter().map(|one| text("How you measure impact", one.prose.path())));
    for welcome in &programme.welcomes {
        let audiences = crate::programme::Audience::ALL;
        let audience = audiences.iter().find(|audience| audience.as_str() == welcome.prose.path().stem());
        let name = audience.map_or("everybody", |audience| audience.name(words));
        items.push(text(&format!("Welcome for {name}"), welcome.prose.path()));
    }
    for translation in &programme.translations {
        let language = translation.language.english_name();
        items.push(text(&translation.title, translation.prose.path()).with(format!("in {language}")));
    }
    items
}

fn evaluation(programme: &Programme) -> Vec<ContentItem> {
    let mut items = Vec::new();
    for survey in &programme.surveys {
        let item = ContentItem::of_file(ItemKind::Survey, survey.title.as_str(), &survey.path);
        items.push(item.with(survey.date.value.in_words()));
    }
    for evaluation in &programme.evaluations {
        let item = ContentItem::of_file(ItemKind::Figures, "Benchmark evaluation", evaluation.at.path());
        items.push(item.with(format!("{}, {}", evaluation.tool, evaluation.date.value.in_words())));
    }
    for destinations in &programme.destinations {
        let title = format!("Destinations of {} {}", destinations.leavers, destinations.year);
        items.push(ContentItem::of_file(ItemKind::Figures, title, destinations.at.path()));
    }
    for counts in &programme.guidance_counts {
        let file = &counts.file;
        let item = ContentItem::of_file(ItemKind::Figures, "Guidance meetings", file.at.path());
        items.push(item.with(format!("counted on {}", date_in_words(file.as_of.value))));
    }
    for table in &programme.figures {
        items.push(ContentItem::of_file(ItemKind::Figures, table.title.as_str(), table.at.path()));
    }
    for file in &programme.past_encounters {
        let year = format!("the year from {}", date_in_words(file.starts));
        items.push(ContentItem::of_file(ItemKind::Figures, "Earlier encounters", file.at.path()).with(year));
    }
    if let Some(first) = programme.self_reports.first() {
        let title = "How you meet criteria that no page can show";
        items.push(ContentItem::of_file(ItemKind::Figures, title, first.at.path()));
    }
    for action in &programme.actions {
        items.push(ContentItem::at(ItemKind::Action, &*action.said, &action.at).with(&*action.did));
    }
    items
}
