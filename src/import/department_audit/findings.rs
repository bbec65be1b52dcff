//! What can't be read in a form that came back.

use crate::report::Severity::{Could, Should};
use crate::report::{findings, list};

findings! {
    /// What can't be read in a form of `fingerpost audit`.
    pub enum AuditFormProblem {
        /// Something in a form that came back from a department cannot be read, or may be private. The rest was read. A row
        /// that does not say what is done, or for whom, is left out, and so is a name of a person, an e-mail address or a
        /// telephone number, because what is imported may be published. Put it right in the form and import it again, or
        /// write it into the programme yourself.
        ///
        /// Wrong:
        ///
        /// ```text
        /// What do you do?              With which year groups?
        /// Visit to the quarry          Juniors
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// What do you do?              With which year groups?
        /// Visit to the quarry          Year 7, Year 8
        /// ```
        NotAForm => {
            code: "audit-form",
            severity: Should,
            message: "this does not have the headings of a form from `fingerpost audit`, so it was left out",
            help: "The headings are “What do you do?”, “When?” and so on. Put them back above the answers, or take the file out.",
        }
        TooLong { limit: usize } => {
            code: "audit-form",
            severity: Should,
            message: format!("there are more than {limit} rows in this form, so it was left out"),
            help: "Is it the right file? A plan of the whole school is for `fingerpost import programme`.",
        }
        UnknownColumns { headings: Vec<String> } => {
            code: "audit-form",
            severity: Could,
            message: match headings.as_slice() {
                [one] => format!("the column “{one}” is not part of the form, so it was not read"),
                headings => format!("the columns {} are not part of the form, so they were not read", quoted(headings)),
            },
            help: "If you need what is in it, add it to the programme yourself.",
        }
        NoColumn { about: &'static str } => {
            code: "audit-form",
            severity: Could,
            message: format!("no column of this form says {about}"),
            help: "Was a heading deleted or renamed? Put it back.",
        }
        NoDepartment => {
            code: "audit-form",
            severity: Could,
            message: "this form does not say which department it is from",
            help: "Its activities have no subject. Name the file after the department, such as geography.xlsx, and import it again.",
        }
        Formula { cell: String } => {
            code: "audit-form",
            severity: Should,
            message: format!("{cell} has a formula, so its row was left out"),
            help: "Write the text itself into the cell.",
        }
        Merged { cell: String } => {
            code: "audit-form",
            severity: Could,
            message: format!("{cell} is merged with others, so something may be missing in their rows"),
            help: "Unmerge the cells, and fill in each row.",
        }
        NoWhat { row: String } => {
            code: "audit-form",
            severity: Should,
            message: format!("{row} does not say what is done, so it was left out"),
            help: "Write it in the first column: a few words will do.",
        }
        NoGroup { row: String } => {
            code: "audit-form",
            severity: Should,
            message: format!("{row} does not say who it is for, so it was left out"),
            help: "Ask the department which groups take part.",
        }
        UnknownGroup { cell: String, value: String, known: Vec<String>, suggestion: Option<String> } => {
            code: "audit-form",
            severity: Should,
            message: format!("there is no group called `{value}` ({cell}), so nothing was imported for it"),
            help: match suggestion {
                Some(near) => format!("Did you mean {near}?"),
                None => format!("Write one of these: {}.", known.join(", ")),
            },
        }
        UnknownTime { cell: String, value: String } => {
            code: "audit-form",
            severity: Could,
            message: format!("`{value}` is not a time that Fingerpost knows ({cell})"),
            help: "The time was left open, and your words are in the note for staff. Add `when:` to the activity.",
        }
        NoTime { rows: Vec<String> } => {
            code: "audit-form",
            severity: Could,
            message: match rows.as_slice() {
                [one] => format!("{one} does not say when"),
                rows => format!("{} do not say when", list(rows)),
            },
            help: "The time was left open. Add `when:` to the activity once you know it.",
        }
        UnknownQuestion { cell: String, value: String } => {
            code: "audit-form",
            severity: Could,
            message: format!("`{value}` is none of the eight questions ({cell})"),
            help: "The activity has no benchmark. Add `benchmarks:` to it.",
        }
        SeveralQuestions { cell: String, benchmarks: Vec<u8> } => {
            code: "audit-form",
            severity: Could,
            message: {
                let numbers: Vec<String> = benchmarks.iter().map(u8::to_string).collect();
                format!("{cell} names more than one question, so the activity has the benchmarks {}", list(&numbers))
            },
            help: "Keep those that it really is about: one is usually enough.",
        }
        UnclearHours { cell: String, value: String } => {
            code: "audit-form",
            severity: Could,
            message: format!("`{value}` is not a number of hours ({cell})"),
            help: "It is in the note for staff as it was written.",
        }
        Private { cell: String, is_row: bool } => {
            code: "audit-form",
            severity: Should,
            message: match is_row {
                true => format!("{cell} may identify a person, so its row was left out"),
                false => format!("{cell} may identify a person, so it was left out"),
            },
            help: "Write a role or an organisation in place of the name. If it is not a person, add it to the programme \
                   yourself.",
        }
        ExampleKept { row: String } => {
            code: "audit-form",
            severity: Should,
            message: format!("{row} still begins with “(Example)”, so it was left out"),
            help: "If it is what the department does, take the word out, and import the form again.",
        }
        Similar { title: String, other: String } => {
            code: "audit-form",
            severity: Could,
            message: format!("“{title}” may be the same as “{other}”"),
            help: "If it is, keep one of the two.",
        }
    }
}

fn quoted(texts: &[String]) -> String {
    list(&texts.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>())
}
