//! The audit of what departments do already: forms that ask them, and their answers as draft activities.
//!
//! Takes the programme and the questions of the [facts](crate::framework::DepartmentAuditFacts); gives a form for each
//! department and team, as an Excel workbook and as Markdown. Takes filled forms back; gives drafts that add activities
//! with the status `proposed` to the groups' files, findings about what can't be read, and the coverage of the benchmarks.
//! Names of people and contact details stay in the form.

mod answer;
mod cells;
mod coverage;
mod departments;
mod drafts;
mod filled_form;
mod findings;
mod form;
mod markdown;
mod markdown_table;
mod privacy;
mod workbook;

pub(super) use cells::AuditColumn;
pub use coverage::{Coverage, CoverageRow, GroupCoverage, coverage};
pub use departments::{Department, departments, may_lack_subjects};
pub use drafts::{AuditAnswers, NewActivityCount, audit_drafts};
pub use filled_form::{FilledForm, read_form};
pub use findings::AuditFormProblem;
pub use form::{AuditForm, audit_form};
pub use markdown::form_as_markdown;
pub(super) use privacy::may_name_person;
pub use workbook::form_as_workbook;
