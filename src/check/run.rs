//! Runs the rules, and collects what later stages need from their findings.

use std::collections::HashSet;

use super::check_report::{AccessibilityAudit, AuditedRule, CheckReport};
use super::input::RuleInput;
use super::rule::{ContentRule, Explanation, run_rules};
use super::summary::ComplianceSummary;
use super::{accessible, complete, fresh, lawful, links, private};
use crate::report::{Code, ContentPath, Findings};

/// The rules that depend on no other rule, group by group. The accessibility rules run before them.
const GROUPS: [&[ContentRule]; 5] = [complete::RULES, lawful::RULES, fresh::RULES, private::RULES, links::RULES];

pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let groups = GROUPS.into_iter().chain([accessible::RULES]).flatten().map(|rule| &rule.explanation);
    groups.chain([&lawful::ACCESSIBILITY_CLAIM.explanation])
}

/// Runs every rule once. Drops findings about files that have errors, because they may be wrong.
pub fn check(input: &RuleInput<'_>, findings: &mut Findings) -> CheckReport {
    let mut accessibility = Findings::default();
    run_rules(accessible::RULES, |check, findings| check(input, findings), &mut accessibility);
    let mut reported = Findings::default();
    run_rules(&GROUPS.concat(), |check, findings| check(input, findings), &mut reported);
    let claim = [lawful::ACCESSIBILITY_CLAIM];
    run_rules(&claim, |check, findings| check(input, &accessibility, findings), &mut reported);
    let personal = reported.of_code(private::SHEET_OF_PEOPLE).map(|finding| finding.place.path().clone());
    let report = CheckReport {
        personal_files: personal.collect(),
        audit: audit(input, &accessibility),
        compliance: ComplianceSummary::of(input.programme, input.facts),
    };
    reported.append(accessibility);
    findings.append_for_valid_files(reported);
    report
}

/// The accessibility rules that apply to this site, with the published files that have findings.
fn audit(input: &RuleInput<'_>, accessibility: &Findings) -> AccessibilityAudit {
    let documents: HashSet<&ContentPath> = input.documents.iter().map(|document| &document.path).collect();
    let is_published = |path: &ContentPath| !documents.contains(path) || input.is_linked(path);
    let audited_rule = |code: Code| {
        let places = accessibility.of_code(code).map(|finding| finding.place.path());
        AuditedRule { code, files: places.filter(|path| is_published(path)).cloned().collect() }
    };
    let codes = accessible::RULES.iter().map(|rule| rule.explanation.code);
    AccessibilityAudit {
        rules: codes.filter(|code| accessible::applies(*code, input)).map(audited_rule).collect(),
        has_custom_theme: !input.sources.theme.is_empty(),
    }
}
