//! Runs the rules.

use super::input::RuleInput;
use super::rule::{ContentRule, Explanation, run_rules};
use super::{accessible, complete, fresh, lawful, links, private};
use crate::programme::{Examination, Examined};
use crate::report::{Code, ContentPath, Findings};

/// Every rule, group by group.
const GROUPS: [&[ContentRule]; 6] =
    [complete::RULES, lawful::RULES, fresh::RULES, accessible::RULES, private::RULES, links::RULES];

/// The explanation of every rule of this stage.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    GROUPS.into_iter().flatten().map(|rule| &rule.explanation)
}

/// The files that must not go out, because a rule found that they tell who people are.
pub fn private_files(reported: &Findings) -> Vec<ContentPath> {
    reported.of_code(Code::SheetOfPeople).map(|finding| finding.place.path().clone()).collect()
}

/// What the rules of accessibility looked for, and what they found in files that people are shown.
pub fn examination(input: &RuleInput<'_>, reported: &Findings) -> Examination {
    let shown = |path: &ContentPath| {
        let is_document = input.documents.iter().any(|document| document.path == *path);
        !is_document || input.is_linked(path)
    };
    let examined = |rule: &ContentRule| {
        let places = reported.of_code(rule.explanation.code).map(|finding| finding.place.path());
        Examined { code: rule.explanation.code, found: places.filter(|path| shown(path)).cloned().collect() }
    };
    let rules = accessible::RULES.iter().filter(|rule| accessible::is_applied(rule.explanation.code, input));
    Examination { rules: rules.map(examined).collect(), own_theme: !input.sources.theme.is_empty() }
}

/// Runs every rule of this stage.
pub fn check(input: &RuleInput<'_>) -> Findings {
    let mut findings = Findings::default();
    run_rules(&GROUPS.concat(), |check, findings| check(input, findings), &mut findings);
    findings
}
