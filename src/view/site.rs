//! What stands on every page: the school's name, the four arms, help and contact, the footer.

use serde::Serialize;

use super::address::Address;
use super::cards::{LinkTo, PersonCard};
use super::context::Context;
use super::home::{Arm, arm};
use super::say::{self, DayInWords};
use crate::programme::{Audience, Words};

/// The language of a site that does not say one.
pub(super) const LANGUAGE: &str = "en-GB";

/// What stands on every page. It is prepared once.
#[derive(Debug, Serialize)]
pub struct Frame<'a> {
    /// The full name.
    pub name: &'a str,
    /// The short name.
    pub short_name: &'a str,
    /// As in “Ridgeway School is an academy”.
    pub kind: &'a str,
    /// One line about the programme.
    pub tagline: Option<&'a str>,
    /// The language of the content.
    pub language: &'a str,
    /// The academic year's label.
    pub year: &'a str,
    /// The postal address.
    pub address: Option<&'a str>,
    /// The main telephone number.
    pub phone: Option<&'a str>,
    /// The main e-mail address.
    pub email: Option<&'a str>,
    /// The main website.
    pub website: Option<&'a str>,
    /// Where this site is published, ending in a slash.
    pub web_address: Option<String>,
    /// The reference number, trust, local authority and careers hub, as they are given.
    pub references: Vec<Reference<'a>>,
    /// The logo.
    pub logo: Option<Address>,
    /// The school's colour, as written.
    pub colour: Option<&'a str>,
    /// What the school calls its people.
    pub words: &'a Words,
    /// The same with capitals.
    pub capitals: Words,
    /// The four arms.
    pub arms: Vec<Arm>,
    /// The pages that are for everybody.
    pub menu: Vec<LinkTo>,
    /// The pages at the foot.
    pub foot: Vec<LinkTo>,
    /// Whom to ask: the careers leaders.
    pub leaders: Vec<PersonCard>,
    /// When the information is next reviewed.
    pub next_review: Option<DayInWords>,
    /// When it was last brought up to date.
    pub last_updated: Option<DayInWords>,
    /// Who sees to the review.
    pub review_owner: Option<&'a str>,
    /// The day the site was built for.
    pub today: DayInWords,
}

/// A fact about the institution with its name.
#[derive(Debug, Serialize)]
pub struct Reference<'a> {
    /// Such as “Trust”.
    pub name: &'static str,
    /// The fact.
    pub text: &'a str,
}

/// What stands on every page.
pub(super) fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let institution = &context.programme.institution;
    let details = &institution.details;
    let reviews = details.reviews.as_ref();
    let words = &institution.words;
    let capitals = Words {
        pupil: say::capital(&words.pupil),
        pupils: say::capital(&words.pupils),
        parents: say::capital(&words.parents),
        staff: say::capital(&words.staff),
        employers: say::capital(&words.employers),
        group: say::capital(&words.group),
        groups: say::capital(&words.groups),
    };
    Frame {
        name: &institution.name,
        short_name: &institution.short_name,
        kind: context.kind().map_or("", |kind| &kind.name),
        tagline: details.tagline.as_deref(),
        language: details.language.as_deref().unwrap_or(LANGUAGE),
        year: &context.programme.year.label,
        address: details.address.as_deref(),
        phone: details.phone.as_ref().map(|phone| phone.as_str()),
        email: details.email.as_ref().map(|email| email.as_str()),
        website: details.website.as_ref().map(|link| link.as_str()),
        web_address: context.web_address.as_ref().map(|site| site.as_str().to_owned()),
        references: references(context),
        logo: details.logo.as_ref().map(|path| Address::new(path.value.as_str())),
        colour: details.colour.as_ref().map(|colour| colour.as_str()),
        words,
        capitals,
        arms: Audience::ALL.iter().map(|audience| arm(*audience, context)).collect(),
        menu: menu(context),
        foot: foot(context),
        leaders: context.programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        next_review: reviews.and_then(|reviews| reviews.next_review.as_ref()).map(|next| say::day(next.value)),
        last_updated: reviews.and_then(|reviews| reviews.last_updated.as_ref()).map(|day| say::day(day.value)),
        review_owner: reviews.and_then(|reviews| reviews.owner.as_deref()),
        today: say::day(context.today),
    }
}

fn references<'a>(context: &Context<'a>) -> Vec<Reference<'a>> {
    let details = &context.programme.institution.details;
    [
        ("URN", &details.urn),
        ("Trust", &details.trust),
        ("Local authority", &details.local_authority),
        ("Careers hub", &details.careers_hub),
    ]
    .into_iter()
    .filter_map(|(name, text)| text.as_deref().map(|text| Reference { name, text }))
    .collect()
}

fn link(address: &str, title: &str) -> LinkTo {
    LinkTo::new(Address::new(address), title)
}

fn menu(context: &Context<'_>) -> Vec<LinkTo> {
    let mut menu = vec![
        link("programme/index.html", "Programme"),
        link("events/index.html", "Events"),
        link("evaluation/index.html", "Evaluation"),
        link("team.html", "Team"),
    ];
    if context.programme.guidance.is_some() {
        menu.insert(2, link("guidance.html", "Personal guidance"));
    }
    menu.push(link("search.html", "Search"));
    menu
}

fn foot(context: &Context<'_>) -> Vec<LinkTo> {
    let mut foot = vec![link("subscribe.html", "Dates in your own calendar")];
    if context.programme.provider_access.is_some() {
        foot.push(link("provider-access.html", "Provider access"));
    }
    if !context.programme.policies.is_empty() {
        foot.push(link("policies/index.html", "Policies"));
    }
    foot.extend([
        link("search.html", "Search"),
        link("evidence.html", "Evidence"),
        link("accessibility.html", "Accessibility statement"),
        link("a-to-z.html", "A to Z of all pages"),
        link("programme.json", "The programme as open data"),
    ]);
    foot
}
