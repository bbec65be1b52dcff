//! A finding in the build cache: everything but the text of its file, which is read again from the content folder.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use camino::Utf8Path;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::read;
use crate::report::{Code, ContentPath, FileLocation, Finding, Place, Severity, Source};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct CachedFinding<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    severity: Severity,
    #[serde(borrow)]
    message: Cow<'a, str>,
    #[serde(borrow)]
    help: Cow<'a, str>,
    label: Option<Cow<'a, str>>,
    #[serde(borrow)]
    path: Cow<'a, str>,
    span: Range<usize>,
    location: FileLocation,
    /// A hash of the file's text, if the finding has it.
    text: Option<u64>,
    is_advice: bool,
}

/// Reads the texts of findings, each once.
#[derive(Debug)]
pub(super) struct FindingTexts<'a> {
    content: &'a Utf8Path,
    /// Texts that have changed since. Their findings keep their old spans.
    edited: HashMap<ContentPath, Source>,
    /// Each with the hash of its text.
    sources: HashMap<ContentPath, Option<(Source, u64)>>,
}

impl<'a> CachedFinding<'a> {
    /// These findings. Neighbours in one file share the hash of its text.
    pub(super) fn all(findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Self> {
        let mut last: Option<(&Arc<str>, u64)> = None;
        let mut hash_of = |text: &'a Arc<str>| {
            let known = last.filter(|(other, _)| Arc::ptr_eq(text, other));
            let (_, hash) = *last.insert(known.unwrap_or_else(|| (text, xxh3_64(text.as_bytes()))));
            hash
        };
        findings.into_iter().map(|finding| Self::new(finding, &mut hash_of)).collect()
    }

    fn new(finding: &'a Finding, hash_of: impl FnOnce(&'a Arc<str>) -> u64) -> Self {
        let Finding { code, severity, message, help, label, place, is_advice, breaks: _, needs: _ } = finding;
        let Place { source, span, location } = place;
        Self {
            code: code.as_str().into(),
            severity: *severity,
            message: message.into(),
            help: help.into(),
            label: label.as_deref().map(Cow::Borrowed),
            path: source.path.as_str().into(),
            span: span.clone(),
            location: *location,
            text: (!source.text.is_empty()).then(|| hash_of(&source.text)),
            is_advice: *is_advice,
        }
    }

    pub(super) fn is_advice(&self) -> bool {
        self.is_advice
    }

    pub(super) fn severity(&self) -> Severity {
        self.severity
    }

    /// True if it is in one of these files.
    pub(super) fn is_in(&self, files: &[Source]) -> bool {
        files.iter().any(|file| file.path.as_str() == self.path)
    }

    /// The finding again. `None` if its code or the text of its file has changed.
    pub(super) fn restore(self, texts: &mut FindingTexts<'_>, code: impl Fn(&str) -> Option<Code>) -> Option<Finding> {
        let path = ContentPath::new(&self.path);
        let source = match self.text {
            Some(_) if texts.edited.contains_key(&path) => texts.edited.get(&path).cloned()?,
            Some(hash) => {
                let (source, _) = texts.get(&path).filter(|(_, now)| *now == hash)?;
                source.text.get(self.span.clone()).is_some().then_some(source)?
            }
            None => Source::without_text(path),
        };
        Some(Finding {
            code: code(&self.code)?,
            severity: self.severity,
            message: self.message.into_owned(),
            help: self.help.into_owned(),
            label: self.label.map(|label| Cow::Owned(label.into_owned())),
            place: Place { source, span: self.span, location: self.location },
            is_advice: self.is_advice,
            // What follows from others was removed before it was kept.
            breaks: Vec::new(),
            needs: Vec::new(),
        })
    }
}

impl<'a> FindingTexts<'a> {
    pub(super) fn new(content: &'a Utf8Path, edited: &[Source]) -> Self {
        let edited = edited.iter().map(|source| (source.path.clone(), source.clone())).collect();
        Self { content, edited, sources: HashMap::new() }
    }

    fn get(&mut self, path: &ContentPath) -> Option<(Source, u64)> {
        let read = || read::text(self.content, path).map(|source| (source.clone(), xxh3_64(source.text.as_bytes())));
        self.sources.entry(path.clone()).or_insert_with(read).clone()
    }
}
