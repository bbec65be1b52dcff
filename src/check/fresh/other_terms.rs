//! A text names a term that your year does not have, such as “spring term” in a school whose terms have numbers. The text
//! was copied, or the school has changed its terms, and readers do not know which weeks are meant. Policies and evaluations,
//! which are often about earlier years, are not reported.
//!
//! Wrong:
//!
//! ```text
//! Year 10 go on work experience in the summer term.     (but your terms are Term 1 to Term 6)
//! ```
//!
//! Right:
//!
//! ```text
//! Year 10 go on work experience in Term 6.
//! ```

use std::ops::Range;

use crate::check::content_rule::Signals;
use crate::check::phrases::Phrases;
use crate::check::{PageText, TextCheck, TextRuleInput};
use crate::programme::AcademicYear;
use crate::report::{Advice, Code, Severity};
use crate::text::words;

pub(super) const CODE: Code = Code::new("other-terms");

/// The names of terms that are not numbers.
const NAMES: [&str; 7] = ["autumn", "spring", "summer", "michaelmas", "lent", "hilary", "trinity"];

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let names = &input.context.other_terms;
    let search = Phrases::in_any_case(names);
    let own = crate::report::list(&input.context.own_terms);
    TextCheck::passages(Signals::Words(names.clone()), move |text, passage, findings| {
        if is_about_the_past(text) {
            return;
        }
        let written = text.text_of(passage);
        let Some(term) = search.find(written).find_map(|(_, name)| term(written, name)) else { return };
        let advice = Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("`{}` is not one of your terms", written.get(term.clone()).unwrap_or_default()),
            help: format!("Your terms are {own}. Write one of them, or a month."),
        };
        findings.advise(advice, text.place_of(passage, &term));
    })
}

fn is_about_the_past(text: &PageText) -> bool {
    let path = text.path().as_str();
    path.starts_with("evaluation") || path.starts_with("policies/")
}

/// The names of terms that the year does not have.
pub(in crate::check) fn other_terms(year: &AcademicYear) -> Vec<String> {
    let has = |name: &str| year.terms.iter().any(|term| term.name.to_lowercase().contains(name));
    let names = NAMES.into_iter().filter(|name| !year.terms.is_empty() && !has(name));
    names.map(str::to_owned).collect()
}

/// From the name to “term”: “spring term”, “spring and summer terms”.
fn term(text: &str, name: Range<usize>) -> Option<Range<usize>> {
    let rest = text.get(name.end..)?;
    let mut end = 0;
    for word in words(rest) {
        if rest.get(end..word.at)?.contains(['.', '!', '?', ':', ';', '\n']) {
            return None;
        }
        end = word.end();
        let lower = word.text.to_lowercase();
        if ["term", "terms", "term’s", "term's"].contains(&lower.as_str()) {
            return Some(name.start..name.end + word.end());
        }
        if !["and", "or"].contains(&lower.as_str()) && !NAMES.contains(&lower.as_str()) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_is_a_term_only_before_the_word() {
        let found = |text: &'static str| {
            Phrases::in_any_case(NAMES).find(text).find_map(|(_, name)| term(text, name)).map(|span| &text[span])
        };
        assert_eq!(found("in the Spring term, then"), Some("Spring term"));
        assert_eq!(found("Autumn and summer terms"), Some("Autumn and summer terms"));
        for text in ["a summer school", "in spring", "Spring Road", "in summer. Term 2 begins"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
