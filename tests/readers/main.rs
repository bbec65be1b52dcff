//! Calendars, feeds and data, read by programs of other people in other languages.
//!
//! What we publish for other programs is only right if they read from it what our pages show. These
//! tests install readers by name and version (Python's `icalendar`, `recurring-ical-events`,
//! `feedparser` and `jsonschema`; JavaScript's `ical.js`, `jsonld`, `schema-dts` and `ajv`) into the
//! target folder, give them whole sites, and compare.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "tests write sites, run readers and stop at the first surprise"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/packages.rs"]
mod packages;

mod calendars;
mod data;
mod feeds;
mod generate;
mod linked_data;
mod shown;
mod subscriber;
mod tools;
