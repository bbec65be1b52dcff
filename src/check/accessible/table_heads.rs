//! A table has columns or rows without a head. A screen reader says the head of its column and of its row before
//! each cell; without them a table is a heap of words. Phones show the column's head beside each cell, too (WCAG
//! 2.2, success criterion 1.3.1, level A; read on 23 November 2026). The first row holds the heads of the columns,
//! the first cell of each further row is the head of that row. The corner where both meet may stay empty.
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

use crate::check::{RuleInput, TextTable};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("table-heads");

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for text in &input.texts {
        for table in &text.tables {
            if let Some((message, help)) = columns(table) {
                let advice = Advice { code: CODE, severity: Severity::Should, message, help };
                findings.advise(advice, text.place(&table.head));
            }
            for (row, _) in table.rows.iter().filter(|(_, has_head)| !has_head) {
                let advice = Advice {
                    code: CODE,
                    severity: Severity::Should,
                    message: "the first cell of this row is empty".into(),
                    help:
                        "Say in it what the row is about, even if that is the same as above. A screen reader reads it \
                           out before every cell of the row."
                            .into(),
                };
                findings.advise(advice, text.place(row));
            }
        }
    }
}

fn columns(table: &TextTable) -> Option<(String, String)> {
    let empty: Vec<String> =
        (1..).zip(&table.columns).filter(|(_, said)| !**said).map(|(at, _)| at.to_string()).collect();
    let why = "A screen reader says it before every cell, and phones show it beside each.";
    if table.columns.iter().all(|said| !said) {
        let help = format!("Say in the first row what each column holds. {why}");
        return Some(("this table has no heads for its columns".into(), help));
    }
    match empty.as_slice() {
        [] => None,
        // The corner may stay empty.
        [corner] if corner == "1" => None,
        [one] => Some((
            format!("column {one} of this table has no head"),
            format!("Say in the first row what it holds. {why}"),
        )),
        several => {
            let several = several.join(", ");
            Some((
                format!("columns {several} of this table have no heads"),
                format!("Say in the first row what they hold. {why}"),
            ))
        }
    }
}
