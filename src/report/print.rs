//! Formats findings as text in four formats: full, concise, JSON lines and GitHub annotations.
//!
//! Takes findings that are already sorted, and returns text that the caller prints.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::position::PositionFinder;
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

/// How many findings with the same code in one file are shown in full. Nobody reads more before mending some.
const MAX_ALIKE: usize = 50;

/// Formats findings, each with a newline at the end.
pub fn findings(findings: &[Finding], style: Style<'_>) -> String {
    let mut finder = PositionFinder::default();
    if style.format != Format::Full {
        return findings.iter().map(|one| finding(one, &mut finder, style)).collect();
    }
    let kind = |finding: &Finding| (finding.place.path().clone(), finding.code);
    let mut left: HashMap<_, usize> = HashMap::new();
    findings.iter().for_each(|finding| *left.entry(kind(finding)).or_default() += 1);
    let mut shown: HashMap<_, usize> = HashMap::new();
    let mut text = String::new();
    for one in findings {
        let shown = shown.entry(kind(one)).or_default();
        *shown += 1;
        if *shown <= MAX_ALIKE {
            text.push_str(&finding(one, &mut finder, style));
        }
        let more = left.get(&kind(one)).map_or(0, |all| all.saturating_sub(MAX_ALIKE));
        if *shown == MAX_ALIKE && more > 0 {
            let path = shown_path(one, style.folder);
            text.push_str(&format!(
                "{more} more {} like this in {path}. To list all, add --format concise.\n\n",
                one.code
            ));
        }
    }
    text
}

fn finding(finding: &Finding, finder: &mut PositionFinder, style: Style<'_>) -> String {
    let path = shown_path(finding, style.folder);
    match style.format {
        Format::Full => full(finding, finder, &path, style.width),
        Format::Concise => concise(finding, finder, &path),
        Format::Json => json(finding, finder, &path),
        Format::Github => github(finding, finder, &path),
    }
}

fn shown_path(finding: &Finding, folder: &str) -> String {
    let path = finding.place.path().as_str();
    // Windows completes the names of folders with a backslash.
    let folder = folder.trim_end_matches(['/', '\\']);
    match (folder, finding.place.location) {
        ("." | "", _) | (_, FileLocation::InOutput) => path.to_owned(),
        (folder, _) if path == "." || path == folder => folder.to_owned(),
        (folder, _) => format!("{folder}/{path}"),
    }
}

fn full(finding: &Finding, finder: &mut PositionFinder, path: &str, width: usize) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Must => Level::ERROR.with_name("must"),
        Severity::Should => Level::WARNING.with_name("should"),
        Severity::Could => Level::NOTE.with_name("could"),
    };
    let place = &finding.place;
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut columns = None;
    let group = if place.is_whole_file() || place.source.text.is_empty() {
        let file = match place.location {
            FileLocation::ToCreate if path.ends_with('/') => format!("{path} (a folder to put a file into)"),
            FileLocation::ToCreate => format!("{path} (a file to create)"),
            FileLocation::InContent | FileLocation::InOutput => path.to_owned(),
        };
        Group::with_title(title).element(Origin::path(file))
    } else {
        let span = visible_span(&place.source.text, place.span.clone());
        let text = &place.source.text;
        let line = line_of(text, &span);
        let part = part_around(text, &line, &span);
        let (start, _) = place.positions_with(finder);
        let in_part = span.start - part.start..span.end - part.start;
        let snippet = Snippet::source(text.get(part.clone()).unwrap_or_default())
            .path(path)
            .line_start(start.line)
            .annotation(AnnotationKind::Primary.span(in_part).label(finding.label.as_deref()));
        // The printer counts columns from the start of what it gets.
        let before = text.get(part.start..span.start).filter(|_| part.start > line.start);
        columns = before.map(|before| {
            [before.chars().count() + 1, start.column].map(|column| format!("{path}:{}:{column}", start.line))
        });
        title.element(snippet)
    };
    let help = finding.help.as_str();
    let (help, note) = help.split_once('\n').map_or((help, None), |(help, note)| (help, Some(note)));
    let mut report = vec![group, Group::with_title(Level::HELP.secondary_title(help))];
    report.extend(note.map(|note| Group::with_title(Level::NOTE.secondary_title(note))));
    let text = Renderer::styled().term_width(width).render(&report);
    match columns {
        Some([of_part, of_line]) => text.replacen(&of_part, &of_line, 1) + "\n\n",
        None => text + "\n\n",
    }
}

