//! The provider access policy statement.

use serde::Serialize;

use crate::programme::Prose;
use crate::view::context::Context;
use crate::view::draft::PageDraft;
use crate::view::format::DayInWords;
use crate::view::parts::person_card::PersonCard;
use crate::view::parts::provider_phases::{PhaseLine, phases};
use crate::view::routes::PageKind;

/// The provider access policy statement.
#[derive(Debug, Serialize)]
pub struct ProviderAccessPage<'a> {
    /// The statement.
    pub statement: &'a Prose,
    /// The contact.
    pub contacts: Vec<PersonCard>,
    /// How to request access.
    pub request: Option<String>,
    /// When access is granted.
    pub granting: Option<String>,
    /// When it may be refused.
    pub refusing: Option<String>,
    /// Rooms and equipment.
    pub premises: Option<String>,
    /// Safeguarding requirements.
    pub safeguarding: Option<String>,
    /// How the duty is met.
    pub duty: Option<String>,
    /// The opportunities for access.
    pub opportunities: Vec<OpportunityLine>,
    /// The duty, phase by phase, and the events that meet it.
    pub phases: Vec<PhaseLine>,
    /// Providers that visited before.
    pub past_providers: Vec<String>,
    /// How to complain.
    pub complaints: Option<String>,
    /// The person or body that approved the statement.
    pub approved_by: Option<String>,
    /// The date of approval.
    pub approved_on: Option<DayInWords>,
    /// When it is next reviewed.
    pub next_review: Option<DayInWords>,
}

/// A time at which providers may come.
#[derive(Debug, Serialize)]
pub struct OpportunityLine {
    /// The group's name.
    pub group: String,
    /// The time, as the school states it.
    pub when: String,
    /// A description.
    pub what: String,
}

/// The provider access page, if there is a statement.
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
        approved_on: statement.approved_on.map(|day| context.language.day(day)),
        next_review: statement.next_review.as_ref().map(|next| context.language.day(next.value)),
    })
}

pub(crate) fn build<'a>(context: &Context<'a>) -> Option<PageDraft<'a, ProviderAccessPage<'a>>> {
    Some(PageDraft::new(PageKind::ProviderAccess, provider_access(context)?, context))
}
