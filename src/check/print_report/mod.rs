//! The findings as one page to print, for a governors' meeting.
//!
//! Takes the findings, where the site stands and the day; gives one HTML file that needs nothing
//! else: no script, no other file, no website.

use serde::Serialize;

use super::{ComplianceSummary, Requirement};
use crate::programme::format::weekday_name;
use crate::report::{Counts, FileLocation, Finding, Severity};

/// The page.
const TEMPLATE: &str = include_str!("page.html");

/// What the page shows.
#[derive(Debug, Serialize)]
struct ReportPage<'a> {
    school: &'a str,
    day: String,
    words: String,
    asked: &'a [Requirement],
    groups: Vec<Group>,
}

/// The findings of one severity.
#[derive(Debug, Serialize)]
struct Group {
    /// The word, for the anchor.
    id: &'static str,
    heading: &'static str,
    lines: Vec<Line>,
}

/// A finding, or several of the same words at several places.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Line {
    message: String,
    help: String,
    note: Option<String>,
    places: Vec<String>,
}

/// The page to print, as HTML.
///
/// # Errors
/// Only if the template is damaged, which a test rules out.
pub fn print_report(
    findings: &[Finding],
    standing: &ComplianceSummary,
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
        (!lines.is_empty()).then_some(Group { id: severity.as_str(), heading, lines })
    });
    let print_report = ReportPage {
        school: &standing.school,
        day: format!("{} {}", weekday_name(today), today.strftime("%-d %B %Y")),
        words: standing.words(Counts::of(findings)),
        asked: &standing.asked,
        groups: groups.collect(),
    };
    let mut tera = tera::Tera::default();
    tera.add_raw_templates([("page.html", TEMPLATE)])?;
    tera.render("page.html", &tera::Context::from_serialize(&print_report)?)
}

/// Findings that say the same stand once, with all their places.
fn lines<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for finding in findings {
        let help = finding.help.clone();
        let (help, note) = match help.split_once('\n') {
            Some((help, note)) => (help.to_owned(), Some(note.to_owned())),
            None => (help, None),
        };
        let message = sentence(&finding.message);
        match lines.iter_mut().find(|line| line.message == message && line.help == help) {
            Some(line) => line.places.push(place(finding)),
            None => lines.push(Line { message, help, note, places: vec![place(finding)] }),
        }
    }
    lines
}

/// A message begins with a small letter, for it stands behind a code; here it stands alone.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
    use crate::check::MetCount;
    use crate::report::{Advice, Code, Place};

    #[test]
    fn the_same_words_stand_once_and_nothing_is_taken_for_html() {
        let advice = Advice {
            code: Code::new("placeholder"),
            severity: Severity::Should,
            message: "still to be written: `<script>`".into(),
            help: "Replace it.\nBecause we say so.".into(),
        };
        let at = |path: &str| Finding::new(&advice, Place::of_file(path));
        let standing = ComplianceSummary {
            school: "Ridgeway & Hill".into(),
            kind: "an academy".into(),
            law: MetCount { asked: 1, there: 0 },
            guidance: MetCount::default(),
            asked: vec![Requirement { title: "A name".into(), force: "must", there: false }],
        };
        let page =
            print_report(&[at("a.md"), at("b.md")], &standing, date(2026, 11, 23)).expect("the template is sound");
        assert_eq!(page.matches("&lt;script&gt;").count(), 1, "{page}");
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("Ridgeway &amp; Hill") && page.contains("a.md") && page.contains("b.md"), "{page}");
        assert!(page.contains("Monday 23 November 2026"), "{page}");
    }
}
