//! The dashboard: the pages below `/-/`, where the content is looked through and the site is built.
//!
//! Every page is complete without scripts: forms are sent, answered with a redirect, and the page is loaded again.
//!
//! - `answer` finds the page for an address, and `page` renders it with the templates in `browser/dashboard`;
//! - `home` is the first page: `todo` lists what to do, `listing` what there is;
//! - `file` is the page of one content file;
//! - `build_job` builds the site, and `archive` packs it.

mod address;
mod answer;
mod archive;
mod build_job;
mod build_page;
mod file;
mod home;
mod listing;
mod page;
mod request;
mod state;
mod todo;

pub(super) use answer::respond;
pub(super) use state::DashboardState;
