//! Findings, each with a place in a file.
//!
//! This is the lowest layer. Each stage declares a table of [`Problem`]s with the macro `findings!`, and adds them to
//! [`Findings`] with a [`Place`] (a file and a span in it). No stage stops at the first problem. A finding says what it
//! breaks and what it needs, and those that follow from others are removed when all are collected. [`mod@print`] formats
//! findings for people and for machines.

mod code;
mod consequences;
mod explain;
mod finding;
mod findings;
mod first_steps;
mod known_words;
mod place;
mod position;
pub mod print;
mod problem;
mod subject;
mod text;

/// The file in an output folder that lists what Fingerpost wrote there. A folder that has it is not read as content.
pub const MANIFEST: &str = ".fingerpost-manifest.json";

/// The cache folder in a content folder. It may be deleted at any time.
pub const CACHE_FOLDER: &str = ".fingerpost";

pub use code::{Code, Severity};
pub use explain::explanation;
pub use finding::Finding;
pub use findings::{Counts, Findings};
pub use first_steps::{FirstStep, FirstSteps, first_steps, is_of_new_site, unwritten_files};
pub use known_words::KnownWords;
pub use place::{ContentPath, FileLocation, Place, Source};
pub use position::Position;
pub(crate) use problem::findings;
pub use problem::{Advice, Problem};
pub use subject::Subject;
pub use text::{did_you_mean, list, nearest};
