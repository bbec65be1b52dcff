//! A paper for governors on two sides, then the findings for the careers leader and, if asked for, the evidence laid out for
//! a quality award: one HTML file without scripts that loads nothing else.
//!
//! Takes the programme, the findings, the summary, the day, and what an earlier paper showed.

mod award;
mod earlier;
mod figures;
mod governors;
mod opinions;

use jiff::civil::Date;
use serde::Serialize;

use super::{ComplianceSummary, private};
use crate::framework::Facts;
use crate::programme::Programme;
use crate::programme::dates::{date_in_words, weekday_name};
use crate::report::{Counts, FileLocation, Finding, Severity};
use award::{AwardEvidence, award_evidence};
pub use earlier::PaperRecord;
use governors::{GovernorsPaper, governors_paper};

const TEMPLATE: &str = include_str!("page.html");

/// What the paper is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PaperInput<'a> {
    pub(crate) programme: &'a Programme,
    pub(crate) facts: &'a Facts,
    pub(crate) compliance: &'a ComplianceSummary,
    pub(crate) findings: &'a [Finding],
    pub(crate) today: Date,
    /// What the last paper showed. `None` for the first one.
    pub(crate) earlier: Option<&'a PaperRecord>,
    /// Whether the evidence for a quality award follows.
    pub(crate) has_award: bool,
}

/// The values of the template.
#[derive(Debug, Serialize)]
struct ReportPage<'a> {
    school: &'a str,
    /// “school”, “college” or “provider”.
    called: &'a str,
    day: String,
    summary: String,
    paper: GovernorsPaper,
    groups: Vec<FindingGroup>,
    /// How many findings about personal data are left out, because paper is handed on.
    private: usize,
    award: Option<AwardEvidence>,
}

/// The findings of one severity.
#[derive(Debug, Serialize)]
struct FindingGroup {
    id: &'static str,
    heading: &'static str,
    lines: Vec<FindingLine>,
}

/// A finding, or several with the same message at different places.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct FindingLine {
    message: String,
    help: String,
    /// The lines of the help after the first: the sources.
    note: Option<String>,
    places: Vec<String>,
}

/// The page as HTML, and what is kept of it for the next one.
///
/// # Errors
/// Only if the template is invalid, which a test rules out.
pub(crate) fn print_report(input: PaperInput<'_>) -> Result<(String, PaperRecord), tera::Error> {
    let PaperInput { programme, facts, compliance, findings, today, earlier, has_award } = input;
    let (paper, record) = governors_paper(programme, facts, today, earlier);
    let groups = [
        (Severity::Error, "Errors: the site cannot be built with these"),
        (Severity::Must, "Must: the law asks for it"),
        (Severity::Should, "Should: guidance or good practice asks for it"),
        (Severity::Could, "Could: worth knowing"),
    ];
    let is_private = |finding: &&Finding| private::RULES.iter().any(|rule| rule.explanation.code == finding.code);
    let (private, printed): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(is_private);
    let groups = groups.into_iter().filter_map(|(severity, heading)| {
        let lines = lines(printed.iter().copied().filter(|finding| finding.severity == severity));
        (!lines.is_empty()).then_some(FindingGroup { id: severity.as_str(), heading, lines })
    });
    let page = ReportPage {
        school: &compliance.school,
        called: &programme.institution.kind_facts.called,
        day: format!("{} {}", weekday_name(today.weekday()), date_in_words(today)),
        summary: compliance.text(Counts::of(findings)),
        paper,
        groups: groups.collect(),
        private: private.len(),
        award: has_award.then(|| award_evidence(programme, facts, today)),
    };
    let mut tera = tera::Tera::default();
    tera.add_raw_templates([("page.html", TEMPLATE)])?;
    Ok((tera.render("page.html", &tera::Context::from_serialize(&page)?)?, record))
}

/// Merges findings with the same message and help, and keeps all their places.
fn lines<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<FindingLine> {
    let mut lines: Vec<FindingLine> = Vec::new();
    for finding in findings {
        let help = finding.help.clone();
        let (help, note) = match help.split_once('\n') {
            Some((help, note)) => (help.to_owned(), Some(note.to_owned())),
            None => (help, None),
        };
        let message = sentence(&finding.message);
        match lines.iter_mut().find(|line| line.message == message && line.help == help) {
            Some(line) => line.places.push(place(finding)),
            None => lines.push(FindingLine { message, help, note, places: vec![place(finding)] }),
        }
    }
    lines
}

/// In the terminal a message follows a code and begins in lower case. Here it begins a paragraph.
fn sentence(message: &str) -> String {
    let mut chars = message.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let path = place.path();
    match place.location {
        FileLocation::ToCreate => format!("{path} (to be written)"),
        _ if place.is_whole_file() => path.to_string(),
        _ => format!("{path}, line {}", place.positions().0.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, Place};

    #[test]
    fn equal_findings_are_merged() {
        let advice = Advice {
            code: Code::new("placeholder"),
            severity: Severity::Should,
            message: "still to be written: `<script>`".into(),
            help: "Replace it.\nA source.".into(),
        };
        let findings = ["a.md", "b.md"].map(|path| Finding::new(&advice, Place::of_file(path)));
        let merged = lines(findings.iter());
        let [line] = merged.as_slice() else { panic!("{merged:?}") };
        assert_eq!((line.message.as_str(), line.help.as_str()), ("Still to be written: `<script>`", "Replace it."));
        assert_eq!((line.note.as_deref(), line.places.len()), (Some("A source."), 2));
    }
}
