//! What many pages show: links, events, activities, people, benchmarks.

use serde::Serialize;

use super::address::Address;
use super::context::Context;
use super::moments;
use super::say::{self, DayInWords};
use super::search::ForWhom;
use super::translations::LanguageName;
use crate::programme::{Activity, Audience, Benchmark, Cancelled, Event, EventKind, Person, Status};

/// A link to a page of this site.
#[derive(Clone, Debug, Serialize)]
pub struct LinkTo {
    /// Where it leads.
    pub address: Address,
    /// Its words.
    pub title: String,
    /// One line about it.
    pub about: Option<String>,
    /// The language of its words, if that is not the site's own.
    pub language: Option<LanguageName>,
}

impl LinkTo {
    /// A link without a line about it.
    pub fn new(address: Address, title: impl Into<String>) -> Self {
        Self { address, title: title.into(), about: None, language: None }
    }
}

/// A benchmark as a small label.
#[derive(Clone, Debug, Serialize)]
pub struct BenchmarkTag {
    /// 1 to 8.
    pub number: u8,
    /// One to three words.
    pub short: String,
    /// Its official label.
    pub name: String,
}

/// A note for one audience.
#[derive(Clone, Debug, Serialize)]
pub struct NoteFor {
    /// The audience's word, for styles.
    pub audience: Audience,
    /// What the school calls the audience, with a capital.
    pub name: String,
    /// What they are told.
    pub text: String,
}

/// An event in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EventCard {
    /// Its own page.
    pub address: Address,
    /// What it is called.
    pub title: String,
    /// The first day; of something repeated the next or, once it is over, the last.
    pub day: DayInWords,
    /// The last day, if it takes several.
    pub until: Option<DayInWords>,
    /// “Every Tuesday in term time”, for something repeated.
    pub repeats: Option<String>,
    /// “5.30 pm to 7 pm”; `None` for all day.
    pub time: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// Where to join online.
    pub online: Option<String>,
    /// One line about it.
    pub summary: Option<String>,
    /// What sort of event it is.
    pub kind: Option<String>,
    /// “Year 9 and Year 10”.
    pub groups: String,
    /// Whom it is for, in the words of the filters; on pages that have those only.
    pub for_whom: Option<ForWhom>,
    /// What the audience of this page is told.
    pub note: Option<String>,
    /// What is needed from employers; on pages for employers only.
    pub needs: Option<String>,
    /// By when they should answer.
    pub needs_by: Option<DayInWords>,
    /// Where to book.
    pub booking: Option<String>,
    /// True if it does not take place.
    pub cancelled: bool,
    /// Why it does not.
    pub cancelled_because: Option<String>,
    /// True if it is over.
    pub past: bool,
    /// The moment when it is over, for machines.
    pub over_at: String,
    /// Who takes part: “Harbour College and Tideway Training”.
    pub partners: String,
}

impl EventCard {
    /// An event for the pages of one audience, or for everybody.
    pub fn new(event: &Event, audience: Option<Audience>, context: &Context<'_>) -> Self {
        let reason = match &event.cancelled {
            Cancelled::Yes(reason) => reason.clone(),
            Cancelled::No => None,
        };
        let for_employers = audience == Some(Audience::Employers);
        Self {
            address: context.event_address(event),
            title: event.title.clone(),
            day: context.language.day(event.next_day(context.today)),
            until: (event.repeats.is_none() && event.until != event.date).then(|| context.language.day(event.until)),
            repeats: event.repeats.as_ref().map(|repeats| context.language.pattern(&repeats.pattern, context.year())),
            time: event.times.map(|times| context.language.times(times)),
            place: event.place.clone(),
            online: event.online.as_ref().map(|link| link.as_str().to_owned()),
            summary: event.summary.clone(),
            kind: event.kind.filter(|kind| *kind != EventKind::Other).map(|kind| context.language.event_kind(kind)),
            groups: context.language.groups(&event.groups, context.groups()),
            for_whom: None,
            note: audience.and_then(|audience| event.notes.to(audience)).map(str::to_owned),
            needs: event.needs.clone().filter(|_| for_employers),
            needs_by: event.needs_by.as_ref().filter(|_| for_employers).map(|by| context.language.day(by.value)),
            booking: event.booking.as_ref().map(|link| link.as_str().to_owned()),
            cancelled: event.cancelled != Cancelled::No,
            cancelled_because: reason,
            past: event.is_past(context.today),
            over_at: moments::over_at(event),
            partners: context.language.list(&event.with),
        }
    }
}

