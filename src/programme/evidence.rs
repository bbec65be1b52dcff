//! What the law and Benchmark 1 ask a careers website for, and whether the content holds it.
//!
//! One model for the findings of `check` and for the site's evidence page.

use super::{Audience, FeedbackGroup, PLACEHOLDER, Programme};
use crate::framework::{Facts, StatutoryId, StatutoryItem};
use crate::report::Place;

/// A statutory item, as it stands for this institution.
#[derive(Debug)]
pub struct Statutory<'a> {
    /// What is asked for, with its source.
    pub item: &'a StatutoryItem,
    /// True if this kind of institution is bound; else it is advised.
    pub must: bool,
    /// True if the content holds it.
    pub met: bool,
    /// Where it is, or where it belongs.
    pub place: Place,
}

/// All statutory items for this kind of institution, in the order of the data file.
pub fn statutory<'a>(programme: &Programme, facts: &'a Facts) -> Vec<Statutory<'a>> {
    let kind = programme.institution.kind.word();
    let bound = |kinds: &[String]| kinds.iter().any(|bound| bound == kind);
    let asked = facts.statutory.iter().filter(|item| bound(&item.must) || bound(&item.should));
    asked
        .map(|item| {
            let (met, place) = held(item.id, programme);
            Statutory { item, must: bound(&item.must), met, place }
        })
        .collect()
}

/// What to write for an item, and where.
pub fn what_to_write(id: StatutoryId) -> &'static str {
    match id {
        StatutoryId::LeaderName => "Write `name:` for the careers leader in team.yaml.",
        StatutoryId::LeaderEmail => "Write `email:` for the careers leader in team.yaml.",
        StatutoryId::LeaderPhone => "Write `phone:` for the careers leader in team.yaml.",
        StatutoryId::ProgrammeSummary => "Write the summary into programme.md, below its front matter.",
        StatutoryId::AccessPupils => "Write `pupils:` below `access:` in programme.md.",
        StatutoryId::AccessParents => "Write `parents:` below `access:` in programme.md.",
        StatutoryId::AccessStaff => "Write `staff:` below `access:` in programme.md.",
        StatutoryId::AccessEmployers => "Write `employers:` below `access:` in programme.md.",
        StatutoryId::ImpactMeasure => "Write it into evaluation.md, below its front matter.",
        StatutoryId::NextReview => "Write `next-review:` below `reviews:` in school.yaml.",
        StatutoryId::ProviderAccessStatement => {
            "Write contact, request, granting, refusing, premises and opportunities into provider-access.md."
        }
        StatutoryId::AccessibilityStatement => "Write `contact:` below `accessibility:` in school.yaml.",
    }
}

/// A text that a new site comes with holds nothing yet.
fn is_written(text: &str) -> bool {
    !text.trim().is_empty() && !text.contains(PLACEHOLDER)
}

/// Whether the content holds an item, and its place: the file that holds it, or should.
fn held(id: StatutoryId, programme: &Programme) -> (bool, Place) {
    let leader = &programme.team.leader.form;
    let school = &programme.institution.details;
    let summary = programme.summary.as_ref();
    let at_leader = || leader.at.source.place(leader.at.span.start..leader.at.span.start + 1);
    let file = |prose: Option<&super::Prose>, path: &str| {
        prose.map_or_else(|| Place::to_create(path), |prose| prose.place.source.whole())
    };
    let access = |audience| {
        let lines = summary.and_then(|summary| summary.form.access.as_ref());
        let line = lines.and_then(|lines| lines.to(audience));
        (line.is_some_and(is_written), file(summary.map(|summary| &summary.prose), "programme.md"))
    };
    match id {
        StatutoryId::LeaderName => (leader.name.as_deref().is_some_and(is_written), at_leader()),
        StatutoryId::LeaderEmail => (leader.email.is_some(), at_leader()),
        StatutoryId::LeaderPhone => (leader.phone.is_some(), at_leader()),
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
            (reviews.is_some_and(|reviews| reviews.next_review.is_some()), school.at.source.whole())
        }
        StatutoryId::ProviderAccessStatement => {
            let statement = programme.provider_access.as_ref();
            let whole = statement.is_some_and(|statement| {
                missing_parts(&statement.form).is_empty() && is_written(statement.prose.text())
            });
            (whole, file(statement.map(|statement| &statement.prose), "provider-access.md"))
        }
        StatutoryId::AccessibilityStatement => {
            let facts = school.accessibility.as_ref();
            (facts.and_then(|facts| facts.contact.as_deref()).is_some_and(is_written), school.at.source.whole())
        }
    }
}

/// The parts that a provider access statement lacks, by their keys.
fn missing_parts(form: &super::provision::ProviderAccessForm) -> Vec<&'static str> {
    let parts = [
        ("contact", form.contact.is_some()),
        ("request", form.request.as_deref().is_some_and(is_written)),
        ("granting", form.granting.as_deref().is_some_and(is_written)),
        ("refusing", form.refusing.as_deref().is_some_and(is_written)),
        ("premises", form.premises.as_deref().is_some_and(is_written)),
        ("opportunities", !form.opportunities.is_empty()),
    ];
    parts.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect()
}

/// The feedback groups whose voice the evaluation does not have yet: no survey, and no method that was used.
pub fn unheard(programme: &Programme) -> Vec<FeedbackGroup> {
    let surveyed = |group: FeedbackGroup| programme.surveys.iter().any(|survey| survey.form.from == group);
    let asked = |group: FeedbackGroup| {
        let methods = programme.impact.iter().flat_map(|impact| &impact.form.methods);
        methods.filter(|method| method.last.is_some()).any(|method| method.who.contains(&group))
    };
    FeedbackGroup::ALL.iter().copied().filter(|group| !surveyed(*group) && !asked(*group)).collect()
}
