//! The programme as open data: `programme.json`, for careers hubs, researchers and other websites.
//!
//! Takes the programme; gives what the public pages show of it, as types that describe themselves:
//! the schema beside the file is written from them. Withholds small numbers as the pages do,
//! for it is made from what they show. Notes for staff have no place in these types.

mod evaluation;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use self::evaluation::Evaluation;
use super::context::Context;
use super::say;
use crate::programme::{Activity, Cancelled, Event, GroupSet, Notes};

/// The version of the format. A new key raises its second number, a changed or lost key its first.
const VERSION: &str = "1.0";

/// The public part of a school's or college's careers programme.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Careers programme")]
pub struct OpenData<'a> {
    /// Where the schema of this file stands.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The version of this format.
    version: &'static str,
    /// The day of which it is true.
    as_of: Day,
    /// Who offers the programme.
    institution: Institution<'a>,
    /// The academic year.
    year: Year<'a>,
    /// The groups it is made for, such as year groups, in order.
    groups: Vec<Group<'a>>,
    /// Who leads it.
    careers_leaders: Vec<Leader<'a>>,
    /// What it wants to reach.
    aims: &'a [String],
    /// What is planned, and repeats each year.
    activities: Vec<PlannedActivity<'a>>,
    /// What has a date, in the order of time.
    events: Vec<DatedEvent<'a>>,
    /// Personal guidance; null if nothing is said of it.
    guidance: Option<Guidance<'a>>,
    /// How employers and alumni can help.
    ways_to_help: Vec<WayToHelp<'a>>,
    /// How it is evaluated.
    evaluation: Evaluation,
}

/// A day, such as 2027-03-04.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(with = "String", inline, extend("format" = "date"))]
pub(super) struct Day(pub(super) Date);

#[derive(Debug, Serialize, JsonSchema)]
struct Institution<'a> {
    /// Its name.
    name: &'a str,
    /// Its kind, in a word, such as academy or fe-college.
    kind: &'static str,
    /// Its unique reference number.
    urn: Option<&'a str>,
    /// Its local authority.
    local_authority: Option<&'a str>,
    /// Its careers hub.
    careers_hub: Option<&'a str>,
    /// Its postal address.
    address: Option<&'a str>,
    /// Its main website.
    website: Option<&'a str>,
    /// Where its careers site is published.
    careers_website: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Year<'a> {
    /// As the school writes it.
    label: &'a str,
    /// Its first day.
    starts: Day,
    /// Its last day.
    ends: Day,
    /// Its terms, in order.
    terms: Vec<Term<'a>>,
    /// Further days without school.
    closed: Vec<Day>,
    /// When the information is next reviewed.
    next_review: Option<Day>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Term<'a> {
    /// Its name.
    name: &'a str,
    /// Its first day.
    starts: Day,
    /// Its last day.
    ends: Day,
    /// The first and the last day of the break in it.
    half_term: Option<[Day; 2]>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Group<'a> {
    /// The word for it in this file.
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// The national curriculum years it covers.
    years: &'a [u8],
    /// The theme of its year.
    theme: Option<&'a str>,
    /// The key question of its year.
    question: Option<&'a str>,
    /// What its members can say or do at the end.
    outcomes: &'a [String],
}

#[derive(Debug, Serialize, JsonSchema)]
struct Leader<'a> {
    /// Their name or, without one, their role.
    name: &'a str,
    /// Their role.
    role: &'a str,
    /// Their work e-mail address.
    email: Option<&'a str>,
    /// Their work telephone number.
    phone: Option<&'a str>,
}

