//! Numbers of people in a table of figures: its columns and rows, with their totals.

use super::suppression::MIN_CELL;
use crate::programme::evaluation::{FiguresFile, FiguresUnit};
use crate::programme::format::{is_not_stated, max_meant, whole_number};

/// How the heading of a total begins, in the languages of the interface.
const TOTALS: [&str; 7] = ["total", "all", "everyone", "overall", "cyfanswm", "pawb", "کل"];

/// Words of a heading for what is in no other row.
const OTHERS: [&str; 5] = ["other", "others", "else", "eraill", "دیگر"];

/// Numbers of people under one heading, or next to it.
pub(super) struct CountLine<'a> {
    pub(super) heading: &'a str,
    /// The number of each part; `None` if it is in words.
    pub(super) parts: Vec<(&'a str, Option<u32>)>,
    /// The total that the line states.
    pub(super) total: Option<u32>,
    /// True if a number is left out on purpose.
    pub(super) hides: bool,
    /// The sum of the numbers.
    pub(super) sum: u32,
    /// How many parts are in words.
    in_words: usize,
}

impl CountLine<'_> {
    /// What the total leaves for parts that are missing or, if there is just one, in words: a small number of people.
    pub(super) fn remainder(&self) -> Option<u32> {
        self.left_of(self.total?)
    }

    pub(super) fn left_of(&self, total: u32) -> Option<u32> {
        let left = total.checked_sub(self.sum).filter(|_| self.in_words < 2)?;
        (1..MIN_CELL).contains(&left).then_some(left)
    }
}

/// The columns and the rows of a table of people.
pub(super) fn lines(table: &FiguresFile) -> Vec<CountLine<'_>> {
    if table.unit != FiguresUnit::People {
        return Vec::new();
    }
    let rows = &table.rows.0;
    let heading = |at: usize| table.columns.get(at).map_or("", String::as_str);
    let columns = (0..table.columns.len().max(1)).map(|at| {
        let cells = rows.iter().filter_map(|row| Some((row.heading.as_str(), row.cells.get(at)?.value.as_str())));
        line(heading(at), cells)
    });
    let across = rows.iter().filter(|row| row.cells.len() > 1).map(|row| {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| (heading(at), cell.value.as_str()));
        line(&row.heading, cells)
    });
    columns.chain(across).collect()
}

fn line<'a>(heading: &'a str, cells: impl Iterator<Item = (&'a str, &'a str)>) -> CountLine<'a> {
    let (totals, parts): (Vec<_>, Vec<_>) = cells.partition(|(part, _)| is_total(part));
    let total = totals.into_iter().filter_map(|(_, people)| whole_number(people)).max();
    let hides = parts.iter().any(|(_, people)| max_meant(people).is_some() || is_not_stated(people));
    let parts: Vec<(&str, Option<u32>)> =
        parts.into_iter().map(|(part, people)| (part, whole_number(people))).collect();
    CountLine {
        heading,
        sum: parts.iter().filter_map(|(_, people)| *people).fold(0, u32::saturating_add),
        in_words: parts.iter().filter(|(_, people)| people.is_none()).count(),
        parts,
        total,
        hides,
    }
}

pub(super) fn is_total(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|ch: char| !ch.is_alphanumeric());
    let is_total = words.next().is_some_and(|first| TOTALS.contains(&first));
    // “All other routes” are a part.
    is_total && !words.any(|word| OTHERS.contains(&word))
}
