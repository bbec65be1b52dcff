//! Fingerpost turns a folder of Markdown and YAML into a school's careers-programme website.
//!
//! # Architecture
//!
//! The folders of `src` follow the pipeline. Each is one stage, and each stage is a function from the
//! previous stage's type to its own:
//!
//! ```text
//!   content folder                                                      site folder
//!        │                                                                   ▲
//!        ▼                                                                   │
//!   1 read ──► Sources ──► 2 programme ──► Programme                   6 publish
//!                 │                            │                             ▲
//!                 │            ┌───────────────┤                             │
//!                 ▼            ▼               │                       OutputFile…
//!               text ─PageText─► 3 check       │                             ▲
//!                 │                 │          ▼                             │
//!                 │           CheckReport ─► 4 view                          │
//!                 │                            │                             │
//!                 │                          Site ──► 5 render ──────────────┤
//!                 └─TextBody────────────────────────────► ▲ │                │
//!                                             PictureStore┘ └─PageFacts─► audit
//! ```
//!
//! 1. [`read`]: a folder becomes [`read::Sources`], texts that know the place of every value.
//! 2. [`programme`]: sources become a [`programme::Programme`], typed and complete.
//! 3. [`check`]: the programme becomes a [`check::CheckReport`] and findings about what is missing, out of
//!    date, hard to read, inaccessible or private. Each text is read once for this and for rendering
//!    ([`text`]): the rules see it in full, and its [`text::TextBody`] is kept.
//! 4. [`view`]: programme and report become a [`view::Site`], every page's address and what it shows to
//!    which audience.
//! 5. [`render`]: site, bodies and theme become [`render::OutputFile`]s. Each page is read once while it is
//!    made, for its links, ids and words ([`render::PageFacts`]). From these come the search index and the
//!    [`audit`] of links and ids.
//! 6. [`publish`](mod@publish): the files go into a folder, all of them or none.
//!
//! [`build`] runs all six, [`build_in_memory`] the first five, [`load_programme`] the first two.
//!
//! Next to the pipeline are `framework` (the field's facts as data, with sources and dates),
//! `report` (findings, places and how they are printed), `language` (the words of the
//! interface), `external` (links to other websites), `import` (spreadsheets, forms and calendars
//! become content files) and `scaffold` (the files of a new site). `serve` (the preview) and `cli`
//! (a file for each command) are above everything else. A module uses only what is before it in this
//! order, and no two files import each other; `tests/layers.rs` checks both:
//!
//! `report`, `framework`, `read`, `programme`, `text`, `check`, `language`, `view`, `render`, `audit`, `external`,
//! `publish`, `scaffold`, `import`, `serve`, `cli`.
//!
//! # Rules that hold everywhere
//!
//! - **Pure inside.** Files, clock, network and terminal are touched only at the edges: `read/disk.rs`,
//!   `publish`, `external/web_client.rs`, `serve`, `cli`. `clippy.toml` forbids them elsewhere. Today is a parameter.
//! - **Findings are collected, never thrown.** A function takes `findings: &mut Findings`, adds what is
//!   wrong, and returns what it can. Every finding has a place in a file.
//! - **A finding is in one place.** Each stage has a table in its `findings.rs` with code, severity, message,
//!   help and explanation next to each other. A rule of `check` is one file with all of them.
//! - **Values are complete when built.** One function builds a value, and no later stage changes it.
//! - **Same input, same bytes.** Content, `today` and the version of the program decide the site.
//!
//! # Glossary
//!
//! | Word | Means |
//! | --- | --- |
//! | activity | something the programme plans each year, without a fixed date |
//! | event | something with a date, or repeated on dates |
//! | audience | pupils, parents and carers, staff, or employers |
//! | group | a year group, pathway or course area: what the programme is divided into |
//! | record | a struct read from the keys of a content file, defined with `record!` |
//! | finding | one thing that is wrong, missing or worth knowing, with its place |
//! | advice | a finding that `build` only counts and `check` prints |
//! | place | a file and a range of bytes in it |
//! | body | the Markdown of a content file, below its front matter |
//! | passage | a paragraph, list item, cell or heading, or a short text in YAML |
//! | term | a word as people search for it: lower case, without accents |
//! | hidden | not on the site today: a draft, not yet published, or past its last day |
//! | suppressed | not shown because the number is small enough to identify people |
//! | expired | a picture past the day until which it may be shown |
//! | personal | a file that identifies people, and so is never published |
//! | route | a page's address and what is known about it before it is built |
//! | manifest | the list of files that an earlier build wrote into the output folder |
//! | build cache | where the findings of the last build are kept, so that an unchanged one can report them again |
//! | picture store | where processed pictures are kept between builds |

