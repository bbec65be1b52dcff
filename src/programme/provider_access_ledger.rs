//! The provider access ledger: which encounters count towards the duty, phase by phase.
//!
//! The rule (Education Act 1997, section 42B, as `framework/data/provider-access.yaml` has it): at
//! least a set number of encounters in each key phase, at any time in the phase's first year, or in the
//! second year up to a date, within the school day. In the first two phases every pupil takes part, and does not meet
//! exactly the same provider each time; in the third the school offers them. What counts is what each pupil meets over
//! the two years of a phase: an event for both years counts twice, because pupils meet it in each. An activity counts for
//! the years that have no event of it. Last year is taken to have been like this one, unless provider-access/ or, without
//! that, the archived year says what took place.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::activity_events::ActivityEvents;
use super::encounter::{Encounter, providers, qualifies};
use super::event::Event;
use super::event_kinds::{Attendance, EncounterPart};
use super::examples::{is_example, is_written};
use super::groups::GroupSet;
use super::past_encounters::{HeldEncounter, PastEncounter, is_year_before};
use super::plan::Activity;
use super::programme::Programme;
use super::terms::{AcademicYear, When};
use crate::framework::{Facts, Phase, PhaseAttendance, ProviderAccessDuty};

/// Why an encounter with a provider does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// Not every pupil takes part, or the file doesn't state it.
    NotEveryone,
    /// It takes place, or may take place, after this day.
    TooLate(Date),
    Proposed,
    /// It takes place on a day without school.
    NoSchoolDay,
    /// It begins before the school day, or when that is over.
    OutsideHours,
    /// It is a sixth form, university or studio school, and the file does not say that it is about technical education.
    NotTechnical,
    /// What it covers leaves out a part that the law asks for.
    Incomplete(EncounterPart),
    /// It came with a new site and is made up.
    Example,
}

/// An encounter, and who has it.
#[derive(Clone, Debug)]
pub struct LedgerEncounter<'a> {
    pub encounter: Encounter<'a>,
    /// Of an activity, those of years that have no event of it.
    pub groups: GroupSet,
    /// The national curriculum years of the groups. Of an activity, those that have no event of it.
    years: BTreeSet<u8>,
    /// Whom the pupils meet.
    providers: BTreeSet<String>,
}

/// One key phase and the encounters that count towards it.
#[derive(Debug)]
pub struct PhaseLedger<'a> {
    pub phase: &'a Phase,
    /// What counts: events in the order of time, then activities.
    pub encounters: Vec<LedgerEncounter<'a>>,
    pub not_counted: Vec<(Encounter<'a>, NotCounted)>,
    /// How many the law requires.
    pub needed: usize,
    /// What a pupil meets over the two years, if the years are all like this one.
    pub meetings: Meetings,
    /// What pupils who are now in the second year had a year ago, as far as it is known.
    pub past: Vec<HeldEncounter<'a>>,
    /// What pupils who are now in the second year will have met, if it is known what they had a year ago.
    pub second_year: Option<Meetings>,
    /// True if the school has only one of the two years. How a phase is shared between two schools, the law does not say.
    pub is_partial: bool,
}

impl NotCounted {
    /// False for what took place, or will, when it can't count.
    pub fn can_be_fixed(self) -> bool {
        !matches!(self, Self::TooLate(_) | Self::NoSchoolDay | Self::OutsideHours)
    }
}

/// How often a pupil meets a provider.
#[derive(Clone, Copy, Debug)]
pub struct Meetings {
    pub number: usize,
    /// True if every pupil has to meet different providers, and meets the same each time.
    pub is_always_the_same: bool,
}

impl Meetings {
    fn of(met: &[BTreeSet<String>], phase: &Phase, duty: &ProviderAccessDuty) -> Self {
        let different = met.iter().collect::<BTreeSet<_>>().len();
        let is_for_all = phase.attendance == PhaseAttendance::Everyone;
        let is_enough = met.len() >= duty.encounters_per_phase;
        Self { number: met.len(), is_always_the_same: is_for_all && is_enough && different < duty.different_providers }
    }
}

