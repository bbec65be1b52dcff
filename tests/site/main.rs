//! Finished sites: what every built site keeps, built in memory from the example, the fixtures and small schools.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests write the folders they read and fail by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/in_language.rs"]
mod in_language;

mod accessibility;
mod archive;
mod build;
mod claims;
mod cohorts;
mod dates;
mod docs;
mod edits;
mod encounters;
mod event_lists;
mod evidence;
mod example;
mod languages;
mod law;
mod meetings;
mod pictures;
mod private;
mod real_schools;
mod rich_texts;
mod search;
mod sheets;
mod small_numbers;
mod sources;
mod to_confirm;
mod translations;
mod true_pages;
mod weight;
mod words;
mod workplaces;
mod year_turns;
