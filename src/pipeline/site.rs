//! Runs stages 1 to 5.

use camino::Utf8Path;
use jiff::civil::Date;

use crate::audit::{self, AuditInput, PageOrigin};
use crate::check::{self, ComplianceSummary, RuleInput};
use crate::edit::EditBase;
use crate::framework::Facts;
use crate::language;
use crate::programme::disclosure::PublishedFigures;
use crate::programme::{self, Programme};
use crate::publish::DiskPictureStore;
use crate::read::{self, FileTime, FoundFiles, RawFiles, Sources};
use crate::render::{
    self, MemoryOutput, NoPictureStore, OutputFile, PictureStore, RenderInput, RenderedSite, SiteOutput,
};
use crate::report::{ContentPath, Finding, Findings};
use crate::view::{self, Page, Site, SiteInput};

/// The stages, in order, for reporting progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading content files.
    Read,
    /// Making a programme of them.
    Programme,
    /// Checking the programme.
    Check,
    /// Rendering pages.
    Render,
    /// Processing pictures and documents, which is part of rendering. Not reported if there are none.
    Pictures {
        /// How many are done.
        ready: usize,
        /// How many there are.
        all: usize,
    },
    /// Writing the site.
    Publish,
}

/// A site in memory: what [`build`](crate::build) writes and the preview shows.
#[derive(Debug)]
pub struct BuiltSite {
    /// Every file of the site.
    pub files: Vec<OutputFile>,
    /// What law and guidance ask of this site, and how much of it is there.
    pub compliance: ComplianceSummary,
}

/// What is known about a site that was built.
pub(super) struct SiteSummary {
    pub(super) compliance: ComplianceSummary,
    pub(super) edit_base: EditBase,
}

/// What a site is built from.
pub(super) struct Content<'a> {
    pub(super) sources: Sources,
    pub(super) facts: &'a Facts,
    pub(super) today: Date,
}

/// True if there is no content folder, which is a mistake in the command and not in the content.
pub fn folder_is_missing(findings: &Findings) -> bool {
    read::folder_is_missing(findings)
}

/// Runs stages 1 to 5. Returns `None` as [`build_sources`] does, and if the folder can't be read.
pub fn build_in_memory(folder: &Utf8Path, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltSite> {
    build_sources(load_sources(folder, findings)?, facts, today, &mut |_| {}, findings)
}

/// Runs stages 1 and 2. Returns `None` if the folder can't be read, or the school or its careers leader is
/// missing.
pub fn load_programme(
    folder: &Utf8Path,
    facts: &Facts,
    today: Date,
    findings: &mut Findings,
) -> Option<(Sources, Programme)> {
    let sources = load_sources(folder, findings)?;
    let programme = programme::load(&sources, facts, today, findings)?;
    Some((sources, programme))
}

/// Runs stage 1. Returns `None` if the folder can't be read or is empty, and then that is the only finding.
pub fn load_sources(folder: &Utf8Path, findings: &mut Findings) -> Option<Sources> {
    let files = read::find(folder, None, findings);
    Some(read::parse(load_files(files, None, findings)?, findings))
}

/// The paths of all files of a content folder that the program reads. Empty if the folder can't be read.
pub fn content_files(folder: &Utf8Path) -> Vec<ContentPath> {
    read::find(folder, None, &mut Findings::default()).paths().cloned().collect()
}

/// True if a finding says that something is out of date or will soon be.
pub fn is_out_of_date(finding: &Finding) -> bool {
    check::is_about_age(finding.code)
}

pub(super) fn load_files(files: FoundFiles, now: Option<FileTime>, findings: &mut Findings) -> Option<RawFiles> {
    let files = read::load(files, now, findings);
    (!files.is_empty() || findings.is_empty()).then_some(files)
}

/// Runs stages 2 to 5, then audits the finished pages. Returns `None` if the school or its careers leader is
/// missing: every page needs both.
pub fn build_sources(
    sources: Sources,
    facts: &Facts,
    today: Date,
    progress: &mut dyn FnMut(Stage),
    findings: &mut Findings,
) -> Option<BuiltSite> {
    let content = Content { sources, facts, today };
    let (output, summary, ()) = build_site(content, in_memory, progress, findings, |_, _| ())?;
    Some(BuiltSite { files: output.into_files(), compliance: summary.compliance })
}

fn origin<'a>(page: &'a Page<'_>) -> PageOrigin<'a> {
    PageOrigin { root: &page.root, source: page.source, is_redirect: page.is_redirect() }
}

pub(super) fn in_memory(_: &Findings) -> MemoryOutput {
    MemoryOutput::default()
}

/// The same, into any output. `output` begins it, and gets the findings before rendering. Also returns what `also` makes
/// of the site and its programme.
pub(super) fn build_site<O: SiteOutput, T>(
    content: Content<'_>,
    output: impl FnOnce(&Findings) -> O,
    progress: &mut dyn FnMut(Stage),
    findings: &mut Findings,
    also: impl FnOnce(&Site<'_>, &Programme) -> T,
) -> Option<(O, SiteSummary, T)> {
    let Content { sources, facts, today } = content;
    progress(Stage::Programme);
    let programme = programme::load(&sources, facts, today, findings)?;
    progress(Stage::Check);
    let figures = PublishedFigures::new(&programme);
    let input = RuleInput::new(&sources, (&programme, &figures), facts, today);
    let (report, texts) = check::check(&input, findings);
    // The parsed documents are dropped here: they would only take memory from now on.
    let Sources { mut media, theme, root, .. } = sources;
    // A file that render doesn't get can't be published, whatever links to it.
    media.retain(|file| !report.is_personal(&file.path));
    progress(Stage::Render);
    let language = language::language(&programme.institution, &theme, findings);
    let input = SiteInput { programme: &programme, figures: &figures, report: &report, facts, today };
    let site = view::site(input, language, findings);
    let disk_store = root.as_deref().map(DiskPictureStore::new);
    let pictures: &dyn PictureStore = disk_store.as_ref().map_or(&NoPictureStore, |store| store);
    let input = RenderInput { site: &site, theme: &theme, media: &media, pictures };
    let output = output(findings);
    let mut picture_progress = |ready, all| progress(Stage::Pictures { ready, all });
    let RenderedSite { paths, facts, editable } =
        render::render(&input, texts, &output, &mut picture_progress, findings);
    // With errors the pages won't be published, and their faults follow from findings that are already there.
    if !findings.any_error() {
        let origins = site.pages.iter().map(|page| (page.address.as_str(), origin(page))).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        audit::audit(&AuditInput { paths: &paths, facts: &facts, origins, theme: &theme }, findings);
    }
    let also = also(&site, &programme);
    let edit_base = EditBase { context: report.text_context, site: editable };
    Some((output, SiteSummary { compliance: report.compliance, edit_base }, also))
}
