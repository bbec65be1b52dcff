//! What many pages show: links, events, activities, people, benchmarks.

use crate::programme::FurtherPage;
use crate::view::address::Address;
use crate::view::parts::language_name::LanguageName;
use serde::Serialize;

/// A link to a page of this site.
#[derive(Clone, Debug, Serialize)]
pub struct LinkTo {
    /// Where it leads.
    pub address: Address,
    /// Its words.
    pub title: String,
    /// One line about it.
    pub about: Option<String>,
    /// The language of its words, if that is not the site's own.
    pub language: Option<LanguageName>,
}

impl LinkTo {
    /// A link without a line about it.
    pub fn new(address: Address, title: impl Into<String>) -> Self {
        Self { address, title: title.into(), about: None, language: None }
    }
}

/// A further page, with a line about it.
pub(crate) fn further_page(page: &FurtherPage) -> LinkTo {
    LinkTo {
        about: page.summary.clone(),
        ..LinkTo::new(Address::new(format!("pages/{}.html", page.id)), page.title.clone())
    }
}
