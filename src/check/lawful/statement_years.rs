//! The provider access statement names years, but not those of the sixth form. The duty has three key phases, and the
//! third is Years 12 and 13: schools must offer those pupils at least two encounters with providers (Education Act
//! 1997, section 42B, as amended to 1 January 2023). A statement copied from a school without a sixth form leaves them
//! out, and providers then do not know that they can come. If the statement is about all pupils, it needs no years.
//!
//! Wrong:
//!
//! ```text
//! Providers can meet our pupils in Years 8 to 11.
//! ```
//!
//! Right:
//!
//! ```text
//! Providers can meet our pupils in Years 8 to 13.
//! ```

use std::collections::BTreeSet;

use crate::check::school_years::{SIXTH_FORM, years_named};
use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::report::{Advice, Code, Findings, Severity, list};

pub(super) const CODE: Code = Code::new("statement-years");

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let context = input.context;
    let is_named = context.opportunity_years.iter().any(|year| SIXTH_FORM.contains(year));
    let later: &[u8] = if is_named { &[] } else { &context.later_years };
    TextCheck::each(move |text, findings| {
        if !later.is_empty() && text.path().as_str() == "provider-access.md" {
            report(text, later, findings);
        }
    })
}

fn report(text: &PageText, later: &[u8], findings: &mut Findings) {
    let named = || text.passages.iter().map(|passage| (passage, years_named(text.text_of(passage))));
    if named().any(|(_, years)| years.iter().any(|year| SIXTH_FORM.contains(year))) {
        return;
    }
    let is_key_phase = |year: &&u8| **year >= 8;
    let all: BTreeSet<u8> = named().flat_map(|(_, years)| years).filter(|year| is_key_phase(&year)).collect();
    // Years 1 to 7 and a single year may be about something else.
    if all.len() < 2 {
        return;
    }
    let Some((passage, _)) = named().find(|(_, years)| years.iter().any(|year| is_key_phase(&year))) else { return };
    let years: Vec<String> = later.iter().map(|year| format!("Year {year}")).collect();
    let years = list(&years);
    let advice = Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("the provider access statement names years, but not {years}"),
        help: format!("Add {years}: the third key phase of the law. Providers must be able to reach them too."),
    };
    findings.advise(advice, text.place(&passage.span));
}
