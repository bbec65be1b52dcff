//! A table has columns or rows without a heading. A screen reader reads the headings of the column and the row before
//! each cell; without them a table makes no sense. Phones also show the column's heading next to each cell (WCAG 2.2,
//! success criterion 1.3.1, level A). The first row has the headings of the columns, and the first cell of each further
//! row is the heading of that row. The corner where both meet can be empty.
//!
//! Wrong:
//!
//! ```text
//! | | | |
//! | --- | --- | --- |
//! | Year 9 | GCSE options | February |
//! ```
//!
//! Right:
//!
//! ```text
//! | Year | The choice | When |
//! | --- | --- | --- |
//! | Year 9 | GCSE options | February |
//! ```

use crate::check::{PageText, TextTable};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("table-heads");

pub(super) fn check(text: &PageText, findings: &mut Findings) {
    for table in &text.tables {
        if let Some((message, help)) = column_problem(table) {
            let advice = Advice { code: CODE, severity: Severity::Should, message, help };
            findings.advise(advice, text.place(&table.head));
        }
        for (row, _) in table.rows.iter().filter(|(_, has_heading)| !has_heading) {
            let advice = Advice {
                code: CODE,
                severity: Severity::Should,
                message: "the first cell of this row is empty".into(),
                help:
                    "Write what the row is about, even if the row above has the same words. A screen reader reads it \
                       before every cell of the row."
                        .into(),
            };
            findings.advise(advice, text.place(row));
        }
    }
}

fn column_problem(table: &TextTable) -> Option<(String, String)> {
    let empty: Vec<String> = (1..)
        .zip(&table.columns)
        .filter(|(_, has_heading)| !**has_heading)
        .map(|(number, _)| number.to_string())
        .collect();
    let why = "A screen reader reads it before every cell, and phones show it next to each.";
    if table.columns.iter().all(|has_heading| !has_heading) {
        let help = format!("Write in the first row what each column contains. {why}");
        return Some(("this table has no column headings".into(), help));
    }
    match empty.as_slice() {
        [] => None,
        // The corner can be empty.
        [corner] if corner == "1" => None,
        [one] => Some((
            format!("column {one} of this table has no heading"),
            format!("Write in the first row what it contains. {why}"),
        )),
        several => {
            let several = several.join(", ");
            Some((
                format!("columns {several} of this table have no headings"),
                format!("Write in the first row what they contain. {why}"),
            ))
        }
    }
}
