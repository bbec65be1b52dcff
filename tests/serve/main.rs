//! The preview without a browser: what it answers to whom, how it notices changes, and that it always
//! ends up with what a build would give.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test works on folders and fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/html_forms.rs"]
mod html_forms;
#[path = "../common/preview.rs"]
mod preview;
#[path = "../common/start_page.rs"]
mod start_page;
#[path = "../common/until.rs"]
mod until;

mod answers;
mod client;
mod dashboard;
mod drafts;
mod evaluations;
mod first_thing;
mod form_layout;
mod forms;
#[cfg(feature = "slow-tests")]
mod hostile;
#[cfg(feature = "slow-tests")]
mod hostile_forms;
#[cfg(feature = "slow-tests")]
mod hostile_start;
#[cfg(feature = "slow-tests")]
mod hostile_uploads;
mod html_form;
mod imports;
mod next_year;
#[cfg(feature = "slow-tests")]
mod posted_edits;
mod program;
#[cfg(feature = "slow-tests")]
mod random;
mod start;
mod uploads;
mod watches;