/// What an audience is told. What staff are told is not public.
#[derive(Debug, Serialize, JsonSchema)]
struct Told<'a> {
    /// What pupils are told.
    pupils: Option<&'a str>,
    /// What parents and carers are told.
    parents: Option<&'a str>,
    /// What employers and providers are told.
    employers: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PlannedActivity<'a> {
    /// What it is called.
    title: &'a str,
    /// What sort of activity it is.
    kind: &'static str,
    /// When, in words.
    when: Vec<String>,
    /// The first and the last day of each time.
    spans: Vec<[Day; 2]>,
    /// How sure it is: firm, proposed or cancelled.
    status: &'static str,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// The subjects it is part of.
    subjects: &'a [String],
    /// The skills it practises.
    skills: &'a [String],
    /// Who takes part.
    with: &'a [String],
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// Whether parents and carers are invited.
    parents_invited: bool,
    /// What each audience is told.
    told: Told<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct DatedEvent<'a> {
    /// The word for it in this file and in addresses.
    id: &'a str,
    /// What it is called.
    title: &'a str,
    /// What sort of event it is.
    kind: Option<&'static str>,
    /// The first day.
    date: Day,
    /// The last day.
    until: Day,
    /// Every day of something repeated; empty for all else.
    days: Vec<Day>,
    /// When it begins on the first day, such as 17:30; null for all day. Times are those of Great Britain.
    starts: Option<String>,
    /// When it ends on the last day.
    ends: Option<String>,
    /// Whether it is cancelled.
    cancelled: bool,
    /// Where it is.
    place: Option<&'a str>,
    /// Where to join online.
    online: Option<&'a str>,
    /// Where to book.
    booking: Option<&'a str>,
    /// One line about it.
    summary: Option<&'a str>,
    /// Who is told of it.
    audiences: Vec<&'static str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// The Gatsby Benchmarks it serves.
    benchmarks: Vec<u8>,
    /// Who takes part.
    with: &'a [String],
    /// What sort of provider comes, if it is a provider encounter.
    provider: Option<&'static str>,
    /// What is needed from employers.
    needs: Option<&'a str>,
    /// By when they should answer.
    needs_by: Option<Day>,
    /// What each audience is told.
    told: Told<'a>,
    /// Its page, below the root of the site.
    page: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Guidance<'a> {
    /// What everybody is entitled to.
    entitlement: &'a [String],
    /// How to book.
    book: Option<&'a str>,
    /// Where to book.
    booking: Option<&'a str>,
    /// When one can come without booking.
    drop_in: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct WayToHelp<'a> {
    /// What it is called.
    title: &'a str,
    /// What sort of help it is.
    kind: Option<&'static str>,
    /// How much time it takes.
    commitment: Option<&'a str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// When.
    when: Option<&'a str>,
    /// What it is.
    about: Option<&'a str>,
}

/// The programme as open data.
pub(super) fn open_data<'a>(context: &Context<'a>) -> OpenData<'a> {
    let programme = context.programme;
    let summary = programme.summary.as_ref();
    let public = programme.events.iter().filter(|event| !event.is_for_staff_only());
    let guidance = programme.guidance.as_ref().map(|guidance| Guidance {
        entitlement: &guidance.form.entitlement,
        book: guidance.form.book.as_deref(),
        booking: guidance.form.booking.as_ref().map(|link| link.as_str()),
        drop_in: guidance.form.drop_in.as_deref(),
    });
    let leaders = programme.team.leaders().map(|person| Leader {
        name: person.name(),
        role: person.title(),
        email: person.form.email.as_ref().map(|email| email.value.as_str()),
        phone: person.form.phone.as_ref().map(|phone| phone.value.as_str()),
    });
    OpenData {
        schema: "programme.schema.json",
        version: VERSION,
        as_of: Day(context.today),
        institution: institution(context),
        year: year(context),
        groups: groups(context),
        careers_leaders: leaders.collect(),
        aims: summary.map_or(&[], |summary| &summary.form.aims),
        activities: programme.activities.iter().map(|activity| planned(activity, context)).collect(),
        events: public.map(|event| dated(event, context)).collect(),
        guidance,
        ways_to_help: ways_to_help(context),
        evaluation: evaluation::evaluation(context),
    }
}

fn institution<'a>(context: &Context<'a>) -> Institution<'a> {
    let institution = &context.programme.institution;
    let details = &institution.details;
    Institution {
        name: &institution.name,
        kind: institution.kind.word(),
        urn: details.urn.as_deref(),
        local_authority: details.local_authority.as_deref(),
        careers_hub: details.careers_hub.as_deref(),
        address: details.address.as_deref(),
        website: details.website.as_ref().map(|link| link.as_str()),
        careers_website: details.web_address.as_ref().map(|link| link.as_str()),
    }
}

