//! Keeps the findings of a published build, so that a build after which nothing has changed can report them again, and
//! what is known about its pages, so that an edit of words need not make them again.
//!
//! They are kept in the content folder, because they are not for the public. With them are kept the sizes and times of
//! all files, so that only files that may have changed are read. What is kept counts only if the manifest in the output
//! folder is still the one of that build, and only for the same version of the program, day and folders.

use camino::Utf8Path;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::cache_folder::CacheFolder;
use super::cached_build::{self, CachedBuild, CachedHead, VERSION};
use super::cached_finding::{CachedFinding, FindingTexts};
use super::disk::{self, EntryKind};
use super::paths::STAGING;
use super::publication::{AdviceCounts, PublishedFiles};
use super::publisher;
use crate::read::{ComparedIndex, FileIndex, FileTime, FoundFiles};
use crate::report::{Code, Finding, Findings, MANIFEST, Severity, Source};

/// How many builds are kept, each of another output folder.
const MAX_BUILDS: usize = 4;

/// The cache of builds from one content folder to one output folder.
#[derive(Debug)]
pub struct BuildCache<'a> {
    content: &'a Utf8Path,
    out: &'a Utf8Path,
    folder: CacheFolder,
    key: String,
}

/// The last build, and what has changed in the content since.
#[derive(Debug)]
pub struct LastBuild {
    text: String,
    pub inputs: ComparedIndex,
    /// The files in the output folder.
    pub outputs: FileIndex,
}

/// The findings after some texts were edited.
#[derive(Debug)]
pub struct FindingsAfterEdit<'l> {
    /// Those in other texts.
    others: Vec<CachedFinding<'l>>,
    /// Those of them that every build prints.
    printed: Vec<Finding>,
    /// Those in the edited texts.
    in_edited: Vec<Finding>,
}

/// The findings of a build after which nothing has changed.
#[derive(Debug)]
pub struct CachedFindings {
    /// In the order in which they are printed.
    pub findings: Vec<Finding>,
    /// How much more advice there is, which was only counted.
    pub advice: AdviceCounts,
}

impl<'a> BuildCache<'a> {
    /// The cache of builds for this day. `found` are the findings from listing the content folder.
    pub fn new(content: &'a Utf8Path, out: &'a Utf8Path, today: Date, found: &Findings) -> Self {
        let found: Vec<String> = found.iter().map(|finding| format!("{finding:?}")).collect();
        let key = format!("{today} {:016x}", xxh3_64(found.concat().as_bytes()));
        Self { content, out: publisher::or_current(out), folder: CacheFolder::new(content, "builds"), key }
    }

    /// A time of the content folder's file system, for [`BuildCache::save`].
    pub fn now(&self) -> Option<FileTime> {
        self.folder.now()
    }

    /// The last build, if its output folder still holds what it wrote, and few files of the content have changed since.
    pub fn last_build(&self, found: &FoundFiles) -> Option<LastBuild> {
        let name = self.name()?;
        let text = self.text(&name)?;
        let build = CachedBuild::from_text(&text)?;
        if build.head.key != self.key || manifest_hash(self.out) != Some(build.head.manifest) {
            return None;
        }
        let inputs = found.compare(build.inputs()?, || self.now())?;
        let outputs = build.outputs()?;
        let stats = outputs.stats(self.out);
        let outputs = outputs.compare(self.out, &stats, || self.now())?;
        if !outputs.changed.is_empty() {
            return None;
        }
        if inputs.changed.is_empty() && (inputs.has_read || outputs.has_read) {
            self.put(&name, build.with_files(&inputs.index, &outputs.index));
        }
        Some(LastBuild { text, inputs, outputs: outputs.index })
    }

    /// The findings of a build after which nothing has changed.
    ///
    /// `stops` decides whether a build with so many findings and so much advice stops: then the advice is returned as
    /// findings too. `code` is the code with a word.
    pub fn findings(
        &self,
        last: &LastBuild,
        stops: impl Fn(&[Finding], AdviceCounts) -> bool,
        code: impl Fn(&str) -> Option<Code>,
    ) -> Option<CachedFindings> {
        let build = CachedBuild::from_text(&last.text)?;
        let mut texts = FindingTexts::new(self.content, &[]);
        let mut findings = restored(build.printed()?, &mut texts, &code)?;
        let mut advice = build.head.advice;
        if stops(&findings, advice) {
            findings.extend(restored(build.advice()?, &mut texts, &code)?);
            advice = AdviceCounts::default();
        }
        Some(CachedFindings { findings, advice })
    }

