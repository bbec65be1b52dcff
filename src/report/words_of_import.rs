//! The words of what is wrong with a sheet that is imported. See `words.rs` for the manner.

use super::SheetTrouble;

impl SheetTrouble {
    /// One line: what is wrong.
    pub(super) fn message(&self) -> String {
        match self {
            Self::NoSheet => "this is no sheet that we can read".into(),
            Self::OtherKind { really } => format!("this file is not what its name says: inside it is {}", kind(really)),
            Self::LockedOrOld => "this sheet is protected by a password, or from before 2007".into(),
            Self::Damaged => "this sheet is damaged, or not what its name says".into(),
            Self::TooLarge => "this sheet is too large".into(),
            Self::Empty => "there is nothing in this sheet".into(),
            Self::NoHeading { column } => format!("column {column} has no heading"),
            Self::NoQuestions => "there are no questions in this sheet".into(),
            Self::NoAnswers => "nobody answered".into(),
            Self::Formula { cell } => format!("cell {cell} holds a formula"),
            Self::Merged { cell } => format!("cell {cell} is merged with others"),
            Self::OpenDay { value } | Self::OpenOrder { value } => {
                format!("`{value}` may be one day or another: is the month first?")
            }
            Self::TwoOrders => "some dates have the day first, and some the month".into(),
            Self::BadStamp { value } => format!("`{value}` is no date that we know"),
            Self::NoDay => "nothing says when this was".into(),
            Self::NoColumn { wanted } => format!("there is no column {wanted}"),
            Self::Cell { cell, value, .. } => format!("cell {cell} holds `{value}`"),
            Self::BadCalendar { line } => format!("this calendar cannot be read from line {line} on"),
        }
    }

    /// What it means and how to mend it.
    pub(super) fn help(&self) -> String {
        match self {
            Self::NoSheet => "Save it as Excel (.xlsx), OpenDocument (.ods) or CSV (.csv), then import that.".into(),
            Self::OtherKind { really: "zip" } => {
                "Open it in the program it comes from, and save it as Excel (.xlsx), OpenDocument (.ods) or CSV (.csv)."
                    .into()
            }
            Self::OtherKind { really } => format!("Give it the ending .{really}, then import that."),
            Self::LockedOrOld => {
                "Open it, and save it as an Excel workbook (.xlsx) without a password, then import that.".into()
            }
            Self::Damaged => {
                "Save it again in the program it comes from, or get the answers from the form again.".into()
            }
            Self::TooLarge => "Take out sheets and columns that are not wanted, then import what is left.".into(),
            Self::Empty => "The first row must hold the headings, and each row below it one entry.".into(),
            Self::NoHeading { .. } => {
                "Each column needs a heading of its own in the first row. If headings were merged, take that back."
                    .into()
            }
            Self::NoQuestions => {
                "Every column tells who people are, or is one that forms add. Was this the right file?".into()
            }
            Self::NoAnswers => "No row has anything in the columns that the mapping names.".into(),
            Self::Formula { .. } => {
                "We do not work formulas out. Copy the whole sheet, paste it as values into a new one, and import that."
                    .into()
            }
            Self::Merged { .. } => {
                "What stands in a merged cell belongs to several rows or columns, and would be counted once. Part the \
                 merged cells, and fill each."
                    .into()
            }
            Self::OpenOrder { .. } => {
                "Say `--day-first` for 4/3/2027 in March, or `--month-first` for 4/3/2027 in April.".into()
            }
            Self::NoColumn { .. } => "Write it above its column, in the first row.".into(),
            Self::Cell { wanted, .. } => format!("What fits here is {wanted}."),
            Self::BadCalendar { .. } => "Export it again as an iCalendar file (.ics).".into(),
            Self::OpenDay { .. } | Self::TwoOrders | Self::BadStamp { .. } | Self::NoDay => {
                "Say the day yourself, with `--date 2026-03-19` or `date:` in the mapping.".into()
            }
        }
    }
}

fn kind(really: &str) -> &'static str {
    match really {
        "xlsx" => "an Excel workbook",
        "ods" => "an OpenDocument sheet",
        _ => "a packed file of another kind",
    }
}
