//! What can be wrong with a spreadsheet or calendar that is imported.

use crate::report::Severity::{Could, Error, Should};
use crate::report::{findings, list};

findings! {
    /// Why a spreadsheet or calendar can't be imported.
    pub enum SheetError {
        /// Fingerpost cannot read a spreadsheet that you want to import, or would have to guess what it means. It reads
        /// Excel workbooks (.xlsx), OpenDocument spreadsheets (.ods) and CSV. The first row must have a heading for
        /// each column; each row below it is one entry. Formulas, merged cells and ambiguous dates are refused,
        /// because a wrong number on the site is worse than none. Nothing was written, unless the finding is not an error.
        ///
        /// Wrong:
        ///
        /// ```text
        /// 10/9/2024 11:02          (9 October or 10 September?)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost import survey answers.csv my-school --from parents --date 2024-09-10
        /// ```
        NotASheet => {
            code: "sheet",
            severity: Error,
            message: "this isn't a spreadsheet that Fingerpost can read",
            help: "Save it as Excel (.xlsx), OpenDocument (.ods) or CSV (.csv), then import that.",
        }
        OtherKind { actual: &'static str } => {
            code: "sheet",
            severity: Error,
            message: format!("the name of this file does not match its content, which is {}", format_name(actual)),
            help: match *actual {
                "zip" => "Open it in the program it comes from, and save it as Excel (.xlsx), OpenDocument (.ods) or CSV (.csv).".into(),
                actual => format!("Change the end of its name to .{actual}, then import that."),
            },
        }
        LockedOrOld => {
            code: "sheet",
            severity: Error,
            message: "this spreadsheet is protected by a password, or was made before 2007",
            help: "Open it, and save it as an Excel workbook (.xlsx) without a password, then import that.",
        }
        Damaged => {
            code: "sheet",
            severity: Error,
            message: "this spreadsheet is damaged, or is a different kind of file",
            help: "Save it again in the program it comes from, or download the answers from the form again.",
        }
        TooLarge => {
            code: "sheet",
            severity: Error,
            message: "this spreadsheet is too large",
            help: "Remove the sheets and columns you don't need, then import what is left.",
        }
        NothingNew { why: String } => {
            code: "sheet",
            severity: Should,
            message: "there is nothing new in this spreadsheet",
            help: why.clone(),
        }
        FixedFile { path: String } => {
            code: "sheet",
            severity: Should,
            message: format!("nothing can be added to {path}, so its new activities were left out"),
            help: "Fingerpost can't find where activities end in it. Write `activities:` alone on a line between two lines `---` \
                   at the top, and import again.",
        }
        MayNamePeople { cells: Vec<String> } => {
            code: "sheet",
            severity: Could,
            message: cells_may_name(cells),
            help: "What is imported is published. Write a role in place of the name, such as head of Year 9.",
        }
        AllPrivate => {
            code: "sheet",
            severity: Error,
            message: "all events in this spreadsheet are private",
            help: "Fingerpost leaves private events out. If they are for the site, change the column that says so.",
        }
        Empty => {
            code: "sheet",
            severity: Error,
            message: "there is nothing in this spreadsheet",
            help: "Put the headings in the first row, and one entry in each row below it.",
        }
        NoHeading { column: String } => {
            code: "sheet",
            severity: Error,
            message: format!("column {column} has no heading"),
            help: "Each column needs its own heading in the first row. If headings were merged, unmerge them.",
        }
        NoHeadingAbove { cell: String, column: String } => {
            code: "sheet",
            severity: Error,
            message: format!("cell {cell} has no heading above it"),
            help: format!("Write a heading above column {column}, or delete the cell if it does not belong to the list."),
        }
        NoQuestions => {
            code: "sheet",
            severity: Error,
            message: "there are no questions in this spreadsheet",
            help: "Every column identifies people, or was added by the form itself. Is this the right file?",
        }
        NoAnswers => {
            code: "sheet",
            severity: Error,
            message: "nobody answered",
            help: "No row has anything in the columns that the mapping names.",
        }
        Formula { cell: String } => {
            code: "sheet",
            severity: Error,
            message: format!("cell {cell} contains a formula"),
            help: "Fingerpost doesn't calculate formulas. Copy the whole sheet, paste it as values into a new one, and \
                   import that.",
        }
        Merged { cell: String } => {
            code: "sheet",
            severity: Error,
            message: format!("cell {cell} is merged with others"),
            help: "A merged cell belongs to several rows or columns, but would be counted once. Unmerge the cells, and \
                   fill in each one.",
        }
        AmbiguousDay { value: String } => {
            code: "sheet",
            severity: Error,
            message: ambiguous(value),
            help: DATE_HELP,
        }
        AmbiguousOrder { value: String } => {
            code: "sheet",
            severity: Error,
            message: ambiguous(value),
            help: "Say whether the day or the month comes first, or write the dates like this: 2027-03-04. Add `--day-first` if \
                   4/3/2027 is in March, or `--month-first` if it is in April.",
        }
        MixedOrder => {
            code: "sheet",
            severity: Error,
            message: "some dates have the day first, and some have the month first",
            help: DATE_HELP,
        }
        MixedOrderInList => {
            code: "sheet",
            severity: Error,
            message: "some dates have the day first, and some have the month first",
            help: "Write them all in one way, such as 2027-03-04.",
        }
        BadTimestamp { value: String } => {
            code: "sheet",
            severity: Error,
            message: format!("Fingerpost can't read `{value}` as a date"),
            help: DATE_HELP,
        }
        NoDay => {
            code: "sheet",
            severity: Error,
            message: "the spreadsheet does not show when people answered",
            help: DATE_HELP,
        }
        NoColumn { expected: &'static str } => {
            code: "sheet",
            severity: Error,
            message: format!("there is no column {expected}"),
            help: "Write this heading above its column, in the first row.",
        }
        Cell { cell: String, value: String, expected: String } => {
            code: "sheet",
            severity: Error,
            message: format!("Fingerpost can't use `{value}` in cell {cell}"),
            help: format!("Write {expected} here."),
        }
    }
}

