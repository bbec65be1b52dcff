//! Builds a site for the preview, or only what an edit of words changes.

use camino::Utf8Path;
use jiff::civil::Date;

use super::content_list::ContentList;
use super::site::{BuiltSite, Content, build_site, in_memory, load_files};
use super::source_files::SourceFiles;
use crate::edit::{self, EditBase, EditInput};
use crate::framework::Facts;
use crate::programme::{Audience, Programme};
use crate::publish;
use crate::read::{self, ChangedFile, ComparedIndex, FileIndex, RawFiles};
use crate::render::{EditedSite, OutputFile};
use crate::report::{ContentPath, Finding, Findings};
use crate::view::{self, Site};

/// A site for the preview.
#[derive(Debug)]
pub struct BuiltPreview {
    /// Its files.
    pub site: BuiltSite,
    /// What each page is built from.
    pub source_files: SourceFiles,
    /// The first page of each audience.
    pub audience_pages: Vec<AudiencePage>,
    /// Everything there is in the content.
    pub content: ContentList,
    /// What an edit starts from. `None` if a file could not be read.
    pub base: Option<PreviewBase>,
}

/// The first page of an audience.
#[derive(Clone, Debug)]
pub struct AudiencePage {
    pub audience: Audience,
    /// In the school's own word.
    pub name: String,
    /// From the site's root.
    pub path: String,
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

/// What has changed in the content folder of a preview since.
#[derive(Debug)]
pub struct PreviewChanges {
    index: FileIndex,
    changed: Vec<ChangedFile>,
}

impl PreviewChanges {
    /// True if every file is as it was.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty()
    }
}

/// Builds the site of a folder in memory, with what the preview needs besides its files.
pub fn build_preview(folder: &Utf8Path, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltPreview> {
    let found = read::find(folder, None, findings);
    // Nothing is kept in a folder that may be one by mistake.
    let now = if found.has("school.yaml") { publish::file_system_time(folder) } else { None };
    let files = load_files(found, now, findings)?;
    build_files(files, facts, today, findings)
}

/// The same as if a text file of the folder had these bytes. Nothing is written into the folder.
pub fn build_draft(
    (folder, facts, today): (&Utf8Path, &Facts, Date),
    (path, bytes): (&ContentPath, &[u8]),
    findings: &mut Findings,
) -> Option<BuiltPreview> {
    let files = load_files(read::find(folder, None, findings), None, findings)?;
    build_files(files.with_text(path.clone(), bytes.to_vec()), facts, today, findings)
}

fn build_files(mut files: RawFiles, facts: &Facts, today: Date, findings: &mut Findings) -> Option<BuiltPreview> {
    let index = files.index.take();
    let content = Content { sources: read::parse(files, findings), facts, today };
    let also = |site: &Site<'_>, programme: &Programme| {
        let repeating = site.pages.iter().filter(|page| page.kind.repeats_others());
        let repeating = repeating.map(|page| page.address.to_string()).collect();
        let source_files = SourceFiles::new(view::source_files(site, programme), repeating);
        (source_files, audience_pages(site, programme), ContentList::new(programme, facts, today))
    };
    let (output, summary, (source_files, audience_pages, content_list)) =
        build_site(content, in_memory, &mut |_| {}, findings, also)?;
    let base = index.map(|index| PreviewBase { edit_base: summary.edit_base, index });
    let site = BuiltSite { files: output.into_files(), compliance: summary.compliance };
    Some(BuiltPreview { site, source_files, audience_pages, content: content_list, base })
}

fn audience_pages(site: &Site<'_>, programme: &Programme) -> Vec<AudiencePage> {
    let page = |audience: &Audience| AudiencePage {
        audience: *audience,
        name: audience.name(&programme.institution.words).to_owned(),
        path: format!("{}/index.html", site.folders.name(*audience)),
    };
    Audience::ALL.iter().map(page).collect()
}

/// Compares a folder with what the last preview of it was built from. `None` if many files have changed, or one was removed
/// or is new.
pub fn preview_changes(folder: &Utf8Path, base: &PreviewBase) -> Option<PreviewChanges> {
    let mut findings = Findings::default();
    let found = read::find(folder, None, &mut findings);
    let ComparedIndex { index, changed, .. } =
        found.compare(base.index.clone(), || publish::file_system_time(folder))?;
    findings.is_empty().then_some(PreviewChanges { index, changed })
}

/// Makes only the files again that an edit of words changes. `last` are the base and the findings of the last preview of
/// this folder and day, and `read_output` reads a file of it. `None` if more may have changed.
pub fn edit_preview(
    site: (&Utf8Path, &Facts, Date),
    (base, findings): (&PreviewBase, &[Finding]),
    changes: PreviewChanges,
    read_output: impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<EditedPreview> {
    let base = PreviewBase { edit_base: base.edit_base.clone(), index: changes.index };
    edit_files(site, (base, findings), changes.changed, read_output)
}

/// The same as if a text file of the folder had these bytes.
pub fn edit_draft(
    site: (&Utf8Path, &Facts, Date),
    (base, findings): (&PreviewBase, &[Finding]),
    (path, bytes): (&ContentPath, &[u8]),
    read_output: impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<EditedPreview> {
    let changed = ChangedFile { path: path.clone(), bytes: bytes.to_vec() };
    let base = PreviewBase { edit_base: base.edit_base.clone(), index: base.index.clone() };
    edit_files(site, (base, findings), vec![changed], read_output)
}

fn edit_files(
    (folder, facts, today): (&Utf8Path, &Facts, Date),
    (base, findings): (PreviewBase, &[Finding]),
    changed: Vec<ChangedFile>,
    read_output: impl Fn(&str) -> Option<Vec<u8>>,
) -> Option<EditedPreview> {
    let PreviewBase { edit_base, index } = base;
    let input = EditInput { base: edit_base, changed, facts, today };
    let edit = edit::edit(input, |path| read::document_in(folder, path), read_output)?;
    let findings = edit.texts.merge(findings.to_vec())?;
    let EditedSite { files, removed, site } = edit.site;
    let edit_base = EditBase { context: edit.context, site };
    Some(EditedPreview { files, removed, findings, base: PreviewBase { edit_base, index } })
}
