//! Which events carry out which planned activities, so that pages show each thing once.
//!
//! An activity names its event (`event:`), or both have the same name, apart from the group's, a group in common, and the event
//! is within the time of the activity. Where only groups, a benchmark, the time and a partner are the same, they may be one
//! thing: `check` asks.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::event::Event;
use super::event_name::{EventName, written_slugs};
use super::findings::ContentProblem;
use super::groups::{Group, slug};
use super::plan::{Activity, ActivityEvent};
use super::programme::Programme;
use crate::report::{ContentPath, Findings, did_you_mean};

/// The file of an activity and its place there.
type Key = (ContentPath, usize);

fn key(activity: &Activity) -> Key {
    (activity.at.path().clone(), activity.at.span.start)
}

/// The events of the activities, and the activities of the events.
#[derive(Clone, Debug, Default)]
pub struct ActivityEvents<'a> {
    events: HashMap<Key, Vec<&'a Event>>,
    activities: HashMap<&'a str, Vec<&'a Activity>>,
    /// Pairs that may be one thing.
    pub unsure: Vec<(&'a Activity, &'a Event)>,
}

impl<'a> ActivityEvents<'a> {
    /// With the events that are shown today.
    pub fn new(programme: &'a Programme) -> Self {
        Self::with(programme.events.iter(), programme)
    }

    /// With those, too, that are not shown any more.
    pub(super) fn with_expired(programme: &'a Programme) -> Self {
        Self::with(programme.all_events(), programme)
    }

    fn with(events: impl Iterator<Item = &'a Event> + Clone, programme: &'a Programme) -> Self {
        let mut all = Self::default();
        let names = Names::new(events, programme);
        for activity in programme.planned() {
            match &activity.event {
                // An event that is not shown today is not found.
                ActivityEvent::Named(named) => {
                    for name in named {
                        let called = names.find(&name.value);
                        let is_one = called.len() < 2;
                        let meant = called.iter().filter(|event| is_one || fits(activity, event, programme));
                        meant.for_each(|event| all.join(activity, event));
                    }
                }
                ActivityEvent::Unnamed => {
                    let same_name = names.with_name_of(activity).filter(|event| fits(activity, event, programme));
                    same_name.for_each(|event| all.join(activity, event));
                }
                ActivityEvent::NotOne => {}
            }
        }
        all.unsure = all.possible(programme);
        all
    }

    /// The events that carry out an activity, in the order of time.
    pub fn events_of(&self, activity: &Activity) -> &[&'a Event] {
        self.events.get(&key(activity)).map_or(&[], Vec::as_slice)
    }

    /// True if an activity has events for a group, and all of them are cancelled.
    pub fn is_cancelled_for(&self, activity: &Activity, group: usize) -> bool {
        let mut events = self.events_of(activity).iter().filter(|event| event.groups.contains(&group)).peekable();
        events.peek().is_some() && events.all(|event| event.is_cancelled())
    }

    /// The first event that carries out an activity for a group.
    pub fn event_for(&self, activity: &Activity, group: usize) -> Option<&'a Event> {
        let mut events = self.events_of(activity).iter();
        events.find(|event| !event.is_cancelled() && event.groups.contains(&group)).copied()
    }

    /// The activities that an event carries out.
    pub fn activities_of(&self, event: &Event) -> &[&'a Activity] {
        self.activities.get(event.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// The ids of the events that carry out one of these activities.
    pub fn ids_of_events(&self, activities: &[&Activity]) -> HashSet<&'a str> {
        activities.iter().flat_map(|activity| self.events_of(activity)).map(|event| event.id.as_str()).collect()
    }

    fn join(&mut self, activity: &'a Activity, event: &'a Event) {
        self.events.entry(key(activity)).or_default().push(event);
        self.activities.entry(&event.id).or_default().push(activity);
    }

    fn possible(&self, programme: &'a Programme) -> Vec<(&'a Activity, &'a Event)> {
        let mut of_partner: HashMap<String, Vec<&Event>> = HashMap::new();
        for event in programme.events_of_year().filter(|event| self.activities_of(event).is_empty()) {
            for partner in &event.with {
                of_partner.entry(slug(partner)).or_default().push(event);
            }
        }
        let open = programme.planned().filter(|activity| matches!(activity.event, ActivityEvent::Unnamed));
        let open = open.filter(|activity| self.events_of(activity).is_empty());
        open.filter_map(|activity| {
            let events = activity.with.iter().filter_map(|partner| of_partner.get(&slug(partner))).flatten();
            let mut fitting = events.filter(|event| {
                let shared = event.benchmarks.iter().any(|benchmark| activity.benchmarks.contains(benchmark));
                shared && event.groups == activity.groups && fits(activity, event, programme)
            });
            Some((activity, *fitting.next()?))
        })
        .collect()
    }
}

