//! The law or the statutory guidance asks for this on your website, and it is missing. `must` means that the law binds
//! your kind of school or college; `should` means that it is recommended. Most of it is in the School Information
//! (England) Regulations 2008, Schedule 4, paragraph 15, which bind maintained schools (as the guidance of 8 May 2025
//! names them). Academies should publish the same, and must if their funding agreement says so. The statement on access
//! for providers is a must for both (Education Act 1997, section 42B, as amended to 1 January 2023). All this is for
//! schools with pupils of Years 7 to 11. An address or a number that is reserved for examples reaches nobody, and does
//! not count. Each finding gives its source and the edition that Fingerpost knows. This is help, not legal advice.
//! Fingerpost still builds the site.
//!
//! Wrong:
//!
//! ```yaml
//! people:
//!   - role: careers-leader
//!     email: careers@ridgeway.example
//! ```
//!
//! Right:
//!
//! ```yaml
//! people:
//!   - role: careers-leader
//!     name: Dr Priya Venn
//!     email: careers@ridgeway.example
//!     phone: 01632 960123
//! ```

use crate::check::RuleInput;
use crate::programme::{Statutory, statutory};
use crate::report::{Advice, Code, Findings, Severity, Subject};

pub(super) const CODE: Code = Code::new("statutory");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for status in statutory(input.programme, input.facts).into_iter().filter(|status| !status.met) {
        let (severity, who) = if status.must() { (Severity::Must, "the law") } else { (Severity::Should, "guidance") };
        let Statutory { title, asks, write, duty, missing, place, blanks, .. } = status;
        let (message, write) = match missing.as_slice() {
            [] => (format!("{who} asks for this, and it is missing: {title}"), write),
            parts => {
                let parts = parts.join("; ");
                (format!("{who} asks for this, and a part of it is missing: {title}"), format!("Add: {parts}."))
            }
        };
        let advice = duty.advice.as_ref().map_or_else(String::new, |advice| format!(" {advice}"));
        let help = format!("{write} {asks}\n{}.{advice} {}", duty.basis, duty.from.cited());
        // A blank in the same line is the same thing to write.
        let lines: Vec<Subject> = blanks.iter().chain([&place]).map(Subject::line).collect();
        findings.advise_breaking(Advice { code: CODE, severity, message, help }, place, lines);
    }
}
