//! Builds a site into a folder: all of it, only what an edit of words changes, or nothing.

use camino::Utf8Path;
use jiff::civil::Date;

use super::site::{Content, Stage, build_site, load_files};
use crate::edit::{self, EditInput};
use crate::explain;
use crate::framework::Facts;
use crate::publish::{AdviceCounts, BuildCache, LastBuild, Published, Publisher, Refusal};
use crate::read::{self, FileIndex, FoundFiles};
use crate::render::SiteOutput;
use crate::report::{Counts, Finding, Findings, Severity};

/// What to build, and where to.
#[derive(Debug)]
pub struct BuildOptions<'a> {
    /// The content folder.
    pub folder: &'a Utf8Path,
    /// The output folder.
    pub out: &'a Utf8Path,
    /// The day to build for, which decides what is past and what is shown.
    pub today: Date,
    /// Whether a finding of severity must or should stops the build too.
    pub strict: bool,
    /// Whether the site may go into a folder that has other files in it.
    pub adopt: bool,
}

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site was written. After an edit of words, this much advice in other texts is not reported again.
    Published(Published, AdviceCounts),
    /// Nothing has changed since the last build. Its findings are reported again, except this much advice.
    UpToDate(AdviceCounts),
    /// Findings stopped the build. The last good site is unchanged.
    Stopped,
    /// The output folder can't be written, or isn't ours to write.
    Refused(Refusal),
}

impl Outcome {
    /// Adds findings about why the site was not published. True if there are any.
    pub fn report_refusal(&self, findings: &mut Findings) -> bool {
        if let Self::Refused(refusal) = self {
            refusal.report(findings);
        }
        matches!(self, Self::Refused(_))
    }
}

/// What [`find_changes`] found out.
#[derive(Debug)]
pub enum Changes<'a> {
    /// The build has ended, because the same site has already been published.
    None(Outcome),
    /// The site has to be built.
    Some(ChangedContent<'a>),
}

/// The files of a content folder, before they are read, and what is known from the last build.
#[derive(Debug)]
pub struct ChangedContent<'a> {
    files: FoundFiles,
    cache: BuildCache<'a>,
    /// `None` if much has changed since.
    last: Option<LastBuild>,
}

impl BuildOptions<'_> {
    /// True if a build reports this finding individually. Advice is only counted, unless it stops the build.
    pub fn reports(&self, finding: &Finding) -> bool {
        !finding.is_advice || (self.strict && finding.severity == Severity::Should)
    }
}

/// Runs all six stages, or ends early if nothing has changed. Calls `progress` as each stage starts. Expects an empty
/// `findings`.
pub fn build(
    options: &BuildOptions<'_>,
    facts: &Facts,
    progress: &mut dyn FnMut(Stage),
    findings: &mut Findings,
) -> Outcome {
    match find_changes(options, progress, findings) {
        Changes::None(outcome) => outcome,
        Changes::Some(content) => build_changed(content, options, facts, progress, findings),
    }
}

/// Finds out whether the last build already published the same site. If so, adds its findings again.
pub fn find_changes<'a>(
    options: &BuildOptions<'a>,
    progress: &mut dyn FnMut(Stage),
    findings: &mut Findings,
) -> Changes<'a> {
    progress(Stage::Read);
    let files = read::find(options.folder, Some(options.out), findings);
    let cache = BuildCache::new(options.folder, options.out, options.today, findings);
    let last = cache.last_build(&files);
    let stops = |findings: &[Finding], advice| stops_build(Counts::of(findings), advice, options.strict);
    let unchanged = last.as_ref().filter(|last| last.inputs.changed.is_empty());
    let Some(cached) = unchanged.and_then(|last| cache.findings(last, stops, explain::code)) else {
        return Changes::Some(ChangedContent { files, cache, last });
    };
    *findings = Findings::default();
    let stopped = stops(&cached.findings, cached.advice);
    findings.extend(cached.findings);
    Changes::None(if stopped { Outcome::Stopped } else { Outcome::UpToDate(cached.advice) })
}

