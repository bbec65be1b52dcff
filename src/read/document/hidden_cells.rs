//! Cells in rows and columns of a spreadsheet that people don't see.

use std::collections::BTreeMap;

/// The state of a table while its elements are read.
#[derive(Debug, Default)]
pub(super) struct HiddenCells {
    /// Ranges of hidden columns, counted from 1: the first and the last of each. No two overlap.
    columns: BTreeMap<u32, u32>,
    /// How many columns OpenDocument has described.
    described: u32,
    is_row_hidden: bool,
    /// The column of the last cell.
    column: u32,
    is_cell_hidden: bool,
}

impl HiddenCells {
    /// Takes an element by its name, with its attributes. True if it is in a hidden cell that is not empty.
    pub(super) fn start(&mut self, name: &[u8], value: impl Fn(&[u8]) -> Option<String>) -> bool {
        let number = |key: &[u8]| value(key).and_then(|value| value.parse::<u32>().ok());
        let repeats = || number(b"number-columns-repeated").unwrap_or(1);
        let is_hidden = || {
            value(b"hidden").is_some_and(|value| value == "1" || value == "true")
                || value(b"visibility").is_some_and(|value| value == "collapse" || value == "filter")
        };
        match name {
            b"worksheet" | b"table" => *self = Self::default(),
            b"col" if is_hidden() => {
                if let Some((first, last)) = number(b"min").zip(number(b"max")) {
                    self.hide_columns(first, last);
                }
            }
            b"table-column" => {
                let before = self.described;
                self.described = before.saturating_add(repeats());
                if is_hidden() {
                    self.hide_columns(before.saturating_add(1), self.described);
                }
            }
            b"row" | b"table-row" => {
                (self.is_row_hidden, self.column, self.is_cell_hidden) = (is_hidden(), 0, false);
            }
            b"c" | b"table-cell" | b"covered-table-cell" => {
                let named = value(b"r").and_then(|place| column_of(&place));
                let first = named.unwrap_or(self.column.saturating_add(1));
                self.column = first.saturating_add(repeats().saturating_sub(1));
                self.is_cell_hidden = self.is_row_hidden || self.is_column_hidden(first);
            }
            b"v" | b"is" | b"p" => return self.is_cell_hidden,
            _ => {}
        }
        false
    }

    fn hide_columns(&mut self, mut first: u32, mut last: u32) {
        if first > last {
            return;
        }
        while let Some((start, end)) = self.last_range(last).filter(|(_, end)| *end >= first) {
            self.columns.remove(&start);
            (first, last) = (first.min(start), last.max(end));
        }
        self.columns.insert(first, last);
    }

    /// Whether one of the columns from `first` to that of the last cell is hidden.
    fn is_column_hidden(&self, first: u32) -> bool {
        self.last_range(self.column).is_some_and(|(_, end)| end >= first)
    }

    /// The last range that starts at `column` or before.
    fn last_range(&self, column: u32) -> Option<(u32, u32)> {
        self.columns.range(..=column).next_back().map(|(start, end)| (*start, *end))
    }
}

/// The column of a place such as `AB12`, counted from 1.
fn column_of(place: &str) -> Option<u32> {
    let name = place.bytes().take_while(u8::is_ascii_uppercase);
    let column = name.fold(0_u32, |column, byte| column.saturating_mul(26).saturating_add(u32::from(byte - b'A') + 1));
    (column > 0).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_columns_are_joined_whatever_their_order() {
        let mut cells = HiddenCells::default();
        for (first, last) in [(7, 9), (2, 3), (5, 4), (12, 12), (3, 8)] {
            cells.hide_columns(first, last);
        }
        assert_eq!(cells.columns, BTreeMap::from([(2, 9), (12, 12)]));
        let mut is_hidden = |first: u32, last: u32| {
            cells.column = last;
            cells.is_column_hidden(first)
        };
        assert!(is_hidden(2, 2) && is_hidden(9, 9) && is_hidden(10, 12) && is_hidden(1, 100));
        assert!(!is_hidden(1, 1) && !is_hidden(10, 11) && !is_hidden(13, 90));
    }
}
