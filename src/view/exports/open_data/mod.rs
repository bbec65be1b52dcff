//! The programme as open data: `programme.json`, for careers hubs, researchers and other websites.
//!
//! Gives what the public pages show, as types from which the JSON schema is generated. Small numbers are
//! suppressed as on the pages, because both use the same views. Notes for staff are not in these
//! types.

mod activities;
mod evaluation;
mod values;

use schemars::JsonSchema;
use serde::Serialize;

use self::activities::DatedEvent;
use self::activities::PlannedActivity;
use self::activities::dated;
use self::activities::planned;
use self::evaluation::EvaluationExport;
use self::values::{DataDate, DataDay, Stated, ids, plain, stated};
use crate::programme::{Champion, LearningOutcome, Person, Role};
use crate::view::context::Context;
use crate::view::parts::group_card::{of_year, text_of_year};

/// The version of the format. A new key raises the second number; a changed or removed key raises the first.
const VERSION: &str = "2.2";

/// The public part of a school's or college's careers programme.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Careers programme")]
pub struct OpenData<'a> {
    /// The location of the schema of this file.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The version of this format.
    version: &'static str,
    /// The day for which the data are correct.
    as_of: DataDay,
    /// Who offers the programme.
    institution: Institution<'a>,
    /// The academic year.
    year: Year<'a>,
    /// The groups that it is for, such as year groups, in order.
    groups: Vec<Group<'a>>,
    /// The areas of learning that activities belong to, in order.
    areas: Vec<AreaOfLearning<'a>>,
    /// The subjects that it teaches, in order.
    subjects: Vec<SubjectTaught<'a>>,
    /// The careers leaders.
    careers_leaders: Vec<Leader<'a>>,
    /// The aims of the programme.
    aims: Vec<&'a str>,
    /// The budget of the programme and the time that staff have for it, in the school's words.
    resources: Option<&'a str>,
    /// What of the programme is in the objectives of staff.
    appraisal: Option<&'a str>,
    /// The planned activities, which repeat each year.
    activities: Vec<PlannedActivity<'a>>,
    /// The events, in order of date.
    events: Vec<DatedEvent<'a>>,
    /// Personal guidance; null if the school has not described it.
    guidance: Option<Guidance<'a>>,
    /// How employers and alumni can help.
    ways_to_help: Vec<WayToHelp<'a>>,
    /// The evaluation of the programme.
    evaluation: EvaluationExport,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Institution<'a> {
    /// Its name.
    name: &'a str,
    /// Its kind, such as academy or fe-college.
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
    /// The name of its careers programme.
    programme: Option<&'a str>,
    /// Facts about it, in its own words.
    facts: Vec<Stated>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Year<'a> {
    /// The name of the year, as the school writes it.
    label: &'a str,
    /// Its first day.
    starts: DataDay,
    /// Its last day.
    ends: DataDay,
    /// Whether the term dates are still to be confirmed.
    to_be_confirmed: bool,
    /// Its terms, in order.
    terms: Vec<Term<'a>>,
    /// Other days when the school is closed.
    closed: Vec<DataDay>,
    /// When the information is next reviewed.
    next_review: Option<DataDate>,
    /// When the programme itself is next reviewed.
    programme_next_review: Option<DataDate>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Term<'a> {
    /// Its name.
    name: &'a str,
    /// Its first day.
    starts: DataDay,
    /// Its last day.
    ends: DataDay,
    /// The first and the last day of its half-term break.
    half_term: Option<[DataDay; 2]>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Group<'a> {
    /// Its identifier in this file.
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// The national curriculum years it covers.
    years: &'a [u8],
    /// The theme of its year.
    theme: Option<&'a str>,
    /// The aim of its year.
    aim: Option<String>,
    /// The key question of its year.
    question: Option<String>,
    /// What its members can do by the end of the year.
    outcomes: Vec<&'a str>,
    /// The same, with the area of learning of each.
    learning_outcomes: Vec<GroupOutcome<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct GroupOutcome<'a> {
    /// What its members know or can do.
    can: &'a str,
    /// The id of its area of learning.
    area: Option<&'a str>,
    /// How far it goes, in the school's words.
    level: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AreaOfLearning<'a> {
    /// Its identifier in this file.
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// One line about it.
    about: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SubjectTaught<'a> {
    /// Its name.
    name: &'a str,
    /// The groups to which it is taught.
    groups: Vec<&'a str>,
    /// The name or role of whoever answers for careers in it.
    champion: Option<&'a str>,
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
    /// The name of the person to whom they answer or, without one, the role.
    answers_to: Option<&'a str>,
    /// What they are responsible for.
    responsible_for: Vec<&'a str>,
    /// How much time they have for careers, in the school's words.
    time: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Guidance<'a> {
    /// What every pupil is entitled to.
    entitlement: Vec<&'a str>,
    /// How long a meeting takes.
    length: Option<&'a str>,
    /// How to book.
    book: Option<&'a str>,
    /// The link for booking.
    booking: Option<&'a str>,
    /// When people can come without booking.
    drop_in: Option<&'a str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct WayToHelp<'a> {
    /// Its title.
    title: &'a str,
    /// The kind of help.
    kind: Option<&'static str>,
    /// How much time it takes.
    commitment: Option<&'a str>,
    /// The groups it is for.
    groups: Vec<&'a str>,
    /// When.
    when: Option<&'a str>,
    /// A description.
    about: Option<&'a str>,
}