/// The events by what files call them, and by their titles without a group.
struct Names<'a> {
    by_written: HashMap<String, Vec<&'a Event>>,
    by_name: HashMap<String, Vec<&'a Event>>,
    groups: Vec<String>,
}

impl<'a> Names<'a> {
    fn new(events: impl Iterator<Item = &'a Event> + Clone, programme: &Programme) -> Self {
        let groups = slugs(&programme.groups);
        let mut names = Self { by_written: HashMap::new(), by_name: HashMap::new(), groups };
        for event in events.clone() {
            for name in BTreeSet::from(EventName::of(event).slugs()) {
                names.by_written.entry(name).or_default().push(event);
            }
        }
        // What is cancelled is still the event of its activity.
        for event in events.filter(|event| programme.year.contains(event.date)) {
            let name = without_group(&event.title, &names.groups);
            names.by_name.entry(name).or_default().push(event);
        }
        names
    }

    /// The events that a written name means: several, if they have it as their title.
    fn find(&self, written: &str) -> &[&'a Event] {
        written_slugs(written).iter().find_map(|name| self.by_written.get(name)).map_or(&[], Vec::as_slice)
    }

    fn with_name_of(&self, activity: &Activity) -> impl Iterator<Item = &'a Event> {
        self.by_name.get(&without_group(&activity.title, &self.groups)).into_iter().flatten().copied()
    }
}

/// The names of activities and events, each thing once: the events that carry out an activity have its name.
pub(super) fn distinct_names<'a>(
    activities: impl Iterator<Item = &'a Activity>,
    events: impl Iterator<Item = &'a Event>,
    links: &ActivityEvents<'_>,
    groups: &[Group],
) -> BTreeSet<String> {
    let activities: Vec<&Activity> = activities.collect();
    let carried_out = links.ids_of_events(&activities);
    let others = events.filter(|event| !carried_out.contains(event.id.as_str())).map(|event| event.title.as_str());
    let groups = slugs(groups);
    let titles = activities.iter().map(|activity| activity.title.as_str()).chain(others);
    titles.map(|title| without_group(title, &groups)).collect()
}

fn slugs(groups: &[Group]) -> Vec<String> {
    groups.iter().map(|group| slug(&group.name)).collect()
}

/// “Year 9 options evening” and “Options evening” are one name.
fn without_group(title: &str, groups: &[String]) -> String {
    let name = slug(title);
    let start = groups.iter().filter_map(|group| name.strip_prefix(group)?.strip_prefix('-'));
    start.min_by_key(|rest| rest.len()).map_or(name.clone(), str::to_owned)
}

/// True if the event is for one of the activity's groups, within its time.
fn fits(activity: &Activity, event: &Event, programme: &Programme) -> bool {
    let in_time = activity.when.iter().any(|when| {
        let (first, last) = programme.year.span(*when);
        first <= event.until && event.date <= last
    });
    in_time && event.groups.iter().any(|group| activity.groups.contains(group))
}

/// Reports an activity that names an event which nothing is called.
pub(super) fn report_unknown(activities: &[Activity], events: &[EventName], findings: &mut Findings) {
    let named = || activities.iter().flat_map(|activity| activity.event.names());
    if named().next().is_none() {
        return;
    }
    let known: HashSet<String> = events.iter().flat_map(EventName::slugs).collect();
    let is_known = |name: &str| written_slugs(name).iter().any(|name| known.contains(name));
    for name in named().filter(|name| !is_known(&name.value)) {
        let suggestion = did_you_mean(&name.value, events.iter().flat_map(EventName::suggestions)).map(str::to_owned);
        findings.add(ContentProblem::UnknownEvent { value: name.value.clone(), suggestion }, name.place.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_of_the_group_makes_no_difference() {
        let groups = ["year-1".to_owned(), "year-10".to_owned()];
        for title in ["Year 10 options evening", "Options evening", "Year 1: Options evening"] {
            assert_eq!(without_group(title, &groups), "options-evening", "{title}");
        }
        assert_eq!(without_group("Year 10", &groups), "year-10");
    }

    #[test]
    fn event_is_found_by_file_with_or_without_folder() {
        for written in ["2027-03-11-boatyard", "events/2027-03-11-boatyard.md", "2027-03-11-Boatyard.md"] {
            assert!(written_slugs(written).contains(&"2027-03-11-boatyard".to_owned()), "{written}");
        }
    }
}
