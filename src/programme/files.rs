//! The content files: which path holds which record, and how each file is read.
//!
//! [`CONTENT_FILES`] is the one list of them. Files are read in parallel: none needs another.

use rayon::prelude::*;
use serde_json::Value as Json;

use super::evaluation::{
    ActionsFile, Destinations, EvaluationFile, FiguresFile, GuidanceCountsFile, Impact, SurveyFile, SurveyMapping,
};
use super::event::EventData;
use super::evidence::SelfReportFile;
use super::findings::ContentProblem;
use super::format::{FieldDefinition, FieldReader, FromNode, ProseKey, Record, describe};
use super::institution::SchoolData;
use super::language::LanguageTag;
use super::media::{MediaFile, PicturesFile};
use super::pages::{FurtherPage, Policy, PolicyBody, PolicyData, Welcome};
use super::past_encounters::PastEncountersFile;
use super::plan::PlanData;
use super::prose::Prose;
use super::provision::{Guidance, OffersFile, ProviderAccessData};
use super::summary::Summary;
use super::team::TeamData;
use super::terms::AcademicYear;
use super::translations::{TranslationData, TranslationFile, may_be_translated, parts_of_name, translation_of};
use super::unpublished::{FileNames, UnpublishedFile};
use super::year::YearData;
use crate::read::{Document, Node, Sources, Value, unsupported_picture_format};
use crate::report::{ContentPath, Findings, Place, did_you_mean};

/// A content file as a record; groups, terms and roles are still names.
pub(super) enum ContentFile {
    School(Box<SchoolData>),
    Team(TeamData),
    Summary(Summary),
    Plan(PlanData),
    Event(Box<EventData>),
    Guidance(Guidance),
    ProviderAccess(Box<ProviderAccessData>),
    PastEncounters(PastEncountersFile),
    Offers(OffersFile),
    Welcome(Welcome),
    Impact(Impact),
    Evaluation(EvaluationFile),
    Survey(SurveyFile),
    Destinations(Destinations),
    Figures(FiguresFile),
    GuidanceCounts(GuidanceCountsFile),
    Actions(ActionsFile),
    SelfReports(SelfReportFile),
    Page(FurtherPage),
    Policy(Policy),
    Pictures(PicturesFile),
    Translation(Box<TranslationFile>),
}

#[derive(Clone, Copy)]
pub struct ContentFileKind {
    /// The schema's name, as in `.schema/school.json`.
    pub name: &'static str,
    /// The paths as documentation gives them, such as `events/*.md`.
    pub files: &'static str,
    /// An exact path, or a folder and an extension; `/**/` includes subfolders.
    paths: &'static [&'static str],
    schema: fn(&str) -> Json,
    read: fn(&Document, &Reading<'_>, &mut Findings) -> Option<ContentFile>,
    prose_keys: fn() -> Vec<ProseKey>,
    fields: fn() -> Vec<FieldDefinition>,
    description: fn() -> String,
}

/// Where files of a kind are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilePlace {
    /// At these paths. None for translations, which are next to their originals.
    Fixed(&'static [&'static str]),
    /// In a folder, with this extension.
    Folder { folder: &'static str, extension: &'static str },
}

impl ContentFileKind {
    /// Its JSON Schema. For Markdown, the schema of its front matter.
    pub fn json(&self) -> Json {
        let mut schema = (self.schema)(self.files);
        if let Some(object) = schema.as_object_mut() {
            object.insert("$id".into(), Json::String(format!("{}.json", self.name)));
        }
        schema
    }

    /// Its fields, in the order of the format. The text below the front matter is last.
    pub fn fields(&self) -> Vec<FieldDefinition> {
        (self.fields)()
    }

    /// What such a file is, in a sentence or two.
    pub fn description(&self) -> String {
        (self.description)()
    }

    /// Where a new file of this kind goes.
    pub fn place(&self) -> FilePlace {
        let first = self.paths.first().copied().unwrap_or_default();
        match first.split_once("/**/*.").or_else(|| first.split_once("/*.")) {
            Some((folder, extension)) => FilePlace::Folder { folder, extension },
            None => FilePlace::Fixed(self.paths),
        }
    }

