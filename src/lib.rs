//! Fingerpost turns a folder of Markdown and YAML into a school's careers-programme website.
//!
//! The tree is the pipeline. Data runs through six stages, each a function from the last stage's
//! type to its own:
//!
//! 1. [`read`]: a folder → [`read::Sources`], texts with a place for every value;
//! 2. [`programme`]: sources → [`programme::Programme`], the careers programme, checked and typed;
//! 3. [`check`]: programme → findings: what is missing, overdue or still to be written, and, after
//!    stage 5, what is wrong with the links of the finished pages;
//! 4. [`view`]: programme → [`view::Site`], every page's address and what it shows, per audience;
//! 5. [`render`]: site and theme → [`render::OutputFile`]s in memory;
//! 6. [`publish`](mod@publish): files in memory → a folder, safely.
//!
//! Below them stand [`framework`], the field's facts as data, and [`report`], findings and how they
//! are told; between stages 2 and 4 [`mod@language`], the words of the interface. Above them stand [`external`], other websites, [`serve`], the preview, and [`cli`]. [`build_in_memory`]
//! runs stages 1 to 5 and [`build`] all six.

pub mod audit;
pub mod check;
pub mod cli;
pub mod explain;
pub mod external;
pub mod framework;
pub mod import;
pub mod language;
pub mod programme;
pub mod publish;
pub mod read;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod serve;
pub mod view;

use std::collections::BTreeMap;

use camino::Utf8Path;
use jiff::civil::Date;

use crate::check::ComplianceSummary;
use crate::framework::Facts;
use crate::publish::{AdviceCounts, Publication, Published, Refusal};
use crate::render::OutputFile;
use crate::report::{ContentPath, Findings, Found};

/// What a build is asked to do.
#[derive(Debug)]
pub struct BuildOptions<'a> {
    /// The content folder.
    pub folder: &'a Utf8Path,
    /// The folder that the site goes into.
    pub out: &'a Utf8Path,
    /// The day the site is built for: past and coming are decided by it.
    pub today: Date,
    /// Whether anything that must or should be mended stops the build too.
    pub strict: bool,
    /// Whether the site may be put among files that are not ours.
    pub adopt: bool,
}

/// The stages, in order, for whoever shows progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Content files are read.
    Read,
    /// They become a programme.
    Programme,
    /// The programme is checked.
    Check,
    /// Pages are drawn.
    Render,
    /// Pictures and documents are made ready: so many of so many. It is part of drawing, and told only if there are some.
    Pictures {
        /// How many are ready.
        ready: usize,
        /// How many there are.
        all: usize,
    },
    /// The site is written.
    Publish,
}

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site was written.
    Published {
        /// How many pages it has.
        pages: usize,
        /// What was written.
        published: Published,
    },
    /// Nothing has changed since the last build, which had nothing to tell but counted this.
    UpToDate(AdviceCounts),
    /// Findings stop it. The last good site is as it was.
    Stopped,
    /// The output folder could not be written, or must not be.
    Refused(Refusal),
}

/// A site in memory: what [`build`] writes and [`serve`] shows.
#[derive(Debug)]
pub struct BuiltSite {
    /// Every file of the site.
    pub files: Vec<OutputFile>,
    /// The content files that each page is made from, the chief one first, by the page's address.
    pub origins: BTreeMap<String, Vec<ContentPath>>,
    /// What the law and guidance ask of this site, and how much of it is there.
    pub compliance: ComplianceSummary,
}

/// True if there is no content folder: a mistake in the command, not in the content.
pub fn folder_is_missing(findings: &Findings) -> bool {
    read::folder_is_missing(findings)
}

/// Runs all six stages. `progress` is told each stage as it begins.
pub fn build(order: &BuildOptions<'_>, facts: &Facts, progress: &mut dyn FnMut(Stage)) -> Found<Outcome> {
    progress(Stage::Read);
    let mut findings = Findings::default();
    let folder = read::load(order.folder, Some(order.out), &mut findings);
    if folder.is_empty() && !findings.is_empty() {
        return Found { value: Outcome::Stopped, findings };
    }
    let digest = digest(&folder, order);
    if findings.is_empty()
        && let Some(advice) = publish::up_to_date(order.out, &digest)
    {
        return Found { value: Outcome::UpToDate(advice), findings };
    }
    let Found { value: made, findings: found } = build_folder(folder, facts, order.today, progress);
    findings.append(found);
    let Some(BuiltSite { files, .. }) = made.filter(|_| may_publish(&findings, order.strict)) else {
        return Found { value: Outcome::Stopped, findings };
    };
    progress(Stage::Publish);
    let counts = findings.counts();
    let advice = AdviceCounts { should: counts.should, could: counts.could };
    let publication = Publication { files: &files, digest, only_advice: findings.only_advice(), advice };
    let outcome = match publish::publish(&publication, order.out, order.adopt) {
        Ok(published) => {
            let pages = files.iter().filter(|file| file.path.ends_with(".html")).count();
            Outcome::Published { pages, published }
        }
        Err(refusal) => Outcome::Refused(refusal),
    };
    Found { value: outcome, findings }
}

