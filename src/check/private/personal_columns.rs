//! Detects columns with personal data in the top rows of a spreadsheet.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::framework::{CellKind, ColumnProfile, Columns, Facts};

/// Personal data in a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PersonalColumns {
    /// The headings of columns that identify people.
    Names(Vec<String>),
    /// One row for each person, without names.
    Answers,
}

/// The headings of columns about people, without capitals, spaces and punctuation.
pub(super) struct KnownHeadings {
    identifying: HashSet<String>,
    names: HashSet<String>,
    people: HashSet<String>,
    next_to_names: HashSet<String>,
}

impl KnownHeadings {
    pub(super) fn new(columns: &Columns) -> Self {
        let plain = |list: &[String]| list.iter().map(|word| plain(word)).collect();
        Self {
            identifying: plain(&columns.identifying),
            names: plain(&columns.names),
            people: plain(&columns.people),
            next_to_names: plain(&columns.next_to_names),
        }
    }
}

/// Returns `None` for a table about something else, or an empty one.
pub(super) fn detect_personal_columns(
    rows: &[Vec<String>],
    (known, facts): (&KnownHeadings, &Facts),
    today: Date,
) -> Option<PersonalColumns> {
    let by_heading = by_heading(rows, (known, facts));
    if let Some(PersonalColumns::Names(_)) = by_heading {
        return by_heading;
    }
    by_content(rows, facts, today).or(by_heading)
}

fn by_heading(rows: &[Vec<String>], (known, facts): (&KnownHeadings, &Facts)) -> Option<PersonalColumns> {
    rows.iter().enumerate().find_map(|(at, headings)| {
        let header = Header::read(headings, known)?;
        let below = rows.get(at + 1..).filter(|below| below.iter().any(|row| has_text(row)))?;
        let column = |column: usize| below.iter().filter_map(move |row| row.get(column));
        let mut named: Vec<usize> = header
            .identities
            .iter()
            .copied()
            .filter(|at| column(*at).any(|cell| is_name(cell, &facts.privacy.columns)))
            .collect();
        named.extend(header.people.iter().copied().filter(|at| {
            let mut profile = ColumnProfile::default();
            column(*at).for_each(|cell| profile.add(cell, facts));
            profile.looks_like_names()
        }));
        named.sort_unstable();
        named.dedup();
        let heading = |column: usize| headings.get(column).map(|heading| heading.trim().to_owned());
        if !named.is_empty() {
            Some(PersonalColumns::Names(named.into_iter().filter_map(heading).collect()))
        } else {
            header.is_export.then_some(PersonalColumns::Answers)
        }
    })
}

/// Columns whose cells identify people, whatever their headings.
fn by_content(rows: &[Vec<String>], facts: &Facts, today: Date) -> Option<PersonalColumns> {
    let mut profiles: Vec<ColumnProfile> = Vec::new();
    for row in rows {
        profiles.resize(profiles.len().max(row.len()), ColumnProfile::default());
        profiles.iter_mut().zip(row).for_each(|(profile, cell)| profile.add(cell, facts));
    }
    let columns = profiles.iter().enumerate().filter(|(_, profile)| profile.kind(today) == CellKind::Identifying);
    let names: Vec<String> = columns.map(|(column, _)| heading_of(rows, column, facts)).collect();
    (!names.is_empty()).then_some(PersonalColumns::Names(names))
}

/// The first cell of a column, unless it is one of those that identify people: a list may have no headings.
fn heading_of(rows: &[Vec<String>], column: usize, facts: &Facts) -> String {
    let mut cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim());
    let is_heading = |cell: &&str| {
        let mut profile = ColumnProfile::default();
        profile.add(cell, facts);
        !profile.has_first_names() && !cell.contains(|ch: char| ch.is_ascii_digit() || ch == '@')
    };
    let heading = cells.find(|cell| !cell.is_empty()).filter(is_heading);
    heading.map_or_else(|| format!("column {}", column + 1), str::to_owned)
}

struct Header {
    /// Columns that identify people.
    identities: Vec<usize>,
    /// Columns that identify people if their cells look like names.
    people: Vec<usize>,
    /// True if the table probably has one row for each person, even without names.
    is_export: bool,
}

impl Header {
    fn read(headings: &[String], known: &KnownHeadings) -> Option<Self> {
        let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        let columns_in = |list: &HashSet<String>| -> Vec<usize> {
            plain.iter().enumerate().filter(|(_, word)| list.contains(*word)).map(|(at, _)| at).collect()
        };
        let mut identities = columns_in(&known.identifying);
        let is_export = !columns_in(&known.next_to_names).is_empty();
        if is_export || !identities.is_empty() {
            identities.extend(columns_in(&known.names));
        }
        // A name alone may be that of a firm.
        let mut people = columns_in(&known.people);
        people.retain(|at| plain.get(*at).is_some_and(|word| !known.names.contains(word)));
        (!identities.is_empty() || !people.is_empty()).then_some(Self { identities, people, is_export })
    }
}