    /// The findings after some texts were edited. `merge` gets the findings in these texts, with the new text and the old
    /// spans, and returns those that are in them now.
    pub fn findings_after<'l>(
        &self,
        last: &'l LastBuild,
        edited: &[Source],
        merge: impl FnOnce(Vec<Finding>) -> Option<Findings>,
        code: impl Fn(&str) -> Option<Code>,
    ) -> Option<FindingsAfterEdit<'l>> {
        let build = CachedBuild::from_text(&last.text)?;
        let all = build.printed()?.into_iter().chain(build.advice()?);
        let (in_edited, others): (Vec<_>, Vec<_>) = all.partition(|finding| finding.is_in(edited));
        let mut texts = FindingTexts::new(self.content, edited);
        let in_edited = merge(restored(in_edited, &mut texts, &code)?)?.sorted();
        let printed = others.iter().filter(|finding| !finding.is_advice()).cloned().collect();
        let printed = restored(printed, &mut texts, &code)?;
        Some(FindingsAfterEdit { others, printed, in_edited })
    }

    /// A file in the output folder.
    pub fn output(&self, path: &str) -> Option<Vec<u8>> {
        disk::read(&self.out.join(path)).ok()
    }

    /// What is known about the files of the last build in the output folder.
    pub fn outputs(&self) -> FileIndex {
        let text = self.name().and_then(|name| self.text(&name)).unwrap_or_default();
        CachedBuild::from_text(&text).and_then(|build| build.outputs()).unwrap_or_default()
    }

    /// Keeps the findings of a build that has published these files. `inputs` is the index of what it read.
    ///
    /// If this fails, the next build is a whole one.
    pub fn save(
        &self,
        inputs: &FileIndex,
        published: &PublishedFiles,
        findings: &[Finding],
        edit_base: &impl Serialize,
    ) {
        let findings = CachedFinding::all(findings);
        self.save_findings((inputs, published), findings, edit_base);
    }

    /// The same after an edit.
    pub fn save_edit(
        &self,
        inputs: &FileIndex,
        published: &PublishedFiles,
        findings: &FindingsAfterEdit<'_>,
        edit_base: &impl Serialize,
    ) {
        let in_edited = CachedFinding::all(&findings.in_edited);
        let findings = findings.others.iter().cloned().chain(in_edited).collect();
        self.save_findings((inputs, published), findings, edit_base);
    }

    fn save_findings(
        &self,
        (inputs, published): (&FileIndex, &PublishedFiles),
        findings: Vec<CachedFinding<'_>>,
        edit_base: &impl Serialize,
    ) {
        let Some((name, now)) = self.name().zip(self.now()) else { return };
        let outputs = published.index.clone().with_stats(self.out, now);
        let head = CachedHead {
            version: VERSION.to_owned(),
            key: self.key.clone(),
            manifest: published.manifest,
            advice: advice_counts(findings.iter()),
        };
        self.put(&name, cached_build::new_text(&head, &findings, (inputs, &outputs), edit_base));
        self.folder.names().iter().skip(MAX_BUILDS).for_each(|name| self.folder.remove(name));
    }

    fn text(&self, name: &str) -> Option<String> {
        String::from_utf8(self.folder.get(name)?).ok()
    }

    fn put(&self, name: &str, text: Option<String>) {
        if let Some(text) = text {
            self.folder.put(name, text.as_bytes());
        }
    }

    /// The name of the file in the cache. A copy of the content folder has another one.
    fn name(&self) -> Option<String> {
        let folders = [self.content.canonicalize_utf8().ok()?, self.out.canonicalize_utf8().ok()?];
        Some(format!("{:016x}", xxh3_64(folders.map(|folder| folder.into_string()).join("\n").as_bytes())))
    }
}

/// The files that the site in an output folder was built from, on whatever day. `None` if it is not a site of this content and
/// of this version of the program.
pub fn built_from(content: &Utf8Path, out: &Utf8Path) -> Option<FileIndex> {
    let cache = BuildCache { content, out, folder: CacheFolder::new(content, "builds"), key: String::new() };
    let text = cache.text(&cache.name()?)?;
    let build = CachedBuild::from_text(&text)?;
    (manifest_hash(out) == Some(build.head.manifest)).then(|| build.inputs())?
}

fn restored(
    findings: Vec<CachedFinding<'_>>,
    texts: &mut FindingTexts<'_>,
    code: &impl Fn(&str) -> Option<Code>,
) -> Option<Vec<Finding>> {
    findings.into_iter().map(|finding| finding.restore(texts, code)).collect()
}

fn advice_counts<'f>(findings: impl Iterator<Item = &'f CachedFinding<'f>>) -> AdviceCounts {
    let mut counts = AdviceCounts::default();
    for finding in findings.filter(|finding| finding.is_advice()) {
        match finding.severity() {
            Severity::Should => counts.should += 1,
            Severity::Could => counts.could += 1,
            _ => {}
        }
    }
    counts
}

impl FindingsAfterEdit<'_> {
    /// All that every build prints and those in the edited texts, and how much other advice there is.
    pub fn reported(&self) -> (Findings, AdviceCounts) {
        let mut findings = Findings::default();
        findings.extend(self.printed.iter().chain(&self.in_edited).cloned());
        (findings, advice_counts(self.others.iter()))
    }
}

impl LastBuild {
    /// What [`BuildCache::save`] has kept for an edit of words.
    pub fn edit_base<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        CachedBuild::from_text(&self.text)?.edit_base()
    }
}

/// A hash of the manifest in the output folder. `None` if there is none, or a killed run has left its staging folder.
fn manifest_hash(out: &Utf8Path) -> Option<u128> {
    let is_missing = |name: &str| disk::kind(&out.join(name)).is_ok_and(|kind| kind == EntryKind::Missing);
    let is_file = |name: &str| disk::kind(&out.join(name)).is_ok_and(|kind| matches!(kind, EntryKind::File(_)));
    if !is_missing(STAGING) || !is_file(MANIFEST) {
        return None;
    }
    disk::read(&out.join(MANIFEST)).ok().map(|text| xxh3_128(&text))
}