// The modules are public for the program and the integration tests only: the library is what is below.
#[doc(hidden)]
pub mod audit;
#[doc(hidden)]
pub mod check;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod edit;
#[doc(hidden)]
pub mod explain;
#[doc(hidden)]
pub mod external;
#[doc(hidden)]
pub mod framework;
#[doc(hidden)]
pub mod import;
#[doc(hidden)]
pub mod language;
#[doc(hidden)]
pub mod programme;
#[doc(hidden)]
pub mod publish;
#[doc(hidden)]
pub mod read;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod scaffold;
#[doc(hidden)]
pub mod serve;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod view;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use camino::Utf8Path;
use jiff::civil::Date;

use crate::audit::{AuditInput, PageOrigin};
use crate::check::RuleInput;
use crate::edit::{EditBase, EditInput};
use crate::publish::{BuildCache, DiskPictureStore, LastBuild, Publisher};
use crate::read::{FileIndex, FileTime, FoundFiles, RawFiles};
use crate::render::{EditedSite, MemoryOutput, NoPictureStore, PictureStore, RenderInput, RenderedSite, SiteOutput};
use crate::view::{Site, SiteInput};

pub use crate::check::ComplianceSummary;
pub use crate::framework::Facts;
pub use crate::programme::Programme;
pub use crate::publish::{AdviceCounts, Published, Refusal};
pub use crate::read::Sources;
pub use crate::render::OutputFile;
pub use crate::report::{
    Code, ContentPath, Counts, FileLocation, Finding, Findings, Place, Position, Severity, Source,
};

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

/// A site in memory: what [`build`] writes and the preview shows.
#[derive(Debug)]
pub struct BuiltSite {
    /// Every file of the site.
    pub files: Vec<OutputFile>,
    /// What law and guidance ask of this site, and how much of it is there.
    pub compliance: ComplianceSummary,
}

/// A site for the preview.
#[derive(Debug)]
pub struct BuiltPreview {
    /// Its files.
    pub site: BuiltSite,
    /// What each page is built from.
    pub source_files: SourceFiles,
    /// What an edit starts from. `None` if a file could not be read.
    pub base: Option<PreviewBase>,
}

/// What an edit of a preview starts from.
#[derive(Debug)]
pub struct PreviewBase {
    edit_base: EditBase,
    index: FileIndex,
}

/// What an edit has changed in a preview.
#[derive(Debug)]
pub struct EditedPreview {
    /// The files that differ.
    pub files: Vec<OutputFile>,
    /// The path of a file that is no longer there.
    pub removed: Option<String>,
    /// All findings.
    pub findings: Findings,
    /// What the next edit starts from.
    pub base: PreviewBase,
}

/// The content files that each page is built from.
#[derive(Debug, Default)]
pub struct SourceFiles {
    /// By the page's address.
    pages: HashMap<String, Vec<Arc<[ContentPath]>>>,
    /// Of all pages. Only few findings need it.
    files: OnceLock<HashSet<ContentPath>>,
}

impl SourceFiles {
    fn new(pages: HashMap<String, Vec<Arc<[ContentPath]>>>) -> Self {
        Self { pages, files: OnceLock::new() }
    }

    /// The files of a page, the most important first, each once.
    pub fn of(&self, page: &str) -> Vec<&ContentPath> {
        let mut seen = HashSet::new();
        let lists = self.pages.get(page).into_iter().flatten();
        lists.flat_map(|list| list.iter()).filter(|file| seen.insert(*file)).collect()
    }

    /// True if any page is built from a file.
    pub fn contains(&self, file: &ContentPath) -> bool {
        self.files.get_or_init(|| self.all()).contains(file)
    }

    fn all(&self) -> HashSet<ContentPath> {
        let mut lists: Vec<&Arc<[ContentPath]>> = self.pages.values().flatten().collect();
        // Many pages share a list.
        lists.sort_unstable_by_key(|list| list.as_ptr());
        lists.dedup_by_key(|list| list.as_ptr());
        lists.into_iter().flat_map(|list| list.iter().cloned()).collect()
    }
}

