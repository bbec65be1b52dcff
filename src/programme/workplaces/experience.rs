//! The experiences of workplaces of one group, each once.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use crate::framework::Facts;
use crate::programme::activity_events::ActivityEvents;
use crate::programme::benchmark::Benchmark;
use crate::programme::event::Event;
use crate::programme::event_kinds::{Attendance, EventKind};
use crate::programme::examples::is_example;
use crate::programme::plan::{Activity, ActivityKind, Status};
use crate::programme::programme::Programme;
use crate::programme::workplace_time::{WorkHours, WorkplaceMode};
use crate::report::Place;

#[derive(Debug)]
pub struct GroupHours<'a> {
    /// By index.
    pub group: usize,
    pub experiences: Vec<Experience<'a>>,
}

/// Something that a group does in workplaces.
#[derive(Clone, Debug)]
pub struct Experience<'a> {
    pub title: &'a str,
    pub at: &'a Place,
    /// The planned activity, if it is one.
    pub activity: Option<&'a Activity>,
    /// The event that it is, or that carries it out.
    pub event: Option<&'a Event>,
    pub mode: Option<WorkplaceMode>,
    /// The hours that are over, and those still to come. `None` if the hours are not given.
    time: Option<(WorkHours, WorkHours)>,
    /// Why it does not count for every pupil.
    pub not_counted: Option<NotForAll>,
}

/// Why not every pupil can rely on an experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotForAll {
    Optional,
    Proposed,
}

impl GroupHours<'_> {
    /// What every pupil has had this year.
    pub fn so_far(&self) -> WorkHours {
        self.counted().filter_map(|experience| Some(experience.time?.0)).sum()
    }

    /// What is still planned for every pupil this year.
    pub fn planned(&self) -> WorkHours {
        self.counted().filter_map(|experience| Some(experience.time?.1)).sum()
    }

    pub fn total(&self) -> WorkHours {
        self.so_far() + self.planned()
    }

    /// The experiences that every pupil has, also those whose hours are not given.
    pub fn counted(&self) -> impl Iterator<Item = &Experience<'_>> {
        self.experiences.iter().filter(|experience| experience.not_counted.is_none())
    }
}

impl Experience<'_> {
    /// The hours of one pupil, in all. `None` if they are not given.
    pub fn hours(&self) -> Option<WorkHours> {
        self.time.map(|(so_far, planned)| so_far + planned)
    }
}

/// The experiences of each group of learners. Those that end before this day are over.
pub(super) fn hours_of_groups<'a>(programme: &'a Programme, facts: &Facts, today: Date) -> Vec<GroupHours<'a>> {
    let links = ActivityEvents::with_expired(programme);
    let learners = programme.groups.iter().enumerate().filter(|(_, group)| group.are_learners);
    let Some(benchmark) = Benchmark::new(facts.workplaces.benchmark) else { return Vec::new() };
    learners.map(|(group, _)| group_hours(group, benchmark, (programme, &links), today)).collect()
}

fn group_hours<'a>(
    group: usize,
    benchmark: Benchmark,
    (programme, links): (&'a Programme, &ActivityEvents<'a>),
    today: Date,
) -> GroupHours<'a> {
    let serves = |activity: &&Activity| activity.groups.contains(&group) && activity.benchmarks.contains(&benchmark);
    let activities = programme.planned().filter(serves).filter(|activity| !is_example(&activity.title));
    let takes_place = |event: &Event| {
        let is_this_year = programme.year.contains(event.date) && !event.is_cancelled();
        event.groups.contains(&group) && is_this_year && !is_example(&event.title)
    };
    let events_of = |activity: &Activity| -> Vec<&Event> {
        links.events_of(activity).iter().copied().filter(|event| takes_place(event)).collect()
    };
    let mut experiences = Vec::new();
    for activity in activities.filter(|activity| !links.is_cancelled_for(activity, group)) {
        let events = events_of(activity);
        if !is_counted_by_event(activity, &events) {
            experiences.extend(planned(activity, &events, (programme, today)));
        }
    }
    for event in programme.all_events().filter(|event| takes_place(event)) {
        let carried_out: Vec<&Activity> = links.activities_of(event).iter().copied().filter(serves).collect();
        let is_counted = match carried_out.as_slice() {
            [] => event.benchmarks.contains(&benchmark),
            activities => activities.iter().all(|activity| is_counted_by_event(activity, &events_of(activity))),
        };
        if is_counted {
            experiences.extend(dated(event, &carried_out, today));
        }
    }
    GroupHours { group, experiences }
}

