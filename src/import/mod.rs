//! Converts form exports, spreadsheets and calendars to content files. Not part of the pipeline: its output is input
//! for [`read`](crate::read).
//!
//! Takes the bytes of a file and the existing content; gives drafts of new files for review, and findings. Doesn't
//! write to the disk. Nothing that identifies people leaves the export of a survey: such columns are not read, free text
//! is counted but never copied, and the order of rows is lost. Nothing is guessed: a date whose day and month are
//! ambiguous is rejected, and so is an answer that the mapping doesn't name.
//!
//! Cells are parsed here, before [`try_out`] reads the drafts as a build would: people write “5.30 pm”, “Y7 and Y8” or
//! “GB2-4”, which must be converted before it is valid YAML, and an error in a cell is reported with the cell's name.

mod addition;
mod cell;
mod day;
pub mod department_audit;
pub mod events;
mod file;
mod findings;
mod group_file;
mod headings;
pub mod programme;
mod scales;
pub mod survey;
mod table;
mod yaml;

pub use file::SheetFile;
pub use findings::{CalendarError, ImportProblem, SheetError};

use jiff::civil::Date;

use crate::framework::Facts;
use crate::read::{Document, Sources};
use crate::report::{Code, ContentPath, Findings};

/// Not reported for imported events, because all of them are drafts.
const NOT_SHOWN: Code = Code::new("not-shown");

/// A new content file, or one with additions, for review before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Relative to the content folder.
    pub path: String,
    pub text: String,
    /// What it adds to a file that is there. `None` for a new file.
    pub addition: Option<Addition>,
    /// Notes for the teacher, one sentence each.
    pub notes: Vec<String>,
}

/// What a draft adds to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The text of the file without it.
    pub before: String,
    pub added: String,
}

impl Draft {
    fn new(path: String, text: String) -> Self {
        Self { path, text, addition: None, notes: Vec::new() }
    }

    fn document(&self, findings: &mut Findings) -> Option<Document> {
        crate::read::document(ContentPath::new(&self.path), self.text.clone().into_bytes(), findings)
    }
}

/// Reads the drafts together with the existing content, as a build would, and adds the findings in the drafts.
pub fn try_out(mut sources: Sources, drafts: &[Draft], (facts, today): (&Facts, Date), findings: &mut Findings) {
    let paths: Vec<&str> = drafts.iter().map(|draft| draft.path.as_str()).collect();
    sources.documents.retain(|document| !paths.contains(&document.source.path.as_str()));
    sources.documents.extend(drafts.iter().filter_map(|draft| draft.document(findings)));
    sources.documents.sort_by(|a, b| a.source.path.cmp(&b.source.path));
    let mut all = Findings::default();
    crate::programme::load(&sources, facts, today, &mut all);
    let in_drafts =
        all.without(&[NOT_SHOWN]).sorted().into_iter().filter(|finding| paths.contains(&finding.place.path().as_str()));
    findings.extend(in_drafts);
}
