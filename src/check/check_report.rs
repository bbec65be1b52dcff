//! The results of the rules that later stages need.

use super::summary::ComplianceSummary;
use crate::report::{Code, ContentPath};

/// What the rules found out about a programme, apart from the findings.
#[derive(Debug, Default)]
pub struct CheckReport {
    /// Files that identify people. They are not published, even if a page links to them.
    pub personal_files: Vec<ContentPath>,
    /// For the accessibility statement.
    pub audit: AccessibilityAudit,
    /// For the summary of `fingerpost check`.
    pub compliance: ComplianceSummary,
}

/// The accessibility rules that ran, and the files with findings.
#[derive(Clone, Debug, Default)]
pub struct AccessibilityAudit {
    /// The rules, in order.
    pub rules: Vec<AuditedRule>,
    /// True if the school replaces files of the theme, so that tests of the default theme prove little.
    pub has_custom_theme: bool,
}

/// An accessibility rule that ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditedRule {
    /// The code of its findings.
    pub code: Code,
    /// The published files with findings: a file once for each.
    pub files: Vec<ContentPath>,
}

impl CheckReport {
    /// True if the file identifies people.
    pub fn is_personal(&self, file: &ContentPath) -> bool {
        self.personal_files.contains(file)
    }
}
