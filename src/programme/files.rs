//! Which file is what, and each as its record. Files are read side by side: none needs another.

use rayon::prelude::*;

use super::audience::Audience;
use super::evaluation::{ActionsFile, Destinations, EvaluationData, Impact, SurveyData, SurveyMapping};
use super::event::EventData;
use super::evidence::SelfReportFile;
use super::format::{FieldReader, FromNode};
use super::institution::SchoolData;
use super::language::LanguageTag;
use super::media::{MediaFile, PicturesFile};
use super::pages::{PageData, PolicyData, WelcomeData};
use super::plan::PlanData;
use super::prose::Prose;
use super::provision::{Guidance, OffersFile, ProviderAccessData};
use super::summary::Summary;
use super::team::TeamData;
use super::translations::{TranslationFile, may_be_translated, parts_of_name};
use crate::programme::findings::ContentProblem;
use crate::read::{Document, Node, Sources, Value, unsupported_picture_format};
use crate::report::{ContentPath, Findings, Found, Place, did_you_mean};

/// A file of the content folder, as written.
pub(super) enum ContentFile {
    School(Box<SchoolData>),
    Team(TeamData),
    Summary(Summary),
    Plan(PlanData),
    Event(Box<EventData>),
    Guidance(Guidance),
    ProviderAccess(Box<ProviderAccessData>),
    Offers(OffersFile),
    Welcome(Audience, WelcomeData),
    Impact(Impact),
    Evaluation(EvaluationData),
    Survey(SurveyData),
    Destinations(Destinations),
    Actions(ActionsFile),
    Evidence(SelfReportFile),
    Page(PageData),
    Policy(PolicyData, Prose),
    PolicyDocument(PolicyData, MediaFile),
    Pictures(PicturesFile),
    Translation(Box<TranslationFile>),
}

/// What is written in a folder.
pub(super) struct ContentFiles {
    /// The files, in the order of their paths.
    pub(super) files: Vec<ContentFile>,
    /// Pictures and documents.
    pub(super) media: Vec<MediaFile>,
    /// True if `school.yaml` is there, however damaged.
    pub(super) has_school: bool,
    /// True if `team.yaml` is there, however damaged.
    pub(super) has_team: bool,
}

/// Paths that mean something, for “did you mean”.
const KNOWN: [&str; 17] = [
    "school.yaml",
    "team.yaml",
    "programme.md",
    "evaluation.md",
    "guidance.md",
    "provider-access.md",
    "offers.yaml",
    "pupils.md",
    "parents.md",
    "staff.md",
    "employers.md",
    "evaluation/actions.yaml",
    "evaluation/evidence.yaml",
    "media/pictures.yaml",
    "programme/",
    "events/",
    "pages/",
];

pub(super) fn read(sources: &Sources) -> Found<ContentFiles> {
    let mut findings = Findings::default();
    let read: Vec<(Option<ContentFile>, Findings)> =
        sources.documents.par_iter().map(|document| read_document(document, sources)).collect();
    let mut files = Vec::with_capacity(read.len());
    for (file, found) in read {
        findings.append(found);
        files.extend(file);
    }
    let has = |path: &str| sources.documents.iter().any(|document| document.source.path.as_str() == path);
    let media = keep_media(sources, &mut findings);
    let folder = ContentFiles { files, media, has_school: has("school.yaml"), has_team: has("team.yaml") };
    Found { value: folder, findings }
}

/// Pictures and documents belong into media/ or policies/; all else is told, so that nothing is
/// published by accident and nothing is missing in silence.
fn keep_media(sources: &Sources, findings: &mut Findings) -> Vec<MediaFile> {
    let mut media = Vec::new();
    for file in &sources.media {
        if ["media", "policies"].contains(&file.path.top_folder()) {
            media.push(MediaFile { path: file.path.clone(), size: file.size });
        } else {
            unknown(&file.path, findings);
        }
    }
    for path in &sources.others {
        match unsupported_picture_format(path).filter(|_| path.top_folder() == "media") {
            Some(format) => {
                findings.add(ContentProblem::PictureFormat { format, shown: false }, Place::of_file(path.as_str()));
            }
            None => unknown(path, findings),
        }
    }
    media
}

fn unknown(path: &ContentPath, findings: &mut Findings) {
    // Notepad likes to add its own ending.
    let without_txt =
        path.as_str().strip_suffix(".txt").filter(|path| path.ends_with(".md") || path.ends_with(".yaml"));
    let suggestion = translation_meant(path)
        .or_else(|| without_txt.or_else(|| did_you_mean(path.as_str(), KNOWN)).map(str::to_owned));
    findings.add(ContentProblem::UnknownFile { suggestion }, Place::of_file(path.as_str()));
}

/// `parents.ur.md` for `parents.urdu.md` or `parent.ur.md`.
fn translation_meant(path: &ContentPath) -> Option<String> {
    let (original, said) = parts_of_name(path)?;
    let language = LanguageTag::parse(said).or_else(|| LanguageTag::meant(said))?;
    let original = did_you_mean(original.as_str(), KNOWN)?;
    let name = original.strip_suffix(".md").filter(|_| may_be_translated(&ContentPath::new(original)))?;
    Some(format!("{name}.{}.md", language.tag()))
}

