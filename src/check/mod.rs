//! Stage 3: the [`Programme`] becomes findings: is it complete, lawful, fresh, accessible, private?
//!
//! Takes the content files, the programme made from them, the field's facts and today; gives
//! findings. Rules collect, and never stop a build. A rule is one file: its doc comment is what
//! `fingerpost explain` prints, its function looks, and its words stand beside it.
//!
//! Most rules look at the programme ([`check`]); some at the finished pages ([`check_pages`]), and
//! some at what other websites answered ([`check_answers`]).

mod accessible;
mod check_report;
mod complete;
mod fresh;
mod input;
mod lawful;
pub mod links;
mod print_report;
mod private;
mod rule;
mod run;
mod summary;
mod text;

pub use check_report::{AccessibilityAudit, AuditedRule, CheckReport};
pub use input::{InspectedDocument, RuleInput};
pub use print_report::print_report;
pub(crate) use rule::{ContentRule, rule, run_rules};
pub use rule::{Explanation, Rule};
pub use run::{check, explanations};
pub use summary::{ComplianceSummary, MetCount, Requirement};
pub use text::{MarkedLanguage, PageText, Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable};