impl<'a> PhaseLedger<'a> {
    pub fn is_met(&self) -> bool {
        let is_enough = |meetings: Meetings| meetings.number >= self.needed && !meetings.is_always_the_same;
        is_enough(self.meetings) && self.second_year.is_none_or(is_enough)
    }

    /// Events without which a pupil would have met too few providers, and that state no way to catch up. Empty if pupils
    /// may choose whether to take part.
    pub fn without_catch_up(&self) -> impl Iterator<Item = &'a Event> {
        let has_one_to_spare = self.meetings.number > self.needed;
        let applies = self.phase.attendance == PhaseAttendance::Everyone && !has_one_to_spare;
        let events = self.encounters.iter().filter_map(|counted| match counted.encounter {
            Encounter::Event(event) => Some(event),
            Encounter::Activity(_) => None,
        });
        events.filter(move |event| applies && !event.catch_up.as_deref().is_some_and(is_written))
    }
}

/// The ledger of the academic year: a line for each phase that the school has. Empty for an
/// institution that the duty does not bind.
pub fn provider_access_ledger<'a>(programme: &'a Programme, facts: &'a Facts) -> Vec<PhaseLedger<'a>> {
    let duty = &facts.provider_access;
    if !is_bound(programme, duty) {
        return Vec::new();
    }
    let encounters = encounters(programme, duty);
    let has = |phase: &&Phase| has_year(programme, phase.any_time_year) || has_year(programme, phase.until_year);
    duty.phases.iter().filter(has).map(|phase| phase_ledger(phase, &encounters, programme, duty)).collect()
}

/// True if the duty binds the school, and nothing says which of its groups are in the years that the duty is about.
pub fn has_no_years(programme: &Programme, facts: &Facts) -> bool {
    let mut learners = programme.groups.iter().filter(|group| group.are_learners);
    is_bound(programme, &facts.provider_access) && learners.all(|group| group.years.is_empty())
}

fn is_bound(programme: &Programme, duty: &ProviderAccessDuty) -> bool {
    let bound = programme.bound();
    bound.secondary && duty.kinds.iter().any(|kind| kind == bound.kind)
}

fn phase_ledger<'a>(
    phase: &'a Phase,
    encounters: &[LedgerEncounter<'a>],
    programme: &'a Programme,
    duty: &ProviderAccessDuty,
) -> PhaseLedger<'a> {
    let (mut counted, mut not_counted) = (Vec::new(), Vec::new());
    // Whom pupils meet in the first year of the phase, and in the second.
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for one in encounters {
        match years_of(one, phase, (programme, duty)) {
            Some(Ok(years)) => {
                counted.push(one.clone());
                first.extend(years.first.then(|| one.providers.clone()));
                second.extend(years.second.then(|| one.providers.clone()));
            }
            Some(Err(why)) => not_counted.push((one.encounter, why)),
            None => {}
        }
    }
    let met: Vec<BTreeSet<String>> = first.into_iter().chain(second.iter().cloned()).collect();
    let last_year = last_year(programme, phase, duty).filter(|_| has_year(programme, phase.until_year));
    let of_second_year = |past: &Vec<HeldEncounter<'_>>| {
        let met: Vec<BTreeSet<String>> =
            past.iter().map(|past| providers(past.with, Some(past.provider))).chain(second).collect();
        Meetings::of(&met, phase, duty)
    };
    PhaseLedger {
        phase,
        encounters: counted,
        not_counted,
        needed: duty.encounters_per_phase,
        meetings: Meetings::of(&met, phase, duty),
        second_year: last_year.as_ref().map(of_second_year),
        past: last_year.unwrap_or_default(),
        is_partial: !has_year(programme, phase.any_time_year) || !has_year(programme, phase.until_year),
    }
}

