//! Formats findings as text in four formats: full, concise, JSON lines and GitHub annotations.
//!
//! Takes findings that are already sorted, and returns text that the caller prints.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::{FileLocation, Finding, Position, Severity};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: excerpt, caret and help.
    Full,
    /// For people in a hurry: a line for each finding.
    Concise,
    /// For machines: a line of JSON for each finding.
    Json,
    /// For GitHub Actions: annotations on the files.
    Github,
}

#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    pub format: Format,
    /// The width of the terminal, in characters.
    pub width: usize,
    /// The content folder as the user typed it, so that paths are relative to the working directory.
    pub folder: &'a str,
}

/// Formats one finding, with a newline at the end.
pub fn finding(finding: &Finding, style: Style<'_>) -> String {
    let path = shown_path(finding, style.folder);
    match style.format {
        Format::Full => full(finding, &path, style.width),
        Format::Concise => concise(finding, &path),
        Format::Json => json(finding, &path),
        Format::Github => github(finding, &path),
    }
}

fn shown_path(finding: &Finding, folder: &str) -> String {
    let path = finding.place.path().as_str();
    let folder = folder.trim_end_matches('/');
    match (folder, finding.place.location) {
        ("." | "", _) | (_, FileLocation::InOutput) => path.to_owned(),
        (folder, _) if path == "." || path == folder => folder.to_owned(),
        (folder, _) => format!("{folder}/{path}"),
    }
}

fn full(finding: &Finding, path: &str, width: usize) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Must => Level::ERROR.with_name("must"),
        Severity::Should => Level::WARNING.with_name("should"),
        Severity::Could => Level::NOTE.with_name("could"),
    };
    let place = &finding.place;
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let group = if place.is_whole_file() || place.source.text.is_empty() {
        let file = match place.location {
            FileLocation::ToCreate if path.ends_with('/') => format!("{path} (a folder to put a file into)"),
            FileLocation::ToCreate => format!("{path} (a file to create)"),
            FileLocation::InContent | FileLocation::InOutput => path.to_owned(),
        };
        Group::with_title(title).element(annotate_snippets::Origin::path(file))
    } else {
        let span = visible_span(&place.source.text, place.span.clone());
        title.element(
            Snippet::source(&*place.source.text)
                .path(path)
                .annotation(AnnotationKind::Primary.span(span).label(finding.label)),
        )
    };
    let help = finding.help.as_str();
    let (help, note) = help.split_once('\n').map_or((help, None), |(help, note)| (help, Some(note)));
    let mut report = vec![group, Group::with_title(Level::HELP.secondary_title(help))];
    report.extend(note.map(|note| Group::with_title(Level::NOTE.secondary_title(note))));
    format!("{}\n\n", Renderer::styled().term_width(width).render(&report))
}

/// At most the first line of a span, so that a long value does not fill the screen.
fn visible_span(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = text.get(span.clone()).and_then(|part| part.find('\n')).map_or(span.end, |newline| span.start + newline);
    let end = if text.get(span.start..end).is_some_and(|part| part.ends_with('\r')) { end - 1 } else { end };
    span.start..end
}

fn concise(finding: &Finding, path: &str) -> String {
    let place = &finding.place;
    let at = if place.is_whole_file() {
        path.to_owned()
    } else {
        let (start, _) = place.positions();
        format!("{path}:{}:{}", start.line, start.column)
    };
    format!("{at}: {}[{}] {}\n", finding.severity.as_str(), finding.code, finding.message)
}

#[derive(Serialize)]
struct Machine<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    create: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
    message: &'a str,
    help: String,
}

fn json(finding: &Finding, path: &str) -> String {
    let place = &finding.place;
    let positions = (!place.is_whole_file()).then(|| place.positions());
    let machine = Machine {
        code: finding.code.as_str(),
        severity: finding.severity.as_str(),
        file: path,
        create: place.location == FileLocation::ToCreate,
        start: positions.map(|(start, _)| start),
        end: positions.map(|(_, end)| end),
        message: &finding.message,
        help: finding.help.replace('\n', " "),
    };
    // A struct of strings and numbers always has a JSON form.
    serde_json::to_string(&machine).map(|line| line + "\n").unwrap_or_default()
}

fn github(finding: &Finding, path: &str) -> String {
    let place = &finding.place;
    let command = match finding.severity {
        Severity::Error | Severity::Must => "error",
        Severity::Should => "warning",
        Severity::Could => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let (start, end) = place.positions();
    format!(
        "::{command} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        property(path),
        start.line,
        start.column,
        end.line,
        end.column,
        property(finding.code.as_str()),
        data(&format!("{}. {}", finding.message, finding.help)),
    )
}