const DATE_HELP: &str = "Give the date of the survey yourself. Add `--date 2026-03-19`, or `date:` in the mapping.";

fn ambiguous(value: &str) -> String {
    format!("`{value}` could be two different days: is the month first?")
}

fn cells_may_name(cells: &[String]) -> String {
    match cells {
        [cell] => format!("cell {cell} may name a person"),
        _ => format!("cells {} may name people", list(cells)),
    }
}

fn format_name(actual: &str) -> &'static str {
    match actual {
        "xlsx" => "an Excel workbook",
        "ods" => "an OpenDocument spreadsheet",
        _ => "a zipped file of another kind",
    }
}

findings! {
    /// What can't be read in a calendar.
    pub enum CalendarError {
        /// Fingerpost cannot read a calendar that you want to import, or there is nothing in it to import. It reads
        /// iCalendar files (.ics), which Outlook, Google Calendar and others export. Nothing was written.
        ///
        /// Wrong:
        ///
        /// ```text
        /// fingerpost import events contacts.ics my-school
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// fingerpost import events calendar.ics my-school
        /// ```
        NotACalendar => {
            code: "calendar",
            severity: Error,
            message: "this isn't a calendar",
            help: "Export the calendar again, as an iCalendar file (.ics).",
        }
        TooLarge => {
            code: "calendar",
            severity: Error,
            message: "this calendar is too large",
            help: "Export fewer years, or one calendar at a time.",
        }
        NoneInYear { year: String } => {
            code: "calendar",
            severity: Error,
            message: format!("no event in this calendar that can be imported takes place in {year}"),
            help: "Export the calendar of that year, or check `year:` in school.yaml.",
        }
        NoEvents { private: usize, tasks: usize } => {
            code: "calendar",
            severity: Error,
            message: match (private, tasks) {
                (0, 0) => "there are no events in this calendar that could be imported",
                (0, _) => "there are no events in this calendar, only tasks",
                (_, _) => "all events in this calendar are private",
            },
            help: match private {
                0 => "Export a calendar with events.",
                _ => "Fingerpost leaves private events out. If they are for the site, change them in your calendar, then \
                      export it again.",
            },
        }
        /// Fingerpost could not read something in a calendar that you import. The other events were read. Look at the line,
        /// and change the event in your calendar, or write it into its file yourself.
        ///
        /// Wrong:
        ///
        /// ```text
        /// DTSTART:20270231T173000
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// DTSTART:20270228T173000
        /// ```
        NoDate { title: String } => {
            code: "calendar-entry",
            severity: Should,
            message: format!("“{title}” has no date, so it was left out"),
            help: "Give it a date in your calendar, then export it again.",
        }
        BadDate { title: String, value: String } => {
            code: "calendar-entry",
            severity: Should,
            message: format!("“{title}” was left out, because `{value}` is not a date"),
            help: "Change its date in your calendar, then export it again.",
        }
        BadEnd { title: String } => {
            code: "calendar-entry",
            severity: Should,
            message: format!("Fingerpost can't read when “{title}” ends, or it ends before it begins"),
            help: "Add the end to its file yourself, with `ends:` or `until:`.",
        }
        UnknownZone { title: String, zone: String, others: usize } => {
            code: "calendar-entry",
            severity: Should,
            message: {
                let others = match others {
                    0 => String::new(),
                    1 => " and one other event".to_owned(),
                    _ => format!(" and {others} other events"),
                };
                format!("Fingerpost doesn't know the time zone `{zone}` of “{title}”{others}")
            },
            help: match others {
                0 => "Its hours were read as British time. Check them in its file.",
                _ => "Their hours were read as British time. Check them in their files.",
            },
        }
        UnreadRule { title: String } => {
            code: "calendar-entry",
            severity: Should,
            message: format!("Fingerpost can't read how “{title}” repeats"),
            help: "Only its first date was imported. Add the others with `every:`, such as `every: Tuesday`.",
        }
        UnreadLine => {
            code: "calendar-entry",
            severity: Should,
            message: "this line is not part of the calendar's format, so it was not read",
            help: "If it belongs to an event, add it to the file of the event yourself.",
        }
        CutOff => {
            code: "calendar-entry",
            severity: Should,
            message: "the file ends before the calendar does, so events may be missing",
            help: "Export the calendar again, and import the new file.",
        }
    }
}

