//! The items that law and guidance require on the careers website of this kind of institution.

use super::{in_school_words, is_written};
use crate::framework::{Duty, Facts, Force, Item, StatutoryId};
use crate::programme::audience::Audience;
use crate::programme::benchmark::Benchmark;
use crate::programme::examples::placeholders;
use crate::programme::programme::Programme;
use crate::programme::prose::Prose;
use crate::programme::provider_access_ledger::{PhaseLedger, provider_access_ledger};
use crate::programme::provision::ProviderAccess;
use crate::programme::rich_text::RichText;
use crate::report::Place;

#[derive(Debug)]
pub struct Statutory<'a> {
    pub id: StatutoryId,
    /// Its name, in the school's own words.
    pub title: String,
    pub asks: String,
    /// What to write, and where.
    pub write: String,
    pub duty: &'a Duty,
    pub met: bool,
    /// The parts that are missing, in words, if it has parts and some of them are there.
    pub missing: Vec<String>,
    /// Where it is, or where it belongs.
    pub place: Place,
    /// Where its missing parts are, as far as they have a line.
    pub blanks: Vec<Place>,
}

impl Statutory<'_> {
    /// True if the law requires it, false if guidance recommends it.
    pub fn must(&self) -> bool {
        self.duty.force == Force::Must
    }
}

/// True if law and guidance ask more of this kind of institution than the one thing that is asked of nearly all.
pub fn has_duties(programme: &Programme, facts: &Facts) -> bool {
    let duties = facts.statutory.duties_of(programme.bound());
    duties.map(|duty| duty.items.len()).sum::<usize>() > 1
}

/// All statutory items for this kind of institution, in the order of the data file.
pub fn statutory<'a>(programme: &Programme, facts: &'a Facts) -> Vec<Statutory<'a>> {
    let programme = &*programme.without_examples();
    let duties = facts.statutory.duties_of(programme.bound());
    let asked = duties.flat_map(|duty| duty.items.iter().map(move |id| (duty, *id)));
    let status = |(duty, id): (&'a Duty, StatutoryId)| {
        let Item { title, asks, write, .. } = facts.statutory.item(id)?;
        let words = |text: &str| in_school_words(text, &programme.institution);
        let (met, place) = held(id, programme, facts);
        let statement = programme.provider_access.as_ref().filter(|_| id == StatutoryId::ProviderAccessStatement);
        let blanks = statement.map_or_else(Vec::new, |statement| blanks(statement, facts));
        let missing = match statement {
            Some(statement) => missing_parts(statement, programme, facts),
            None => reserved_contact(id, programme).filter(|_| !met).into_iter().collect(),
        };
        let met = met && missing.is_empty();
        Some(Statutory {
            id,
            title: words(title),
            asks: words(asks),
            write: words(write),
            duty,
            met,
            missing,
            place,
            blanks,
        })
    };
    asked.filter_map(status).collect()
}

/// Whether the content holds an item, and its place: the file that holds it, or should.
fn held(id: StatutoryId, programme: &Programme, facts: &Facts) -> (bool, Place) {
    let leader = &programme.team.leader;
    let school = &programme.institution.details;
    let summary = programme.summary.as_ref();
    let reaches = |contact: Option<&str>| {
        contact.is_some_and(|contact| programme.institution.reaches_somebody(contact, &facts.privacy.reserved))
    };
    let at_leader = |key: &str| key_in(&leader.at, key).unwrap_or_else(|| leader.at.start());
    let file = |prose: Option<&Prose>, path: &str| {
        prose.map_or_else(
            || Place::to_create(path),
            |prose| blank_in(prose).unwrap_or_else(|| prose.place.source.whole_file()),
        )
    };
    let access = |audience| {
        let lines = summary.and_then(|summary| summary.access.as_ref());
        let line = lines.and_then(|lines| lines.to(audience));
        let at_line = lines.and_then(|lines| key_in(&lines.at, audience.as_str()));
        let place = at_line.unwrap_or_else(|| file(summary.map(|summary| &summary.prose), "programme.md"));
        (line.is_some_and(|line| is_written(line)), place)
    };
    match id {
        StatutoryId::LeaderName => (leader.given_name.as_deref().is_some_and(is_written), at_leader("name")),
        StatutoryId::LeaderEmail => {
            (reaches(leader.email.as_ref().map(|email| email.value.as_str())), at_leader("email"))
        }
        StatutoryId::LeaderPhone => {
            (reaches(leader.phone.as_ref().map(|phone| phone.value.as_str())), at_leader("phone"))
        }
        StatutoryId::ProgrammeSummary => {
            let prose = summary.map(|summary| &summary.prose);
            (prose.is_some_and(|prose| is_written(prose.text())), file(prose, "programme.md"))
        }
        StatutoryId::AccessPupils => access(Audience::Pupils),
        StatutoryId::AccessParents => access(Audience::Parents),
        StatutoryId::AccessStaff => access(Audience::Staff),
        StatutoryId::AccessEmployers => access(Audience::Employers),
        StatutoryId::ImpactMeasure => {
            let prose = programme.impact.as_ref().map(|impact| &impact.prose);
            (prose.is_some_and(|prose| is_written(prose.text())), file(prose, "evaluation.md"))
        }
        StatutoryId::NextReview => {
            let reviews = school.reviews.as_ref();
            let at_key = reviews.and_then(|reviews| key_in(&reviews.at, "next-review"));
            let place = at_key.unwrap_or_else(|| school.at.source.whole_file());
            // The law asks for a date, which “every term” is not.
            let next = reviews.and_then(|reviews| reviews.next_review.as_ref());
            (next.is_some_and(|next| !next.value.is_recurring()), place)
        }
        StatutoryId::ProviderAccessStatement => {
            let statement = programme.provider_access.as_ref();
            (statement.is_some(), file(statement.map(|statement| &statement.prose), "provider-access.md"))
        }
        StatutoryId::AccessibilityStatement => {
            let facts = school.accessibility.as_ref();
            let at_key = facts.and_then(|facts| key_in(&facts.at, "contact"));
            let place = at_key.unwrap_or_else(|| school.at.source.whole_file());
            (facts.and_then(|facts| facts.contact.as_deref()).is_some_and(is_written), place)
        }
        StatutoryId::IndependentGuidance => {
            let guidance = programme.guidance.as_ref();
            let says = guidance.and_then(|guidance| guidance.independent.as_deref()).is_some_and(is_written);
            (says, file(guidance.map(|guidance| &guidance.prose), "guidance.md"))
        }
        StatutoryId::CareersMaterials => (has_materials(programme), Place::to_create("pages/")),
    }
}

