//! The pages of employers, providers and alumni: how to take part, and provider access.

use serde::Serialize;

use super::address::Address;
use super::calendars::Choice;
use super::cards::{self, ActivityCard, EventCard, LinkTo, PersonCard, TermPlan, coming_events};
use super::context::Context;
use super::families::welcome;
use super::feedback::{self, Voice};
use super::say::{self, DayInWords};
use super::subscribe::{TakeAway, take_away};
use crate::framework::PhaseAttendance;
use crate::programme::{Activity, Audience, Encounter, Offer, Prose, Status, provider_access_ledger};

/// The employers' entrance.
#[derive(Debug, Serialize)]
pub struct EmployersPage<'a> {
    /// What they find here.
    pub lead: Option<String>,
    /// What they are told first.
    pub welcome: Option<&'a Prose>,
    /// Dates that need people, the next first.
    pub needs: Vec<EventCard>,
    /// Other events that they are told of.
    pub events: Vec<EventCard>,
    /// Where to get these dates into a calendar, or on paper.
    pub take: TakeAway,
    /// Ways to take part.
    pub offers: Vec<OfferCard>,
    /// Planned activities that need somebody.
    pub activities: Vec<ActivityCard>,
    /// The provider access statement, if there is one.
    pub provider_access: Option<Address>,
    /// Whom to talk to.
    pub contacts: Vec<PersonCard>,
    /// What they told the school, and what came of it.
    pub voice: Option<Voice>,
    /// Where to look further.
    pub pages: Vec<LinkTo>,
}

/// The year, as employers meet it.
#[derive(Debug, Serialize)]
pub struct EmployersYearPage {
    /// What is needed in each group's year.
    pub years: Vec<YearNeeds>,
    /// What employers have a part in, term by term.
    pub terms: Vec<TermPlan>,
}

/// What is needed in a group's year.
#[derive(Debug, Serialize)]
pub struct YearNeeds {
    /// The group's name.
    pub group: String,
    /// What is needed.
    pub note: String,
}

/// A way to help.
#[derive(Debug, Serialize)]
pub struct OfferCard {
    /// What it is called.
    pub title: String,
    /// What sort of help it is.
    pub kind: Option<String>,
    /// How much time it takes.
    pub commitment: Option<String>,
    /// The groups it is for.
    pub groups: String,
    /// When.
    pub when: Option<String>,
    /// What it is.
    pub about: Option<String>,
    /// What safeguarding asks for.
    pub checks: Option<String>,
}

/// The provider access policy statement.
#[derive(Debug, Serialize)]
pub struct ProviderAccessPage<'a> {
    /// The statement.
    pub statement: &'a Prose,
    /// Whom to ask.
    pub contacts: Vec<PersonCard>,
    /// How to ask.
    pub request: Option<String>,
    /// When access is granted.
    pub granting: Option<String>,
    /// When it may be refused.
    pub refusing: Option<String>,
    /// Rooms and equipment.
    pub premises: Option<String>,
    /// What safeguarding asks for.
    pub safeguarding: Option<String>,
    /// How the duty is met.
    pub duty: Option<String>,
    /// When access is given.
    pub opportunities: Vec<OpportunityLine>,
    /// The duty, phase by phase, and the events that meet it.
    pub phases: Vec<PhaseLine>,
    /// Who came before.
    pub past_providers: Vec<String>,
    /// How to complain.
    pub complaints: Option<String>,
    /// Who approved the statement.
    pub approved_by: Option<String>,
    /// When they did.
    pub approved_on: Option<DayInWords>,
    /// When it is next reviewed.
    pub next_review: Option<DayInWords>,
}

/// A time at which providers may come.
#[derive(Debug, Serialize)]
pub struct OpportunityLine {
    /// The group's name.
    pub group: String,
    /// When.
    pub when: String,
    /// What there is.
    pub what: String,
}

/// A key phase and the encounters in it.
#[derive(Debug, Serialize)]
pub struct PhaseLine {
    /// Its name.
    pub name: String,
    /// What it means.
    pub means: String,
    /// How many there must be.
    pub needed: usize,
    /// True if there are enough.
    pub met: bool,
    /// True if all pupils take part.
    pub for_everyone: bool,
    /// The encounters.
    pub encounters: Vec<EncounterLine>,
}

/// A provider encounter.
#[derive(Debug, Serialize)]
pub struct EncounterLine {
    /// What it is called.
    pub title: String,
    /// Its own page, for events.
    pub address: Option<Address>,
    /// Who comes.
    pub partners: Option<String>,
    /// What sort of provider that is.
    pub provider: String,
    /// Whom it is for.
    pub groups: String,
    /// The day, for events.
    pub day: Option<DayInWords>,
    /// The time of the year, for activities.
    pub when: Option<String>,
    /// True if it is over.
    pub past: bool,
}

