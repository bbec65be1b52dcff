//! The program at its edges: new sites, imports, links to other websites, and hostile input.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "tests write the folders they read and fail by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod external;
#[cfg(feature = "slow-tests")]
mod hostile;
mod import;
mod keys;
#[cfg(feature = "slow-tests")]
mod killed;
mod mistakes;
mod new;
mod next_year;
mod nothing_lost;
mod paper;
mod school;
mod unchanged;
