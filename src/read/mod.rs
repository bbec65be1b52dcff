//! Stage 1: a folder becomes [`Sources`]. The only reading of content files.
//!
//! Takes the content folder and the output folder (which is passed over if it lies inside).
//! Gives every file that could be content, as text with its YAML parsed into places, or as bytes.
//! Refuses, with findings: files too large, too many or too deep, links that leave the folder,
//! files that are not text, and YAML that cannot be read. One file's trouble never hides another's.

mod decode;
mod disk;
mod front_matter;
mod limits;
mod walk;
mod yaml;

use camino::Utf8Path;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::report::{ContentPath, Findings, Found, Place, Problem, Source};
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
    /// A fingerprint of all of it: the same content gives the same one.
    pub digest: u128,
}

impl Sources {
    /// True if there was nothing to read.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.media.is_empty() && self.others.is_empty()
    }
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

/// A file that is taken as it is.
#[derive(Debug)]
pub struct Media {
    /// Its path in the content folder.
    pub path: ContentPath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

enum Item {
    Document(Document),
    Media(Media),
    Theme(Media),
    Other(ContentPath),
}

/// Reads the whole content folder. `output` is passed over if it lies inside.
pub fn read(folder: &Utf8Path, output: Option<&Utf8Path>) -> Found<Sources> {
    let mut findings = Findings::default();
    let entries = walk::walk(folder, output, &mut findings);
    let items: Vec<_> = entries.into_par_iter().map(|entry| read_one(folder, entry)).collect();

    let mut sources = Sources::default();
    let mut digest = Xxh3::new();
    for (item, fingerprint, found) in items {
        digest.update(&fingerprint.to_le_bytes());
        findings.append(found);
        match item {
            Some(Item::Document(document)) => sources.documents.push(document),
            Some(Item::Media(media)) => sources.media.push(media),
            Some(Item::Theme(media)) => sources.theme.push(media),
            Some(Item::Other(path)) => sources.others.push(path),
            None => {}
        }
    }
    sources.digest = digest.digest128();
    Found { value: sources, findings }
}

fn read_one(folder: &Utf8Path, path: ContentPath) -> (Option<Item>, u128, Findings) {
    let mut findings = Findings::default();
    let kind = limits::kind_of(&path);
    let mut fingerprint = Xxh3::new();
    fingerprint.update(path.as_str().as_bytes());
    if kind == limits::Kind::Other {
        return (Some(Item::Other(path)), fingerprint.digest128(), findings);
    }
    let bytes = match disk::read(&folder.join(path.as_str()), kind.limit()) {
        Ok(bytes) => bytes,
        Err(problem) => {
            findings.add(problem, Place::of_file(path.as_str()));
            return (None, fingerprint.digest128(), findings);
        }
    };
    fingerprint.update(&bytes);
    let item = match kind {
        limits::Kind::Text => document(path, bytes, &mut findings).map(Item::Document),
        limits::Kind::Theme => Some(Item::Theme(Media { path, bytes })),
        _ => Some(Item::Media(Media { path, bytes })),
    };
    (item, fingerprint.digest128(), findings)
}

/// A text file from its bytes, or `None` (with a finding) if it is not text.
pub fn document(path: ContentPath, bytes: Vec<u8>, findings: &mut Findings) -> Option<Document> {
    let (text, found) = decode::text(bytes);
    let Some(text) = text else {
        findings.add(Problem::NotText, Source::without_text(path).whole());
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
            findings.add(Problem::UnclosedFrontMatter, source.place(opening));
            return Some(Document { body: source.text.len()..source.text.len(), source, data: None, unreadable: true });
        }
    };
    let mut unreadable = false;
    let data = parts.data.and_then(|span| {
        let node = parse(&source, span, findings);
        unreadable = node.is_none();
        node
    });
    Some(Document { source, data, unreadable, body: parts.body })
}
