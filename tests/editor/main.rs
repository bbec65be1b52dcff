//! Edits of content files: what changes, what stays, and what is refused.

#![expect(
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
mod hostile;
mod killed;
mod random_changes;
mod saving;
mod structure;
