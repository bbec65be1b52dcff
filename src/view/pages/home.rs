//! The home page: the four audiences, the next dates, the careers leaders.

use serde::Serialize;

use crate::language::message;
use crate::programme::{Audience, Prose};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::draft::PageDraft;
use crate::view::exports::linked_data;
use crate::view::parts::arm::{Arm, arm};
use crate::view::parts::event_card::{EventCard, coming_events};
use crate::view::parts::figures::{self, StatedFigure};
use crate::view::parts::language_name::{LanguageLink, LanguageName};
use crate::view::parts::person_card::PersonCard;
use crate::view::routes::{PageKind, translation_address};

pub(crate) const NEXT_DATES: usize = 5;

#[derive(Debug, Serialize)]
pub struct HomePage<'a> {
    pub arms: Vec<Arm>,
    /// One text in each other language: that for parents, if there is one.
    pub languages: Vec<LanguageLink>,
    /// The current or next term.
    pub term: Option<String>,
    pub events: Vec<EventCard>,
    pub summary: Option<&'a Prose>,
    /// The programme's own name.
    pub programme_name: Option<&'a str>,
    /// Facts about the school, each with its label.
    pub facts: Vec<StatedFigure>,
    /// When the programme itself is next reviewed.
    pub programme_review: Option<DayInWords>,
    pub leaders: Vec<PersonCard>,
    pub awards: Vec<AwardLine>,
}

#[derive(Debug, Serialize)]
pub struct AwardLine {
    pub name: String,
    pub level: Option<String>,
    pub until: Option<DayInWords>,
    pub link: Option<String>,
}

pub(crate) fn home<'a>(context: &Context<'a>) -> HomePage<'a> {
    let programme = context.programme;
    let term = context.year().term_on(context.today);
    let reviews = programme.institution.details.reviews.as_ref();
    let title = context.about_school(PageKind::Home.title());
    HomePage {
        arms: Audience::ALL.iter().map(|audience| arm(*audience, context)).collect(),
        languages: languages(context),
        term: term.map(|index| context.language.when(crate::programme::When::Term(index), context.year())),
        events: coming_events(None, context)
            .filter(|event| !event.is_for_staff_only())
            .take(NEXT_DATES)
            .map(|event| EventCard::new(event, None, context))
            .collect(),
        programme_name: programme
            .summary
            .as_ref()
            .and_then(|summary| summary.title.as_deref())
            .filter(|name| *name != title),
        facts: facts(context),
        programme_review: reviews
            .and_then(|reviews| reviews.programme_next_review.as_ref())
            .map(|next| context.language.date(&next.value)),
        summary: programme.summary.as_ref().map(|summary| &summary.prose),
        leaders: programme.team.leaders().map(|person| PersonCard::new(person, context)).collect(),
        awards: awards(context),
    }
}

/// A link to a text in each language that has one, so that readers find their own language first.
fn languages(context: &Context<'_>) -> Vec<LanguageLink> {
    let for_parents = context.address(PageKind::Parents);
    let shown = context.programme.translations.iter().filter_map(|one| Some((one, context.page_of_file.get(&one.of)?)));
    let (of_parents, others): (Vec<_>, Vec<_>) = shown.partition(|(_, original)| **original == for_parents);
    let mut links: Vec<LanguageLink> = Vec::new();
    for (one, _) in of_parents.into_iter().chain(others) {
        let language = LanguageName::of(&one.language);
        if links.iter().all(|known| known.language.tag != language.tag) {
            links.push(LanguageLink { language, address: translation_address(one), current: false, original: false });
        }
    }
    links
}

/// What kind of school it is, who it belongs to, and what it states about itself.
fn facts(context: &Context<'_>) -> Vec<StatedFigure> {
    let institution = &context.programme.institution;
    let (details, language) = (&institution.details, &context.language);
    let kind = message!(language, "kind", kind = &institution.kind_facts.id, name = &institution.kind_facts.name);
    let facts = [
        ("kind_of_institution", Some(kind.as_str())),
        ("reference_urn", details.urn.as_deref()),
        ("reference_trust", details.trust.as_deref()),
        ("reference_authority", details.local_authority.as_deref()),
        ("reference_hub", details.careers_hub.as_deref()),
    ];
    let fact = |(label, text): (&str, Option<&str>)| {
        Some(StatedFigure { label: language.text(label).into(), text: text?.into() })
    };
    facts.into_iter().filter_map(fact).chain(figures::stated(details.facts.as_ref())).collect()
}

pub(crate) fn awards(context: &Context<'_>) -> Vec<AwardLine> {
    let awards = context.programme.institution.details.awards.iter();
    awards
        .map(|award| AwardLine {
            name: award.name.clone(),
            level: award.level.clone(),
            until: award.until.as_ref().map(|until| context.language.date(&until.value)),
            link: award.link.as_ref().map(|link| link.as_str().to_owned()),
        })
        .collect()
}

pub(crate) fn build<'a>(context: &Context<'a>) -> [PageDraft<'a, HomePage<'a>>; 1] {
    let kind = PageKind::Home;
    let tagline = context.programme.institution.details.tagline.clone();
    let description = tagline.unwrap_or_else(|| context.about_school(kind.description()));
    let title = context.about_school(kind.title());
    let draft = PageDraft::titled(kind, kind.address(), (title, description), home(context), context);
    [PageDraft { linked_data: linked_data::home(context), ..draft }]
}