/// At most the first line of a span, so that a long value does not fill the screen.
fn visible_span(text: &str, span: Range<usize>) -> Range<usize> {
    let end = text.get(span.clone()).and_then(|part| part.find('\n')).map_or(span.end, |newline| span.start + newline);
    let end = if text.get(span.start..end).is_some_and(|part| part.ends_with('\r')) { end - 1 } else { end };
    span.start..end
}

/// The line of a span. Only this is shown, so the printer needs no other.
fn line_of(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = text.get(span.end..).and_then(|after| after.find('\n'));
    start..end.map_or(text.len(), |newline| span.end + newline + 1)
}

/// The bytes on each side of a span that the printer needs at most. It shows fewer, but would look at all of a line.
const MAX_AROUND: usize = 2000;

/// The part of a line around a span; all of a line that is not very long.
fn part_around(text: &str, line: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.saturating_sub(MAX_AROUND)).max(line.start);
    let end = text.ceil_char_boundary(span.end.saturating_add(MAX_AROUND)).min(line.end);
    start..end
}

fn concise(finding: &Finding, finder: &mut PositionFinder, path: &str) -> String {
    let place = &finding.place;
    let at = if place.is_whole_file() {
        path.to_owned()
    } else {
        let (start, _) = place.positions_with(finder);
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

fn json(finding: &Finding, finder: &mut PositionFinder, path: &str) -> String {
    let place = &finding.place;
    let positions = (!place.is_whole_file()).then(|| place.positions_with(finder));
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

fn github(finding: &Finding, finder: &mut PositionFinder, path: &str) -> String {
    let place = &finding.place;
    let command = match finding.severity {
        Severity::Error | Severity::Must => "error",
        Severity::Should => "warning",
        Severity::Could => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let (start, end) = place.positions_with(finder);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, ContentPath, Source};

    #[test]
    fn place_in_a_very_long_line_is_shown_with_its_column() {
        let text = format!("First\n{}wrong{}\nLast\n", "é word ".repeat(2000), " word".repeat(2000));
        let start = text.find("wrong").expect("it is there");
        let place = Source { path: ContentPath::new("a.md"), text: text.into() }.place(start..start + 5);
        let (code, severity) = (Code::new("broken-link"), Severity::Error);
        let advice = Advice { code, severity, message: "A message".into(), help: "A help".into() };
        let finding = Finding::new(&advice, place);
        let style = Style { format: Format::Full, width: 110, folder: "." };
        let printed = findings(&[finding], style);
        assert!(
            printed.contains("a.md:2:14001") && printed.contains("wrong") && printed.contains("^^^^^"),
            "{printed}"
        );
        assert!(!printed.contains(":::") && !printed.contains("Last"), "{printed}");
    }

    #[test]
    fn paths_begin_with_the_folder_as_it_was_typed() {
        let place = Source::without_text(ContentPath::new("events/a.md")).whole_file();
        let advice = Advice {
            code: Code::new("x"),
            severity: Severity::Error,
            message: "A message".into(),
            help: "A help".into(),
        };
        let finding = Finding::new(&advice, place);
        let printed = |folder| concise(&finding, &mut PositionFinder::default(), &shown_path(&finding, folder));
        for folder in ["careers", "careers/", "careers\\"] {
            assert!(printed(folder).starts_with("careers/events/a.md: "), "{}", printed(folder));
        }
        assert!(printed("C:\\My school\\").starts_with("C:\\My school/events/a.md: "));
        assert!(printed(".").starts_with("events/a.md: "));
    }

    #[test]
    fn many_findings_alike_are_shown_in_part_and_counted() {
        let source = Source { path: ContentPath::new("a.md"), text: "a\n".repeat(200).into() };
        let at = |code, line: usize| {
            let (code, severity) = (Code::new(code), Severity::Error);
            let advice = Advice { code, severity, message: "A message".into(), help: "A help".into() };
            Finding::new(&advice, source.place(line * 2..line * 2 + 1))
        };
        let print = |count: usize, format| {
            let many = (0..count).map(|line| at("raw-html", line)).chain([at("broken-link", 150)]);
            findings(&many.collect::<Vec<_>>(), Style { format, width: 110, folder: "careers" })
        };
        assert_eq!(print(MAX_ALIKE, Format::Full).matches("A message").count(), MAX_ALIKE + 1);
        let many = print(MAX_ALIKE + 7, Format::Full);
        assert_eq!(many.matches("A message").count(), MAX_ALIKE + 1);
        assert_eq!(many.matches("7 more raw-html like this in careers/a.md.").count(), 1, "{many}");
        assert!(!print(MAX_ALIKE, Format::Full).contains("like this"));
        for format in [Format::Concise, Format::Json, Format::Github] {
            assert_eq!(print(MAX_ALIKE + 7, format).matches("A message").count(), MAX_ALIKE + 8);
        }
    }
}
