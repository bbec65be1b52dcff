//! What is kept of texts after their rules have run.

use crate::report::{ContentPath, Findings};
use crate::text::PageText;

/// The findings of each rule, and the links.
#[derive(Debug)]
pub(super) struct TextResults {
    /// In the order of the rules.
    pub(super) findings: Vec<Findings>,
    /// In the order of the texts.
    pub(super) links: Vec<FileLinks>,
}

/// The files that a text links to.
#[derive(Debug)]
pub(super) struct FileLinks {
    pub(super) from: ContentPath,
    pub(super) to: Vec<ContentPath>,
}

impl FileLinks {
    /// `None` for a text without such links.
    pub(super) fn of(text: &PageText) -> Option<Self> {
        let to: Vec<ContentPath> = text.linked_files().collect();
        (!to.is_empty()).then(|| Self { from: text.path().clone(), to })
    }
}

impl TextResults {
    pub(super) fn new(rules: usize) -> Self {
        Self { findings: vec![Findings::default(); rules], links: Vec::new() }
    }

    /// Adds the results of further texts.
    pub(super) fn append(&mut self, next: Self) {
        self.links.extend(next.links);
        self.findings.iter_mut().zip(next.findings).for_each(|(findings, next)| findings.append(next));
    }
}
