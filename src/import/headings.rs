//! The headings of a form's export: which columns tell who people are, which the form adds, which ask.

use std::collections::HashMap;

use super::file::column_name;
use crate::framework::Columns;
use crate::import::findings::SheetError;

/// Columns that forms add and that ask nothing. Compared without capitals, spaces and signs.
const ADDED: [&str; 9] = [
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
/// How the columns begin that forms add to each question of a quiz.
const ADDED_TO_EACH: [&str; 2] = ["Points - ", "Feedback - "];
/// Columns that say when somebody answered, the best first.
const WHEN: [&str; 4] = ["Completion time", "Timestamp", "Last modified time", "Start time"];
/// How a question begins that asks who somebody is.
const WHO: [&str; 8] = [
    "your name",
    "your full name",
    "your first name",
    "what is your name",
    "what is your full name",
    "name of your",
    "your child's name",
    "what is your child's name",
];

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// It tells who somebody is: it is not read.
    Who,
    /// It says when somebody answered: only the last day is kept.
    When,
    /// The form adds it: it is not read.
    Added,
    /// A question.
    Question,
}

/// The headings, each once: spaces and line ends are single spaces, and a second of the same name is
/// numbered.
pub(super) fn tidy(cells: Vec<String>) -> Result<Vec<String>, SheetError> {
    let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut headings = Vec::with_capacity(last);
    for (column, cell) in cells.into_iter().take(last).enumerate() {
        let heading = one_line(&cell);
        if heading.is_empty() {
            return Err(SheetError::NoHeading { column: column_name(column) });
        }
        let times = seen.entry(heading.clone()).and_modify(|times| *times += 1).or_insert(1);
        headings.push(if *times > 1 { format!("{heading} ({times})") } else { heading });
    }
    Ok(headings)
}

/// Text on one line, without the mark that some programs put in front of a file.
pub(super) fn one_line(text: &str) -> String {
    text.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What each column is.
pub(super) fn kinds(headings: &[String], known: &Columns) -> Vec<Heading> {
    let best = WHEN.iter().find_map(|when| headings.iter().position(|heading| plain(heading) == plain(when)));
    let is_when = |heading: &str| WHEN.iter().any(|when| plain(when) == plain(heading));
    let kind = |(column, heading): (usize, &String)| {
        if best == Some(column) {
            Heading::When
        } else if is_when(heading) || is_added(heading) {
            Heading::Added
        } else if tells_who(heading, known) {
            Heading::Who
        } else {
            Heading::Question
        }
    };
    headings.iter().enumerate().map(kind).collect()
}

fn is_added(heading: &str) -> bool {
    ADDED.iter().any(|added| plain(added) == plain(heading))
        || ADDED_TO_EACH
            .iter()
            .any(|start| heading.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
}

fn tells_who(heading: &str, known: &Columns) -> bool {
    let own = plain(heading);
    let lists = [&known.telling, &known.naming, &known.beside];
    let listed = lists.into_iter().flatten().any(|word| plain(word) == own);
    let small = heading.to_lowercase().replace('’', "'");
    listed || own == "username" || WHO.iter().any(|start| small.starts_with(start))
}

/// Letters and digits in lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `Question [Row]` of a grid as one question: “Question – Row”.
pub(super) fn question(heading: &str) -> String {
    let grid = heading.strip_suffix(']').and_then(|rest| rest.rsplit_once(" ["));
    match grid {
        Some((question, row)) if !row.is_empty() => format!("{} – {row}", question.trim_end_matches([':', '.', ' '])),
        _ => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_tidied() {
        let cells = ["\u{feff}ID", "How\u{a0}was\nit?", "How was it?", "", ""].map(str::to_owned).to_vec();
        assert_eq!(tidy(cells), Ok(vec!["ID".into(), "How was it?".into(), "How was it? (2)".into()]));
        let cells = ["ID", "", "Why?"].map(str::to_owned).to_vec();
        assert_eq!(tidy(cells), Err(SheetError::NoHeading { column: "B".into() }));
    }

    #[test]
    fn rows_of_a_grid_are_questions() {
        assert_eq!(question("How sure are you? [Options]"), "How sure are you? – Options");
        assert_eq!(question("Why?"), "Why?");
    }
}
