//! Converts a planned programme in a spreadsheet to a file for each group.
//!
//! Takes a spreadsheet with one activity on each row: group, when, activity, kind, benchmarks, partners, and a note for
//! each audience. Gives drafts of `programme/GROUP.md`. Rejects unknown groups, kinds and benchmarks.
//! [`try_out`](super::try_out) rejects unknown terms.

use super::table::{BENCHMARKS, Column, SheetTable, parse_benchmarks, split_list};
use super::yaml::{list, numbers, quoted};
use super::{Draft, SheetFile};
use crate::import::findings::SheetError;
use crate::programme::{ActivityKind, Group, Programme, slug};
use crate::report::{Findings, did_you_mean};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Group,
    When,
    Title,
    Kind,
    Benchmarks,
    With,
    Subjects,
    LedBy,
    Pupils,
    Parents,
    Staff,
    Employers,
}

const COLUMNS: [Column<Field>; 12] = [
    (Field::Group, &["Group", "Groups", "Year group", "Year groups", "Year", "Pathway", "Course area", "Class"]),
    (Field::When, &["When", "Term", "Half-term", "Month", "Date", "Timing"]),
    (Field::Title, &["Activity", "Title", "What", "Name", "Activity name"]),
    (Field::Kind, &["Kind", "Type", "Type of activity", "Activity type"]),
    (Field::Benchmarks, BENCHMARKS),
    (Field::With, &["With", "Partner", "Partners", "Provider", "Employer partner"]),
    (Field::Subjects, &["Subject", "Subjects"]),
    (Field::LedBy, &["Led by", "Lead", "Led-by"]),
    (Field::Pupils, &["Pupils", "For pupils", "Students", "Learners"]),
    (Field::Parents, &["Parents", "For parents", "Parents and carers", "Families"]),
    // Notes are usually meant for colleagues, so they only appear on the staff pages.
    (Field::Staff, &["Staff", "For staff", "Notes", "Note", "Teachers"]),
    (Field::Employers, &["Employers", "For employers"]),
];

/// The kind of activities whose row has none.
const DEFAULT_KIND: ActivityKind = ActivityKind::Lesson;

/// Drafts the files of the groups. Returns `None` after adding findings if something is wrong.
pub fn from_sheet(file: SheetFile<'_>, programme: &Programme, findings: &mut Findings) -> Option<Vec<Draft>> {
    let table = SheetTable::read(file, &COLUMNS, findings)?;
    for (field, expected) in [(Field::Group, "Group"), (Field::Title, "Activity")] {
        if !table.has(field) {
            file.report(SheetError::NoColumn { expected }, findings);
        }
    }
    if findings.any_error() {
        return None;
    }
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); programme.groups.len()];
    let mut without_kind = 0;
    for (number, cells) in &table.rows {
        let row = SheetRow { table: &table, number: *number, cells };
        let text = table.text(Field::Group, cells);
        let groups = row.groups(&text, &programme.groups, (file, &mut *findings));
        let Some(activity) = row.activity(&mut without_kind, (file, &mut *findings)) else { continue };
        for group in groups {
            texts.get_mut(group).into_iter().for_each(|texts| texts.push(activity.clone()));
        }
    }
    if findings.any_error() {
        return None;
    }
    let mut notes = Vec::new();
    if without_kind > 0 {
        notes.push(format!("{without_kind} rows have no kind. They became `{}`.", DEFAULT_KIND.as_str()));
    }
    notes.extend(table.note());
    let drafts = programme.groups.iter().zip(texts).filter(|(_, texts)| !texts.is_empty());
    let drafts = drafts.map(|(group, texts)| draft(group, &texts, std::mem::take(&mut notes))).collect();
    Some(drafts)
}

fn draft(group: &Group, activities: &[String], notes: Vec<String>) -> Draft {
    let text = format!(
        "---\n# yaml-language-server: $schema=../.schema/group.json\nactivities:\n{}---\n\n[Write here what this year is about \
         for {}, in two or three sentences.]\n",
        activities.concat(),
        group.name
    );
    Draft { path: format!("programme/{}.md", group.id), text, notes }
}

