//! A planned programme in a spreadsheet becomes a file for each group.
//!
//! Takes a sheet with a row an activity: group, when, activity, kind, benchmarks, partners, and what each
//! audience is told. Gives the texts of `programme/GROUP.md`. Refuses groups that `school.yaml` does not
//! have, and kinds and benchmarks that there are not. Whether a term is one is told by [`try_out`](super::try_out).

use super::table::{BENCHMARKS, Column, Table, benchmarks, parts};
use super::yaml::{list, numbers, quoted};
use super::{Draft, SheetFile};
use crate::import::findings::SheetError;
use crate::programme::{ActivityKind, Group, Programme, slug};
use crate::report::{Findings, Found, did_you_mean};

/// What a column says.
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
    // Notes are most often ours to ourselves: they stand on the staff pages only.
    (Field::Staff, &["Staff", "For staff", "Notes", "Note", "Teachers"]),
    (Field::Employers, &["Employers", "For employers"]),
];

/// The activity kind that is taken where a row says none.
const USUAL: ActivityKind = ActivityKind::Lesson;

/// The texts of the groups' files.
pub fn programme(file: SheetFile<'_>, programme: &Programme) -> Found<Option<Vec<Draft>>> {
    let mut findings = Findings::default();
    let Some(table) = Table::read(file, &COLUMNS, &mut findings) else { return Found { value: None, findings } };
    for (field, wanted) in [(Field::Group, "Group"), (Field::Title, "Activity")] {
        if !table.has(field) {
            file.tell(SheetError::NoColumn { expected: wanted }, &mut findings);
        }
    }
    if findings.any_error() {
        return Found { value: None, findings };
    }
    let mut texts: Vec<Vec<String>> = vec![Vec::new(); programme.groups.len()];
    let mut unkind = 0;
    for (number, cells) in &table.rows {
        let row = Row { table: &table, number: *number, cells };
        let said = table.text(Field::Group, cells);
        let groups = row.groups(&said, &programme.groups, (file, &mut findings));
        let Some(text) = row.activity(&mut unkind, (file, &mut findings)) else { continue };
        for group in groups {
            texts.get_mut(group).into_iter().for_each(|texts| texts.push(text.clone()));
        }
    }
    if findings.any_error() {
        return Found { value: None, findings };
    }
    let mut notes = Vec::new();
    if unkind > 0 {
        notes.push(format!("{unkind} rows say no kind, and became `{}`.", USUAL.as_str()));
    }
    notes.extend(table.note());
    let drafts = programme.groups.iter().zip(texts).filter(|(_, texts)| !texts.is_empty());
    let drafts = drafts.map(|(group, texts)| draft(group, &texts, std::mem::take(&mut notes))).collect();
    Found { value: Some(drafts), findings }
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

/// A row of the sheet.
struct Row<'t> {
    table: &'t Table<Field>,
    number: u32,
    cells: &'t [String],
}

/// Where findings go, and of which file.
type Told<'f> = (SheetFile<'f>, &'f mut Findings);

impl Row<'_> {
    fn refuse(&self, field: Field, wanted: String, (file, findings): Told<'_>) {
        let (cell, value) = (self.table.cell(field, self.number), self.table.text(field, self.cells));
        file.tell(SheetError::Cell { cell, value, expected: wanted }, findings);
    }

    /// The groups that a cell names: “Year 7, Year 8”, “all”, “7”.
    fn groups(&self, said: &str, groups: &[Group], (file, findings): Told<'_>) -> Vec<usize> {
        if ["all", "everyone", "whole school"].contains(&said.to_lowercase().as_str()) {
            return (0..groups.len()).collect();
        }
        let mut found = Vec::new();
        for part in parts(said) {
            let is_it = |group: &Group| {
                let words = [slug(&group.id), slug(&group.name)];
                words.contains(&slug(&part)) || part.parse().is_ok_and(|year: u8| group.years == [year])
            };
            match groups.iter().position(is_it) {
                Some(group) => found.push(group),
                None => {
                    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
                    let near = did_you_mean(&part, names.iter().copied());
                    let near = near.map(|near| format!(" (did you mean {near}?)")).unwrap_or_default();
                    self.refuse(Field::Group, format!("one of: {}{near}", names.join(", ")), (file, &mut *findings));
                }
            }
        }
        if said.is_empty() {
            self.refuse(Field::Group, "a group, or `all`".into(), (file, findings));
        }
        found
    }

    fn activity(&self, unkind: &mut usize, (file, findings): Told<'_>) -> Option<String> {
        let text = |field: Field| self.table.text(field, self.cells);
        let title = text(Field::Title);
        if title.is_empty() {
            self.refuse(Field::Title, "the name of the activity".into(), (file, findings));
            return None;
        }
        let said = text(Field::Kind);
        let kind = if said.is_empty() {
            *unkind += 1;
            Some(USUAL)
        } else {
            let same = |kind: &&ActivityKind| slug(kind.as_str()) == slug(&said) || slug(kind.label()) == slug(&said);
            ActivityKind::ALL.iter().find(same).copied()
        };
        let Some(kind) = kind else {
            let words: Vec<&str> = ActivityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            self.refuse(Field::Kind, format!("one of: {}", words.join(", ")), (file, findings));
            return None;
        };
        let Some(benchmarks) = benchmarks(&text(Field::Benchmarks)) else {
            self.refuse(Field::Benchmarks, "numbers from 1 to 8".into(), (file, findings));
            return None;
        };
        let mut yaml = format!("  - title: {}\n", quoted(&title));
        let mut line = |key: &str, value: String| yaml.push_str(&format!("    {key}: {value}\n"));
        if let when @ [_, ..] = parts(&text(Field::When)).as_slice() {
            line("when", list(when));
        }
        line("kind", kind.as_str().to_owned());
        if !benchmarks.is_empty() {
            line("benchmarks", numbers(&benchmarks));
        }
        for (field, key) in [(Field::With, "with"), (Field::Subjects, "subjects")] {
            let said = text(field);
            let several: Vec<&str> = said.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
            if !several.is_empty() {
                line(key, list(&several));
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
            let said = text(field);
            if !said.is_empty() {
                line(key, quoted(&said));
            }
        }
        Some(yaml)
    }
}
