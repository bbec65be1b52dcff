//! The texts of the example, as sentences, and its data.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::Value;

use super::rows::MONTHS;
use crate::common::{files_below, folder};

pub(super) struct Example {
    /// Path and text of each file of words.
    files: Vec<(String, String)>,
    /// Every day in the data.
    pub(super) dates: BTreeSet<(u16, u8, u8)>,
    /// Every hour and minute in the data.
    pub(super) times: BTreeSet<(u8, u8)>,
}

/// The files whose numbers are claims about the programme. The others are records, or tasks for pupils.
fn is_read(path: &str) -> bool {
    let is_translation = [".ur.md", ".pl.md", ".bfi.md"].iter().any(|end| path.ends_with(end));
    let is_prose = path.ends_with(".md") && !path.starts_with("events/");
    let others =
        ["team.yaml", "evaluation/actions.yaml", "evaluation/evidence.yaml", "evaluation/benchmarks/2026-07-10.yaml"];
    !is_translation && (is_prose || others.contains(&path) || path.ends_with("our-own.yaml"))
}

impl Example {
    pub(super) fn read() -> Self {
        let mut files = Vec::new();
        for (path, bytes) in files_below(&folder("content-example")) {
            let is_text = path.ends_with(".md") || path.ends_with(".yaml");
            if is_text && !path.starts_with('.') {
                files.push((path, String::from_utf8(bytes).expect("UTF-8")));
            }
        }
        let day = Regex::new(r"\b(20\d\d)-(\d\d)-(\d\d)\b").expect("a pattern");
        let time = Regex::new(r"\b(\d\d):(\d\d)\b").expect("a pattern");
        // The days of choices are in words.
        let choice = Regex::new(r"(?m)^\s+when: .*").expect("a pattern");
        let in_words = Regex::new(&format!(r"(\d{{1,2}}) ({}) (20\d\d)", MONTHS.join("|"))).expect("a pattern");
        let number = |text: &str| text.parse::<u16>().expect("a number");
        let small = |text: &str| text.parse::<u8>().expect("a small number");
        let all = files.iter().flat_map(|(path, text)| [path.as_str(), text.as_str()]);
        let dates = all.clone().flat_map(|text| day.captures_iter(text).map(|day| day.extract::<3>().1));
        let times = all.flat_map(|text| time.captures_iter(text).map(|time| time.extract::<2>().1));
        let plans = files.iter().filter(|(path, _)| path.starts_with("programme/"));
        let choices = plans.flat_map(|(_, text)| choice.find_iter(text)).flat_map(|line| {
            let days = in_words.captures_iter(line.as_str()).map(|day| day.extract::<3>().1);
            let month = |name: &str| MONTHS.iter().position(|month| *month == name).map_or(0, |index| index + 1);
            days.map(|[day, name, year]| (number(year), small(&month(name).to_string()), small(day)))
                .collect::<Vec<_>>()
        });
        let choices: Vec<(u16, u8, u8)> = choices.collect();
        Self {
            dates: dates.map(|[year, month, day]| (number(year), small(month), small(day))).chain(choices).collect(),
            times: times.map(|[hour, minute]| (small(hour), small(minute))).collect(),
            files,
        }
    }

    pub(super) fn text(&self, path: &str) -> &str {
        self.files.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str()).expect("a file")
    }

    /// The keys of a file: of its front matter, or of all of it.
    pub(super) fn data(&self, path: &str) -> Value {
        keys(path, self.text(path))
    }

    /// The data of all files of a folder.
    pub(super) fn all(&self, folder: &str) -> Vec<Value> {
        let files = self.files.iter().filter(|(path, _)| path.starts_with(folder));
        files.map(|(path, text)| keys(path, text)).collect()
    }

    pub(super) fn sentences(&self) -> Vec<(&str, String)> {
        let files = self.files.iter().filter(|(path, _)| is_read(path));
        files
            .flat_map(|(path, text)| sentences(path, text).into_iter().map(move |text| (path.as_str(), text)))
            .collect()
    }
}

fn keys(path: &str, text: &str) -> Value {
    let yaml = if path.ends_with(".md") {
        text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or("", |(keys, _)| keys)
    } else {
        text
    };
    serde_yaml::from_str(yaml).expect("YAML")
}

/// The sentences of a file, without what is data: days, names of groups, numbers of criteria, addresses and footnotes.
fn sentences(path: &str, text: &str) -> Vec<String> {
    let is_yaml = path.ends_with(".yaml");
    let data_line = Regex::new(r"^\s*(?:- )?(?:scores|criterion|framework|year|fully-achieved|groups|benchmarks):")
        .expect("a pattern");
    let no_claim =
        Regex::new(r"\]\([^)]*\)|\[\^\d\]:?|\b20\d\d-\d\d-\d\d\b|\bhalf-\w+|^\s*\d\. |^\s+\d: |group: year-\d+|when: \w+ \d|^---.*")
            .expect("a pattern");
    let end = Regex::new(r"[.!?]\s+").expect("a pattern");
    // The keys of a plan are data, and tasks for pupils.
    let text = if path.starts_with("programme/") { text.splitn(3, "---\n").last().unwrap_or(text) } else { text };
    let is_data = |line: &str| data_line.is_match(line) || is_yaml && line.trim_start().starts_with('#');
    let mut sentences = Vec::new();
    for line in text.lines().filter(|line| !is_data(line)) {
        let line = no_claim.replace_all(line, "]");
        let mut start = 0;
        for found in end.find_iter(&line) {
            sentences.push(line[start..found.end()].trim().to_owned());
            start = found.end();
        }
        sentences.push(line[start..].trim().to_owned());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}