/// Runs stages 1 to 5: a content folder's site, in memory. `None` as for [`build_sources`].
pub fn build_in_memory(folder: &Utf8Path, facts: &Facts, today: Date) -> Found<Option<BuiltSite>> {
    let mut findings = Findings::default();
    let folder = read::load(folder, None, &mut findings);
    if folder.is_empty() && !findings.is_empty() {
        return Found { value: None, findings };
    }
    let Found { value: made, findings: found } = build_folder(folder, facts, today, &mut |_| {});
    findings.append(found);
    Found { value: made, findings }
}

/// Runs stages 1, from its second half, to 5.
fn build_folder(
    folder: read::RawFiles,
    facts: &Facts,
    today: Date,
    progress: &mut dyn FnMut(Stage),
) -> Found<Option<BuiltSite>> {
    let mut findings = Findings::default();
    let sources = read::parse(folder, &mut findings);
    let Found { value: made, findings: found } = build_sources(sources, facts, today, progress);
    findings.append(found);
    Found { value: made, findings }
}

/// Runs stages 2 to 5: every file of the site, in memory. `None` if the school or its careers
/// leader is unknown, for then every page would lie.
pub fn build_sources(
    mut sources: read::Sources,
    facts: &Facts,
    today: Date,
    progress: &mut dyn FnMut(Stage),
) -> Found<Option<BuiltSite>> {
    progress(Stage::Programme);
    let mut findings = Findings::default();
    let Some(programme) = programme::load(&sources, facts, today, &mut findings) else {
        return Found { value: None, findings };
    };
    progress(Stage::Check);
    let input = check::RuleInput::new(&sources, &programme, facts, today);
    let report = check::check(&input, &mut findings);
    // What stage 5 does not get it cannot publish, whatever links to it.
    sources.media.retain(|file| !report.is_personal(&file.path));
    // The programme holds what it needs of the texts: their trees would only cost memory from here on.
    sources.documents.clear();
    progress(Stage::Render);
    let language = language::language(&programme.institution, facts, &sources.theme, &mut findings);
    let input = view::SiteInput { programme: &programme, report: &report, facts, today };
    let site = view::site(input, language, &mut findings);
    let mut pictures = |ready, all| progress(Stage::Pictures { ready, all });
    let store = sources.root.as_deref().map(publish::DiskPictureStore::new);
    let store: &dyn render::PictureStore = store.as_ref().map_or(&render::NoPictureStore, |store| store);
    let input = render::RenderInput { site: &site, theme: &sources.theme, media: &sources.media, pictures: store };
    let files = render::render(&input, &mut pictures, &mut findings);
    // What is wrong with pages that will not be published has been told where it was written.
    if !findings.any_error() {
        let origins = site.pages.iter().map(|page| (page.address.as_str(), origin(page)));
        let input = audit::AuditInput { files: &files, origins: origins.collect(), theme: &sources.theme };
        audit::audit(&input, &mut findings);
    }
    let pages = site.pages.iter();
    let origins = pages.map(|page| (page.address.to_string(), view::source_files(page, &programme))).collect();
    Found { value: Some(BuiltSite { files, origins, compliance: report.compliance }), findings }
}

fn origin<'a>(page: &'a view::Page<'a>) -> audit::PageOrigin<'a> {
    audit::PageOrigin { root: &page.root, source: page.source }
}

fn may_publish(findings: &Findings, strict: bool) -> bool {
    let counts = findings.counts();
    counts.errors == 0 && !(strict && counts.must + counts.should > 0)
}

/// A fingerprint of everything that decides the site: content, day, and this version of the program.
fn digest(folder: &read::RawFiles, order: &BuildOptions<'_>) -> String {
    format!("{:032x} {} {}", folder.digest, order.today, env!("FINGERPOST_FINGERPRINT"))
}
