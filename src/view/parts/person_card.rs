//! A member of the team.

use serde::Serialize;

use crate::programme::{MarkedText, Person, RichText};
use crate::view::context::Context;

#[derive(Clone, Debug, Serialize)]
pub struct PersonCard {
    /// Their name or, without one, the role.
    pub name: String,
    /// The title of their role; `None` if the name is the title.
    pub title: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub days: Option<String>,
    pub about: Option<MarkedText>,
    pub qualifications: Vec<String>,
    pub booking: Option<String>,
    pub groups: Option<String>,
    pub ask_about: Vec<MarkedText>,
}

impl PersonCard {
    pub(crate) fn new(person: &Person, context: &Context<'_>) -> Self {
        let title = context.language.title_of(person, context.programme.institution.kind_facts.setting);
        let (name, title) = match person.given_name.clone() {
            Some(name) => (name, Some(title)),
            None => (title, None),
        };
        Self {
            name,
            title,
            email: person.email.as_ref().map(|email| email.value.as_str().to_owned()),
            phone: person.phone.as_ref().map(|phone| phone.value.as_str().to_owned()),
            days: person.days.clone(),
            about: person.about.as_ref().map(RichText::marked),
            qualifications: person.qualifications.clone(),
            booking: person.booking.as_ref().map(|link| link.as_str().to_owned()),
            groups: (!person.groups.is_empty()).then(|| context.language.groups(&person.groups, context.groups())),
            ask_about: person.ask_about.iter().map(RichText::marked).collect(),
        }
    }
}