fn read_document(document: &Document, sources: &Sources) -> (Option<ContentFile>, Findings) {
    let mut findings = Findings::default();
    let written = if document.unreadable {
        None
    } else if let Some((original, said)) = parts_of_name(&document.source.path)
        && let Some(language) = LanguageTag::parse(said)
        && (may_be_translated(&original) || is_of_keys(&original))
    {
        translation(document, (original, language), sources, &mut findings)
    } else {
        classify(document, sources, &mut findings)
    };
    (written, findings)
}

fn classify(document: &Document, sources: &Sources, findings: &mut Findings) -> Option<ContentFile> {
    let path = &document.source.path;
    let ending = path.extension();
    let parts: Vec<&str> = path.as_str().split('/').collect();
    match (parts.as_slice(), ending.as_str()) {
        (["school.yaml"], _) => form(document, findings).map(Box::new).map(ContentFile::School),
        (["team.yaml"], _) => form(document, findings).map(ContentFile::Team),
        (["programme.md"], _) => form(document, findings).map(ContentFile::Summary),
        (["evaluation.md"], _) => form(document, findings).map(ContentFile::Impact),
        (["guidance.md"], _) => form(document, findings).map(ContentFile::Guidance),
        (["provider-access.md"], _) => form(document, findings).map(Box::new).map(ContentFile::ProviderAccess),
        (["offers.yaml"], _) => form(document, findings).map(ContentFile::Offers),
        (["evaluation", "actions.yaml"], _) => form(document, findings).map(ContentFile::Actions),
        (["evaluation", "evidence.yaml"], _) => form(document, findings).map(ContentFile::Evidence),
        (["evaluation", "benchmarks", _], "yaml" | "yml") => form(document, findings).map(ContentFile::Evaluation),
        (["evaluation", "surveys", _], "yaml" | "yml") => form(document, findings).map(ContentFile::Survey),
        // Only an import needs it; that it is wrong is told here, too.
        (["evaluation", "mappings", _], "yaml" | "yml") => {
            let _: Option<SurveyMapping> = form(document, findings);
            None
        }
        (["evaluation", "destinations", _], "yaml" | "yml") => form(document, findings).map(ContentFile::Destinations),
        (["programme", _], "md") => form(document, findings).map(ContentFile::Plan),
        (["events", .., _], "md") => form(document, findings).map(Box::new).map(ContentFile::Event),
        (["pages", .., _], "md") => form(document, findings).map(ContentFile::Page),
        (["media", "pictures.yaml"], _) => form(document, findings).map(ContentFile::Pictures),
        (["policies", _], "md") => form(document, findings).map(|form| ContentFile::Policy(form, Prose::of(document))),
        (["policies", _], "yaml" | "yml") => {
            let beside =
                |media: &&crate::read::Media| media.path.folder() == "policies" && media.path.stem() == path.stem();
            match sources.media.iter().find(beside) {
                Some(media) => {
                    let file = MediaFile { path: media.path.clone(), size: media.size };
                    form(document, findings).map(|form| ContentFile::PolicyDocument(form, file))
                }
                None => {
                    findings.add(ContentProblem::MissingDocument, document.source.whole_file());
                    None
                }
            }
        }
        ([file], "md") => match Audience::ALL.iter().find(|audience| *file == format!("{}.md", audience.as_str())) {
            Some(audience) => form(document, findings).map(|form| ContentFile::Welcome(*audience, form)),
            None => {
                unknown(path, findings);
                None
            }
        },
        _ => {
            unknown(path, findings);
            None
        }
    }
}

/// True for plans and events: most of what they say stands in keys.
fn is_of_keys(path: &ContentPath) -> bool {
    ["programme", "events"].contains(&path.top_folder())
}

/// A text in another language, if there is a text that it translates.
fn translation(
    document: &Document,
    (of, language): (ContentPath, LanguageTag),
    sources: &Sources,
    findings: &mut Findings,
) -> Option<ContentFile> {
    if is_of_keys(&of) {
        findings.add(ContentProblem::TranslationOfKeys, document.source.whole_file());
        return None;
    }
    let mut texts = sources.documents.iter().map(|document| &document.source.path);
    if !texts.clone().any(|path| *path == of) {
        let known = texts.by_ref().filter(|path| may_be_translated(path) && parts_of_name(path).is_none());
        let suggestion = did_you_mean(of.as_str(), known.map(ContentPath::as_str)).map(str::to_owned);
        let problem = ContentProblem::TranslationWithoutOriginal { original: of.to_string(), suggestion };
        findings.add(problem, document.source.whole_file());
        return None;
    }
    let data = form(document, findings)?;
    Some(ContentFile::Translation(Box::new(TranslationFile { of, language, data })))
}

/// Reads the YAML of a document; a file without any counts as one without keys.
fn form<T: FromNode>(document: &Document, findings: &mut Findings) -> Option<T> {
    let nothing = Node { value: Value::Map(Vec::new()), span: 0..0 };
    let node = document.data.as_ref().unwrap_or(&nothing);
    T::from_node(node, &mut FieldReader::of(document, findings))
}
