//! Stage 1: a folder becomes [`Sources`]. The only reading of content files.
//!
//! It has two halves: [`gather`] reads bytes, [`understand`] makes texts with places of them. A build
//! that finds nothing changed stops in between.
//!
//! Takes the content folder and the output folder (which is passed over if it lies inside).
//! Gives every file that could be content, as text with its YAML parsed into places, or as bytes.
//! Refuses, with findings: files too large, too many or too deep, links that leave the folder,
//! files that are not text, and YAML that cannot be read. One file's trouble never hides another's.

mod decode;
mod disk;
mod document;
pub mod exif;
mod findings;
mod front_matter;
mod limits;
mod media;
pub mod sheet;
mod slips;
mod walk;
mod yaml;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use crate::report::{ContentPath, Finding, Findings, Found, Place, Source};
pub use document::{Inside, Reading, Unseen as UnseenDocument, look};
pub use findings::{ReadProblem, YamlMistake, folder_is_missing};
use limits::Kind;
pub use limits::foreign_picture;
pub use media::Media;
pub use yaml::{Entry, Node, Value, parse};

/// Everything the content folder holds, in the order of its paths.
#[derive(Debug, Default)]
pub struct Sources {
    /// `.md`, `.yaml` and `.yml` files.
    pub documents: Vec<Document>,
    /// Pictures and documents.
    pub media: Vec<Media>,
    /// Files of `theme/`, which replace the default theme's.
    pub theme: Vec<Media>,
    /// Files that nothing reads.
    pub others: Vec<ContentPath>,
    /// Where the folder is, if it is one on the disk.
    pub root: Option<Utf8PathBuf>,
}

/// A text file: YAML as a tree of places, and the Markdown body.
#[derive(Debug)]
pub struct Document {
    /// Its path and whole text.
    pub source: Source,
    /// The front matter, or the whole of a YAML file. `None` if there is none, or if it could not be read.
    pub data: Option<Node>,
    /// True if there was YAML, but it could not be read: that has been told already.
    pub unreadable: bool,
    /// Where in the text the Markdown body stands.
    pub body: std::ops::Range<usize>,
}

/// The bytes of every file, not yet understood.
#[derive(Debug)]
pub struct Folder {
    root: Utf8PathBuf,
    texts: Vec<(ContentPath, Vec<u8>)>,
    rest: Vec<Media>,
    others: Vec<ContentPath>,
    /// A fingerprint of all of it: the same content gives the same one.
    pub digest: u128,
}

impl Folder {
    /// True if there was nothing to read.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.rest.is_empty() && self.others.is_empty()
    }
}

/// Reads the whole content folder and understands it. `output` is passed over if it lies inside.
pub fn read(folder: &Utf8Path, output: Option<&Utf8Path>) -> Found<Sources> {
    let Found { value: folder, mut findings } = gather(folder, output);
    let Found { value: sources, findings: found } = understand(folder);
    findings.append(found);
    Found { value: sources, findings }
}

/// The first half of reading: which files there are, and their bytes.
pub fn gather(folder: &Utf8Path, output: Option<&Utf8Path>) -> Found<Folder> {
    let mut findings = Findings::default();
    let paths = walk::walk(folder, output, &mut findings);
    let (others, wanted): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| limits::kind_of(path) == Kind::Other);
    let read: Vec<_> = wanted.into_par_iter().map(|path| read_one(folder, path)).collect();
    let mut digest = Xxh3::new();
    let (mut texts, mut rest) = (Vec::with_capacity(read.len()), Vec::new());
    for file in read {
        match file {
            Ok(file) => {
                digest.update(file.path.as_str().as_bytes());
                digest.update(&file.fingerprint.to_le_bytes());
                match file.content {
                    Content::Text(bytes) => texts.push((file.path, bytes)),
                    Content::Media(media) => rest.push(media),
                }
            }
            Err(finding) => findings.extend([*finding]),
        }
    }
    others.iter().for_each(|path| digest.update(path.as_str().as_bytes()));
    let root = folder.to_owned();
    Found { value: Folder { root, texts, rest, others, digest: digest.digest128() }, findings }
}

/// A file that was read.
struct ReadFile {
    path: ContentPath,
    fingerprint: u128,
    content: Content,
}

enum Content {
    Text(Vec<u8>),
    Media(Media),
}

fn read_one(folder: &Utf8Path, path: ContentPath) -> Result<ReadFile, Box<Finding>> {
    let kind = limits::kind_of(&path);
    match disk::read(&folder.join(path.as_str()), kind.limit()) {
        Ok(bytes) => {
            let fingerprint = xxh3_128(&bytes);
            let content = match kind {
                Kind::Text => Content::Text(bytes),
                Kind::Theme => Content::Media(Media::held(path.clone(), bytes)),
                _ => Content::Media(Media::in_folder(folder, path.clone(), bytes)),
            };
            Ok(ReadFile { path, fingerprint, content })
        }
        Err(problem) => Err(Box::new(Finding::new(&problem, Place::of_file(path.as_str())))),
    }
}

/// The second half of reading: bytes become texts with places.
pub fn understand(folder: Folder) -> Found<Sources> {
    let mut findings = Findings::default();
    let read: Vec<_> = folder
        .texts
        .into_par_iter()
        .map(|(path, bytes)| {
            let mut findings = Findings::default();
            (document(path, bytes, &mut findings), findings)
        })
        .collect();
    let mut sources = Sources { others: folder.others, root: Some(folder.root), ..Sources::default() };
    for (document, found) in read {
        findings.append(found);
        sources.documents.extend(document);
    }
    let is_theme = |file: &Media| limits::kind_of(&file.path) == Kind::Theme;
    (sources.theme, sources.media) = folder.rest.into_iter().partition(is_theme);
    Found { value: sources, findings }
}

/// A text file from its bytes, or `None` (with a finding) if it is not text.
pub fn document(path: ContentPath, bytes: Vec<u8>, findings: &mut Findings) -> Option<Document> {
    let (text, found) = decode::text(bytes);
    let Some(text) = text else {
        findings.add(ReadProblem::NotText, Source::without_text(path).whole());
        return None;
    };
    let source = Source { path, text: text.into() };
    if let Some((problem, span)) = found {
        findings.add(problem, source.place(span));
    }
    let parts = if source.path.ending() == "md" {
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
        let node = parse(&source, span, findings);
        unreadable = node.is_none();
        node
    });
    Some(Document { source, data, unreadable, body: parts.body })
}
