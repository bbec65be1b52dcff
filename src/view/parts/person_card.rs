//! A member of the team.

use serde::Serialize;

use crate::programme::{Champion, MarkedText, Person, RichText};
use crate::view::context::Context;

#[derive(Clone, Debug, Default, Serialize)]
pub struct PersonCard {
    /// Their name or, without one, the role.
    pub name: String,
    /// The title of their role; `None` if the name is the title.
    pub title: Option<String>,
    /// True if the title is in the school's own words, which keep their capitals.
    pub has_own_title: bool,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub days: Option<String>,
    pub about: Option<MarkedText>,
    pub qualifications: Vec<String>,
    pub booking: Option<String>,
    pub groups: Option<String>,
    /// The subjects in which they answer for careers.
    pub subjects: Option<String>,
    pub ask_about: Vec<MarkedText>,
}

impl PersonCard {
    pub(crate) fn new(person: &Person, context: &Context<'_>) -> Self {
        let title = context.language.title_of(person, context.programme.institution.kind_facts.setting);
        let (name, title) = match person.given_name.clone() {
            Some(name) => (name, Some(title)),
            None => (title, None),
        };
        let team = &context.programme.team;
        let is_own = |champion: &Champion| match champion {
            Champion::Person(index) => team.everybody().nth(*index).is_some_and(|one| one.at == person.at),
            Champion::Shared(_) | Champion::InWords(_) => false,
        };
        let subjects = context.programme.institution.subjects.iter();
        let subjects: Vec<String> = subjects
            .filter(|subject| subject.champion.as_ref().is_some_and(is_own))
            .map(|subject| subject.name.value.clone())
            .collect();
        Self {
            name,
            title,
            has_own_title: person.own_title.is_some(),
            email: person.email.as_ref().map(|email| email.value.as_str().to_owned()),
            phone: person.phone.as_ref().map(|phone| phone.value.as_str().to_owned()),
            days: person.days.clone(),
            about: person.about.as_ref().map(RichText::marked),
            qualifications: person.qualifications.clone(),
            booking: person.booking.as_ref().map(|link| link.as_str().to_owned()),
            groups: (!person.groups.is_empty()).then(|| context.language.groups(&person.groups, context.groups())),
            subjects: (!subjects.is_empty()).then(|| context.language.list(&subjects)),
            ask_about: person.ask_about.iter().map(RichText::marked).collect(),
        }
    }

    /// Somebody of whom only the name or the role is known.
    pub(crate) fn of_name(name: String) -> Self {
        Self { name, ..Self::default() }
    }
}
