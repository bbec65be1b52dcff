//! The provider access policy statement.

use serde::Serialize;

use crate::programme::Prose;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::provider_phases::{PhaseLine, phases};

#[derive(Debug, Serialize)]
pub struct ProviderAccessPage<'a> {
    pub statement: &'a Prose,
    pub contacts: Vec<PersonCard>,
    pub request: Option<String>,
    pub granting: Option<String>,
    pub refusing: Option<String>,
    pub premises: Option<String>,
    pub safeguarding: Option<String>,
    pub duty: Option<String>,
    pub opportunities: Vec<OpportunityLine>,
    pub phases: Vec<PhaseLine>,
    pub past_providers: Vec<String>,
    pub complaints: Option<String>,
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
        approved_on: statement.approved_on.as_ref().map(|day| context.language.date(day)),
        next_review: statement.next_review.as_ref().map(|next| context.language.date(&next.value)),
    })
}
