//! Edited texts, and what the rules for texts find in them now.

use std::collections::HashMap;

use crate::check;
use crate::read::Document;
use crate::report::{Code, ContentPath, Finding, Findings, Source};

/// The edited texts and their findings.
#[derive(Debug)]
pub struct EditedTexts {
    /// Each with the length of its front matter.
    sources: HashMap<ContentPath, (Source, usize)>,
    findings: Vec<Finding>,
}

impl EditedTexts {
    /// `None` if a finding may depend on more than these texts.
    pub(super) fn new(documents: &[Document], findings: Findings) -> Option<Self> {
        let findings = findings.sorted();
        let source =
            |document: &Document| (document.source.path.clone(), (document.source.clone(), document.body.start));
        findings
            .iter()
            .all(|finding| check::is_of_text(finding.code) && finding.breaks.is_empty())
            .then(|| Self { sources: documents.iter().map(source).collect(), findings })
    }

    pub fn sources(&self) -> Vec<Source> {
        self.sources.values().map(|(source, _)| source.clone()).collect()
    }

    /// The findings of the last build with those of these texts. `None` if another number of one kind is found in a text
    /// than before: what other pages say, and which findings are a consequence of others, may depend on that.
    pub fn merge(&self, last: Vec<Finding>) -> Option<Findings> {
        let mut before = Vec::new();
        let mut merged = Findings::default();
        for mut finding in last {
            if let Some((source, front_matter)) = self.sources.get(finding.place.path()) {
                if check::is_of_text(finding.code) && finding.breaks.is_empty() {
                    before.push(kind(&finding));
                    continue;
                }
                if finding.place.span.end > *front_matter {
                    return None;
                }
                finding.place.source = source.clone();
            }
            merged.extend([finding]);
        }
        let mut now: Vec<_> = self.findings.iter().map(kind).collect();
        before.sort();
        now.sort();
        merged.extend(self.findings.iter().cloned());
        (before == now).then_some(merged)
    }
}

fn kind(finding: &Finding) -> (ContentPath, Code) {
    (finding.place.path().clone(), finding.code)
}