/// Runs all six stages on content that has changed. Expects the findings of [`find_changes`].
pub fn build_changed(
    content: ChangedContent<'_>,
    options: &BuildOptions<'_>,
    facts: &Facts,
    progress: &mut dyn FnMut(Stage),
    findings: &mut Findings,
) -> Outcome {
    let ChangedContent { files, cache, last } = content;
    let edited = last.and_then(|last| publish_edit(last, &cache, options, facts, progress));
    if let Some((published, findings_now, advice)) = edited {
        *findings = findings_now;
        return Outcome::Published(published, advice);
    }
    // In another folder, which may be one by mistake, nothing is kept.
    let now = if files.has("school.yaml") { cache.now() } else { None };
    let Some(mut files) = load_files(files, now, findings) else { return Outcome::Stopped };
    let digest = digest(files.digest, options);
    let index = files.index.take();
    let sources = read::parse(files, findings);
    let mut refusal = None;
    // Nothing is staged for a site that won't be published, and a folder that can't be written is only reported for one
    // that could be.
    let output = |findings: &Findings| {
        let begin = || Publisher::begin(options.out, options.adopt, cache.outputs());
        let publisher = may_publish(findings, options.strict).then(begin)?;
        publisher.map_err(|error| refusal = Some(error)).ok()
    };
    let content = Content { sources, facts, today: options.today };
    let built = build_site(content, output, progress, findings, |_, _| ());
    let Some((publisher, built, ())) = built.filter(|_| may_publish(findings, options.strict)) else {
        return Outcome::Stopped;
    };
    progress(Stage::Publish);
    if let Some(refusal) = refusal {
        return Outcome::Refused(refusal);
    }
    let Some(publisher) = publisher else { return Outcome::Stopped };
    match publisher.finish(digest) {
        Ok(published) => {
            if let Some(index) = index {
                cache.save(&index, &published.files, findings.sort(), &built.edit_base);
            }
            Outcome::Published(published, AdviceCounts::default())
        }
        Err(refusal) => Outcome::Refused(refusal),
    }
}

/// Publishes an edit of words. `None` if more may have changed, or the site can't be published.
fn publish_edit(
    mut last: LastBuild,
    cache: &BuildCache<'_>,
    options: &BuildOptions<'_>,
    facts: &Facts,
    progress: &mut dyn FnMut(Stage),
) -> Option<(Published, Findings, AdviceCounts)> {
    let input = EditInput {
        base: last.edit_base()?,
        changed: std::mem::take(&mut last.inputs.changed),
        facts,
        today: options.today,
    };
    let edit = edit::edit(input, |path| read::document_in(options.folder, path), |path| cache.output(path))?;
    let merge = |before| edit.texts.merge(before);
    let after = cache.findings_after(&last, &edit.texts.sources(), merge, explain::code)?;
    let (findings, advice) = after.reported();
    if stops_build(findings.counts(), advice, options.strict) {
        return None;
    }
    progress(Stage::Publish);
    let publisher = Publisher::begin(options.out, options.adopt, FileIndex::default()).ok()?;
    let written = edit.site.files.iter().map(|file| &file.path).chain(&edit.site.removed);
    let written = written.map(String::as_str).collect();
    if !publisher.keep(&last.outputs, &written) {
        return None;
    }
    edit.site.files.iter().for_each(|file| publisher.write(file.clone()));
    let published = publisher.finish(digest(last.inputs.index.digest(), options)).ok()?;
    cache.save_edit(&last.inputs.index, &published.files, &after, &edit.into_base());
    Some((published, findings, advice))
}

fn may_publish(findings: &Findings, strict: bool) -> bool {
    !stops_build(findings.counts(), AdviceCounts::default(), strict)
}

/// True if so many findings, and so much advice that is only counted, stop a build.
fn stops_build(counts: Counts, advice: AdviceCounts, strict: bool) -> bool {
    counts.errors > 0 || strict && counts.must + counts.should + advice.should > 0
}

/// A fingerprint of everything that decides the site: content, day, and this version of the program.
fn digest(files: u128, options: &BuildOptions<'_>) -> String {
    format!("{files:032x} {} {}", options.today, env!("FINGERPOST_FINGERPRINT"))
}