fn has_text(row: &[String]) -> bool {
    row.iter().any(|cell| !cell.trim().is_empty())
}

fn is_name(cell: &str, columns: &Columns) -> bool {
    let plain = plain(cell);
    !plain.is_empty() && !columns.anonymous.contains(&plain)
}

/// Letters and digits in lower case: forms add spaces, line breaks and colons.
fn plain(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns_of(text: &str) -> Option<PersonalColumns> {
        let rows: Vec<Vec<String>> = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        let facts = Facts::load().expect("the data files parse");
        let known = KnownHeadings::new(&facts.privacy.columns);
        detect_personal_columns(&rows, (&known, &facts), jiff::civil::date(2026, 11, 29))
    }

    fn names(headings: &[&str]) -> Option<PersonalColumns> {
        Some(PersonalColumns::Names(headings.iter().map(|heading| (*heading).to_owned()).collect()))
    }

    #[test]
    fn form_answers_and_lists_of_pupils_are_recognised() {
        let forms = "ID,Start time,Completion time,Email,Name,How was it?\n1,7/27/26 19:06,7/27/26 19:09,ana@x.example,Ana Q,Fine";
        assert_eq!(columns_of(forms), names(&["Email", "Name"]));
        assert_eq!(columns_of("Timestamp,Email Address,Q1\n2026,ana@x.example,Yes"), names(&["Email Address"]));
        assert_eq!(columns_of("Year 9 options\n\nForename,Surname,Reg\nAna,Q,9B"), names(&["Forename", "Surname"]));
        assert_eq!(columns_of("upn ,D.O.B.\nB801200005001,2012-01-01"), names(&["upn", "D.O.B."]));
        assert_eq!(columns_of("Name,Tutor group\nAna Q,9B"), names(&["Name"]));
    }

    #[test]
    fn people_are_recognised_in_other_languages_and_without_headings() {
        assert_eq!(columns_of("Enw cyntaf,Cyfenw\nRobin,Sample"), names(&["Enw cyntaf", "Cyfenw"]));
        assert_eq!(columns_of("Student,Form\nEmma Sample,10A\nZofia Nowak,10B"), names(&["Student"]));
        assert_eq!(columns_of("SURNAME FORENAME,Form\nSample Emma,10A"), names(&["SURNAME FORENAME"]));
        assert_eq!(columns_of("Email,Answer\nemma.s@hill.example,Yes\nz.nowak@hill.example,No"), names(&["Email"]));
        assert_eq!(columns_of("Kod,Odpowiedź\nB801200005001,Tak\nB801200005002,Nie"), names(&["Kod"]));
        assert_eq!(columns_of("Emma Sample,10A\nZofia Nowak,10B"), names(&["column 1"]));
        assert_eq!(columns_of("Sample,2010-03-04\nNowak,2011-11-30"), names(&["column 2"]));
        let below = format!("Options\n{}Pupil,UPN\nEmma Sample,B801200005001", "Choose well\n".repeat(40));
        assert_eq!(columns_of(&below), names(&["Pupil", "UPN"]));
    }

    #[test]
    fn counts_firms_and_empty_templates_are_ignored() {
        for text in [
            "Answer,How many\nAgree,41\nDisagree,12",
            "Name,Telephone,Email\nTideway Training,01632 960500,office@tideway.example",
            "Name,Year group,Term\nCareers fair,Year 9,Spring",
            "Forename,Surname,UPN",
            "Forename,Surname\n,",
            "Ethnicity,Count\nA,12",
            "Question,Name\nWhat is your name?,12",
            "Pupils,Parents\nBring a pencil,Come at six",
            "Policy,Approved\nCharging,2024-05-01\nTrips,2025-03-04",
            "Activity,Kind\nHealth Care,Talk\nJob Fair,Visit",
            "",
        ] {
            assert_eq!(columns_of(text), None, "{text}");
        }
    }

    #[test]
    fn answers_without_names_are_recognised() {
        let anonymous = "Id,Start time,Completion time,Email,Name,How was it?\n1,7/27/26,7/27/26,anonymous,,Fine\n2,7/27/26,7/27/26,anonymous,,Poor";
        assert_eq!(columns_of(anonymous), Some(PersonalColumns::Answers));
    }
}
