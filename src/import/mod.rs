//! Beside the pipeline: exports of forms, spreadsheets and calendars become content files. It ends where
//! [`read`](crate::read) begins.
//!
//! Takes the bytes of a file and what the content folder already says; gives the texts of new files,
//! for review, and what was found. Touches no disk. Nothing that tells who people are leaves the sheet:
//! such columns are not read, free text is counted and never copied, and the order of rows is not kept.
//! Refuses what it would have to guess: a day whose month is not sure, an answer that nobody has named.

mod day;
pub mod events;
mod file;
mod findings;
mod headings;
pub mod programme;
mod scales;
pub mod survey;
mod table;
mod yaml;

pub use file::SheetFile;
pub use findings::{ImportProblem, SheetError};

use crate::framework::Facts;
use crate::read::{Document, Sources};
use crate::report::{ContentPath, Findings};

/// A text for the content folder, to look at before it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its path in the content folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What there is to say about it, a sentence each.
    pub notes: Vec<String>,
}

impl Draft {
    /// The draft as a file of the content folder, to see how it would be read.
    fn document(&self, findings: &mut Findings) -> Option<Document> {
        crate::read::document(ContentPath::new(&self.path), self.text.clone().into_bytes(), findings)
    }
}

/// What is wrong with drafts, once they lie in the folder: the same reading tells it that a build uses.
pub fn try_out(mut sources: Sources, drafts: &[Draft], (facts, today): (&Facts, jiff::civil::Date)) -> Findings {
    let mut findings = Findings::default();
    let paths: Vec<&str> = drafts.iter().map(|draft| draft.path.as_str()).collect();
    sources.documents.retain(|document| !paths.contains(&document.source.path.as_str()));
    sources.documents.extend(drafts.iter().filter_map(|draft| draft.document(&mut findings)));
    sources.documents.sort_by(|a, b| a.source.path.cmp(&b.source.path));
    let mut found = Findings::default();
    crate::programme::load(&sources, facts, today, &mut found);
    let own = found.sorted().into_iter().filter(|finding| paths.contains(&finding.place.path().as_str()));
    findings.extend(own);
    findings
}
