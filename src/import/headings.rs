//! Classifies the headings of a form's export: columns that identify people, columns that the form adds, and questions.

use std::collections::HashMap;

use super::cell::{column_name, one_line};
use crate::framework::Columns;
use crate::import::findings::SheetError;

/// Columns that forms add and that aren't questions. Compared without capitals, spaces and punctuation.
const METADATA: [&str; 9] = [
    "ID",
    "Total points",
    "Quiz feedback",
    "Grade posted time",
    "Score",
    "Total score",
    "Language",
    "Response ID",
    "Started",
];
/// Prefixes of the columns that forms add for each question of a quiz.
const QUIZ_PREFIXES: [&str; 2] = ["Points - ", "Feedback - "];
/// Prefixes of questions that ask who somebody is.
const IDENTIFYING_PREFIXES: [&str; 8] = [
    "your name",
    "your full name",
    "your first name",
    "what is your name",
    "what is your full name",
    "name of your",
    "your child's name",
    "what is your child's name",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnRole {
    /// Identifies people. Not read.
    Identifying,
    /// When somebody answered. Only the latest date is used.
    Timestamp,
    /// Added by the form. Not read.
    Metadata,
    Question,
}

/// Normalises headings: whitespace becomes single spaces, and repeated headings are numbered.
pub(super) fn normalise(cells: Vec<String>) -> Result<Vec<String>, SheetError> {
    let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut headings = Vec::with_capacity(last);
    for (column, cell) in cells.into_iter().take(last).enumerate() {
        let heading = one_line(&cell);
        if heading.is_empty() {
            return Err(SheetError::NoHeading { column: column_name(column) });
        }
        let count = seen.entry(heading.clone()).and_modify(|count| *count += 1).or_insert(1);
        headings.push(if *count > 1 { format!("{heading} ({count})") } else { heading });
    }
    Ok(headings)
}

pub(super) fn roles(headings: &[String], known: &Columns) -> Vec<ColumnRole> {
    let timestamp =
        known.times.iter().find_map(|name| headings.iter().position(|heading| plain(heading) == plain(name)));
    let is_timestamp = |heading: &str| known.times.iter().any(|name| plain(name) == plain(heading));
    let role = |(column, heading): (usize, &String)| {
        if timestamp == Some(column) {
            ColumnRole::Timestamp
        } else if is_timestamp(heading) || is_metadata(heading) {
            ColumnRole::Metadata
        } else if identifies_people(heading, known) {
            ColumnRole::Identifying
        } else {
            ColumnRole::Question
        }
    };
    headings.iter().enumerate().map(role).collect()
}

fn is_metadata(heading: &str) -> bool {
    METADATA.iter().any(|known| plain(known) == plain(heading))
        || QUIZ_PREFIXES
            .iter()
            .any(|start| heading.get(..start.len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case(start)))
}

fn identifies_people(heading: &str, known: &Columns) -> bool {
    let normalised = plain(heading);
    let lists = [&known.identifying, &known.names, &known.next_to_names];
    let listed = lists.into_iter().flatten().any(|word| plain(word) == normalised);
    let lower = heading.to_lowercase().replace('’', "'");
    listed || normalised == "username" || IDENTIFYING_PREFIXES.iter().any(|start| lower.starts_with(start))
}

/// Keeps only letters and digits, in lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|ch| ch.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Converts `Question [Row]` of a grid to “Question – Row”.
pub(super) fn question(heading: &str) -> String {
    let grid = heading.strip_suffix(']').and_then(|inner| inner.rsplit_once(" ["));
    match grid {
        Some((question, row)) if !row.is_empty() => format!("{} – {row}", question.trim_end_matches([':', '.', ' '])),
        _ => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_normalised() {
        let cells = ["\u{feff}ID", "How\u{a0}was\nit?", "How was it?", "", ""].map(str::to_owned).to_vec();
        assert_eq!(normalise(cells), Ok(vec!["ID".into(), "How was it?".into(), "How was it? (2)".into()]));
        let cells = ["ID", "", "Why?"].map(str::to_owned).to_vec();
        assert_eq!(normalise(cells), Err(SheetError::NoHeading { column: "B".into() }));
    }

    #[test]
    fn rows_of_a_grid_are_questions() {
        assert_eq!(question("How sure are you? [Options]"), "How sure are you? – Options");
        assert_eq!(question("Why?"), "Why?");
    }
}
