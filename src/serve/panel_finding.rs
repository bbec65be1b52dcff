//! A finding as the panel shows it: with the same message, file and line as in the terminal.

use std::borrow::Cow;

use serde::Serialize;

use crate::report::{ContentPath, Finding};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct PanelFinding {
    severity: &'static str,
    code: &'static str,
    file: ContentPath,
    /// From 1. `None` if the finding is about the whole file.
    line: Option<usize>,
    column: Option<usize>,
    excerpt: Option<String>,
    /// What is at the marked place, if that isn't obvious.
    label: Option<Cow<'static, str>>,
    message: String,
    help: String,
}

impl PanelFinding {
    pub(super) fn new(finding: &Finding) -> Self {
        let place = &finding.place;
        let start = (!place.is_whole_file()).then(|| place.positions().0);
        let text = &place.source.text;
        Self {
            severity: finding.severity.as_str(),
            code: finding.code.as_str(),
            file: place.path().clone(),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            excerpt: start.and_then(|start| text.lines().nth(start.line.saturating_sub(1))).map(shorten),
            label: finding.label.clone(),
            message: finding.message.clone(),
            help: finding.help.clone(),
        }
    }
}

/// In characters.
const MAX_EXCERPT: usize = 200;

fn shorten(line: &str) -> String {
    let line = line.trim_end();
    match line.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line)),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, Severity, Source};

    #[test]
    fn panel_finding_has_the_message_and_line_of_the_terminal() {
        let source = Source { path: ContentPath::new("team.yaml"), text: "people:\n  - nme: Ada\n".into() };
        let (code, severity) = (Code::new("unknown-key"), Severity::Error);
        let problem = Advice { code, severity, message: "`nme` is not a key".into(), help: "Write `name`.".into() };
        let finding = PanelFinding::new(&Finding::new(&problem, source.place(12..15)));
        assert_eq!((finding.line, finding.column), (Some(2), Some(5)));
        assert_eq!(finding.excerpt.as_deref(), Some("  - nme: Ada"));
        assert_eq!((finding.message, finding.help), (problem.message, problem.help));
        assert!(shorten(&"é".repeat(300)).ends_with("é…"));
    }
}
