//! Runs the rules, and collects what later stages need from their findings.

use std::collections::HashSet;

use rayon::prelude::*;

use super::check_report::{AccessibilityAudit, AuditedRule, CheckReport};
use super::content_rule::ContentRule;
use super::input::RuleInput;
use super::programme_context::text_context;
use super::rule::{Explanation, run_rules};
use super::summary::ComplianceSummary;
use super::text_context::TextRuleInput;
use super::text_results::{FileLinks, TextResults};
use super::text_rules::TextRules;
use super::{accessible, complete, fresh, lawful, links, private};
use crate::programme::PolicyBody;
use crate::read::Document;
use crate::report::{Code, ContentPath, Findings};
use crate::text::{self, TextBody};

/// The rules that depend on no other rule, group by group, without the accessibility rules.
const GROUPS: [&[ContentRule]; 5] = [complete::RULES, lawful::RULES, fresh::RULES, private::RULES, links::RULES];

pub(crate) fn explanations() -> impl Iterator<Item = &'static Explanation> {
    let groups = GROUPS.into_iter().chain([accessible::RULES]).flatten().map(|rule| &rule.explanation);
    groups.chain([&lawful::ACCESSIBILITY_CLAIM.explanation])
}

/// True for the findings of rules about what is out of date or will soon be.
pub fn is_about_age(code: Code) -> bool {
    fresh::RULES.iter().any(|rule| rule.explanation.code == code)
}

/// Runs every rule once.
///
/// The rules for texts run while the texts are read, and see each in full. What rendering needs of them is returned.
pub fn check(input: &RuleInput<'_>, findings: &mut Findings) -> (CheckReport, Vec<TextBody>) {
    let rules = all_rules();
    let text_context = text_context(input.programme);
    let (bodies, results) = run_text_rules(&rules, &input.of_texts(&text_context), &input.sources.documents);
    let TextResults { findings: of_texts, links } = results;
    let mut of_rules = check_site(&rules, input, of_texts, &links);
    let mut reported = joined(of_rules.split_off(accessible::RULES.len()));
    let accessibility = joined(of_rules);
    let audit = audit(input, &links, &accessibility);
    let claim = [lawful::ACCESSIBILITY_CLAIM];
    run_rules(&claim, |check, findings| check(input, &audit, findings), &mut reported);
    let personal = reported.of_code(private::SHEET_OF_PEOPLE).map(|finding| finding.place.path().clone());
    let report = CheckReport {
        personal_files: personal.collect(),
        audit,
        compliance: ComplianceSummary::of(input.programme, input.facts),
        text_context,
    };
    reported.append(accessibility);
    findings.append_needing_files(reported);
    (report, bodies)
}

/// Runs the rules for texts once.
pub fn check_texts(input: &TextRuleInput<'_>, documents: &[Document]) -> (Vec<TextBody>, Findings) {
    let (bodies, results) = run_text_rules(&all_rules(), input, documents);
    let mut findings = Findings::default();
    findings.append_needing_files(joined(results.findings));
    (bodies, findings)
}

/// True if only the checks of texts report this code, each for the text that it is in.
pub fn is_of_text(code: Code) -> bool {
    let mut rules = GROUPS.into_iter().chain([accessible::RULES]).flatten();
    rules.any(|rule| rule.explanation.code == code && rule.check.is_of_texts())
}

/// The accessibility rules are first.
fn all_rules() -> Vec<ContentRule> {
    [&[accessible::RULES][..], &GROUPS].concat().concat()
}

fn run_text_rules(
    rules: &[ContentRule],
    input: &TextRuleInput<'_>,
    documents: &[Document],
) -> (Vec<TextBody>, TextResults) {
    let rules = TextRules::new(rules, input);
    let (bodies, results) = text::analyse(documents, &input.context.options, |texts| rules.check(texts));
    (bodies, rules.joined(results))
}

/// The findings of each rule: first those about the whole site, then those about the texts.
fn check_site(
    rules: &[ContentRule],
    input: &RuleInput<'_>,
    texts: Vec<Findings>,
    links: &[FileLinks],
) -> Vec<Findings> {
    let both = |(rule, of_texts): (&ContentRule, Findings)| {
        let mut findings = Findings::default();
        rule.check.check_site(input, links, &mut findings);
        findings.append(of_texts);
        findings
    };
    rules.par_iter().zip(texts).map(both).collect()
}

fn joined(of_rules: Vec<Findings>) -> Findings {
    let mut all = Findings::default();
    of_rules.into_iter().for_each(|of_rule| all.append(of_rule));
    all
}

/// The accessibility rules that apply to this site, with the published files that have findings.
fn audit(input: &RuleInput<'_>, links: &[FileLinks], accessibility: &Findings) -> AccessibilityAudit {
    let documents: HashSet<&ContentPath> = input.documents.iter().map(|document| &document.path).collect();
    let hidden: HashSet<&ContentPath> = input.programme.hidden.iter().map(|hidden| &hidden.path).collect();
    let shown = shown_files(input, links, &hidden);
    let is_published =
        |path: &ContentPath| !hidden.contains(path) && (!documents.contains(path) || shown.contains(path));
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

/// The files that are a policy, or that a text on the site links to.
fn shown_files<'a>(
    input: &'a RuleInput<'_>,
    links: &'a [FileLinks],
    hidden: &HashSet<&ContentPath>,
) -> HashSet<&'a ContentPath> {
    let linked = links.iter().filter(|links| !hidden.contains(&links.from)).flat_map(|links| &links.to);
    let policies = input.programme.policies.iter().filter_map(|policy| match &policy.body {
        PolicyBody::Document(file) => Some(&file.path),
        _ => None,
    });
    linked.chain(policies).collect()
}
