//! Stage 3: the [`Programme`] becomes findings: what is missing, overdue, or still to be written.
//!
//! Takes the programme, the field's facts and today; gives findings. One rule a file; rules
//! collect, and never stop a build.

mod placeholder;
mod review_past;
mod statutory;
mod weekday;

use jiff::civil::Date;

use crate::framework::Facts;
use crate::programme::Programme;
use crate::read::Sources;
use crate::report::Findings;

/// What a rule looks at.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The content files.
    pub sources: &'a Sources,
    /// The programme made from them.
    pub programme: &'a Programme,
    /// The field's facts.
    pub facts: &'a Facts,
    /// Today.
    pub today: Date,
}

/// A rule: looks at the subject and adds what it finds.
type Rule = fn(&Subject<'_>, &mut Findings);

/// Every rule.
const RULES: [Rule; 4] = [statutory::check, review_past::check, placeholder::check, weekday::check];

/// Applies every rule.
pub fn check(subject: &Subject<'_>) -> Findings {
    let mut findings = Findings::default();
    for rule in RULES {
        rule(subject, &mut findings);
    }
    findings
}
