//! Names and texts of cells.

/// The name of a column, counted from 0: A, B, … Z, AA.
pub(super) fn column_name(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let offset = u8::try_from(column % 26).unwrap_or_default();
        name.insert(0, char::from(b'A' + offset));
        match (column / 26).checked_sub(1) {
            Some(remaining) => column = remaining,
            None => return name,
        }
    }
}

/// Text on one line, without a byte-order mark.
pub(super) fn one_line(text: &str) -> String {
    text.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_that_spreadsheets_show() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