/// A planned activity in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ActivityCard {
    /// What it is called.
    pub title: String,
    /// “Spring term, second half”.
    pub when: String,
    /// “Workshop”.
    pub kind: String,
    /// What the audience of this page is told.
    pub note: Option<String>,
    /// Who takes part.
    pub partners: String,
    /// The benchmarks it serves.
    pub benchmarks: Vec<BenchmarkTag>,
    /// The subjects it is part of.
    pub subjects: Vec<String>,
    /// The skills it practises.
    pub skills: Vec<String>,
    /// Who leads it.
    pub led_by: Option<String>,
    /// True if parents and carers are invited.
    pub parents_invited: bool,
    /// “Proposed” or “Cancelled”; `None` if it is firm.
    pub status: Option<String>,
    /// True if its time is over; on an audience's own pages only.
    pub over: bool,
    /// “Year 9”.
    pub groups: String,
    /// Where staff find what they need; on pages for staff only.
    pub resources: Option<String>,
    /// What is needed from employers; on pages for employers only.
    pub needs: Option<String>,
}

impl ActivityCard {
    /// An activity for the pages of one audience, or for everybody.
    pub fn new(activity: &Activity, audience: Option<Audience>, context: &Context<'_>) -> Self {
        let only = |wanted: Audience, value: &Option<String>| value.clone().filter(|_| audience == Some(wanted));
        Self {
            title: activity.title.clone(),
            when: say::capital(&context.language.whens(&activity.when, context.year())),
            kind: context.language.activity_kind(activity.kind),
            note: audience.and_then(|audience| activity.notes.to(audience)).map(str::to_owned),
            partners: context.language.list(&activity.with),
            benchmarks: context.tags(&activity.benchmarks),
            subjects: activity.subjects.clone(),
            skills: activity.skills.clone(),
            led_by: activity.led_by.clone(),
            parents_invited: activity.parents_invited,
            status: (activity.status.value != Status::Firm).then(|| context.language.status(activity.status.value)),
            over: audience.is_some() && activity.when.iter().all(|when| context.year().span(*when).1 < context.today),
            groups: context.language.groups(&activity.groups, context.groups()),
            resources: only(Audience::Staff, &activity.resources),
            needs: only(Audience::Employers, &activity.needs),
        }
    }
}

/// The activities of one term.
#[derive(Clone, Debug, Serialize)]
pub struct TermPlan {
    /// “Spring term”, or “All year”.
    pub name: String,
    /// “4 January 2027 to 26 March 2027”; `None` for all year.
    pub dates: Option<String>,
    /// True if it is now, or next.
    pub now: bool,
    /// What happens.
    pub activities: Vec<ActivityCard>,
}

