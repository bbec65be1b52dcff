//! Fingerpost knows the law, the guidance and the benchmarks in the editions that its version came with. The statutory
//! guidance is revised about once a year. After the day by which the facts were to be read again, there may be a newer
//! edition: look for a newer Fingerpost, and read the guidance yourself until there is one.
//!
//! Wrong:
//!
//! ```text
//! Fingerpost of November 2026, used in January 2028
//! ```
//!
//! Right:
//!
//! ```text
//! Fingerpost of November 2027, used in January 2028
//! ```

use crate::check::RuleInput;
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("facts-old");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let past = input.facts.sources.values().filter(|origin| origin.review_by < input.today);
    let Some(first) = past.min_by(|a, b| (a.review_by, &a.name).cmp(&(b.review_by, &b.name))) else { return };
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!(
            "this Fingerpost may not know the law as it is now: its facts were good until {}",
            date_in_words(first.review_by)
        ),
        help: "The guidance is revised about once a year: look for a newer Fingerpost.".into(),
    };
    findings.advise(advice, input.programme.institution.place.source.whole_file());
}