fn year<'a>(context: &Context<'a>) -> Year<'a> {
    let year = context.year();
    let reviews = context.programme.institution.details.reviews.as_ref();
    let terms = year.terms.iter().map(|term| Term {
        name: &term.name,
        starts: Day(term.starts),
        ends: Day(term.ends),
        half_term: term.half_term.map(|(first, last)| [Day(first), Day(last)]),
    });
    Year {
        label: &year.label,
        starts: Day(year.starts),
        ends: Day(year.ends),
        terms: terms.collect(),
        closed: year.closed.iter().copied().map(Day).collect(),
        next_review: reviews.and_then(|reviews| reviews.next_review.as_ref()).map(|next| Day(next.value)),
    }
}

fn groups<'a>(context: &Context<'a>) -> Vec<Group<'a>> {
    let groups = context.groups().iter().enumerate().map(|(index, group)| {
        let plan = context.programme.plan_of(index).map(|plan| &plan.form);
        Group {
            id: &group.id,
            name: &group.name,
            years: &group.years,
            theme: plan.and_then(|plan| plan.theme.as_deref()),
            question: plan.and_then(|plan| plan.question.as_deref()),
            outcomes: plan.map_or(&[], |plan| &plan.outcomes),
        }
    });
    groups.collect()
}

fn ids<'a>(groups: &GroupSet, context: &Context<'a>) -> Vec<&'a str> {
    groups.iter().filter_map(|index| context.groups().get(*index)).map(|group| group.id.as_str()).collect()
}

fn told(notes: &Notes) -> Told<'_> {
    Told { pupils: notes.pupils.as_deref(), parents: notes.parents.as_deref(), employers: notes.employers.as_deref() }
}

fn planned<'a>(activity: &'a Activity, context: &Context<'a>) -> PlannedActivity<'a> {
    let form = &activity.form;
    let span = |when: &crate::programme::When| {
        let (first, last) = context.year().span(*when);
        [Day(first), Day(last)]
    };
    PlannedActivity {
        title: &form.title,
        kind: form.kind.word(),
        when: activity.when.iter().map(|when| say::when(*when, context.year())).collect(),
        spans: activity.when.iter().map(span).collect(),
        status: activity.status().word(),
        groups: ids(&activity.groups, context),
        benchmarks: form.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        subjects: &form.subjects,
        skills: &form.skills,
        with: &form.with,
        needs: form.needs.as_deref(),
        parents_invited: form.parents_invited == Some(true),
        told: told(&form.notes),
    }
}

fn dated<'a>(event: &'a Event, context: &Context<'a>) -> DatedEvent<'a> {
    let form = &event.form;
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    DatedEvent {
        id: &event.id,
        title: &form.title,
        kind: form.kind.map(|kind| kind.word()),
        date: Day(event.date),
        until: Day(event.until),
        days: event.repeats.iter().flat_map(|repeats| repeats.days()).copied().map(Day).collect(),
        starts: event.times.map(|(starts, _)| clock(starts)),
        ends: event.times.and_then(|(_, ends)| ends).map(clock),
        cancelled: event.cancelled() != Cancelled::No,
        place: form.place.as_deref(),
        online: form.online.as_ref().map(|link| link.as_str()),
        booking: form.booking.as_ref().map(|link| link.as_str()),
        summary: form.summary.as_deref(),
        audiences: form.audiences.0.iter().map(|audience| audience.word()).collect(),
        groups: ids(&event.groups, context),
        benchmarks: form.benchmarks.iter().map(|benchmark| benchmark.number()).collect(),
        with: &form.with,
        provider: form.provider.map(|provider| provider.word()),
        needs: form.needs.as_deref(),
        needs_by: form.needs_by.as_ref().map(|by| Day(by.value)),
        told: told(&form.notes),
        page: context.event_address(event).to_string(),
    }
}

fn ways_to_help<'a>(context: &Context<'a>) -> Vec<WayToHelp<'a>> {
    let offers = context.programme.offers.iter().map(|offer| WayToHelp {
        title: &offer.form.title,
        kind: offer.form.kind.map(|kind| kind.word()),
        commitment: offer.form.commitment.as_deref(),
        groups: ids(&offer.groups, context),
        when: offer.form.when.as_deref(),
        about: offer.form.about.as_deref(),
    });
    offers.collect()
}
