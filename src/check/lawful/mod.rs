//! What the law asks of this kind of institution.

mod provider_access;
mod statutory;

use super::{Rule, rule};

pub(super) const RULES: &[Rule] = &[
    rule!("statutory.rs", Statutory, statutory::check),
    rule!("provider_access.rs", ProviderAccess, provider_access::check),
];
