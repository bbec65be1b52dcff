//! A finding as the panel shows it: the same words, file and line as in the terminal.

use serde::Serialize;

use crate::report::{ContentPath, Finding, Severity};

/// A finding, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Notice {
    #[serde(skip)]
    pub(super) severity: Severity,
    /// The word for how much it matters.
    #[serde(rename = "severity")]
    word: &'static str,
    code: &'static str,
    pub(super) file: ContentPath,
    /// From 1; `None` if the file as a whole is meant.
    line: Option<usize>,
    column: Option<usize>,
    /// The line as it stands in the file.
    excerpt: Option<String>,
    /// What stands at the marked place, where that is not plain.
    label: Option<&'static str>,
    message: String,
    help: String,
}

impl Notice {
    pub(super) fn new(finding: &Finding) -> Self {
        let place = &finding.place;
        let start = (!place.is_whole_file()).then(|| place.positions().0);
        let text = &place.source.text;
        Self {
            severity: finding.severity,
            word: finding.severity.as_str(),
            code: finding.code.as_str(),
            file: place.path().clone(),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            excerpt: start.and_then(|start| text.lines().nth(start.line.saturating_sub(1))).map(shortened),
            label: finding.label,
            message: finding.message.clone(),
            help: finding.help.clone(),
        }
    }
}

/// At most this many letters of a line are shown.
const LONGEST_EXCERPT: usize = 200;

fn shortened(line: &str) -> String {
    let line = line.trim_end();
    match line.char_indices().nth(LONGEST_EXCERPT) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line)),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, Source};

    #[test]
    fn a_notice_has_the_words_of_the_terminal_and_the_line() {
        let source = Source { path: ContentPath::new("team.yaml"), text: "people:\n  - nme: Ada\n".into() };
        let (code, severity) = (Code::new("unknown-key"), Severity::Error);
        let problem = Advice { code, severity, message: "`nme` is not a key".into(), help: "Write `name`.".into() };
        let notice = Notice::new(&Finding::new(&problem, source.place(12..15)));
        assert_eq!((notice.line, notice.column), (Some(2), Some(5)));
        assert_eq!(notice.excerpt.as_deref(), Some("  - nme: Ada"));
        assert_eq!((notice.message, notice.help), (problem.message, problem.help));
        assert!(shortened(&"é".repeat(300)).ends_with("é…"));
    }
}
