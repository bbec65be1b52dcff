//! A list goes through the years and ends at Year 11, but the school has a sixth form. Usually it was copied from a school
//! without one, or is older than the sixth form, and pupils of Years 12 and 13 find nothing for them. A text that names
//! the sixth form anywhere else is not reported. That lists are complete is our own advice.
//!
//! Wrong:
//!
//! ```text
//! - Year 9: choosing subjects
//! - Year 10: work experience
//! - Year 11: the next step
//! ```
//!
//! Right:
//!
//! ```text
//! - Year 9: choosing subjects
//! - Year 10: work experience
//! - Year 11: the next step
//! - Years 12 and 13: university, apprenticeships and work
//! ```

use crate::check::school_years::{SIXTH_FORM, years_named};
use crate::check::{PageText, Passage, PassageKind, TextCheck, TextRuleInput};
use crate::report::{Advice, Code, Findings, Severity, list};

pub(super) const CODE: Code = Code::new("list-ends-early");

/// The last year before the sixth form.
const LAST_BEFORE: u8 = 11;

/// The fewest items that are a list of years.
const MIN_ITEMS: usize = 3;

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let later = &input.context.later_years;
    TextCheck::each(move |text, findings| {
        // The years of a plan, an event or an offer are in its keys.
        let is_about_some = ["programme/", "events/"].iter().any(|folder| text.path().as_str().starts_with(folder));
        if !later.is_empty() && !is_about_some {
            report(text, later, findings);
        }
    })
}

fn report(text: &PageText, later: &[u8], findings: &mut Findings) {
    let Some(last) = end_of_list(text) else { return };
    let names_sixth_form = text
        .passages
        .iter()
        .any(|passage| years_named(text.text_of(passage)).iter().any(|year| SIXTH_FORM.contains(year)));
    if names_sixth_form {
        return;
    }
    let later: Vec<String> = later.iter().map(|year| format!("Year {year}")).collect();
    let later = list(&later);
    let advice = Advice {
        code: CODE,
        severity: Severity::Could,
        message: format!("this list ends at Year {LAST_BEFORE}, but you have {later}"),
        help: format!("Add {later}. If the list is not about them, leave it."),
    };
    findings.advise(advice, text.place(&last.span));
}

/// The last item of a list, a table or headings that go from year to year up to Year 11.
fn end_of_list(text: &PageText) -> Option<&Passage> {
    let mut before: Vec<u8> = Vec::new();
    let mut end = None;
    let parts = text
        .body()
        .filter(|passage| matches!(passage.kind, PassageKind::Item | PassageKind::Cell | PassageKind::Heading));
    for passage in parts {
        let Some(year) = first_year(text.text_of(passage)) else { continue };
        if before.last().is_some_and(|last| year <= *last) {
            before.clear();
        }
        before.push(year);
        if year == LAST_BEFORE && before.len() >= MIN_ITEMS {
            end = Some(passage);
        }
    }
    end
}

/// The year with which an item begins: “Year 9: choosing”, “Years 10 and 11”.
fn first_year(item: &str) -> Option<u8> {
    // Most items of most texts end here.
    if !item.trim_start().starts_with(['y', 'Y']) {
        return None;
    }
    let start: String = item.chars().take(24).collect();
    let head = start.split([':', '.', '(']).next().unwrap_or_default();
    years_named(head).last().copied()
}
