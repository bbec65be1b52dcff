//! Publishing into real folders: what it writes, what it leaves alone, what it refuses, and what a
//! full disk or a killed run leaves.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stderr,
    reason = "tests look at real folders"
)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod disk_full;
mod folder;
mod killed;
mod refuses;
mod writes;
