//! What the preview prints after a build: at first everything that must be fixed, later only what has changed.

use super::print::{self, OutputFormat};
use crate::report::{Counts, Finding, Severity, first_steps};

/// How many new findings are printed in full.
const MAX_IN_FULL: usize = 5;

/// Prints the findings of the first build that the author must know of.
pub(super) fn print_first(findings: &[Finding], folder: &str) {
    if let Some(steps) = first_steps(findings) {
        return print::out(&format!("{}\n", steps.text()));
    }
    let important = |finding: &&Finding| finding.severity <= Severity::Must || !finding.is_advice;
    let important: Vec<Finding> = findings.iter().filter(important).cloned().collect();
    print_some(&important, folder);
}

/// Prints what is new since the last build, errors first, and the errors that are still there. `known` is what earlier
/// builds had. Returns it for the next build.
pub(super) fn print_changes(known: Vec<Finding>, findings: &[Finding], folder: &str) -> Vec<Finding> {
    let is_error = |finding: &&Finding| finding.severity == Severity::Error;
    let errors: Vec<Finding> = findings.iter().filter(is_error).cloned().collect();
    // While there are errors, other findings come and go with what can be read.
    let (known_errors, known_others): (Vec<Finding>, Vec<Finding>) =
        known.into_iter().partition(|finding| finding.severity == Severity::Error);
    let (current, before) = if errors.is_empty() {
        (findings.to_vec(), known_others.iter().chain(&known_errors).cloned().collect())
    } else {
        (errors, known_errors.clone())
    };
    let (old, new): (Vec<Finding>, Vec<Finding>) =
        current.iter().cloned().partition(|finding| contains(&before, finding));
    print_some(&new, folder);
    let still: Vec<Finding> = old.iter().filter(is_error).cloned().collect();
    print::findings(&still, OutputFormat::Concise, folder);
    let gone: Vec<Finding> = before.into_iter().filter(|finding| !contains(&current, finding)).collect();
    if !gone.is_empty() {
        print::out(&format!("Put right: {}.\n", print::kinds(Counts::of(&gone))));
    }
    match current.iter().any(|finding| finding.severity == Severity::Error) {
        true => current.into_iter().chain(known_others).collect(),
        false => current,
    }
}

/// The first in full, the others in a line each.
fn print_some(findings: &[Finding], folder: &str) {
    let (first, remaining) = findings.split_at(findings.len().min(MAX_IN_FULL));
    print::findings(first, OutputFormat::Full, folder);
    print::findings(remaining, OutputFormat::Concise, folder);
    if !remaining.is_empty() {
        print::out("\n");
    }
}

/// True if a finding is in a list, wherever its line has moved and whatever it counts.
fn contains(findings: &[Finding], finding: &Finding) -> bool {
    let words = |finding: &Finding| finding.message.replace(|ch: char| ch.is_ascii_digit(), "");
    let is_same = |other: &Finding| {
        other.code == finding.code && other.place.path() == finding.place.path() && words(other) == words(finding)
    };
    findings.iter().any(is_same)
}
