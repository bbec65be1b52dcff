//! A page, and the data of its template.

use serde::Serialize;

use super::address::Address;
use super::exports::linked_data::LinkedData;
use super::pages::page_table;
use super::parts::filters::ForWhom;
use super::parts::language_name::{LanguageLink, LanguageName};
use super::parts::link::LinkTo;
use super::routes::PageKind;
use crate::programme::Audience;
use crate::report::Source;

macro_rules! bodies {
    ($($kind:ident { module: $module:ident, page: $page:ident $(<$life:lifetime>)?, $($facts:tt)* })*) => {
        /// The data that the template of a page receives as `view`.
        #[derive(Debug, Serialize)]
        #[serde(untagged)]
        pub enum PageBody<'a> { $($kind(Box<super::pages::$module::$page $(<$life>)?>)),* }
    };
}

page_table!(bodies);

#[derive(Debug, Serialize)]
pub struct Page<'a> {
    #[serde(skip)]
    pub kind: PageKind,
    pub address: Address,
    /// The relative path to the site's root: empty, `../` or more of them. On the 404 page it is absolute.
    pub root: String,
    pub title: String,
    /// One line, for search engines and previews.
    pub description: String,
    pub audience: Option<Audience>,
    /// The audiences and groups it is for, by which visitors filter search results.
    #[serde(skip)]
    pub for_whom: ForWhom,
    /// The breadcrumb trail, the home page first; empty on the home page.
    pub trail: Vec<LinkTo>,
    /// True if it lists events, which may pass between two builds.
    pub dated: bool,
    /// `None` for the site's own.
    pub language: Option<LanguageName>,
    /// The same page in every language it is available in; empty if there is only one.
    pub languages: Vec<LanguageLink>,
    #[serde(skip)]
    pub linked_data: Option<LinkedData>,
    #[serde(skip)]
    pub body: PageBody<'a>,
    /// The content file that it is built from, if there is one.
    #[serde(skip)]
    pub source: Option<&'a Source>,
}

impl Page<'_> {
    /// True if A to Z and search engines list it.
    pub fn is_listed(&self) -> bool {
        !self.is_over() && !self.is_sheet() && !matches!(self.kind, PageKind::NotFound | PageKind::Search)
    }

    /// True if the search index includes it. A page that only lists other pages would match every word.
    pub fn is_searchable(&self) -> bool {
        !self.is_over()
            && !self.is_sheet()
            && !matches!(self.kind, PageKind::Search | PageKind::AToZ | PageKind::NotFound)
    }

    /// True for a sheet to print. Its event's page is the one to find: it links to the sheet.
    fn is_sheet(&self) -> bool {
        matches!(self.kind, PageKind::PupilSheet | PageKind::EmployerBrief | PageKind::StaffNote)
    }

    /// True for a page of a past year, and for an address that leads elsewhere: nobody should find them by a search.
    fn is_over(&self) -> bool {
        self.is_redirect() || self.kind == PageKind::PastYear
    }

    /// True if it only leads to another page. No page links to it.
    pub fn is_redirect(&self) -> bool {
        self.kind == PageKind::MovedEvent
    }

    /// The pages above it, without the home page, and the day of an event: “Events › Thursday 4 March 2027”.
    pub fn place(&self) -> String {
        let above = self.trail.iter().skip(1).map(|above| above.title.as_str());
        let day = match &self.body {
            PageBody::Event(page) => Some(page.event.day.long.as_str()),
            _ => None,
        };
        above.chain(day).collect::<Vec<_>>().join(" › ")
    }

    pub fn is_past(&self) -> bool {
        matches!(&self.body, PageBody::Event(page) if page.event.past)
    }

    pub(super) fn link(&self) -> LinkTo {
        LinkTo { language: self.language.clone(), ..LinkTo::new(self.address.clone(), self.title.clone()) }
    }
}
