//! The dashboard: the pages below `/-/`, where the content is looked through and changed, and the site is built.
//!
//! Every page is complete without scripts: forms are sent, answered with a redirect, and the page is loaded again.
//!
//! - `answer` finds the page for an address, and `page` renders it with the templates in `browser/dashboard`;
//! - `home` is the first page: `todo` lists what to do, `listing` what there is;
//! - `form_open` opens a form and `form_page` shows it: that of a content file, or of an item of a list in it, which `form_target` opens and `form_parts`
//!   and `field_view` prepare for the template. `form_save` takes it and `saving` saves it, `row_changes` adds and moves its rows, and
//!   `conflict_page` shows both versions if the file has changed meanwhile, and `lost_form` what was typed if it has no place any more;
//! - `live` answers the script of a form while somebody types, `drafts` keeps what was typed, `typed_findings` has what is wrong with it, and `open_forms` knows which
//!   forms are open in several tabs;
//! - `text_page` is a file as text, `new_page` makes new files, and `history_page` has the saves of the past;
//! - `upload_page` takes pictures and documents, which wait in `staged` until their form is complete, and `media_page` lists
//!   them with their uses;
//! - `import_page` takes spreadsheets and calendars, and shows what `import_drafts` would make of them before it is saved;
//! - `year_page` moves everything on to the next school year, and `year_view` prepares what it shows;
//! - `build_job` builds the site, `archive` packs it, and `stop_page` ends the program;
//! - `pages` is what these pages share with the start page.

mod address;
mod answer;
mod archive;
mod build_job;
mod build_page;
mod conflict_page;
mod drafts;
mod event_dates;
mod field_view;
mod file_names;
mod form_open;
mod form_page;
mod form_part;
mod form_parts;
mod form_save;
mod form_target;
mod history_page;
mod home;
mod import_drafts;
mod import_page;
mod import_review;
mod known_files;
mod known_names;
mod lines_view;
mod listing;
mod live;
mod lost_form;
mod media_page;
mod new_choice;
mod new_kinds;
mod new_page;
mod open_forms;
mod own_links;
mod page;
mod pages;
mod request;
mod row_changes;
mod saving;
mod staged;
mod state;
mod statements;
mod stop_page;
mod text_page;
mod text_part_view;
mod todo;
mod typed_findings;
mod upload_page;
mod wording;
mod year_page;
mod year_view;

pub(super) use address::of_file;
pub(super) use answer::respond;
pub(super) use file_names::name_of_files;
pub(super) use page::Frame;
pub(super) use pages::{Admitted, DashboardPages, page_file};
pub(super) use state::DashboardState;
pub(super) use stop_page::stopped;
