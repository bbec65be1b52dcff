//! Edits of content files: what changes, what stays, and what is refused.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test reads and writes files and fails on the first surprise"
)]

mod saving;
mod structure;
