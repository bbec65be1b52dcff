//! A sheet whose columns have names that we know: a planned programme, or a list of events.

use super::file::{Rows, SheetFile, column_name};
use super::headings::{one_line, plain, tidy};
use crate::import::findings::SheetError;
use crate::report::Findings;

/// The most rows: nobody plans more.
const MOST_ROWS: usize = 5_000;

/// A column: the field it is, and the words it may have for a heading.
pub(super) type Column<F> = (F, &'static [&'static str]);

/// What people call the column with the benchmarks.
pub(super) const BENCHMARKS: &[&str] =
    &["Benchmarks", "Benchmark", "Gatsby", "Gatsby benchmark", "Gatsby benchmarks", "GB"];

/// The rows of a sheet, by fields.
#[derive(Debug)]
pub(super) struct Table<F> {
    /// Which field each column is.
    fields: Vec<Option<F>>,
    /// Each row: its number and its cells.
    pub(super) rows: Vec<(u32, Vec<String>)>,
    /// Headings that we do not know.
    strange: Vec<String>,
}

impl<F: Copy + PartialEq> Table<F> {
    /// Reads a sheet. `None`, with a finding, if it cannot be read.
    pub(super) fn read(file: SheetFile<'_>, columns: &[Column<F>], findings: &mut Findings) -> Option<Self> {
        let mut reading =
            Reading { columns, table: Self { fields: Vec::new(), rows: Vec::new(), strange: Vec::new() }, over: false };
        file.read(&mut reading, findings)?;
        if reading.over {
            file.tell(SheetError::TooLarge, findings);
            return None;
        }
        Some(reading.table)
    }

    /// True if the sheet has a column for a field.
    pub(super) fn has(&self, field: F) -> bool {
        self.fields.contains(&Some(field))
    }

    /// Which columns were not read, in a sentence; `None` if all were.
    pub(super) fn note(&self) -> Option<String> {
        (!self.strange.is_empty()).then(|| format!("These columns were not read: {}.", self.strange.join(", ")))
    }

    /// The text of a field in a row, on one line; empty if it is not there.
    pub(super) fn text(&self, field: F, cells: &[String]) -> String {
        let at = self.fields.iter().position(|known| *known == Some(field));
        at.and_then(|at| cells.get(at)).map_or_else(String::new, |cell| one_line(cell))
    }

    /// The name of a field's cell in a row, such as B3.
    pub(super) fn cell(&self, field: F, row: u32) -> String {
        let at = self.fields.iter().position(|known| *known == Some(field)).unwrap_or_default();
        format!("{}{row}", column_name(at))
    }
}

struct Reading<'c, F> {
    columns: &'c [Column<F>],
    table: Table<F>,
    over: bool,
}

impl<F: Copy + PartialEq> Rows for Reading<'_, F> {
    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        let headings = tidy(cells)?;
        for heading in &headings {
            let own = plain(heading);
            let known = self.columns.iter().find(|(_, names)| names.iter().any(|name| plain(name) == own));
            let field = known.map(|(field, _)| *field).filter(|field| !self.table.has(*field));
            if field.is_none() {
                self.table.strange.push(heading.clone());
            }
            self.table.fields.push(field);
        }
        Ok(headings.len())
    }

    fn wants(&self, column: usize) -> bool {
        self.table.fields.get(column).is_some_and(Option::is_some)
    }

    fn row(&mut self, number: u32, cells: &[String]) {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        self.over |= self.table.rows.len() == MOST_ROWS;
        if !self.over {
            self.table.rows.push((number, cells.to_vec()));
        }
    }
}

/// The parts of a cell that lists several things: “Year 7, Year 8 and Year 9”.
pub(super) fn parts(text: &str) -> Vec<String> {
    let parts = text.split([',', ';']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The benchmarks that a cell names, such as “1, 3 and 5”, “GB3” or “2-4”. `None` if it holds anything else.
pub(super) fn benchmarks(text: &str) -> Option<Vec<u8>> {
    let small = text.to_lowercase();
    let plain = ["benchmarks", "benchmark", "gb", "bm", "and", "&", "#"]
        .iter()
        .fold(small, |text, word| text.replace(word, " "));
    let mut found = Vec::new();
    for part in plain.split([',', ';', ' ', '/', '+']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (first.trim().parse::<u8>().ok()?, last.trim().parse::<u8>().ok()?);
        if first < 1 || last > 8 || first > last {
            return None;
        }
        found.extend(first..=last);
    }
    found.sort_unstable();
    found.dedup();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn benchmarks_are_read_as_people_write_them() {
        assert_eq!(benchmarks("1, 3 and 5"), Some(vec![1, 3, 5]));
        assert_eq!(benchmarks("GB2, GB7"), Some(vec![2, 7]));
        assert_eq!(benchmarks("2-4"), Some(vec![2, 3, 4]));
        assert_eq!(benchmarks(""), Some(vec![]));
        assert_eq!(benchmarks("9"), None);
        assert_eq!(benchmarks("most"), None);
    }
}
