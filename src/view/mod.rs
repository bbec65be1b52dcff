//! Stage 4: builds a [`Site`] from the programme: the address of every page, and the data of its template.
//!
//! Takes the programme, the results of the rules, the facts and the day; returns one struct for each kind of
//! page. No HTML, Markdown or files. Notes for staff are only put into pages for staff, because each struct
//! is built for an audience.

mod address;
mod content_set;
mod context;
mod dates;
mod draft;
mod exports;
mod findings;
mod folders;
mod format;
mod languages;
mod layout;
mod moved_events;
mod page;
mod page_list;
mod page_of_file;
mod pages;
mod parts;
mod past_events;
mod routes;
mod sheets;
mod site;
mod source_files;
mod time;
mod web_address;

pub use address::Address;
pub use context::SiteInput;
pub use exports::calendar_entries::{CalendarEntry, CalendarFile, Calendars, EntryStatus, RecurrenceRule};
pub use exports::feeds::{Feed, News};
pub use exports::linked_data::LinkedData;
pub use exports::open_data::OpenData;
pub use findings::ViewProblem;
pub use folders::AudienceFolders;
pub use layout::Layout;
pub use page::{Page, PageBody};

pub use parts::pictures::PictureNote;
pub use parts::readout::{ReadoutView, StepView, readout};
pub use routes::PageKind;
pub use site::{Site, site};
pub use source_files::source_files;
pub use time::{Hours, to_uk_time, to_utc};
pub use web_address::WebAddress;
