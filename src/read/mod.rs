//! Stage 1: reads a folder into [`Sources`]. No other stage reads content files.
//!
//! `find` lists the files, `load` reads their bytes, and `parse` turns them into documents in which every value has
//! a place. A build stops after the first if nothing has changed: a [`FileIndex`] of an earlier build has the sizes and
//! times of the files.
//!
//! Reports files that are too large, too many or too deeply nested, links that leave the folder, files that are not
//! text, and invalid YAML. An error in one file never hides findings in others.

mod archive;
mod decode;
mod disk;
mod document;
mod encoding;
pub mod exif;
mod file_index;
mod file_stat;
mod findings;
mod folder_changes;
mod front_matter;
mod held_file;
mod inspect_error;
mod limits;
mod load;
mod media;
mod panic_guard;
mod raw_yaml;
pub mod sheet;
mod walk;
mod xml_entity;
mod yaml;
mod yaml_findings;
mod yaml_hints;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::report::{ContentPath, Findings, Source};
pub use archive::CHANGE_LIST;
pub use disk::without_links;
pub use document::{DocumentInfo, PdfAccessibility, inspect};
pub use encoding::TextEncoding;
pub use file_index::{ChangedFile, ComparedIndex, FileIndex, IndexedFile};
pub use file_stat::{FileStat, FileTime};
pub use findings::{ReadProblem, folder_is_missing};
pub use folder_changes::FolderChanges;
pub use held_file::{disk_reason, is_in_use, may_be_in_use, read_retried, retried};
pub use inspect_error::InspectError;
use limits::SourceKind;
pub use limits::unsupported_picture_format;
pub use load::{FoundFiles, RawFiles, find, load};
pub use media::Media;
pub use panic_guard::{is_panic_guarded, without_panic};
pub use walk::{AUDIT_FORMS, is_windows_device};
pub use yaml::{Entry, Node, Value, parse_yaml};
pub use yaml_findings::YamlMistake;

/// Everything the content folder holds, in the order of its paths.
#[derive(Debug, Default)]
pub struct Sources {
    /// `.md`, `.yaml` and `.yml` files.
    pub documents: Vec<Document>,
    /// Pictures and documents.
    pub media: Vec<Media>,
    /// Files of `theme/`, which override the default theme.
    pub theme: Vec<Media>,
    /// Files of unknown kinds.
    pub others: Vec<ContentPath>,
    /// The texts of past academic years, which are not content of this one.
    pub archive: Vec<ArchivedYear>,
    /// The path of the folder, if it is on the disk.
    pub root: Option<Utf8PathBuf>,
}

/// A past academic year. Mistakes in its texts are not reported, because they stay as they were.
#[derive(Debug)]
pub struct ArchivedYear {
    /// The name of its folder in `archive/`.
    pub name: String,
    /// Its texts, with paths from its folder. It has no media.
    pub sources: Sources,
}

/// A text file: its YAML, with places, and its Markdown body.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its path and complete text.
    pub source: Source,
    /// The front matter, or a whole YAML file. `None` if it is missing or invalid.
    pub data: Option<Node>,
    /// True if the YAML is invalid and has been reported.
    pub unreadable: bool,
    /// The byte range of the Markdown body.
    pub body: std::ops::Range<usize>,
}

/// Loads and parses a content folder. Skips `output` if it is inside.
pub fn read(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> Sources {
    let found = find(folder, output, findings);
    parse(load(found, None, findings), findings)
}

/// A text file of a folder, parsed. `None` if it can't be read or has a finding.
pub fn document_in(folder: &Utf8Path, path: &ContentPath) -> Option<Document> {
    let bytes = disk::read(&folder.join(path.as_str()), limits::kind_of(path).max_bytes()).ok()?;
    valid_document(path.clone(), bytes)
}

/// A text file, parsed. `None` if it has a finding.
pub fn valid_document(path: ContentPath, bytes: Vec<u8>) -> Option<Document> {
    let mut findings = Findings::default();
    document(path, bytes, &mut findings).filter(|_| findings.is_empty())
}

/// The text of a file as [`parse`] has it. `None` if it can't be read or is not text.
pub fn text(folder: &Utf8Path, path: &ContentPath) -> Option<Source> {
    let bytes = disk::read(&folder.join(path.as_str()), limits::kind_of(path).max_bytes()).ok()?;
    Some(Source { path: path.clone(), text: decode::text(bytes).0?.into() })
}

/// The text in these bytes and the encoding it is in. `None` if they are not text.
pub fn decode(bytes: Vec<u8>) -> Option<(String, TextEncoding)> {
    let encoding = TextEncoding::of(&bytes);
    decode::text(bytes).0.map(|text| (text, encoding))
}

/// The largest size of a content file with this path, in bytes. `None` for a file that is neither a text nor a picture or
/// document.
pub fn max_bytes(path: &ContentPath) -> Option<u64> {
    let kind = limits::kind_of(path);
    matches!(kind, SourceKind::Text | SourceKind::Media).then(|| kind.max_bytes())
}

/// Why a file can't have this name. `None` if it can.
pub fn unusable_name(name: &str) -> Option<&'static str> {
    walk::unusable_reason(name).or_else(|| walk::is_ignored(name).then_some("files with such a name are not read"))
}

