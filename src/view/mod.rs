//! Stage 4: the [`Programme`] becomes a [`Site`]: every page's address and what it shows.
//!
//! Takes the programme, the field's facts and today; gives typed pages, a struct a kind, built by
//! functions that know the [`Audience`]. No HTML, no Markdown, no files. What only staff are told
//! is only ever put into a page for staff.

mod address;
mod collect;
mod context;
mod exports;
mod findings;
mod format;
mod languages;
mod layout;
mod origins;
mod page;
mod page_list;
mod pages;
mod parts;
mod site;
mod time;
mod web_address;

pub use address::Address;
pub use exports::calendars::{Calendar, Calendars, Entry, Recurrence};
pub use exports::feeds::{Feed, News};
pub use exports::linked_data::LinkedData;
pub use exports::open_data::OpenData;
pub use findings::ViewProblem;
pub use layout::Frame;
pub use origins::origins;
pub use page::{Body, Page};
pub use parts::filters::ForWhom;
pub use parts::language_name::{LanguageLink, LanguageName};
pub use parts::link::LinkTo;
pub use parts::pictures::PictureNote;
pub use parts::readout::{LineView, ReadoutView, StepView, readout};
pub use site::{Site, site};
pub use time::{Hours, moment_in_britain, moment_in_utc};
pub use web_address::WebAddress;