pub(crate) fn open_data<'a>(context: &Context<'a>) -> OpenData<'a> {
    let programme = context.programme;
    let summary = programme.summary.as_ref();
    let public = programme.events.iter().filter(|event| !event.is_for_staff_only());
    let guidance = programme.guidance.as_ref().map(|guidance| Guidance {
        entitlement: plain(&guidance.entitlement),
        length: guidance.length.as_deref(),
        book: guidance.book.as_deref(),
        booking: guidance.booking.as_ref().map(|link| link.as_str()),
        drop_in: guidance.drop_in.as_deref(),
    });
    let team = &programme.team;
    let leaders = team.everybody().enumerate().filter(|(_, person)| person.role == Role::CareersLeader);
    let leaders = leaders.map(|(index, person)| Leader {
        name: person.name(),
        role: person.title(),
        answers_to: team.lines.above(index).and_then(|above| team.everybody().nth(above)).map(Person::name),
        responsible_for: plain(&person.responsible_for),
        time: person.time.as_deref(),
        email: person.email.as_ref().map(|email| email.value.as_str()),
        phone: person.phone.as_ref().map(|phone| phone.value.as_str()),
    });
    OpenData {
        schema: "programme.schema.json",
        version: VERSION,
        as_of: DataDay(context.today),
        institution: institution(context),
        year: year(context),
        groups: groups(context),
        areas: areas(context),
        subjects: subjects(context),
        careers_leaders: leaders.collect(),
        aims: summary.map_or_else(Vec::new, |summary| plain(&summary.aims)),
        resources: summary.and_then(|summary| summary.resources.as_deref()),
        appraisal: summary.and_then(|summary| summary.appraisal.as_deref()),
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
        kind: institution.kind.as_str(),
        urn: details.urn.as_deref(),
        local_authority: details.local_authority.as_deref(),
        careers_hub: details.careers_hub.as_deref(),
        address: details.address.as_deref(),
        website: details.website.as_ref().map(|link| link.as_str()),
        careers_website: details.web_address.as_ref().map(|link| link.as_str()),
        programme: context.programme.summary.as_ref().and_then(|summary| summary.title.as_deref()),
        facts: stated(details.facts.as_ref()),
    }
}

fn year<'a>(context: &Context<'a>) -> Year<'a> {
    let year = context.year();
    let reviews = context.programme.institution.details.reviews.as_ref();
    let terms = year.terms.iter().map(|term| Term {
        name: &term.name,
        starts: DataDay(term.starts),
        ends: DataDay(term.ends),
        half_term: term.half_term.map(|(first, last)| [DataDay(first), DataDay(last)]),
    });
    Year {
        label: &year.label,
        starts: DataDay(year.starts),
        ends: DataDay(year.ends),
        to_be_confirmed: !year.is_confirmed,
        terms: terms.collect(),
        closed: year.closed.iter().copied().map(DataDay).collect(),
        next_review: reviews.and_then(|reviews| reviews.next_review.as_ref()).map(|next| DataDate::new(&next.value)),
        programme_next_review: reviews
            .and_then(|reviews| reviews.programme_next_review.as_ref())
            .map(|next| DataDate::new(&next.value)),
    }
}

fn groups<'a>(context: &Context<'a>) -> Vec<Group<'a>> {
    let groups = context.groups().iter().enumerate().map(|(index, group)| Group {
        id: &group.id,
        name: &group.name,
        years: &group.years,
        theme: of_year(index, |plan| plan.theme.as_deref(), context).into_iter().next(),
        aim: text_of_year(index, |plan| plan.aim.as_deref(), context),
        question: text_of_year(index, |plan| plan.question.as_deref(), context),
        outcomes: outcomes(index, context).map(|outcome| &*outcome.can).collect(),
        learning_outcomes: outcomes(index, context)
            .map(|outcome| GroupOutcome {
                can: &outcome.can,
                area: outcome
                    .area
                    .and_then(|area| context.programme.institution.areas.get(area))
                    .map(|area| area.id.as_str()),
                level: outcome.level.as_deref(),
            })
            .collect(),
    });
    groups.collect()
}

fn outcomes<'a>(group: usize, context: &Context<'a>) -> impl Iterator<Item = &'a LearningOutcome> {
    context.programme.plans_for(group).flat_map(|plan| &plan.outcomes)
}

fn areas<'a>(context: &Context<'a>) -> Vec<AreaOfLearning<'a>> {
    let areas = context.programme.institution.areas.iter();
    areas.map(|area| AreaOfLearning { id: &area.id, name: &area.name, about: area.about.as_deref() }).collect()
}

fn subjects<'a>(context: &Context<'a>) -> Vec<SubjectTaught<'a>> {
    let champion = |champion: &'a Champion| match champion {
        Champion::Person(index) => context.programme.team.everybody().nth(*index).map(Person::name),
        Champion::Shared(role) => Some(role.title()),
        Champion::InWords(words) => Some(words.as_str()),
    };
    let subjects = context.programme.institution.subjects.iter().map(|subject| SubjectTaught {
        name: &subject.name.value,
        groups: ids(&subject.groups, context),
        champion: subject.champion.as_ref().and_then(champion),
    });
    subjects.collect()
}

fn ways_to_help<'a>(context: &Context<'a>) -> Vec<WayToHelp<'a>> {
    let offers = context.programme.offers.iter().map(|offer| WayToHelp {
        title: &offer.title,
        kind: offer.kind.map(|kind| kind.as_str()),
        commitment: offer.commitment.as_deref(),
        groups: ids(&offer.groups, context),
        when: offer.when.as_deref(),
        about: offer.about.as_deref(),
    });
    offers.collect()
}
