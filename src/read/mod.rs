//! Stage 1: reads a folder into [`Sources`]. No other stage reads content files.
//!
//! [`load`] reads bytes, and [`parse`] turns them into documents in which every value has a place. A build stops
//! between the two if nothing has changed.
//!
//! Reports files that are too large, too many or too deeply nested, links that leave the folder, files that are not
//! text, and invalid YAML. An error in one file never hides findings in others.

mod decode;
mod disk;
mod document;
pub mod exif;
mod findings;
mod front_matter;
mod inspect_error;
mod limits;
mod media;
pub mod sheet;
mod walk;
mod yaml;
mod yaml_findings;
mod yaml_hints;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::report::{ContentPath, Finding, Findings, Place, Source};
pub use document::{DocumentInfo, PdfAccessibility, inspect};
pub use findings::{ReadProblem, folder_is_missing};
pub use inspect_error::InspectError;
use limits::SourceKind;
pub use limits::unsupported_picture_format;
pub use media::Media;
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
    /// The path of the folder, if it is on the disk.
    pub root: Option<Utf8PathBuf>,
}

/// A text file: its YAML, with places, and its Markdown body.
#[derive(Debug)]
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

/// The bytes of every file, not parsed yet.
#[derive(Debug)]
pub struct RawFiles {
    root: Utf8PathBuf,
    texts: Vec<(ContentPath, Vec<u8>)>,
    media: Vec<Media>,
    others: Vec<ContentPath>,
    /// A hash of all paths and bytes.
    pub digest: u128,
}

impl RawFiles {
    /// True if there was nothing to read.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.media.is_empty() && self.others.is_empty()
    }
}

/// Loads and parses a content folder. Skips `output` if it is inside.
pub fn read(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> Sources {
    parse(load(folder, output, findings), findings)
}

/// Finds the files of a content folder and reads their bytes. Skips `output` if it is inside.
pub fn load(folder: &Utf8Path, output: Option<&Utf8Path>, findings: &mut Findings) -> RawFiles {
    let paths = walk::walk(folder, output, findings);
    let (others, paths): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| limits::kind_of(path) == SourceKind::Other);
    let read: Vec<_> = paths.into_par_iter().map(|path| load_file(folder, path)).collect();
    let mut digest = Xxh3::new();
    let (mut texts, mut media) = (Vec::with_capacity(read.len()), Vec::new());
    for file in read {
        match file {
            Ok(file) => {
                digest.update(file.path.as_str().as_bytes());
                digest.update(&file.hash.to_le_bytes());
                match file.content {
                    FileContent::Text(bytes) => texts.push((file.path, bytes)),
                    FileContent::Media(file) => media.push(file),
                }
            }
            Err(finding) => findings.extend([*finding]),
        }
    }
    others.iter().for_each(|path| digest.update(path.as_str().as_bytes()));
    RawFiles { root: folder.to_owned(), texts, media, others, digest: digest.digest128() }
}

struct LoadedFile {
    path: ContentPath,
    hash: u128,
    content: FileContent,
}

enum FileContent {
    Text(Vec<u8>),
    Media(Media),
}

fn load_file(folder: &Utf8Path, path: ContentPath) -> Result<LoadedFile, Box<Finding>> {
    let kind = limits::kind_of(&path);
    match disk::read(&folder.join(path.as_str()), kind.max_bytes()) {
        Ok(bytes) => {
            let hash = xxh3_128(&bytes);
            let content = match kind {
                SourceKind::Text => FileContent::Text(bytes),
                SourceKind::Theme => FileContent::Media(Media::in_memory(path.clone(), bytes)),
                _ => FileContent::Media(Media::in_folder(folder, path.clone(), bytes)),
            };
            Ok(LoadedFile { path, hash, content })
        }
        Err(problem) => Err(Box::new(Finding::new(&problem, Place::of_file(path.as_str())))),
    }
}

/// Parses the texts.
pub fn parse(files: RawFiles, findings: &mut Findings) -> Sources {
    let parsed: Vec<_> = files
        .texts
        .into_par_iter()
        .map(|(path, bytes)| {
            let mut findings = Findings::default();
            (document(path, bytes, &mut findings), findings)
        })
        .collect();
    let mut sources = Sources { others: files.others, root: Some(files.root), ..Sources::default() };
    for (document, found) in parsed {
        findings.append(found);
        sources.documents.extend(document);
    }
    let is_theme = |file: &Media| limits::kind_of(&file.path) == SourceKind::Theme;
    (sources.theme, sources.media) = files.media.into_iter().partition(is_theme);
    sources
}

/// Parses a text file. `None`, with a finding, if it is not text.
pub fn document(path: ContentPath, bytes: Vec<u8>, findings: &mut Findings) -> Option<Document> {
    let (text, found) = decode::text(bytes);
    let Some(text) = text else {
        findings.add(ReadProblem::NotText, Source::without_text(path).whole_file());
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
        Err(opening) => {
            findings.add(ReadProblem::UnclosedFrontMatter, source.place(opening));
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
