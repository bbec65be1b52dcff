//! How employers can take part through the year.

use serde::Serialize;

use crate::programme::{Activity, Audience, MarkedText};
use crate::view::context::Context;
use crate::view::format;
use crate::view::parts::term_plan::{self, TermPlan};

#[derive(Debug, Serialize)]
pub struct EmployersYearPage {
    pub years: Vec<YearNeeds>,
    pub terms: Vec<TermPlan>,
}

#[derive(Debug, Serialize)]
pub struct YearNeeds {
    pub group: String,
    pub note: MarkedText,
}

/// `None` if employers have no part in anything.
pub(crate) fn employers_year(context: &Context<'_>) -> Option<EmployersYearPage> {
    let concerns = |activity: &&Activity| activity.needs.is_some() || activity.notes.employers.is_some();
    let activities: Vec<&Activity> = context.programme.planned().filter(concerns).collect();
    let years = years(context);
    let terms = term_plan::by_term(&activities, Some(Audience::Employers), context);
    (!years.is_empty() || !terms.is_empty()).then_some(EmployersYearPage { years, terms })
}

pub(crate) fn years(context: &Context<'_>) -> Vec<YearNeeds> {
    let mut plans: Vec<_> = context.programme.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.groups.len() > 1, plan.groups.clone()));
    let needs = plans.into_iter().filter_map(|plan| {
        let group = format::capital(&context.language.groups(&plan.groups, context.groups()));
        Some(YearNeeds { group, note: plan.notes.employers.as_ref()?.marked() })
    });
    needs.collect()
}
