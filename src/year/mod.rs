//! Moves the content of a site on to the next academic year.
//!
//! Takes the texts of a content folder and, if there is one, a list of the next year's term dates; gives the changes of all
//! files, and a row for each change and for what people have to decide ([`YearPlan`]). Nothing is written here: the changes
//! are made together or not at all by [`EditableFolder::make_changes`](crate::editor::EditableFolder::make_changes).
//!
//! - The terms move first (`next_terms`, or `term_list` reads them), and decide where every day goes (`school_weeks`).
//! - Events get new days, names and ids (`events`), other dates follow one table of rules (`date_rules`), and the days of
//!   events in sentences follow the events (`sentences`, `names`).
//! - Days that others set, such as results days, are never worked out. The old texts stay in `archive/`.

mod archive;
mod date_rules;
mod date_values;
mod event_file;
mod events;
mod keys;
mod moves;
mod names;
mod next_terms;
mod outside_days;
mod plan;
mod row;
mod school;
mod school_weeks;
#[cfg(test)]
mod school_weeks_tests;
mod sentences;
mod table;
mod term_list;
mod words;

pub use next_terms::NextTerms;
pub use plan::{YearError, YearInput, YearPlan, current_year, next_year};
pub use row::{Certainty, ReasonGroup, RowKind, YearRow, by_reason};
pub use table::{csv, xlsx};
pub use term_list::{TermListError, read_terms};
