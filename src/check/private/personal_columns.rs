//! Detects columns with personal data in the top rows of a spreadsheet.

use crate::framework::Columns;

/// Personal data in a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PersonalColumns {
    /// The headings of columns that identify people.
    Names(Vec<String>),
    /// One row for each person, without names.
    Answers,
}

/// Returns `None` for a table about something else, or an empty one.
pub(super) fn detect_personal_columns(rows: &[Vec<String>], columns: &Columns) -> Option<PersonalColumns> {
    rows.iter().enumerate().find_map(|(at, headings)| {
        let below = rows.get(at + 1..).filter(|below| below.iter().any(|row| has_text(row)))?;
        let header = Header::read(headings, columns)?;
        let named: Vec<usize> = header
            .identities
            .iter()
            .copied()
            .filter(|column| below.iter().any(|row| row.get(*column).is_some_and(|cell| is_name(cell, columns))))
            .collect();
        let heading = |column: usize| headings.get(column).map(|heading| heading.trim().to_owned());
        if named.is_empty() {
            header.is_export.then_some(PersonalColumns::Answers)
        } else {
            Some(PersonalColumns::Names(named.into_iter().filter_map(heading).collect()))
        }
    })
}

struct Header {
    /// Columns that identify people.
    identities: Vec<usize>,
    /// True if the table probably has one row for each person, even without names.
    is_export: bool,
}

impl Header {
    fn read(headings: &[String], columns: &Columns) -> Option<Self> {
        let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        let columns_in = |list: &[String]| -> Vec<usize> {
            let known: Vec<String> = list.iter().map(|word| self::plain(word)).collect();
            plain.iter().enumerate().filter(|(_, word)| known.contains(word)).map(|(at, _)| at).collect()
        };
        let mut identities = columns_in(&columns.identifying);
        let is_export = !columns_in(&columns.next_to_names).is_empty();
        if is_export || !identities.is_empty() {
            identities.extend(columns_in(&columns.names));
            identities.sort_unstable();
        }
        (!identities.is_empty()).then_some(Self { identities, is_export })
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
    use crate::framework::Facts;

    fn columns_of(text: &str) -> Option<PersonalColumns> {
        let rows: Vec<Vec<String>> = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
        detect_personal_columns(&rows, &Facts::load().expect("the data files parse").privacy.columns)
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
    fn counts_firms_and_empty_templates_are_ignored() {
        for text in [
            "Answer,How many\nAgree,41\nDisagree,12",
            "Name,Telephone,Email\nTideway Training,01632 960500,office@tideway.example",
            "Name,Year group,Term\nCareers fair,Year 9,Spring",
            "Forename,Surname,UPN",
            "Forename,Surname\n,",
            "Ethnicity,Count\nA,12",
            "Question,Name\nWhat is your name?,12",
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
