//! What to do: the findings of the latest build, as the dashboard lists them.

use serde::Serialize;

use super::address;
use super::file_names::{in_list_order, name_of_file};
use super::known_files::file_of_format;
use super::new_kinds;
use super::wording::{plain, sentence};
use crate::ContentList;
use crate::report::{ContentPath, FileLocation, Finding, FirstStep, Severity, first_steps};
use crate::serve::panel::is_editable;
use crate::serve::preview::Preview;

/// The findings that are put right on the page of the next school year.
const OF_YEAR: [&str; 2] = ["next-year", "year-over"];

/// A finding, with the way to put it right.
#[derive(Debug, Serialize)]
pub(super) struct Task {
    pub(super) severity: &'static str,
    pub(super) message: String,
    pub(super) help: String,
    /// What people call the file. `None` where that is clear, or not known.
    name: Option<String>,
    /// The file and, if it is about a part of it, the line.
    place: String,
    /// The words of the link.
    action: &'static str,
    /// Where to put it right. `None` if that is not in a text file.
    link: Option<String>,
}

/// The findings of one severity.
#[derive(Debug, Serialize)]
pub(super) struct TaskGroup {
    id: &'static str,
    heading: &'static str,
    tasks: Vec<Task>,
    /// False for advice, which is folded.
    is_open: bool,
}

/// A step of a new site.
#[derive(Debug, Serialize)]
pub(super) struct StepLine {
    files: Vec<StepFile>,
    /// The things to write in them.
    things: String,
}

/// A file in which something is to be written first.
#[derive(Debug, Serialize)]
struct StepFile {
    name: String,
    path: String,
    link: Option<String>,
}

/// Everything to do, in the order of its weight.
#[derive(Debug, Serialize)]
pub(super) struct Todo {
    /// What to write first on a new site.
    steps: Vec<StepLine>,
    groups: Vec<TaskGroup>,
    /// What is out of date or will soon be.
    out_of_date: Vec<Task>,
}

const GROUPS: [(Severity, &str, bool); 4] = [
    (Severity::Error, "Errors: these stop the site from being built", true),
    (Severity::Must, "Must: the law requires these", true),
    (Severity::Should, "Should: guidance or good practice asks for these", false),
    (Severity::Could, "Could: these are worth knowing", false),
];

impl Todo {
    pub(super) fn new(preview: &Preview) -> Self {
        let findings = &preview.findings;
        let (old, others): (Vec<&Finding>, Vec<&Finding>) =
            findings.iter().partition(|finding| finding.severity > Severity::Must && crate::is_out_of_date(finding));
        let content = &preview.content;
        let task = |finding: &Finding| Task { name: name_of_file(content, finding.place.path()), ..Task::new(finding) };
        let group = |(severity, heading, is_open): (Severity, &'static str, bool)| {
            let of_group = others.iter().filter(|finding| finding.severity == severity);
            let tasks: Vec<Task> = of_group.map(|finding| task(finding)).collect();
            (!tasks.is_empty()).then(|| TaskGroup { id: severity.as_str(), heading, tasks, is_open })
        };
        let steps = first_steps(findings).map_or_else(Vec::new, |first| first.steps);
        Self {
            steps: steps.into_iter().map(|step| StepLine::new(step, content)).collect(),
            groups: GROUPS.into_iter().filter_map(group).collect(),
            out_of_date: old.into_iter().map(task).collect(),
        }
    }
}

impl Task {
    /// What must be put right in a form before it can be saved.
    pub(super) fn in_form(message: &str) -> Self {
        let none = String::new();
        Self {
            severity: Severity::Error.as_str(),
            message: message.to_owned(),
            help: none.clone(),
            name: None,
            place: none,
            action: "Fix this",
            link: None,
        }
    }

    pub(super) fn new(finding: &Finding) -> Self {
        let place = &finding.place;
        let path = place.path();
        let is_of_year = OF_YEAR.contains(&finding.code.as_str());
        let is_file = place.location == FileLocation::InContent && is_editable(path);
        Self {
            severity: finding.severity.as_str(),
            message: plain(&sentence(&finding.message)),
            help: without_commands(&finding.help, is_of_year),
            name: None,
            place: match place.location {
                FileLocation::ToCreate => format!("{path} (to be written)"),
                _ if path.as_str() == "." => "the content folder".to_owned(),
                _ if place.is_whole_file() => path.to_string(),
                _ => format!("{path}, line {}", place.positions().0.line),
            },
            action: if is_of_year { "Go on to the next school year" } else { "Fix this" },
            link: match is_file || file_of_format(path.as_str()).is_some() {
                _ if is_of_year => Some(address::YEAR.to_owned()),
                true => Some(address::of_file(path, place.span.start)),
                false => new_kinds::of_folder(path.as_str()).map(|kind| address::of_new(kind.name, "")),
            },
        }
    }
}

/// A help without the sentences about options of commands, and those about commands where a page of the dashboard takes
/// their place.
fn without_commands(help: &str, has_page: bool) -> String {
    let is_option = |part: &str| part.starts_with(|ch: char| ch.is_ascii_alphabetic());
    let is_command =
        |sentence: &str| sentence.split("`--").skip(1).any(is_option) || has_page && sentence.contains("`fingerpost ");
    let sentences = help.split_inclusive(". ").filter(|sentence| !is_command(sentence));
    plain(sentences.collect::<String>().trim_end())
}

impl StepLine {
    fn new(step: FirstStep, content: &ContentList) -> Self {
        let file = |path: &ContentPath| StepFile {
            name: name_of_file(content, path).unwrap_or_else(|| path.to_string()),
            link: is_editable(path).then(|| address::of_file(path, 0)),
            path: path.to_string(),
        };
        Self { files: in_list_order(content, &step.files).into_iter().map(file).collect(), things: step.things }
    }
}
