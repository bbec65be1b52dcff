//! The findings as one page to print, for a governors' meeting.
//!
//! Takes the findings, the summary and the day; gives one HTML file without scripts that loads nothing else.

use serde::Serialize;

use super::ComplianceSummary;
use super::summary::Requirement;
use crate::programme::dates::{date_in_words, weekday_name};
use crate::report::{Counts, FileLocation, Finding, Severity};

const TEMPLATE: &str = include_str!("page.html");

/// The values of the template.
#[derive(Debug, Serialize)]
struct ReportPage<'a> {
    school: &'a str,
    day: String,
    summary: String,
    requirements: &'a [Requirement],
    groups: Vec<FindingGroup>,
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

/// The page as HTML.
///
/// # Errors
/// Only if the template is invalid, which a test rules out.
pub(crate) fn print_report(
    findings: &[Finding],
    compliance: &ComplianceSummary,
    today: jiff::civil::Date,
) -> Result<String, tera::Error> {
    let groups = [
        (Severity::Error, "Errors: the site cannot be built with these"),
        (Severity::Must, "Must: the law asks for it"),
        (Severity::Should, "Should: guidance or good practice asks for it"),
        (Severity::Could, "Could: worth knowing"),
    ];
    let groups = groups.into_iter().filter_map(|(severity, heading)| {
        let lines = lines(findings.iter().filter(|finding| finding.severity == severity));
        (!lines.is_empty()).then_some(FindingGroup { id: severity.as_str(), heading, lines })
    });
    let page = ReportPage {
        school: &compliance.school,
        day: format!("{} {}", weekday_name(today.weekday()), date_in_words(today)),
        summary: compliance.text(Counts::of(findings)),
        requirements: &compliance.requirements,
        groups: groups.collect(),
    };
    let mut tera = tera::Tera::default();
    tera.add_raw_templates([("page.html", TEMPLATE)])?;
    tera.render("page.html", &tera::Context::from_serialize(&page)?)
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
    use jiff::civil::date;

    use super::*;
    use crate::check::summary::MetCount;
    use crate::report::{Advice, Code, Place};

    #[test]
    fn equal_findings_are_merged_and_text_is_escaped() {
        let advice = Advice {
            code: Code::new("placeholder"),
            severity: Severity::Should,
            message: "still to be written: `<script>`".into(),
            help: "Replace it.\nA source.".into(),
        };
        let at = |path: &str| Finding::new(&advice, Place::of_file(path));
        let compliance = ComplianceSummary {
            school: "Ridgeway & Hill".into(),
            kind: "an academy".into(),
            law: MetCount { required: 1, met: 0 },
            guidance: MetCount::default(),
            requirements: vec![Requirement { title: "A name".into(), force: "must", is_met: false }],
        };
        let page =
            print_report(&[at("a.md"), at("b.md")], &compliance, date(2026, 11, 23)).expect("the template is valid");
        assert_eq!(page.matches("&lt;script&gt;").count(), 1, "{page}");
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("Ridgeway &amp; Hill") && page.contains("a.md") && page.contains("b.md"), "{page}");
        assert!(page.contains("Monday 23 November 2026"), "{page}");
    }
}