/// True if pupils find careers information on the site (Benchmark 2).
fn has_materials(programme: &Programme) -> bool {
    let is_about_it = |benchmarks: &[Benchmark]| benchmarks.iter().any(|benchmark| benchmark.number() == 2);
    let page = programme.pages.iter().any(|page| page.is_for(Audience::Pupils) && is_about_it(&page.benchmarks));
    page || programme.planned().any(|activity| is_about_it(&activity.benchmarks) && !activity.resources.is_empty())
}

/// The careers leader's address or number, in words, for the case that it is reserved and reaches nobody.
fn reserved_contact(id: StatutoryId, programme: &Programme) -> Option<String> {
    let leader = &programme.team.leader;
    match id {
        StatutoryId::LeaderEmail => leader.email.as_ref().map(|email| {
            format!("an address that reaches somebody, because `{}` is reserved for examples", email.value.as_str())
        }),
        StatutoryId::LeaderPhone => leader.phone.as_ref().map(|phone| {
            format!("a number that reaches somebody, because `{}` is reserved for drama", phone.value.as_str())
        }),
        _ => None,
    }
}

/// The lines of the parts of a statement.
fn blanks(statement: &ProviderAccess, facts: &Facts) -> Vec<Place> {
    let top = statement.prose.place.source.place(0..0);
    let of_keys = facts.provider_access.statement.iter().filter_map(|part| key_in(&top, &part.key));
    of_keys.chain(blank_in(&statement.prose)).collect()
}

/// The place of a key of the map that begins at a place: its keys are in one column.
fn key_in(map: &Place, key: &str) -> Option<Place> {
    let text = &map.source.text;
    let line_start = text.get(..map.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let column = map.span.start - line_start;
    let mut start = line_start;
    for line in text.get(line_start..)?.split_inclusive('\n') {
        let indent = if start == line_start { column } else { line.len() - line.trim_start().len() };
        let pair = line.get(indent..).unwrap_or_default();
        if indent < column && !pair.is_empty() {
            return None;
        }
        if indent == column && pair.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            return Some(map.source.place(start + indent..start + indent + key.len()));
        }
        start += line.len();
    }
    None
}

/// The place of a text in a body that somebody still has to write.
fn blank_in(prose: &Prose) -> Option<Place> {
    let start = prose.place.span.start + placeholders(prose.text()).next()?;
    let length = prose.place.source.text.get(start..)?.find(']')? + 1;
    Some(prose.place.source.place(start..start + length))
}

fn missing_parts(statement: &ProviderAccess, programme: &Programme, facts: &Facts) -> Vec<String> {
    let written = |text: &Option<RichText>| text.as_deref().is_some_and(is_written);
    let has_part = |key: &str| match key {
        "contact" => statement.contact.is_some(),
        "request" => written(&statement.request),
        "granting" => written(&statement.granting),
        "refusing" => written(&statement.refusing),
        "premises" => written(&statement.premises),
        "opportunities" => !statement.opportunities.is_empty(),
        // The site shows the encounters of each phase itself: enough of them meet the duty.
        "duty" => {
            let ledger = provider_access_ledger(programme, facts);
            written(&statement.duty) || !ledger.is_empty() && ledger.iter().all(PhaseLedger::is_met)
        }
        _ => false,
    };
    let parts = facts.provider_access.statement.iter().filter(|part| !has_part(&part.key));
    let mut missing: Vec<String> = parts.map(|part| format!("{} (`{}`)", part.is, part.key)).collect();
    if !is_written(statement.prose.text()) {
        missing.push("the statement itself, below the front matter".to_owned());
    }
    missing
}
