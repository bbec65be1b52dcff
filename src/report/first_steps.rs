//! What to write first on a new site: a line for each file, so that it fits on a screen.
//!
//! Every command and the preview's panel show these steps, so that they begin with the same one.

use serde::Serialize;

use super::finding::Finding;
use super::findings::{Counts, writing_order};
use super::{ContentPath, Severity};

/// With notes and examples in fewer files, a site is not new.
const MIN_FILES: usize = 5;

/// In characters.
const MAX_LINE: usize = 78;

/// The steps in order, and how many findings they leave out.
#[derive(Debug)]
pub struct FirstSteps {
    pub steps: Vec<FirstStep>,
    pub others: Counts,
}

/// What is to be written in a file, or in the files of a folder.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct FirstStep {
    /// The file, or the folder and how many of its files.
    pub title: String,
    /// The things to write, as many as fit in a line.
    pub things: String,
    /// The files to write them in, in order.
    pub files: Vec<ContentPath>,
}

impl FirstSteps {
    /// A line for each step.
    pub fn text(&self) -> String {
        let width = self.steps.iter().map(|step| step.title.chars().count()).max().unwrap_or(0);
        let line =
            |(number, step): (usize, &FirstStep)| format!("{number:3}  {:width$}  {}\n", step.title, step.things);
        let lines: String = (1..).zip(&self.steps).map(line).collect();
        format!("Write this first:\n\n{lines}")
    }
}

/// The findings of a step.
struct Step<'a> {
    name: &'a str,
    files: Vec<&'a ContentPath>,
    findings: Vec<&'a Finding>,
}

/// The steps of a new site, from findings in order. `None` if the site is not new, or has errors.
pub fn first_steps(findings: &[Finding]) -> Option<FirstSteps> {
    let files = unwritten_files(findings);
    let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    if has_errors || files.len() < MIN_FILES {
        return None;
    }
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut others = Vec::new();
    for finding in findings {
        let path = finding.place.path();
        if !(is_unwritten(finding) || finding.code.as_str() == "statutory") || !files.contains(&path) {
            others.push(finding.clone());
            continue;
        }
        let name = step_name(path);
        match steps.iter_mut().find(|step| step.name == name) {
            Some(step) => step.add(finding),
            None => steps.push(Step { name, files: vec![path], findings: vec![finding] }),
        }
    }
    steps.sort_by_key(|step| step.files.iter().map(|file| writing_order(file)).min());
    let steps = steps.iter().map(Step::line).collect();
    Some(FirstSteps { steps, others: Counts::of(&others) })
}

/// The files with texts that a new site comes with, and that nobody has written yet.
pub fn unwritten_files(findings: &[Finding]) -> Vec<&ContentPath> {
    let unwritten = findings.iter().filter(|finding| is_unwritten(finding));
    let mut files: Vec<&ContentPath> = unwritten.map(|finding| finding.place.path()).collect();
    files.sort_unstable();
    files.dedup();
    files
}

/// True for what is wrong with every new site: its texts are to be written, and what the law asks for is not there yet.
pub fn is_of_new_site(finding: &Finding) -> bool {
    ["placeholder", "statutory", "provider-access"].contains(&finding.code.as_str())
}

fn is_unwritten(finding: &Finding) -> bool {
    finding.code.as_str() == "placeholder"
}

/// Files of a folder are one step.
fn step_name(path: &ContentPath) -> &str {
    if path.folder().is_empty() { path.as_str() } else { path.top_folder() }
}

impl<'a> Step<'a> {
    fn add(&mut self, finding: &'a Finding) {
        self.findings.push(finding);
        if !self.files.contains(&finding.place.path()) {
            self.files.push(finding.place.path());
        }
    }

    fn line(&self) -> FirstStep {
        let mut files: Vec<ContentPath> = self.files.iter().copied().cloned().collect();
        files.sort_by_key(writing_order);
        FirstStep { title: self.title(), things: self.things(), files }
    }

    fn title(&self) -> String {
        match self.files.as_slice() {
            [file] => file.to_string(),
            files => format!("{}/ ({} files)", self.name, files.len()),
        }
    }

    /// The things to write, as many as fit in a line: first what the law asks for.
    fn things(&self) -> String {
        let (mut by_law, mut others) = (Vec::new(), Vec::new());
        for finding in &self.findings {
            let thing = thing(&finding.message);
            let things = if finding.severity == Severity::Must { &mut by_law } else { &mut others };
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
        others.retain(|thing| !by_law.contains(thing));
        if by_law.is_empty() {
            return list(&others, MAX_LINE);
        }
        let law = format!("by law: {}", list(&by_law, MAX_LINE));
        let left = MAX_LINE.saturating_sub(law.chars().count());
        match others.first() {
            None => law,
            Some(first) if first.chars().count() > left => format!("{law}; also {} more", others.len()),
            Some(_) => format!("{law}; also {}", list(&others, left)),
        }
    }
}

/// The first things, as many as fit into a number of characters, and how many more there are. The first is always listed.
fn list(things: &[String], max: usize) -> String {
    let mut text = String::new();
    for (index, thing) in things.iter().enumerate() {
        let left = things.len() - index;
        if index > 0 && text.chars().count() + thing.chars().count() > max {
            text.push_str(&format!(" and {left} more"));
            break;
        }
        text.push_str(if index == 0 { "" } else { ", " });
        text.push_str(thing);
    }
    text
}

/// What a message asks for, in a few words.
fn thing(message: &str) -> String {
    let quoted = message.split('`').nth(1).map(|text| {
        let text = text.trim_start_matches("Write ");
        let what = text.split_once(": ").map_or(text, |(_, what)| what);
        what.split(", ").next().unwrap_or(what)
    });
    let missing = message.split_once("missing: ").map(|(_, thing)| thing);
    let words = match (quoted, missing) {
        (Some(quoted), _) => quoted,
        (None, Some(missing)) => missing,
        (None, None) if message.contains("made up") => "made-up values",
        (None, None) => "examples to change",
    };
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Advice, Code, Place};

    #[test]
    fn only_what_the_law_asks_for_is_called_law() {
        let finding = |severity, message: &str| {
            let advice =
                Advice { code: Code::new("statutory"), severity, message: message.into(), help: String::new() };
            Finding::new(&advice, Place::of_file("school.yaml"))
        };
        let must = |message| finding(Severity::Must, message);
        let should = |message| finding(Severity::Should, message);
        let things = |findings: &[Finding]| {
            let files = findings.iter().map(|finding| finding.place.path()).collect();
            Step { name: "school.yaml", files, findings: findings.iter().collect() }.things()
        };
        let date = must("missing: the date of the next review");
        let address = should("still to be written: `Write: the postal address`");
        let made_up = should("these values are made up");
        assert_eq!(
            things(&[date.clone(), address.clone(), made_up.clone()]),
            "by law: the date of the next review; also the postal address, made-up values"
        );
        assert_eq!(things(&[address, made_up]), "the postal address, made-up values");
        assert_eq!(things(&[date]), "by law: the date of the next review");
    }
}