/// The employers' entrance.
pub(super) fn employers<'a>(context: &Context<'a>) -> EmployersPage<'a> {
    let audience = Audience::Employers;
    let programme = context.programme;
    let (lead, welcome) = welcome(audience, context);
    let card = |event| EventCard::new(event, Some(audience), context);
    let (needs, others): (Vec<_>, Vec<_>) =
        coming_events(None, context).filter(|event| event.concerns(audience)).partition(|event| event.needs.is_some());
    let wanted = programme.activities.iter().filter(|activity| {
        let ahead = activity.when.iter().any(|when| context.year().span(*when).1 >= context.today);
        ahead && activity.status.value != Status::Cancelled && activity.needs.is_some()
    });
    EmployersPage {
        lead,
        welcome,
        needs: needs.into_iter().map(card).collect(),
        events: others.into_iter().map(card).collect(),
        take: take_away(Choice::of(audience), context),
        offers: programme.offers.iter().map(|offer| offer_card(offer, context)).collect(),
        activities: wanted.map(|activity| ActivityCard::new(activity, Some(audience), context)).collect(),
        provider_access: programme.provider_access.as_ref().map(|_| Address::new("provider-access.html")),
        contacts: programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        voice: feedback::voice(audience, context),
        pages: context.pages_for(audience),
    }
}

/// The year, as employers meet it.
pub(super) fn employers_year(context: &Context<'_>) -> EmployersYearPage {
    let concerns = |activity: &&Activity| {
        activity.status.value != Status::Cancelled && (activity.needs.is_some() || activity.notes.employers.is_some())
    };
    let activities: Vec<&Activity> = context.programme.activities.iter().filter(concerns).collect();
    EmployersYearPage { years: years(context), terms: cards::by_term(&activities, Some(Audience::Employers), context) }
}

fn years(context: &Context<'_>) -> Vec<YearNeeds> {
    let mut plans: Vec<_> = context.programme.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.groups.len() > 1, plan.groups.clone()));
    let needs = plans.into_iter().filter_map(|plan| {
        let group = say::capital(&context.language.groups(&plan.groups, context.groups()));
        Some(YearNeeds { group, note: plan.notes.employers.clone()? })
    });
    needs.collect()
}

fn offer_card(offer: &Offer, context: &Context<'_>) -> OfferCard {
    OfferCard {
        title: offer.title.clone(),
        kind: offer.kind.map(|kind| context.language.offer_kind(kind)),
        commitment: offer.commitment.clone(),
        groups: context.language.groups(&offer.groups, context.groups()),
        when: offer.when.clone(),
        about: offer.about.clone(),
        checks: offer.checks.clone(),
    }
}

/// The provider access page, if there is a statement.
pub(super) fn provider_access<'a>(context: &Context<'a>) -> Option<ProviderAccessPage<'a>> {
    let statement = context.programme.provider_access.as_ref()?;
    let team = &context.programme.team;
    let contacts = statement.contact.iter().flat_map(|role| team.with_role(role.value));
    Some(ProviderAccessPage {
        statement: &statement.prose,
        contacts: contacts.map(|person| PersonCard::new(person, context)).collect(),
        request: statement.request.clone(),
        granting: statement.granting.clone(),
        refusing: statement.refusing.clone(),
        premises: statement.premises.clone(),
        safeguarding: statement.safeguarding.clone(),
        duty: statement.duty.clone(),
        opportunities: statement
            .opportunities
            .iter()
            .map(|opportunity| OpportunityLine {
                group: context.groups().get(opportunity.group).map_or_else(String::new, |group| group.name.clone()),
                when: context.language.when(opportunity.when, context.year()),
                what: opportunity.what.clone(),
            })
            .collect(),
        phases: phases(context),
        past_providers: statement.past_providers.clone(),
        complaints: statement.complaints.clone(),
        approved_by: statement.approved_by.clone(),
        approved_on: statement.approved_on.map(|day| context.language.day(day)),
        next_review: statement.next_review.as_ref().map(|next| context.language.day(next.value)),
    })
}

/// The duty, phase by phase; empty for kinds of institution that it does not bind.
pub(super) fn phases(context: &Context<'_>) -> Vec<PhaseLine> {
    provider_access_ledger(context.programme, context.facts)
        .iter()
        .map(|ledger| PhaseLine {
            name: ledger.phase.name.clone(),
            means: ledger.phase.means.clone(),
            needed: ledger.needed,
            met: ledger.is_met(),
            for_everyone: ledger.phase.attendance == PhaseAttendance::Everyone,
            encounters: ledger.encounters.iter().map(|encounter| encounter_line(*encounter, context)).collect(),
        })
        .collect()
}

fn encounter_line(encounter: Encounter<'_>, context: &Context<'_>) -> EncounterLine {
    let (address, day, when, with) = match encounter {
        Encounter::Event(event) => {
            (Some(context.event_address(event)), Some(context.language.day(event.date)), None, &event.with)
        }
        Encounter::Activity(activity) => {
            (None, None, Some(context.language.whens(&activity.when, context.year())), &activity.with)
        }
    };
    EncounterLine {
        title: encounter.title().to_owned(),
        address,
        partners: (!with.is_empty()).then(|| context.language.list(with)),
        provider: encounter.provider().map_or_else(String::new, |kind| context.language.provider(kind)),
        groups: context.language.groups(encounter.groups(), context.groups()),
        day,
        when,
        past: matches!(encounter, Encounter::Event(event) if event.is_past(context.today)),
    }
}
