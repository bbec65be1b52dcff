//! Reads a spreadsheet with known columns: a planned programme, or a list of events.

use super::cell::{column_name, one_line};
use super::file::{RowHandler, SheetFile};
use super::headings::{normalise, plain};
use crate::import::findings::SheetError;
use crate::programme::{Group, GroupSet, groups_named};
use crate::report::{Findings, did_you_mean};

/// No school plans more.
const MAX_ROWS: usize = 5_000;

/// A field, and the headings that its column may have.
pub(super) type Column<F> = (F, &'static [&'static str]);

/// The headings that people use for benchmarks.
pub(super) const BENCHMARKS: &[&str] =
    &["Benchmarks", "Benchmark", "Gatsby", "Gatsby benchmark", "Gatsby benchmarks", "GB"];

#[derive(Debug)]
pub(super) struct SheetTable<F> {
    /// The field of each column.
    fields: Vec<Option<F>>,
    pub(super) rows: Vec<(u32, Vec<String>)>,
    unknown: Vec<String>,
    /// The name of the sheet, if it has one.
    sheet: String,
    /// The first heading that each field may have.
    known: Vec<&'static str>,
}

impl<F: Copy + PartialEq> SheetTable<F> {
    pub(super) fn read(file: SheetFile<'_>, columns: &[Column<F>], findings: &mut Findings) -> Option<Self> {
        let mut reader = TableReader {
            columns,
            table: Self {
                fields: Vec::new(),
                rows: Vec::new(),
                unknown: Vec::new(),
                sheet: String::new(),
                known: columns.iter().filter_map(|(_, names)| names.first().copied()).collect(),
            },
            is_too_large: false,
        };
        file.read(&mut reader, findings)?;
        if reader.is_too_large {
            file.report(SheetError::TooLarge, findings);
            return None;
        }
        Some(reader.table)
    }

    pub(super) fn has(&self, field: F) -> bool {
        self.fields.contains(&Some(field))
    }

    /// A note about ignored columns. `None` if there are none.
    pub(super) fn note(&self) -> Option<String> {
        (!self.unknown.is_empty()).then(|| {
            format!(
                "These columns were not read: {}. The headings that are read: {}.",
                self.unknown.join(", "),
                self.known.join(", ")
            )
        })
    }

    pub(super) fn text(&self, field: F, cells: &[String]) -> String {
        one_line(&self.raw_text(field, cells))
    }

    /// The text of a cell with its lines, and without other control characters.
    pub(super) fn raw_text(&self, field: F, cells: &[String]) -> String {
        let index = self.fields.iter().position(|known| *known == Some(field));
        let text = index.and_then(|index| cells.get(index)).map_or("", String::as_str);
        text.chars().filter(|ch| !ch.is_control() || matches!(ch, '\n' | '\r' | '\t')).collect()
    }

    /// The name of a field's cell in a row, such as B3, with its sheet.
    pub(super) fn cell(&self, field: F, row: u32) -> String {
        let index = self.fields.iter().position(|known| *known == Some(field)).unwrap_or_default();
        let sheet = if self.sheet.is_empty() { String::new() } else { format!(" of the sheet {}", self.sheet) };
        format!("{}{row}{sheet}", column_name(index))
    }
}

struct TableReader<'c, F> {
    columns: &'c [Column<F>],
    table: SheetTable<F>,
    is_too_large: bool,
}

impl<F: Copy + PartialEq> TableReader<'_, F> {
    /// The field that a heading is of, and how many of its other headings come first.
    fn field(&self, heading: &str) -> Option<(F, usize)> {
        let normalised = plain(heading);
        self.columns.iter().find_map(|(field, names)| {
            names.iter().position(|name| plain(name) == normalised).map(|rank| (*field, rank))
        })
    }
}

