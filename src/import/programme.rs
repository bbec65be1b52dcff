//! Converts a planned programme in a spreadsheet to a file for each group.
//!
//! Takes a spreadsheet with one activity on each row: group, when, activity, kind, benchmarks, partners, and a note for
//! each audience, subjects and who leads. Gives drafts of `programme/GROUP.md`, which keep what the file of a group has
//! already. Rejects unknown groups, times, kinds and benchmarks, and reports cells that may name people.

use super::department_audit::{AuditColumn, may_name_person};
use super::group_file::{Extended, NewActivity, extended, new_group_file};
use super::table::{BENCHMARKS, Column, SheetTable, groups_in, one_of_groups, parse_benchmarks, split_list};
use super::yaml::{list, numbers, quoted};
use super::{Draft, SheetFile};
use crate::framework::Facts;
use crate::import::findings::SheetError;
use crate::programme::{ActivityKind, Group, GroupSet, Programme, slug};
use crate::report::{Findings, Place};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ActivityField {
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

const COLUMNS: [Column<ActivityField>; 12] = [
    (
        ActivityField::Group,
        &["Group", "Groups", "Year group", "Year groups", "Year", "Pathway", "Course area", "Class"],
    ),
    (ActivityField::When, &["When", "Term", "Half-term", "Month", "Date", "Timing"]),
    (ActivityField::Title, &["Activity", "Activity name", "Title", "What", "Name"]),
    (ActivityField::Kind, &["Kind", "Type", "Type of activity", "Activity type"]),
    (ActivityField::Benchmarks, BENCHMARKS),
    (ActivityField::With, &["With", "Partner", "Partners", "Provider", "Employer partner"]),
    (ActivityField::Subjects, &["Subject", "Subjects"]),
    (ActivityField::LedBy, &["Led by", "Lead", "Led-by", "Who leads", "Leader", "Lead by", "Staff lead"]),
    (ActivityField::Pupils, &["Pupils", "For pupils", "Students", "Learners"]),
    (ActivityField::Parents, &["Parents", "For parents", "Parents and carers", "Families"]),
    // Notes are usually meant for colleagues, so they only appear on the staff pages.
    (ActivityField::Staff, &["For staff", "Notes", "Note", "Details", "Staff", "Teachers"]),
    (ActivityField::Employers, &["Employers", "For employers"]),
];

/// The notes for each audience, with their keys.
const NOTES: [(ActivityField, &str); 4] = [
    (ActivityField::Pupils, "pupils"),
    (ActivityField::Parents, "parents"),
    (ActivityField::Staff, "staff"),
    (ActivityField::Employers, "employers"),
];

/// The kind of activities whose row has none.
const DEFAULT_KIND: ActivityKind = ActivityKind::Lesson;

/// Returns `None` after adding findings if something is wrong. `replace`: whether new files replace those of all groups in
/// the sheet, with everything in them.
pub fn from_sheet(
    file: SheetFile<'_>,
    replace: bool,
    (programme, facts): (&Programme, &Facts),
    findings: &mut Findings,
) -> Option<Vec<Draft>> {
    let table = SheetTable::read(file, &COLUMNS, findings)?;
    for (field, expected) in [(ActivityField::Group, "Group"), (ActivityField::Title, "Activity")] {
        if !table.has(field) {
            file.report(SheetError::NoColumn { expected }, findings);
        }
    }
    if table.rows.is_empty() {
        file.report(SheetError::Empty, findings);
    }
    if findings.any_error() {
        return None;
    }
    let mut activities: Vec<Vec<NewActivity>> = vec![Vec::new(); programme.groups.len()];
    let (mut without_kind, mut shared) = (0, 0);
    let mut naming = Vec::new();
    for (number, cells) in &table.rows {
        let row = SheetRow { table: &table, number: *number, cells };
        let text = table.text(ActivityField::Group, cells);
        let groups = row.resolve_groups(&text, &programme.groups, (file, &mut *findings));
        row.check_times(programme, (file, &mut *findings));
        naming.extend(row.cells_with_names(facts));
        let Some(activity) = row.format_activity(&mut without_kind, (file, &mut *findings)) else { continue };
        shared += usize::from(groups.len() > 1);
        for group in groups {
            activities.get_mut(group).into_iter().for_each(|list| list.push(activity.clone()));
        }
    }
    if !naming.is_empty() {
        file.report(SheetError::MayNamePeople { cells: naming }, findings);
    }
    if findings.any_error() {
        return None;
    }
    let mut notes = Vec::new();
    notes.extend(match without_kind {
        0 => None,
        1 => Some(format!("1 row has no kind. It became `{}`.", DEFAULT_KIND.as_str())),
        rows => Some(format!("{rows} rows have no kind. They became `{}`.", DEFAULT_KIND.as_str())),
    });
    notes.extend(match shared {
        0 => None,
        1 => Some("1 row is for several groups. Its activity is in the file of each of them.".to_owned()),
        rows => Some(format!("{rows} rows are for several groups. Their activities are in the file of each of them.")),
    });
    notes.extend(table.note());
    let (mut drafts, mut complete, mut has_fixed_file) = (Vec::new(), Vec::new(), false);
    for (group, activities) in programme.groups.iter().enumerate().zip(activities).filter(|(_, list)| !list.is_empty())
    {
        match extended(group, &activities, programme).filter(|_| !replace) {
            Some(Extended::Draft(draft)) => drafts.push(draft),
            Some(Extended::Complete(note)) => complete.push(note),
            Some(Extended::Fixed(path)) => {
                has_fixed_file = true;
                findings.add(SheetError::FixedFile { path: path.clone() }, Place::of_file(&path));
            }
            None => drafts.push(new_group_file(group, &activities, programme)),
        }
    }
    match drafts.first_mut() {
        Some(first) => first.notes = [notes, complete, std::mem::take(&mut first.notes)].concat(),
        None if complete.is_empty() || has_fixed_file => {}
        None => file.report(SheetError::NothingNew { why: complete.join(" ") }, findings),
    }
    Some(drafts)
}

struct SheetRow<'t> {
    table: &'t SheetTable<ActivityField>,
    number: u32,
    cells: &'t [String],
}