/// The activities of some groups, term by term; those of the whole year come last.
pub(super) fn by_term(activities: &[&Activity], audience: Option<Audience>, context: &Context<'_>) -> Vec<TermPlan> {
    let year = context.year();
    let now = year.term_on(context.today);
    let mut plans: Vec<TermPlan> = year
        .terms
        .iter()
        .enumerate()
        .map(|(index, term)| TermPlan {
            name: context.language.when(crate::programme::When::Term(index), year),
            dates: Some(context.language.days((term.starts, term.ends))),
            now: now == Some(index),
            activities: Vec::new(),
        })
        .collect();
    let mut all_year = Vec::new();
    for activity in activities {
        let card = ActivityCard::new(activity, audience, context);
        if activity.terms.len() == year.terms.len() {
            all_year.push(card);
            continue;
        }
        for term in &activity.terms {
            if let Some(plan) = plans.get_mut(*term) {
                plan.activities.push(card.clone());
            }
        }
    }
    // What is over goes to the end of its term.
    plans.iter_mut().for_each(|plan| plan.activities.sort_by_key(|card| card.over));
    plans.retain(|plan| !plan.activities.is_empty());
    if !all_year.is_empty() {
        plans.push(TermPlan {
            name: context.language.text("all_year").to_owned(),
            dates: None,
            now: false,
            activities: all_year,
        });
    }
    plans
}

/// A person of the team.
#[derive(Clone, Debug, Serialize)]
pub struct PersonCard {
    /// Their name or, without one, the role.
    pub name: String,
    /// What they are called; `None` if the name says it already.
    pub title: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// The days they work.
    pub days: Option<String>,
    /// A few words about them.
    pub about: Option<String>,
    /// What they are qualified in.
    pub qualifications: Vec<String>,
    /// Where to book a time with them.
    pub booking: Option<String>,
    /// The groups they look after.
    pub groups: Option<String>,
    /// What to ask them about.
    pub ask_about: Vec<String>,
}

impl PersonCard {
    /// A person, as the team page shows them.
    pub fn new(person: &Person, context: &Context<'_>) -> Self {
        Self {
            name: person.given_name.clone().unwrap_or_else(|| context.language.title_of(person)),
            title: person.given_name.is_some().then(|| context.language.title_of(person)),
            email: person.email.as_ref().map(|email| email.value.as_str().to_owned()),
            phone: person.phone.as_ref().map(|phone| phone.value.as_str().to_owned()),
            days: person.days.clone(),
            about: person.about.clone(),
            qualifications: person.qualifications.clone(),
            booking: person.booking.as_ref().map(|link| link.as_str().to_owned()),
            groups: (!person.groups.is_empty()).then(|| context.language.groups(&person.groups, context.groups())),
            ask_about: person.ask_about.clone(),
        }
    }
}

/// How personal guidance works, for the pages of one audience.
#[derive(Clone, Debug, Serialize)]
pub struct GuidanceBrief {
    /// The page that says more.
    pub address: Address,
    /// What everybody is entitled to.
    pub entitlement: Vec<String>,
    /// How to book.
    pub book: Option<String>,
    /// Where to book.
    pub booking: Option<String>,
    /// When one can come without booking.
    pub drop_in: Option<String>,
    /// What this audience is told.
    pub note: Option<String>,
}

/// Personal guidance in brief, if there is any.
pub(super) fn guidance(audience: Audience, context: &Context<'_>) -> Option<GuidanceBrief> {
    let guidance = context.programme.guidance.as_ref()?;
    Some(GuidanceBrief {
        address: Address::new("guidance.html"),
        entitlement: guidance.entitlement.clone(),
        book: guidance.book.clone(),
        booking: guidance.booking.as_ref().map(|link| link.as_str().to_owned()),
        drop_in: guidance.drop_in.clone(),
        note: guidance.notes.to(audience).map(str::to_owned),
    })
}

/// Events still to come, for an audience; the next first.
pub(super) fn coming_events<'c>(
    audience: Option<Audience>,
    context: &'c Context<'_>,
) -> impl Iterator<Item = &'c Event> {
    context.coming.iter().copied().filter(move |event| audience.is_none_or(|audience| event.is_for(audience)))
}

/// Benchmark labels of the framework in use.
pub(super) fn tags(benchmarks: &[Benchmark], all: &[BenchmarkTag]) -> Vec<BenchmarkTag> {
    let mut numbers: Vec<u8> = benchmarks.iter().map(|benchmark| benchmark.number()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.iter().filter_map(|number| all.iter().find(|tag| tag.number == *number).cloned()).collect()
}