/// What pupils who were in the first year of the phase a year ago had then. `None` if it is not known.
fn last_year<'a>(programme: &'a Programme, phase: &Phase, duty: &ProviderAccessDuty) -> Option<Vec<HeldEncounter<'a>>> {
    let lists = programme.past_encounters.iter().filter(|list| is_year_before(list.starts, &programme.year));
    // A list of nothing but workplaces does not mean that no provider came.
    let lists = lists.filter(|list| !list.encounters.is_empty() || list.workplaces.is_empty());
    let Some(list) = lists.max_by_key(|list| list.starts) else { return archived_year(programme, phase, duty) };
    let counts = |past: &&PastEncounter| {
        let is_of_year = past.years.iter().any(|of| of.value == u32::from(phase.any_time_year));
        is_of_year && qualifies(past.provider, past.technical == Some(true), duty)
    };
    Some(list.encounters.iter().filter(counts).map(HeldEncounter::listed).collect())
}

/// The events of the archived year before this one that counted, with the groups and the school day of that year. What was
/// only planned may not have taken place.
fn archived_year<'a>(
    programme: &'a Programme,
    phase: &Phase,
    duty: &ProviderAccessDuty,
) -> Option<Vec<HeldEncounter<'a>>> {
    let mut past_years = programme.past_years.iter().map(|past| &*past.programme);
    let past = past_years.find(|past| is_year_before(past.year.starts, &programme.year))?;
    let held = encounters(past, duty).into_iter().filter_map(|one| {
        let Encounter::Event(event) = one.encounter else { return None };
        let counts = matches!(years_of(&one, phase, (past, duty)), Some(Ok(YearsOf { first: true, .. })));
        HeldEncounter::event(event).filter(|_| counts)
    });
    Some(held.collect())
}

fn has_year(programme: &Programme, year: u8) -> bool {
    programme.groups.iter().any(|group| group.years.contains(&year))
}

/// Everything of this year in which a provider comes. For the years of an event that carries out an activity, the event
/// counts in its place.
fn encounters<'a>(programme: &'a Programme, duty: &ProviderAccessDuty) -> Vec<LedgerEncounter<'a>> {
    let takes_place = |event: &&Event| !event.is_cancelled() && programme.year.contains(event.date);
    let mut events: Vec<&Event> = programme.all_events().filter(takes_place).collect();
    events.sort_by_key(|event| event.date);
    let links = ActivityEvents::with_expired(programme);
    let events = events.into_iter().map(|event| LedgerEncounter {
        encounter: Encounter::Event(event),
        groups: event.groups.clone(),
        years: programme.years_of(&event.groups),
        providers: Encounter::Event(event).providers(),
    });
    let activities = programme.planned().filter_map(|activity| without_events(activity, &links, programme));
    let all = events.chain(activities);
    all.filter(|one| one.encounter.provider().is_some_and(|kind| qualifies(kind, true, duty))).collect()
}

/// What is left of an activity for years that have no event of it with a provider, not even a cancelled one. `None` if that
/// is nothing, or if its events are for other groups, so that it is not known what is meant.
fn without_events<'a>(
    activity: &'a Activity,
    links: &ActivityEvents<'_>,
    programme: &Programme,
) -> Option<LedgerEncounter<'a>> {
    let encounter = Encounter::Activity(activity);
    let events: Vec<&Event> =
        links.events_of(activity).iter().copied().filter(|event| event.provider.is_some()).collect();
    let is_shared = |event: &&Event| event.groups.iter().any(|group| activity.groups.contains(group));
    if !events.is_empty() && !events.iter().any(is_shared) {
        return None;
    }
    let dated: BTreeSet<u8> = events.iter().flat_map(|event| programme.years_of(&event.groups)).collect();
    let takes_place = |group: &&usize| !links.is_cancelled_for(activity, **group);
    let left = |group: &usize| programme.years_of(&[*group]).difference(&dated).next().is_some();
    let groups: GroupSet = activity.groups.iter().filter(takes_place).copied().filter(left).collect();
    let years: BTreeSet<u8> = programme.years_of(&groups).difference(&dated).copied().collect();
    // An activity without names is most likely with those of its events.
    let of_events = || events.iter().flat_map(|event| Encounter::Event(event).providers()).collect::<BTreeSet<_>>();
    let providers = if activity.with.is_empty() && !events.is_empty() { of_events() } else { encounter.providers() };
    (!years.is_empty()).then_some(LedgerEncounter { encounter, groups, years, providers })
}

/// The years of a phase in which pupils have an encounter.
struct YearsOf {
    first: bool,
    second: bool,
}