findings! {
    /// How a survey's export and its mapping differ.
    pub enum ImportProblem {
        /// The mapping of a survey names a column that the export does not have. Forms change, and each change of
        /// a question changes its heading. Fingerpost never reads columns that identify people, such as Email
        /// and Name, whatever the mapping says.
        ///
        /// Wrong:
        ///
        /// ```text
        /// - column: I know who to ask       (the form asks: I know who to ask about careers)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// - column: I know who to ask about careers
        /// ```
        MissingColumn { column: String, suggestion: Option<String> } => {
            code: "missing-column",
            severity: Error,
            message: format!("the export has no column `{column}`"),
            help: match suggestion {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Write the heading exactly as it is in the export, or remove this column.".into(),
            },
        }
        IdentifyingColumn { column: String } => {
            code: "missing-column",
            severity: Error,
            message: format!("the column `{column}` identifies people, so Fingerpost does not read it"),
            help: "Remove it from the mapping.",
        }
        /// The export has a question that the mapping does not mention. Perhaps it was added to the form later. Add it
        /// to the mapping, so that nothing is left out by mistake.
        ///
        /// Wrong:
        ///
        /// ```text
        /// columns:
        ///   - column: I know who to ask
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// columns:
        ///   - column: I know who to ask
        ///   - column: What could be better?
        ///     kind: text
        /// ```
        UnmappedColumn { column: String } => {
            code: "unmapped-column",
            severity: Error,
            message: format!("the mapping doesn't mention the column `{column}`"),
            help: format!(
                "Add `- column: {}` to the mapping, with its kind. If you don't need it, the kind is `ignore`.",
                serde_json::Value::from(column.as_str())
            ),
        }
        /// Somebody gave an answer that the mapping does not name, so Fingerpost does not know where to count it.
        /// Perhaps it is spelt differently, or people could write their own answer. Add it to `answers`, or use
        /// `other` to count all remaining answers together. Free text has the kind `text`: it is counted, and
        /// never copied.
        ///
        /// Wrong:
        ///
        /// ```text
        /// answers: ["Yes", "No"]                        (and four people answered “Not sure”)
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// answers: ["Yes", "Not sure", "No"]
        /// ```
        UnmappedAnswer { answer: String, people: u32, more: u32, suggestion: Option<String> } => {
            code: "unmapped-answer",
            severity: Error,
            message: match people {
                1 => format!("one person answered `{answer}`, which is not in the list of answers"),
                _ => format!("{people} people answered `{answer}`, which is not in the list of answers"),
            },
            help: {
                let near = suggestion.as_ref().map(|near| format!("Did they mean `{near}`? ")).unwrap_or_default();
                let more = match more {
                    0 => String::new(),
                    1 => " One more answer is not in the list.".to_owned(),
                    _ => format!(
                        " {more} more answers are not in the list. If people could write what they liked, the kind is `text`."
                    ),
                };
                format!(
                    "{near}Add it to `answers`. Or write `other: Something else` to count all other answers as \
                     that.{more}"
                )
            },
        }
    }
}
