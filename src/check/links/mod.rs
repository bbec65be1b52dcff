//! Links of the content to other websites and into the school's own network.

mod external_links;
mod intranet_link;
mod private_hosts;

use super::{ContentRule, rule};
pub use external_links::Outward;
pub(crate) use private_hosts::is_inward;
pub use private_hosts::is_public;

pub(super) const RULES: &[ContentRule] = &[rule!("intranet_link.rs", IntranetLink, intranet_link::check)];
