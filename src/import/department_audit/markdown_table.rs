//! The rows of a form in Markdown. Lines outside of tables are rows with one cell.

use crate::read::sheet::{Flow, Row, RowReader};

/// Passes the lines on that are not empty, with their numbers.
pub(super) fn read_lines(text: &str, reader: &mut dyn RowReader) {
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        let cells = match line.strip_prefix('|') {
            Some(row) => cells(row),
            None => vec![line.trim_start_matches(['#', ' ']).to_owned()],
        };
        let is_rule = cells.iter().all(|cell| cell.contains('-') && cell.chars().all(|ch| "-: ".contains(ch)));
        if line.is_empty() || is_rule {
            continue;
        }
        let row = Row { table: 0, number, cells, formula: None, merged: None, is_hidden: false };
        if reader.row(row) != Flow::Next {
            return;
        }
    }
}

/// The cells of a row after its first upright line. `\|` does not separate.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = row.strip_suffix('|').unwrap_or(row).chars().peekable();
    while let Some(ch) = chars.next() {
        match (ch, cells.last_mut()) {
            ('|', _) => cells.push(String::new()),
            ('\\', Some(cell)) if chars.peek() == Some(&'|') => cell.extend(chars.next()),
            (ch, Some(cell)) => cell.push(ch),
            (_, None) => {}
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escaped_upright_line_is_part_of_its_cell() {
        assert_eq!(cells(" A \\| B | |C|"), ["A | B", "", "C"]);
        assert_eq!(cells(" A | B"), ["A", "B"]);
        assert_eq!(cells("|"), [""]);
    }
}
