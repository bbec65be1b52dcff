//! The landing page for employers, providers and alumni.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::language::message;
use crate::programme::{Activity, Audience, Event, MarkedText, Offer, Prose, RichText};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::exports::calendar_scope::CalendarScope;
use crate::view::parts::activity_card::ActivityCard;
use crate::view::parts::calendar_links::{CalendarLinks, calendar_links};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::feedback_summary::{self, FeedbackSummary};
use crate::view::parts::landing::{self, Materials, welcome};
use crate::view::parts::link::LinkTo;
use crate::view::parts::next_card::{NextCard, next_card};
use crate::view::parts::person_card::PersonCard;
use crate::view::past_events;
use crate::view::routes::PageKind;

/// How many dates are shown at once.
const NEXT_DATES: usize = 2;

#[derive(Debug, Serialize)]
pub struct EmployersPage<'a> {
    pub lead: Option<MarkedText>,
    pub welcome: Option<&'a Prose>,
    /// Events that need people, next first.
    pub needs: Vec<EventCard>,
    /// Those after the next few.
    pub later_needs: Vec<EventCard>,
    pub events: Vec<EventCard>,
    pub next: Option<NextCard>,
    pub calendars: CalendarLinks,
    /// Ways to take part.
    pub offers: Vec<OfferCard>,
    pub activities: Vec<ActivityCard>,
    pub provider_access: Option<Address>,
    pub contacts: Vec<PersonCard>,
    /// Their feedback, and the actions that followed.
    pub feedback: Option<FeedbackSummary>,
    pub pages: Vec<LinkTo>,
    pub materials: Materials,
    /// Who took part in the last past year.
    pub took_part: Option<TookPart>,
}

#[derive(Debug, Serialize)]
pub struct TookPart {
    /// “Who took part in 2026-27”.
    pub title: String,
    /// Each once, in the order of the alphabet.
    pub names: Vec<String>,
    /// The page of that year.
    pub page: LinkTo,
}

#[derive(Debug, Serialize)]
pub struct OfferCard {
    pub title: String,
    pub kind: Option<String>,
    pub commitment: Option<String>,
    pub groups: String,
    /// The time, as the school states it.
    pub when: Option<String>,
    pub about: Option<MarkedText>,
    pub checks: Option<MarkedText>,
    /// An e-mail to the careers leader that begins with this offer.
    pub mailto: Option<String>,
}

pub(crate) fn employers<'a>(context: &Context<'a>) -> EmployersPage<'a> {
    let audience = Audience::Employers;
    let programme = context.programme;
    let (lead, welcome) = welcome(audience, context);
    let card = |event| EventCard::new(event, Some(audience), context);
    let (needs, others): (Vec<_>, Vec<_>) = coming_events(None, context)
        .filter(|event| event.concerns(audience))
        .partition(|event| event.needs_now(context.today).is_some());
    let is_ahead = |activity: &Activity| activity.when.iter().any(|when| context.year().span(*when).1 >= context.today);
    // An event that says what it needs is in the lists of events.
    let is_asked_for_elsewhere = |activity: &Activity| {
        let events = context.activity_events.events_of(activity);
        let is_ahead = |event: &&Event| !event.is_cancelled() && !event.is_past(context.today);
        events.iter().any(|event| event.needs.is_some()) || !(events.is_empty() || events.iter().any(is_ahead))
    };
    let wanted = context.programme.planned().filter(|activity| activity.needs.is_some() && is_ahead(activity));
    let wanted = wanted.filter(|activity| !is_asked_for_elsewhere(activity));
    let next = next_card(audience, None, context);
    let is_further = |event: &&Event| next.as_ref().is_none_or(|next| !next.is_of(event, context));
    let mut needs: Vec<EventCard> = needs.into_iter().filter(is_further).map(card).collect();
    let later_needs = needs.split_off(needs.len().min(NEXT_DATES));
    EmployersPage {
        lead,
        welcome,
        needs,
        later_needs,
        events: others.into_iter().filter(is_further).map(card).collect(),
        next,
        calendars: calendar_links(CalendarScope::of(audience), context),
        offers: programme.offers.iter().map(|offer| offer_card(offer, context)).collect(),
        activities: wanted.map(|activity| ActivityCard::new(activity, Some(audience), context)).collect(),
        provider_access: programme.provider_access.as_ref().map(|_| PageKind::ProviderAccess.address()),
        contacts: programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        feedback: feedback_summary::feedback_summary(audience, context),
        pages: context.pages_for(audience),
        materials: landing::materials(audience, context),
        took_part: took_part(context),
    }
}

/// The partners of the events that took place in the last past year. `None` if none are known.
fn took_part(context: &Context<'_>) -> Option<TookPart> {
    let past = context.programme.past_years.first()?;
    let mut names: Vec<&str> =
        past_events::listed(past, context).flat_map(|event| &event.with).map(String::as_str).collect();
    names.sort_by_key(|name| (name.to_lowercase(), *name));
    names.dedup_by_key(|name| name.to_lowercase());
    let year = &past.programme.year.label;
    (!names.is_empty()).then(|| TookPart {
        title: message!(context.language, "who_took_part", year = year),
        names: names.into_iter().map(str::to_owned).collect(),
        page: LinkTo::new(past_events::year_address(past), past_events::title(past, context)),
    })
}

pub(crate) fn offer_card(offer: &Offer, context: &Context<'_>) -> OfferCard {
    OfferCard {
        title: offer.title.clone(),
        kind: offer.kind.map(|kind| context.language.offer_kind(kind)),
        commitment: offer.commitment.clone(),
        groups: context.language.groups(&offer.groups, context.groups()),
        when: offer.when.clone(),
        about: offer.about.as_ref().map(RichText::marked),
        checks: offer.checks.as_ref().map(RichText::marked),
        mailto: mailto(offer, context),
    }
}

fn mailto(offer: &Offer, context: &Context<'_>) -> Option<String> {
    let email = context.programme.team.leaders().find_map(|person| person.email.as_ref())?;
    let school = &context.programme.institution.short_name;
    let subject = message!(context.language, "offer_subject", school = school, offer = &offer.title);
    Some(format!("mailto:{}?subject={}", email.value.as_str(), utf8_percent_encode(&subject, NON_ALPHANUMERIC)))
}