type FileFindings<'f> = (SheetFile<'f>, &'f mut Findings);

impl SheetRow<'_> {
    fn reject(&self, field: ActivityField, expected: String, (file, findings): FileFindings<'_>) {
        let (cell, value) = (self.table.cell(field, self.number), self.table.text(field, self.cells));
        file.report(SheetError::Cell { cell, value, expected }, findings);
    }

    /// The indexes of the groups in a cell, such as “Year 7, Year 8”, “all” or “7”.
    fn resolve_groups(&self, text: &str, groups: &[Group], (file, findings): FileFindings<'_>) -> GroupSet {
        let (named, unknown) = groups_in(text, groups);
        for part in unknown {
            self.reject(ActivityField::Group, one_of_groups(&part, groups), (file, &mut *findings));
        }
        if text.is_empty() {
            self.reject(ActivityField::Group, "a group, or `all`".into(), (file, findings));
        }
        named
    }

    /// The cells that are published and may name a person, in the order of the columns.
    fn cells_with_names(&self, facts: &Facts) -> Vec<String> {
        let columns = NOTES.map(|(field, _)| (field, AuditColumn::Learn)).into_iter();
        let others = [(ActivityField::Title, AuditColumn::What), (ActivityField::LedBy, AuditColumn::Who)];
        let names = |(field, column): &(ActivityField, AuditColumn)| {
            may_name_person(&self.table.text(*field, self.cells), *column, facts)
        };
        let named = columns.chain(others).filter(names);
        let mut cells: Vec<String> = named.map(|(field, _)| self.table.cell(field, self.number)).collect();
        // `AA2` is after `Z2`.
        cells.sort_by_cached_key(|cell| (cell.len(), cell.clone()));
        cells
    }

    /// Rejects times that aren't in the school's year.
    fn check_times(&self, programme: &Programme, (file, findings): FileFindings<'_>) {
        let times = split_list(&self.table.text(ActivityField::When, self.cells));
        if !times.iter().all(|time| programme.year.has_time(time)) {
            let terms: Vec<String> = programme.year.terms.iter().map(|term| term.name.clone()).collect();
            let terms = terms.join(", ");
            let expected = format!("a time in {}: {terms}, a month, a day, weekly or all year", programme.year.label);
            self.reject(ActivityField::When, expected, (file, findings));
        }
    }

    /// Formats the row as YAML. `None` after adding a finding if a cell is invalid.
    fn format_activity(&self, without_kind: &mut usize, (file, findings): FileFindings<'_>) -> Option<NewActivity> {
        let text = |field: ActivityField| self.table.text(field, self.cells);
        let title = text(ActivityField::Title);
        if title.is_empty() {
            self.reject(ActivityField::Title, "the name of the activity".into(), (file, findings));
            return None;
        }
        let value = text(ActivityField::Kind);
        let kind = if value.is_empty() {
            *without_kind += 1;
            Some(DEFAULT_KIND)
        } else {
            let matches =
                |kind: &&ActivityKind| slug(kind.as_str()) == slug(&value) || slug(kind.label()) == slug(&value);
            ActivityKind::ALL.iter().find(matches).copied()
        };
        let Some(kind) = kind else {
            let names: Vec<&str> = ActivityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            self.reject(ActivityField::Kind, format!("one of: {}", names.join(", ")), (file, findings));
            return None;
        };
        let Some(benchmarks) = parse_benchmarks(&text(ActivityField::Benchmarks)) else {
            self.reject(ActivityField::Benchmarks, "numbers from 1 to 8".into(), (file, findings));
            return None;
        };
        let mut yaml = format!("  - title: {}\n", quoted(&title));
        let mut line = |key: &str, value: String| yaml.push_str(&format!("    {key}: {value}\n"));
        let when = split_list(&text(ActivityField::When));
        if !when.is_empty() {
            line("when", list(&when));
        }
        line("kind", kind.as_str().to_owned());
        if !benchmarks.is_empty() {
            line("benchmarks", numbers(&benchmarks));
        }
        for (field, key) in [(ActivityField::With, "with"), (ActivityField::Subjects, "subjects")] {
            let value = text(field);
            let values: Vec<&str> = value.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
            if !values.is_empty() {
                line(key, list(&values));
            }
        }
        for (field, key) in [(ActivityField::LedBy, "led-by")].into_iter().chain(NOTES) {
            let value = text(field);
            if !value.is_empty() {
                line(key, quoted(&value));
            }
        }
        Some(NewActivity { title, when, yaml })
    }
}
