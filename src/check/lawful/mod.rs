//! What the law asks of this kind of institution.

mod accessibility_claim;
mod accessibility_unchecked;
mod provider_access;
mod statutory;

use super::{ContentRule, rule};

pub(super) const RULES: &[ContentRule] = &[
    rule!("statutory.rs", Statutory, statutory::check),
    rule!("provider_access.rs", ProviderAccess, provider_access::check),
    rule!("accessibility_claim.rs", AccessibilityClaim, accessibility_claim::check),
    rule!("accessibility_unchecked.rs", AccessibilityUnchecked, accessibility_unchecked::check),
];