struct SheetRow<'t> {
    table: &'t SheetTable<Field>,
    number: u32,
    cells: &'t [String],
}

/// The file, and where to add its findings.
type FileFindings<'f> = (SheetFile<'f>, &'f mut Findings);

impl SheetRow<'_> {
    fn reject(&self, field: Field, expected: String, (file, findings): FileFindings<'_>) {
        let (cell, value) = (self.table.cell(field, self.number), self.table.text(field, self.cells));
        file.report(SheetError::Cell { cell, value, expected }, findings);
    }

    /// Finds the groups in a cell, such as “Year 7, Year 8”, “all” or “7”. Returns their indexes.
    fn groups(&self, text: &str, groups: &[Group], (file, findings): FileFindings<'_>) -> Vec<usize> {
        if ["all", "everyone", "whole school"].contains(&text.to_lowercase().as_str()) {
            return (0..groups.len()).collect();
        }
        let mut found = Vec::new();
        for part in split_list(text) {
            let matches = |group: &Group| {
                let names = [slug(&group.id), slug(&group.name)];
                names.contains(&slug(&part)) || part.parse().is_ok_and(|year: u8| group.years == [year])
            };
            match groups.iter().position(matches) {
                Some(group) => found.push(group),
                None => {
                    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
                    let suggestion = did_you_mean(&part, names.iter().copied())
                        .map(|name| format!(" (did you mean {name}?)"))
                        .unwrap_or_default();
                    self.reject(
                        Field::Group,
                        format!("one of: {}{suggestion}", names.join(", ")),
                        (file, &mut *findings),
                    );
                }
            }
        }
        if text.is_empty() {
            self.reject(Field::Group, "a group, or `all`".into(), (file, findings));
        }
        found
    }

    fn activity(&self, without_kind: &mut usize, (file, findings): FileFindings<'_>) -> Option<String> {
        let text = |field: Field| self.table.text(field, self.cells);
        let title = text(Field::Title);
        if title.is_empty() {
            self.reject(Field::Title, "the name of the activity".into(), (file, findings));
            return None;
        }
        let value = text(Field::Kind);
        let kind = if value.is_empty() {
            *without_kind += 1;
            Some(DEFAULT_KIND)
        } else {
            let same = |kind: &&ActivityKind| slug(kind.as_str()) == slug(&value) || slug(kind.label()) == slug(&value);
            ActivityKind::ALL.iter().find(same).copied()
        };
        let Some(kind) = kind else {
            let words: Vec<&str> = ActivityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            self.reject(Field::Kind, format!("one of: {}", words.join(", ")), (file, findings));
            return None;
        };
        let Some(benchmarks) = parse_benchmarks(&text(Field::Benchmarks)) else {
            self.reject(Field::Benchmarks, "numbers from 1 to 8".into(), (file, findings));
            return None;
        };
        let mut yaml = format!("  - title: {}\n", quoted(&title));
        let mut line = |key: &str, value: String| yaml.push_str(&format!("    {key}: {value}\n"));
        if let when @ [_, ..] = split_list(&text(Field::When)).as_slice() {
            line("when", list(when));
        }
        line("kind", kind.as_str().to_owned());
        if !benchmarks.is_empty() {
            line("benchmarks", numbers(&benchmarks));
        }
        for (field, key) in [(Field::With, "with"), (Field::Subjects, "subjects")] {
            let value = text(field);
            let values: Vec<&str> = value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
            if !values.is_empty() {
                line(key, list(&values));
            }
        }
        let notes = [
            (Field::LedBy, "led-by"),
            (Field::Pupils, "pupils"),
            (Field::Parents, "parents"),
            (Field::Staff, "staff"),
            (Field::Employers, "employers"),
        ];
        for (field, key) in notes {
            let value = text(field);
            if !value.is_empty() {
                line(key, quoted(&value));
            }
        }
        Some(yaml)
    }
}
