//! A link to a page of this site.

use serde::Serialize;

use crate::programme::{FurtherPage, Policy, PolicyBody};
use crate::view::address::Address;
use crate::view::parts::language_name::LanguageName;
use crate::view::routes::{PageKind, policy_address};

#[derive(Clone, Debug, Serialize)]
pub struct LinkTo {
    pub address: Address,
    pub title: String,
    pub about: Option<String>,
    /// The language of the text, if it isn't the site's.
    pub language: Option<LanguageName>,
}

impl LinkTo {
    pub fn new(address: Address, title: impl Into<String>) -> Self {
        Self { address, title: title.into(), about: None, language: None }
    }

    pub(crate) fn further_page(page: &FurtherPage) -> Self {
        Self {
            about: page.summary.as_deref().map(str::to_owned),
            ..Self::new(PageKind::FurtherPage.address_of(&page.id()), page.title.clone())
        }
    }

    /// A link to a policy. The title of a document includes its file type.
    pub(crate) fn policy(policy: &Policy) -> Self {
        let note = match &policy.body {
            PolicyBody::Text(_) => None,
            PolicyBody::Document(file) => file.note(),
        };
        let title = note.map_or_else(|| policy.title.clone(), |note| format!("{} ({note})", policy.title));
        Self::new(policy_address(policy), title)
    }
}
