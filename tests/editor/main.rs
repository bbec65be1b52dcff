//! Edits of content files: what changes, what stays, and what is refused.

#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads and writes files and fails on the first surprise"
)]

mod change_sets;
mod form;
#[cfg(feature = "slow-tests")]
mod hostile;
#[cfg(feature = "slow-tests")]
mod killed;
#[cfg(feature = "slow-tests")]
mod killed_changes;
#[cfg(feature = "slow-tests")]
mod random_changes;
mod saving;
mod structure;