impl<F: Copy + PartialEq> RowHandler for TableReader<'_, F> {
    fn is_heading(&self, cells: &[String]) -> bool {
        cells.iter().filter(|cell| self.field(cell).is_some()).count() > 1
    }

    fn table(&mut self, name: &str) {
        self.table.sheet = name.to_owned();
    }

    fn headings(&mut self, cells: Vec<String>) -> Result<usize, SheetError> {
        let headings = normalise(cells)?;
        let known: Vec<Option<(F, usize)>> = headings.iter().map(|heading| self.field(heading)).collect();
        for (column, heading) in headings.iter().enumerate() {
            // Next to “Date”, “Day” is the day of the week.
            let is_first = |(field, rank): &(F, usize)| {
                let same = known
                    .iter()
                    .enumerate()
                    .filter_map(|(at, known)| Some((at, known.filter(|(other, _)| other == field)?.1)));
                same.min_by_key(|(at, rank)| (*rank, *at)) == Some((column, *rank))
            };
            let field = known.get(column).copied().flatten().filter(is_first).map(|(field, _)| field);
            if field.is_none() {
                self.table.unknown.push(heading.clone());
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
        self.is_too_large |= self.table.rows.len() == MAX_ROWS;
        if !self.is_too_large {
            self.table.rows.push((number, cells.to_vec()));
        }
    }
}

/// Splits a list in a cell, such as “Year 7, Year 8 and Year 9”.
pub(super) fn split_list(text: &str) -> Vec<String> {
    let parts = text.split([',', ';']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The groups that a cell names, and the parts of it that name none. “Health and Social Care” may be one group.
pub(super) fn groups_in(text: &str, groups: &[Group]) -> (GroupSet, Vec<String>) {
    if let Some(named) = groups_named(text, groups).filter(|_| !text.is_empty()) {
        return (named, Vec::new());
    }
    let (mut named, mut unknown) = (GroupSet::new(), Vec::new());
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let parts = split_list(part);
        let of_parts: Vec<Option<GroupSet>> = parts.iter().map(|part| groups_named(part, groups)).collect();
        match groups_named(part, groups) {
            Some(found) => named.extend(found),
            None if of_parts.iter().all(Option::is_none) => unknown.push(part.to_owned()),
            None => {
                unknown.extend(
                    parts.into_iter().zip(&of_parts).filter(|(_, found)| found.is_none()).map(|(part, _)| part),
                );
                named.extend(of_parts.into_iter().flatten().flatten());
            }
        }
    }
    named.sort_unstable();
    named.dedup();
    (named, unknown)
}

/// What a cell should contain in place of a group that isn't known.
pub(super) fn one_of_groups(unknown: &str, groups: &[Group]) -> String {
    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
    let near = did_you_mean(unknown, names.iter().copied());
    let near = near.map(|name| format!(" (did you mean {name}?)")).unwrap_or_default();
    format!("one of: {}{near}", names.join(", "))
}

/// Parses benchmarks such as “1, 3 and 5”, “GB3” or “2-4”. `None` if the cell contains anything else.
pub(super) fn parse_benchmarks(text: &str) -> Option<Vec<u8>> {
    let lower = text.to_lowercase();
    let plain = ["benchmarks", "benchmark", "gb", "bm", "and", "&", "#"]
        .iter()
        .fold(lower, |text, word| text.replace(word, " "));
    let mut benchmarks = Vec::new();
    for part in plain.split([',', ';', ' ', '/', '+']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (first.trim().parse::<u8>().ok()?, last.trim().parse::<u8>().ok()?);
        if first < 1 || last > 8 || first > last {
            return None;
        }
        benchmarks.extend(first..=last);
    }
    benchmarks.sort_unstable();
    benchmarks.dedup();
    Some(benchmarks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn benchmarks_are_parsed_as_people_write_them() {
        assert_eq!(parse_benchmarks("1, 3 and 5"), Some(vec![1, 3, 5]));
        assert_eq!(parse_benchmarks("GB2, GB7"), Some(vec![2, 7]));
        assert_eq!(parse_benchmarks("2-4"), Some(vec![2, 3, 4]));
        assert_eq!(parse_benchmarks(""), Some(vec![]));
        assert_eq!(parse_benchmarks("9"), None);
        assert_eq!(parse_benchmarks("most"), None);
    }
}