/// The years of a phase in which an encounter counts; `None` if it is for nobody in it.
fn years_of(
    LedgerEncounter { encounter, years, .. }: &LedgerEncounter<'_>,
    phase: &Phase,
    (programme, duty): (&Programme, &ProviderAccessDuty),
) -> Option<Result<YearsOf, NotCounted>> {
    let encounter = *encounter;
    let (first, second) = (years.contains(&phase.any_time_year), years.contains(&phase.until_year));
    if !first && !second {
        return None;
    }
    let is_offered = phase.attendance == PhaseAttendance::Offered;
    let last = last_day(phase, &programme.year)?;
    let in_time = encounter.latest(&programme.year) <= last;
    let missing = EncounterPart::ALL.iter().find(|part| !encounter.covers().contains(part));
    let missing = missing.filter(|_| !encounter.covers().is_empty());
    let is_technical = encounter.is_with_qualifying_provider(duty);
    Some(if is_example(encounter.title()) {
        Err(NotCounted::Example)
    // What nothing can mend comes first.
    } else if let Some(why) = outside_school(encounter, programme) {
        Err(why)
    } else if !first && !in_time {
        Err(NotCounted::TooLate(last))
    } else if encounter.is_proposed() {
        Err(NotCounted::Proposed)
    } else if !is_technical {
        Err(NotCounted::NotTechnical)
    } else if !is_offered && encounter.attendance() != Some(Attendance::Everyone) {
        Err(NotCounted::NotEveryone)
    } else if let Some(part) = missing {
        Err(NotCounted::Incomplete(*part))
    } else {
        Ok(YearsOf { first, second: second && in_time })
    })
}

/// Why an encounter is outside of the standard school day; `None` if it is within, or the file does not say.
fn outside_school(encounter: Encounter<'_>, programme: &Programme) -> Option<NotCounted> {
    /// The hours of a school that does not give its own, wide enough for any.
    const USUAL: (Time, Time) = (Time::constant(8, 0, 0, 0), Time::constant(16, 0, 0, 0));
    let year = &programme.year;
    let is_school_day = |day: Date| day.weekday().to_monday_one_offset() <= 5 && year.in_session(day);
    let days: Vec<Date> = match encounter {
        Encounter::Event(event) => match &event.recurrence {
            Some(recurrence) => recurrence.days().to_vec(),
            None => event.date.series(1.day()).take_while(|day| *day <= event.until).collect(),
        },
        // A term has school days, whatever days there are besides.
        Encounter::Activity(activity) => {
            let day = |when: &When| if let When::Day(day) = when { Some(*day) } else { None };
            activity.when.iter().map(day).collect::<Option<Vec<Date>>>().unwrap_or_default()
        }
    };
    if !days.is_empty() && !days.into_iter().any(is_school_day) {
        return Some(NotCounted::NoSchoolDay);
    }
    let Encounter::Event(event) = encounter else { return None };
    let own = programme.institution.details.school_day.as_ref();
    let (opens, closes) = own.map_or(USUAL, |day| (day.starts.value, day.ends.value));
    let (starts, _) = event.times?;
    (starts < opens || starts >= closes).then_some(NotCounted::OutsideHours)
}

/// The events that were hoped to count and are outside of the school day, with the reason.
pub fn outside_school_day<'a>(programme: &'a Programme, facts: &Facts) -> Vec<(&'a Event, NotCounted)> {
    let duty = &facts.provider_access;
    if !is_bound(programme, duty) {
        return Vec::new();
    }
    let hoped = |LedgerEncounter { encounter, .. }: LedgerEncounter<'a>| match encounter {
        Encounter::Event(event) if event.attendance == Some(Attendance::Everyone) => {
            Some((event, outside_school(encounter, programme)?))
        }
        _ => None,
    };
    encounters(programme, duty).into_iter().filter_map(hoped).collect()
}

/// The last day that counts in the phase's second year: in the calendar year after the academic year began.
fn last_day(phase: &Phase, year: &AcademicYear) -> Option<Date> {
    Date::new(year.starts.year() + 1, phase.until_month, phase.until_day).ok()
}