/// The byte range of the YAML in a text: of the front matter in Markdown. `None` without front matter.
pub fn yaml_span(path: &ContentPath, text: &str) -> Option<std::ops::Range<usize>> {
    if path.extension() != "md" {
        return Some(0..text.len());
    }
    front_matter::split(text).ok()?.data
}

/// Parses the texts.
pub fn parse(files: RawFiles, findings: &mut Findings) -> Sources {
    let (archived, texts): (Vec<_>, Vec<_>) =
        files.texts.into_iter().partition(|(path, _)| archive::in_archive(path).is_some());
    let parsed: Vec<_> = texts
        .into_par_iter()
        .map(|(path, bytes)| {
            let mut findings = Findings::default();
            (document(path, bytes, &mut findings), findings)
        })
        .collect();
    let archive = archive::by_year(archived).into_iter().map(archived_year).collect();
    let mut sources = Sources { others: files.others, root: Some(files.root), archive, ..Sources::default() };
    for (document, found) in parsed {
        findings.append(found);
        sources.documents.extend(document);
    }
    let is_theme = |file: &Media| limits::kind_of(&file.path) == SourceKind::Theme;
    let media = files.media.into_iter().filter(|file| !archive::is_change_list(&file.path));
    (sources.theme, sources.media) = media.partition(is_theme);
    sources
}

fn archived_year((name, texts): (String, Vec<(ContentPath, Vec<u8>)>)) -> ArchivedYear {
    let parsed = texts.into_iter().filter_map(|(path, bytes)| document(path, bytes, &mut Findings::default()));
    ArchivedYear { name, sources: Sources { documents: parsed.collect(), ..Sources::default() } }
}

/// Parses a text file. `None`, with a finding, if it is not text.
pub fn document(path: ContentPath, bytes: Vec<u8>, findings: &mut Findings) -> Option<Document> {
    let actual = decode::kind_by_bytes(&bytes);
    let (text, found) = decode::text(bytes);
    // Rich text is made of plain characters, but people can't read it in a text file.
    let Some(text) = text.filter(|text| !text.starts_with("{\\rtf")) else {
        findings.add(ReadProblem::NotText { actual }, Source::without_text(path).whole_file());
        return None;
    };
    let source = Source { path, text: text.into() };
    if let Some((problem, span)) = found {
        findings.add(problem, source.place(span));
    }
    let parts = if source.path.extension() == "md" {
        front_matter::split(&source.text)
    } else {
        Ok(front_matter::Parts { data: Some(0..source.text.len()), body: source.text.len()..source.text.len() })
    };
    let parts = match parts {
        Ok(parts) => parts,
        Err(fence) => {
            let problem = match source.text.get(fence.clone()) {
                Some("---") | None => ReadProblem::UnclosedFrontMatter,
                Some(written) => ReadProblem::DashesOfFence { written: written.to_owned() },
            };
            findings.add(problem, source.place(fence));
            return Some(Document { body: source.text.len()..source.text.len(), source, data: None, unreadable: true });
        }
    };
    let mut unreadable = false;
    if let Some(keys) = front_matter::keys_without_fence(&source.text).filter(|_| parts.data.is_none()) {
        findings.add(ReadProblem::UnopenedFrontMatter, source.place(keys));
        return Some(Document { source, data: None, unreadable: true, body: parts.body });
    }
    let data = parts.data.and_then(|span| {
        let node = parse_yaml(&source, span, findings);
        unreadable = node.is_none();
        node
    });
    Some(Document { source, data, unreadable, body: parts.body })
}