    fn matches(&self, path: &ContentPath) -> bool {
        self.paths.iter().any(|pattern| matches(pattern, path))
    }
}

impl std::fmt::Debug for ContentFileKind {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

/// `.yml` files match `*.yaml`.
fn matches(pattern: &str, path: &ContentPath) -> bool {
    let Some((folder, names)) = pattern.split_once('*') else { return path.as_str() == pattern };
    let Some(below) = path.as_str().strip_prefix(folder) else { return false };
    let (pattern_extension, is_in_folder) = match names.strip_prefix("*/*.") {
        Some(extension) => (extension, true),
        None => (names.trim_start_matches('.'), !below.contains('/')),
    };
    let extension = path.extension();
    is_in_folder && (extension == pattern_extension || extension == "yml" && pattern_extension == "yaml")
}

macro_rules! content_files {
    ($( $name:literal, $files:literal, [$($path:literal),*], $record:ty => $read:expr; )*) => {
        pub const CONTENT_FILES: &[ContentFileKind] = &[$( ContentFileKind {
            name: $name,
            files: $files,
            paths: &[$($path),*],
            schema: describe::<$record>,
            read: $read,
            prose_keys: <$record as FromNode>::prose_keys,
            fields: <$record as Record>::fields,
            description: <$record as Record>::description,
        } ),*];
    };
}

content_files! {
    "school", "school.yaml", ["school.yaml"], SchoolData
        => |file, reading, findings| record(file, reading, findings).map(Box::new).map(ContentFile::School);
    "team", "team.yaml", ["team.yaml"], TeamData
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Team);
    "programme", "programme.md", ["programme.md"], Summary
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Summary);
    "group", "programme/*.md", ["programme/*.md"], PlanData
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Plan);
    "event", "events/*.md", ["events/**/*.md"], EventData
        => |file, reading, findings| record(file, reading, findings).map(Box::new).map(ContentFile::Event);
    "evaluation", "evaluation.md", ["evaluation.md"], Impact
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Impact);
    "benchmarks", "evaluation/benchmarks/*.yaml", ["evaluation/benchmarks/*.yaml"], EvaluationFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Evaluation);
    "survey", "evaluation/surveys/*.yaml", ["evaluation/surveys/*.yaml"], SurveyFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Survey);
    // Only an import uses it; its mistakes are reported with everybody else's.
    "mapping", "evaluation/mappings/*.yaml", ["evaluation/mappings/*.yaml"], SurveyMapping
        => |file, reading, findings| record::<SurveyMapping>(file, reading, findings).and(None);
    "destinations", "evaluation/destinations/*.yaml", ["evaluation/destinations/*.yaml"], Destinations
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Destinations);
    "figures", "evaluation/figures/*.yaml", ["evaluation/figures/*.yaml"], FiguresFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Figures);
    "guidance-counts", "evaluation/guidance/*.yaml", ["evaluation/guidance/*.yaml"], GuidanceCountsFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::GuidanceCounts);
    "actions", "evaluation/actions.yaml", ["evaluation/actions.yaml"], ActionsFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Actions);
    "evidence", "evaluation/evidence.yaml", ["evaluation/evidence.yaml"], SelfReportFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::SelfReports);
    "guidance", "guidance.md", ["guidance.md"], Guidance
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Guidance);
    "provider-access", "provider-access.md", ["provider-access.md"], ProviderAccessData
        => |file, reading, findings| record(file, reading, findings).map(Box::new).map(ContentFile::ProviderAccess);
    "past-encounters", "provider-access/*.yaml", ["provider-access/*.yaml"], PastEncountersFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::PastEncounters);
    "offers", "offers.yaml", ["offers.yaml"], OffersFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Offers);
    "audience", "pupils.md, parents.md, staff.md, employers.md",
        ["pupils.md", "parents.md", "staff.md", "employers.md"], Welcome
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Welcome);
    "page", "pages/*.md", ["pages/**/*.md"], FurtherPage
        => |file, reading, findings| page(file, reading, findings);
    "document", "policies/*.md, policies/*.yaml", ["policies/*.md", "policies/*.yaml"], PolicyData => policy;
    "pictures", "media/pictures.yaml", ["media/pictures.yaml"], PicturesFile
        => |file, reading, findings| record(file, reading, findings).map(ContentFile::Pictures);
    // Known by its name rather than by a path: see `read_document`.
    "translation", "NAME.LANGUAGE.md, such as parents.ur.md", [], TranslationData => |_, _, _| None;
}

