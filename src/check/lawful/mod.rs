//! Rules for what the law asks of this kind of institution.

mod accessibility_claim;
mod accessibility_unchecked;
mod catch_up;
mod outside_school_day;
mod provider_access;
mod statement_years;
mod statutory;
mod who_maintains;

use super::ContentCheck::{Site, Texts};
use super::{AccessibilityAudit, ContentRule, Rule, RuleInput, rule};
use crate::report::Findings;

pub(super) const RULES: &[ContentRule] = &[
    rule!("statutory.rs", statutory::CODE, Site(statutory::check)),
    rule!("who_maintains.rs", who_maintains::CODE, Site(who_maintains::check)),
    rule!("provider_access.rs", provider_access::CODE, Site(provider_access::check)),
    rule!("catch_up.rs", catch_up::CODE, Site(catch_up::check)),
    rule!("statement_years.rs", statement_years::CODE, Texts(statement_years::prepare)),
    rule!("outside_school_day.rs", outside_school_day::CODE, Site(outside_school_day::check)),
    rule!("accessibility_unchecked.rs", accessibility_unchecked::CODE, Site(accessibility_unchecked::check)),
];

/// A rule that also takes what the accessibility rules found.
type ClaimRule = Rule<fn(&RuleInput<'_>, &AccessibilityAudit, &mut Findings)>;

/// Checks the claim of full accessibility.
pub(super) const ACCESSIBILITY_CLAIM: ClaimRule =
    rule!("accessibility_claim.rs", accessibility_claim::CODE, accessibility_claim::check);
