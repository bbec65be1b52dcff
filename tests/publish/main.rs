//! Publishing into real folders: what it writes, leaves alone and refuses, also on a full disk or when killed.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stderr,
    reason = "tests use real folders"
)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod disk_full;
mod folder;
mod killed;
mod refuses;
mod streams;
mod unchanged;
mod writes;