/// True if there is no content folder, which is a mistake in the command and not in the content.
pub fn folder_is_missing(findings: &Findings) -> bool {
    read::folder_is_missing(findings)
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
    let stops = |findings: &[Finding], advice: AdviceCounts| {
        let counts = Counts::of(findings);
        options.strict && counts.must + counts.should + advice.should > 0
    };
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
    if !may_publish(&findings, options.strict) || options.strict && advice.should > 0 {
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

/// Runs stages 1 to 5. Returns `None` as [`build_sources`] does, and if the folder can't be read.
pub fn build_in_memory(folder: &Utf8Path, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltSite> {
    build_sources(load_sources(folder, findings)?, facts, today, &mut |_| {}, findings)
}

/// The same, with what the preview needs besides the files.
pub fn build_preview(folder: &Utf8Path, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltPreview> {
    let found = read::find(folder, None, findings);
    // Nothing is kept in a folder that may be one by mistake.
    let now = if found.has("school.yaml") { publish::file_system_time(folder) } else { None };
    let mut files = load_files(found, now, findings)?;
    let index = files.index.take();
    let content = Content { sources: read::parse(files, findings), facts, today };
    let also = |site: &Site<'_>, programme: &Programme| SourceFiles::new(view::source_files(site, programme));
    let (output, summary, source_files) = build_site(content, in_memory, &mut |_| {}, findings, also)?;
    let base = index.map(|index| PreviewBase { edit_base: summary.edit_base, index });
    let site = BuiltSite { files: output.into_files(), compliance: summary.compliance };
    Some(BuiltPreview { site, source_files, base })
}

/// Makes only the files again that an edit of words changes. `last` are the base and the findings of the last preview of
/// this folder and day, and `read_output` reads a file of it. `None` if more may have changed.
pub fn edit_preview(
    (folder, facts, today): (&Utf8Path, &Facts, Date),
    (base, findings): (&PreviewBase, &[Finding]),
    read_output: impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<EditedPreview> {
    let mut found_findings = Findings::default();
    let found = read::find(folder, None, &mut found_findings);
    let compared = found.compare(base.index.clone(), || publish::file_system_time(folder))?;
    if !found_findings.is_empty() || compared.changed.is_empty() {
        return None;
    }
    let input = EditInput { base: base.edit_base.clone(), changed: compared.changed, facts, today };
    let edit = edit::edit(input, |path| read::document_in(folder, path), read_output)?;
    let findings = edit.texts.merge(findings.to_vec())?;
    let EditedSite { files, removed, site } = edit.site;
    let edit_base = EditBase { context: edit.context, site };
    Some(EditedPreview { files, removed, findings, base: PreviewBase { edit_base, index: compared.index } })
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

fn load_files(files: FoundFiles, now: Option<FileTime>, findings: &mut Findings) -> Option<RawFiles> {
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

fn in_memory(_: &Findings) -> MemoryOutput {
    MemoryOutput::default()
}

/// What is known about a site that was built.
struct SiteSummary {
    compliance: ComplianceSummary,
    edit_base: EditBase,
}

/// What a site is built from.
struct Content<'a> {
    sources: Sources,
    facts: &'a Facts,
    today: Date,
}

/// The same, into any output. `output` begins it, and gets the findings before rendering. Also returns what `also` makes
/// of the site and its programme.
fn build_site<O: SiteOutput, T>(
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
    let input = RuleInput::new(&sources, &programme, facts, today);
    let (report, texts) = check::check(&input, findings);
    // The parsed documents are dropped here: they would only take memory from now on.
    let Sources { mut media, theme, root, .. } = sources;
    // A file that render doesn't get can't be published, whatever links to it.
    media.retain(|file| !report.is_personal(&file.path));
    progress(Stage::Render);
    let language = language::language(&programme.institution, &theme, findings);
    let site = view::site(SiteInput { programme: &programme, report: &report, facts, today }, language, findings);
    let disk_store = root.as_deref().map(DiskPictureStore::new);
    let pictures: &dyn PictureStore = disk_store.as_ref().map_or(&NoPictureStore, |store| store);
    let input = RenderInput { site: &site, theme: &theme, media: &media, pictures };
    let output = output(findings);
    let mut picture_progress = |ready, all| progress(Stage::Pictures { ready, all });
    let RenderedSite { paths, facts, editable } =
        render::render(&input, texts, &output, &mut picture_progress, findings);
    // With errors the pages won't be published, and their faults follow from findings that are already there.
    if !findings.any_error() {
        let origins =
            site.pages.iter().map(|page| (page.address.as_str(), PageOrigin { root: &page.root, source: page.source }));
        let origins = origins.collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        audit::audit(&AuditInput { paths: &paths, facts: &facts, origins, theme: &theme }, findings);
    }
    let also = also(&site, &programme);
    let edit_base = EditBase { context: report.text_context, site: editable };
    Some((output, SiteSummary { compliance: report.compliance, edit_base }, also))
}

fn may_publish(findings: &Findings, strict: bool) -> bool {
    let counts = findings.counts();
    counts.errors == 0 && !(strict && counts.must + counts.should > 0)
}

/// A fingerprint of everything that decides the site: content, day, and this version of the program.
fn digest(files: u128, options: &BuildOptions<'_>) -> String {
    format!("{files:032x} {} {}", options.today, env!("FINGERPOST_FINGERPRINT"))
}
