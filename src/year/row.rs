//! The lines of the table that shows what the next year changes.

use crate::report::ContentPath;

/// One change, or one thing to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    pub kind: RowKind,
    /// As the file is called before the change.
    pub path: ContentPath,
    /// Its name after the change, if that is another.
    pub new_path: Option<ContentPath>,
    /// Where it is, by the line before the change. 0 for the whole file.
    pub line: usize,
    /// What it is: the title of the event, or the key.
    pub what: String,
    pub was: String,
    /// Empty if it is not changed.
    pub becomes: String,
    /// The same school day in the next year, for what is not changed. Empty if there is none.
    pub suggestion: String,
    pub why: String,
    pub certainty: Certainty,
}

impl YearRow {
    /// Takes what it is about and how sure it is, where it is, what it is, and why. Nothing is changed or suggested yet.
    pub(super) fn new(
        (kind, certainty): (RowKind, Certainty),
        (path, line): (&ContentPath, usize),
        what: &str,
        why: &str,
    ) -> Self {
        Self {
            kind,
            path: path.clone(),
            new_path: None,
            line,
            what: what.to_owned(),
            was: String::new(),
            becomes: String::new(),
            suggestion: String::new(),
            why: why.to_owned(),
            certainty,
        }
    }
}

/// What a row is about, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// The academic year.
    School,
    /// The day of an event.
    Event,
    /// A date in a key.
    Key,
    /// Words in a text.
    Sentence,
}

/// How sure a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Somebody at the school must decide or look it up.
    ToDecide,
    /// A rule gave it, and somebody has to look.
    ToConfirm,
    Sure,
}

impl Certainty {
    /// All, in the order of the work that is left: what has to be decided is first.
    pub const ALL: [Self; 3] = [Self::ToDecide, Self::ToConfirm, Self::Sure];

    /// The heading of its rows.
    pub fn heading(self) -> &'static str {
        match self {
            Self::ToDecide => "To decide or look up",
            Self::ToConfirm => "To confirm",
            Self::Sure => "Sure",
        }
    }

    /// As the table has it.
    pub fn words(self) -> &'static str {
        match self {
            Self::ToDecide => "to decide",
            Self::ToConfirm => "to confirm",
            Self::Sure => "sure",
        }
    }
}

/// Rows that are equally sure, for the same reason.
#[derive(Debug)]
pub struct ReasonGroup<'r> {
    pub reason: &'r str,
    pub rows: Vec<&'r YearRow>,
}

impl ReasonGroup<'_> {
    /// The reason with a capital letter.
    pub fn heading(&self) -> String {
        let mut chars = self.reason.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + chars.as_str())
    }
}

/// The rows that are equally sure, by their reasons, in the order in which these first appear.
pub fn by_reason(rows: &[YearRow], certainty: Certainty) -> Vec<ReasonGroup<'_>> {
    let mut groups: Vec<ReasonGroup<'_>> = Vec::new();
    for row in rows.iter().filter(|row| row.certainty == certainty) {
        match groups.iter_mut().find(|group| group.reason == row.why) {
            Some(group) => group.rows.push(row),
            None => groups.push(ReasonGroup { reason: &row.why, rows: vec![row] }),
        }
    }
    groups
}
