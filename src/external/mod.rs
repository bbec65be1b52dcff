//! Checks links to other websites over HTTP, only when somebody asks for it.
//!
//! The checker follows each address and gives a verdict; the cache keeps verdicts between runs, and
//! the rules report them.

mod cache;
mod cache_file;
mod checker;
mod client;
mod results;
mod rules;
mod verdict;
mod web_client;

use crate::check::{Explanation, run_rules};
use crate::report::Findings;
pub use cache::{Memory, Remembered};
pub use cache_file::{Notebook, NotebookTrouble};
pub use checker::tour;
pub use client::{Answer, Door, Method, Reply, Silence};
pub use results::Answers;
pub use verdict::{Doubt, Loss, Verdict};
pub use web_client::Web;

/// The explanation of every rule for links to other websites.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    rules::RULES.iter().map(|rule| &rule.explanation)
}

/// Runs every rule for links to other websites.
pub fn check_answers(answers: &Answers<'_>) -> Findings {
    let mut findings = Findings::default();
    run_rules(rules::RULES, |check, findings| check(answers, findings), &mut findings);
    findings
}