/// The kind of the content file with this path. `None` for all other files.
pub fn content_file_kind(path: &ContentPath) -> Option<&'static ContentFileKind> {
    let is_translation = translation_of(path).is_some();
    let translation = CONTENT_FILES.iter().find(|kind| kind.name == "translation").filter(|_| is_translation);
    translation.or_else(|| CONTENT_FILES.iter().find(|kind| kind.matches(path)))
}

/// The keys whose values are sentences or titles that people read on the site.
pub fn prose_keys() -> Vec<ProseKey> {
    let mut keys: Vec<ProseKey> = CONTENT_FILES.iter().flat_map(|kind| (kind.prose_keys)()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The paths of content files and their folders, for “did you mean”.
fn known_paths() -> impl Iterator<Item = &'static str> {
    let patterns = CONTENT_FILES.iter().flat_map(|kind| kind.paths);
    patterns.map(|pattern| match pattern.split_once('*') {
        Some((folder, _)) => folder,
        None => pattern,
    })
}

/// What a file is read with.
struct Reading<'a> {
    sources: &'a Sources,
    names: &'a FileNames<'a>,
    /// The academic year, in which “Summer term” has its days.
    year: Option<&'a AcademicYear>,
}

/// The academic year of school.yaml, without the national weeks. `None` if it can't be read. Its mistakes are reported when
/// the programme is loaded.
pub(crate) fn academic_year(school: &Document) -> Option<AcademicYear> {
    let Value::Map(entries) = &school.data.as_ref()?.value else { return None };
    let year = entries.iter().find(|entry| entry.key == "year")?;
    let findings = &mut Findings::default();
    let form = YearData::from_node(&year.node, &mut FieldReader::of(school, None, findings))?;
    Some(AcademicYear::new(&form, &[], findings))
}

/// Reads every content file, in the order of their paths.
pub(super) fn read(sources: &Sources, names: &FileNames<'_>, findings: &mut Findings) -> Vec<ContentFile> {
    let school = sources.documents.iter().find(|document| document.source.path.as_str() == "school.yaml");
    let year = school.and_then(academic_year);
    let reading = Reading { sources, names, year: year.as_ref() };
    let read = |document| {
        let mut findings = Findings::default();
        (read_document(document, &reading, &mut findings), findings)
    };
    let read: Vec<(Option<ContentFile>, Findings)> = sources.documents.par_iter().map(read).collect();
    let mut files = Vec::with_capacity(read.len());
    for (file, reported) in read {
        findings.append(reported);
        files.extend(file);
    }
    files
}

/// The names of all files of the folder.
pub(super) fn names(sources: &Sources) -> FileNames<'_> {
    let documents = sources.documents.iter().map(|document| &document.source.path);
    let media = sources.media.iter().map(|file| &file.path);
    FileNames::new(documents.chain(media).chain(&sources.others), known_paths().collect())
}

/// The pictures and documents in `media/` and `policies/`, and the files that can't be published. Reports the latter,
/// so that no file is published by accident or left out in silence.
pub(super) fn media(
    sources: &Sources,
    names: &FileNames<'_>,
    findings: &mut Findings,
) -> (Vec<MediaFile>, Vec<UnpublishedFile>) {
    let mut media = Vec::new();
    let mut unpublished = Vec::new();
    for file in &sources.media {
        if ["media", "policies"].contains(&file.path.top_folder()) {
            media.push(MediaFile { path: file.path.clone(), size: file.size });
        } else {
            unpublished.push(names.describe(&file.path));
        }
    }
    for path in &sources.others {
        match unsupported_picture_format(path).filter(|_| path.top_folder() == "media") {
            Some(format) => {
                findings.add(ContentProblem::PictureFormat { format, shown: false }, Place::of_file(path.as_str()));
            }
            None => unpublished.push(names.describe(path)),
        }
    }
    unpublished.iter().for_each(|file| report_unpublished(file, findings));
    (media, unpublished)
}

