//! The links of the content to other websites and into the school's own network.

mod external_links;
mod intranet_link;
mod private_hosts;

use super::ContentCheck::SiteAndTexts;
use super::{ContentRule, rule};
pub use external_links::ExternalLinks;
pub(crate) use private_hosts::is_private_host;
pub use private_hosts::is_public_address;

pub(super) const RULES: &[ContentRule] =
    &[rule!("intranet_link.rs", intranet_link::CODE, SiteAndTexts(intranet_link::check, intranet_link::prepare))];