/// True if the events of an activity give its hours. Where only some of them do, the activity's own hours are those of all.
fn is_counted_by_event(activity: &Activity, events: &[&Event]) -> bool {
    let has_hours = |event: &&Event| event.workplace.hours.is_some();
    events.iter().any(has_hours) && (activity.workplace.hours.is_none() || events.iter().all(has_hours))
}

/// An activity whose hours its events do not give. `None` for what only prepares for a workplace.
fn planned<'a>(
    activity: &'a Activity,
    events: &[&'a Event],
    (programme, today): (&Programme, Date),
) -> Option<Experience<'a>> {
    let hours = activity.workplace.hours.as_ref().map(|hours| hours.value);
    let is_visit = is_at_workplace(activity) || events.iter().any(|event| is_visit(event));
    if hours.is_none() && !is_visit {
        return None;
    }
    let last_day = || activity.when.iter().map(|when| programme.year.span(*when).1).max();
    // With fewer events than times, some are still without a date.
    let last_event = || events.iter().map(|event| event.until).max();
    let all_have_dates = events.len() >= activity.when.len();
    let ends = if all_have_dates { last_event() } else { last_day() };
    let ends = ends.unwrap_or(programme.year.ends);
    let mode = events.iter().find_map(|event| event.workplace.mode());
    Some(Experience {
        title: &activity.title,
        at: &activity.at,
        activity: Some(activity),
        event: events.first().copied(),
        mode: activity.workplace.mode().or(mode),
        time: hours.map(|hours| if ends < today { (hours, WorkHours::ZERO) } else { (WorkHours::ZERO, hours) }),
        not_counted: not_for_all(&[activity], events),
    })
}

/// An event, and the activities that it carries out.
fn dated<'a>(event: &'a Event, activities: &[&'a Activity], today: Date) -> Option<Experience<'a>> {
    let hours = event.workplace.hours.as_ref().map(|hours| hours.value);
    if hours.is_none() && !is_visit(event) {
        return None;
    }
    let days = event.recurrence.as_ref().map_or(std::slice::from_ref(&event.until), |recurrence| recurrence.days());
    let over = days.iter().filter(|day| **day < today).count();
    let mode = activities.iter().find_map(|activity| activity.workplace.mode());
    Some(Experience {
        title: &event.title,
        at: &event.at,
        activity: activities.first().copied(),
        event: Some(event),
        mode: event.workplace.mode().or(mode),
        time: hours.map(|hours| (hours.times(over), hours.times(days.len() - over))),
        not_counted: not_for_all(activities, &[event]),
    })
}

/// True for an activity that takes place in a workplace by its kind, though its hours are not given.
fn is_at_workplace(activity: &Activity) -> bool {
    matches!(activity.kind, ActivityKind::Workplace | ActivityKind::Visit)
}

fn is_visit(event: &Event) -> bool {
    matches!(event.kind, Some(EventKind::Visit | EventKind::WorkExperience))
}

fn not_for_all(activities: &[&Activity], events: &[&Event]) -> Option<NotForAll> {
    let attendance = activities.iter().map(|activity| activity.attendance);
    let mut attendance = attendance.chain(events.iter().map(|event| event.attendance));
    let is_proposed = |activity: &&Activity| activity.status.value == Status::Proposed;
    if attendance.any(|attendance| attendance == Some(Attendance::Optional)) {
        Some(NotForAll::Optional)
    } else if events.is_empty() && !activities.is_empty() && activities.iter().all(is_proposed) {
        Some(NotForAll::Proposed)
    } else {
        None
    }
}

/// The most hours that one pupil can spend at an event, each time if it is repeated: from start to end or, without times, half
/// of each day.
pub fn longest_hours(event: &Event) -> WorkHours {
    const HALF_A_DAY: u32 = 12;
    let is_in_a_day = event.recurrence.is_some() || event.date == event.until;
    let minutes =
        |time: Time| u32::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or_default();
    match event.times {
        Some((starts, Some(ends))) if is_in_a_day && starts < ends => {
            WorkHours::from_minutes(minutes(ends) - minutes(starts))
        }
        _ if is_in_a_day => WorkHours::whole(HALF_A_DAY),
        _ => {
            WorkHours::whole(HALF_A_DAY).times(event.date.series(1.day()).take_while(|day| *day <= event.until).count())
        }
    }
}