fn report_unpublished(file: &UnpublishedFile, findings: &mut Findings) {
    let (path, why, fix) = (file.path.to_string(), file.why.clone(), file.fix.clone());
    findings.add(ContentProblem::UnknownFile { path, why, fix }, Place::of_file(file.path.as_str()));
}

fn read_document(document: &Document, reading: &Reading<'_>, findings: &mut Findings) -> Option<ContentFile> {
    let names = reading.names;
    let path = &document.source.path;
    if let Some(belongs) = names.belongs(path).filter(|_| !has_title(document)) {
        findings.add(ContentProblem::WrongName { belongs }, document.source.whole_file());
        return None;
    }
    if let Some(copy) = names.copy(path) {
        report_unpublished(&copy, findings);
        return None;
    }
    if document.unreadable {
        return None;
    }
    if let Some((original, tag)) = parts_of_name(path)
        && let Some(language) = LanguageTag::parse(tag)
        && (may_be_translated(&original) || is_mostly_keys(&original))
    {
        return translation(document, (original, language), reading, findings);
    }
    match CONTENT_FILES.iter().find(|kind| kind.matches(path)) {
        Some(kind) => (kind.read)(document, reading, findings),
        None => {
            report_unpublished(&names.describe(path), findings);
            None
        }
    }
}

/// True if it has the one key that every page needs.
fn has_title(document: &Document) -> bool {
    let entries = match document.data.as_ref().map(|data| &data.value) {
        Some(Value::Map(entries)) => entries.as_slice(),
        _ => &[],
    };
    entries.iter().any(|entry| entry.key == "title")
}

fn page(document: &Document, reading: &Reading<'_>, findings: &mut Findings) -> Option<ContentFile> {
    let page: FurtherPage = record(document, reading, findings)?;
    page.visibility.report_order(findings);
    Some(ContentFile::Page(page))
}

/// A policy is Markdown, or YAML next to a document of the same name.
fn policy(document: &Document, reading: &Reading<'_>, findings: &mut Findings) -> Option<ContentFile> {
    let path = &document.source.path;
    if path.extension() == "md" {
        let body = PolicyBody::Text(Prose::of(document));
        return record(document, reading, findings).map(|data| ContentFile::Policy(Policy::new(data, body)));
    }
    let described =
        reading.sources.media.iter().find(|file| file.path.folder() == "policies" && file.path.stem() == path.stem());
    let Some(file) = described else {
        findings.add(ContentProblem::MissingDocument, document.source.whole_file());
        return None;
    };
    let body = PolicyBody::Document(MediaFile { path: file.path.clone(), size: file.size });
    record(document, reading, findings).map(|data| ContentFile::Policy(Policy::new(data, body)))
}

/// True for plans and events: most of their text is in keys, which cannot be translated.
fn is_mostly_keys(path: &ContentPath) -> bool {
    ["programme", "events"].contains(&path.top_folder())
}

fn translation(
    document: &Document,
    (of, language): (ContentPath, LanguageTag),
    reading: &Reading<'_>,
    findings: &mut Findings,
) -> Option<ContentFile> {
    let mut reject = |problem| findings.add(problem, document.source.whole_file());
    if is_mostly_keys(&of) {
        reject(ContentProblem::TranslationOfKeys);
        return None;
    }
    let mut texts = reading.sources.documents.iter().map(|document| &document.source.path);
    if !texts.clone().any(|path| *path == of) {
        let known = texts.by_ref().filter(|path| may_be_translated(path) && parts_of_name(path).is_none());
        let suggestion = did_you_mean(of.as_str(), known.map(ContentPath::as_str)).map(str::to_owned);
        reject(ContentProblem::TranslationWithoutOriginal { original: of.to_string(), suggestion });
        return None;
    }
    let data = record(document, reading, findings)?;
    Some(ContentFile::Translation(Box::new(TranslationFile { of, language, data })))
}

/// Reads the YAML of a document. A file without YAML is a record without keys.
fn record<T: FromNode>(document: &Document, reading: &Reading<'_>, findings: &mut Findings) -> Option<T> {
    let nothing = Node { value: Value::Map(Vec::new()), span: 0..0 };
    let node = document.data.as_ref().unwrap_or(&nothing);
    T::from_node(node, &mut FieldReader::of(document, reading.year, findings))
}
