//! Calendars, feeds and data, read by other programs.
//!
//! Run with `--features reader-tests`. The suite needs Python 3 with venv, and Node with npm. As root on Debian or
//! Ubuntu it installs them where they are missing; packages from PyPI and npm go into `target/`.
//!
//! Published data is right if other programs read from it what the pages show. These tests install readers by
//! name and version (Python's `icalendar`, `recurring-ical-events`,
//! `feedparser` and `jsonschema`; JavaScript's `ical.js`, `jsonld`, `schema-dts` and `ajv`) into the
//! target folder, run them on finished sites, and compare. Ignored tests, which take longer, build the examples of the
//! CommonMark specification and of the YAML test suite. `hosts` starts web servers from Debian's packages with the
//! settings that a site brings along.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests write sites, run programs and fail by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/packages.rs"]
mod packages;
#[path = "../common/until.rs"]
mod until;

mod calendars;
mod data;
mod feeds;
mod generate;
mod hosts;
mod imports;
mod linked_data;
mod shown;
mod subscriber;
mod suites;
mod tools;
