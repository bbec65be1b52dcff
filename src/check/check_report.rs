//! The results of the rules that later stages need.

use super::summary::ComplianceSummary;
use super::text_context::TextContext;
use crate::report::{Code, ContentPath};

/// The results of the rules, apart from the findings.
#[derive(Debug)]
pub struct CheckReport {
    /// Files that identify people. They are not published, even if a page links to them.
    pub(crate) personal_files: Vec<ContentPath>,
    /// The accessibility rules that ran.
    pub audit: AccessibilityAudit,
    pub(crate) compliance: ComplianceSummary,
    /// What the texts were checked with.
    pub(crate) text_context: TextContext,
}

/// What the accessibility statement needs.
#[derive(Clone, Debug, Default)]
pub struct AccessibilityAudit {
    /// The accessibility rules that ran, in order.
    pub rules: Vec<AuditedRule>,
    /// True if the school replaces files of the theme: then the tests of the default theme prove little.
    pub(crate) has_custom_theme: bool,
}

/// A rule, with the files that it found faults in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditedRule {
    pub(crate) code: Code,
    /// The published files with findings, once for each finding.
    pub(crate) files: Vec<ContentPath>,
}

impl CheckReport {
    pub(crate) fn is_personal(&self, file: &ContentPath) -> bool {
        self.personal_files.contains(file)
    }
}
