//! The content moves on to the next academic year.
mod archive;
mod date_rules;
mod date_values;
mod event_file;
mod events;
mod keys;
mod moves;
mod names;
mod next_terms;
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
mod written_dates;

pub use next_terms::NextTerms;
pub use plan::{YearError, YearInput, YearPlan, current_year, next_year};
pub use row::{Certainty, YearRow};
pub use table::{csv, xlsx};
pub use term_list::{TermListError, read_terms};
