//! A member of the team.

use serde::Serialize;

use crate::programme::Person;
use crate::view::context::Context;

/// A member of the team.
#[derive(Clone, Debug, Serialize)]
pub struct PersonCard {
    /// Their name or, without one, the role.
    pub name: String,
    /// The title of their role; `None` if the name is the title.
    pub title: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The days they work.
    pub days: Option<String>,
    /// A few words about them.
    pub about: Option<String>,
    /// Their qualifications.
    pub qualifications: Vec<String>,
    /// A link for booking a meeting with them.
    pub booking: Option<String>,
    /// The groups they look after.
    pub groups: Option<String>,
    /// What to ask them about.
    pub ask_about: Vec<String>,
}

impl PersonCard {
    /// A person, as the team page shows them.
    pub(crate) fn new(person: &Person, context: &Context<'_>) -> Self {
        Self {
            name: person.given_name.clone().unwrap_or_else(|| context.language.title_of(person)),
            title: person.given_name.is_some().then(|| context.language.title_of(person)),
            email: person.email.as_ref().map(|email| email.value.as_str().to_owned()),
            phone: person.phone.as_ref().map(|phone| phone.value.as_str().to_owned()),
            days: person.days.clone(),
            about: person.about.clone(),
            qualifications: person.qualifications.clone(),
            booking: person.booking.as_ref().map(|link| link.as_str().to_owned()),
            groups: (!person.groups.is_empty()).then(|| context.language.groups(&person.groups, context.groups())),
            ask_about: person.ask_about.clone(),
        }
    }
}
