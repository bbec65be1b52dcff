//! A rule: the code of its findings, its explanation, and the function that checks.

use rayon::prelude::*;

use crate::report::{Code, Findings, explanation};

/// A rule. `Check` is a function that takes the input of the rule and the findings to add to, or several of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule<Check> {
    pub(crate) explanation: Explanation,
    pub(crate) check: Check,
}

/// The explanation of a rule: the doc comment of its file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explanation {
    pub(crate) code: Code,
    source: &'static str,
}

/// A rule from the path of its file, its code and its function.
macro_rules! rule {
    ($file:literal, $code:path, $check:expr) => {
        $crate::check::Rule::new($code, include_str!($file), $check)
    };
}
pub(crate) use rule;

impl<Check> Rule<Check> {
    /// `source` is the text of the rule's file.
    pub(crate) const fn new(code: Code, source: &'static str, check: Check) -> Self {
        Self { explanation: Explanation { code, source }, check }
    }
}

/// Runs the rules in parallel, and adds their findings in the order of the rules.
pub(crate) fn run_rules<Check: Copy + Sync>(
    rules: &[Rule<Check>],
    call: impl Fn(Check, &mut Findings) + Sync,
    findings: &mut Findings,
) {
    let run = |rule: &Rule<Check>| {
        let mut findings = Findings::default();
        call(rule.check, &mut findings);
        findings
    };
    let findings_of_rules: Vec<Findings> = rules.par_iter().map(run).collect();
    findings_of_rules.into_iter().for_each(|of_rule| findings.append(of_rule));
}

impl Explanation {
    /// The text with a heading, and with its examples indented for the terminal.
    pub(crate) fn text(&self) -> String {
        explanation(self.code, self.source.lines().map_while(|line| line.strip_prefix("//!")))
    }
}
