//! Stage 3: checks whether the programme is complete, lawful, up to date, accessible and private.
//!
//! Takes the content files, the programme built from them, the field's facts and today's date. Adds findings, and
//! never stops a build. Each rule is one file: the doc comment is the text of `fingerpost explain`, and the function
//! below it reports the findings with their messages.
//!
//! The rules for finished pages are in `audit`, and those for other websites in `external`.

mod accessible;
mod check_report;
mod complete;
mod content_rule;
mod fresh;
mod input;
mod lawful;
pub mod links;
mod phrases;
mod print_report;
mod private;
mod programme_context;
mod rule;
mod run;
mod school_years;
mod signal_table;
mod summary;
mod text_context;
mod text_results;
mod text_rules;
mod word_table;

use crate::text::{PageText, Passage, PassageKind, TextHeading, TextLink, TextPicture, TextTable};
pub use check_report::{AccessibilityAudit, AuditedRule, CheckReport};
use content_rule::{ContentCheck, ContentRule, Signals, TextCheck};
pub use input::RuleInput;
pub use print_report::PaperRecord;
pub(crate) use print_report::{PaperInput, print_report};
pub(crate) use rule::{Explanation, Rule, rule, run_rules};
pub(crate) use run::explanations;
pub use run::{check, check_texts, is_about_age, is_of_text};
pub use summary::ComplianceSummary;
use text_context::KnownContacts;
pub use text_context::{TextContext, TextRuleInput};
use text_results::FileLinks;
use word_table::{WordRule, WordTable};
