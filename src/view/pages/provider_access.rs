//! The provider access policy statement.

use serde::Serialize;

use crate::programme::{MarkedText, Prose, RichText};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::format;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::provider_phases::{PhaseLine, phases};

#[derive(Debug, Serialize)]
pub struct ProviderAccessPage<'a> {
    pub statement: &'a Prose,
    pub contacts: Vec<PersonCard>,
    pub request: Option<MarkedText>,
    pub granting: Option<MarkedText>,
    pub refusing: Option<MarkedText>,
    pub premises: Option<MarkedText>,
    pub safeguarding: Option<MarkedText>,
    pub duty: Option<MarkedText>,
    pub opportunities: Vec<OpportunityLine>,
    pub phases: Vec<PhaseLine>,
    pub past_providers: Vec<String>,
    pub complaints: Option<MarkedText>,
    pub approved_by: Option<String>,
    pub approved_on: Option<DayInWords>,
    pub next_review: Option<DayInWords>,
}

#[derive(Debug, Serialize)]
pub struct OpportunityLine {
    pub group: String,
    /// The time, as the school states it.
    pub when: String,
    pub what: String,
}

pub(crate) fn provider_access<'a>(context: &Context<'a>) -> Option<ProviderAccessPage<'a>> {
    let statement = context.programme.provider_access.as_ref()?;
    let team = &context.programme.team;
    let contacts = statement.contact.iter().flat_map(|role| team.with_role(role.value));
    Some(ProviderAccessPage {
        statement: &statement.prose,
        contacts: contacts.map(|person| PersonCard::new(person, context)).collect(),
        request: statement.request.as_ref().map(RichText::marked),
        granting: statement.granting.as_ref().map(RichText::marked),
        refusing: statement.refusing.as_ref().map(RichText::marked),
        premises: statement.premises.as_ref().map(RichText::marked),
        safeguarding: statement.safeguarding.as_ref().map(RichText::marked),
        duty: statement.duty.as_ref().map(RichText::marked),
        opportunities: statement
            .opportunities
            .iter()
            .map(|opportunity| OpportunityLine {
                group: context.groups().get(opportunity.group).map_or_else(String::new, |group| group.name.clone()),
                when: format::capital(
                    &context
                        .language
                        .several_times((&opportunity.times.when, &opportunity.times.when_words), context.year()),
                ),
                what: opportunity.what.clone(),
            })
            .collect(),
        phases: phases(context),
        past_providers: statement.past_providers.clone(),
        complaints: statement.complaints.as_ref().map(RichText::marked),
        approved_by: statement.approved_by.clone(),
        approved_on: statement.approved_on.as_ref().map(|day| context.language.date(day)),
        next_review: statement.next_review.as_ref().map(|next| context.language.date(&next.value)),
    })
}
