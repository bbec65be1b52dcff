//! Word, Excel, PowerPoint and OpenDocument files: archives of XML.

use std::io::{Cursor, Read};

use memchr::memmem;
use roxmltree::Document;
use zip::ZipArchive;

use super::info::DocumentInfo;
use crate::read::inspect_error::InspectError;

/// How much of one part is unpacked, in bytes, and of a part that is parsed as a tree.
const MAX_PART_BYTES: u64 = 32_000_000;
const MAX_TREE_BYTES: u64 = 1_000_000;
/// The properties of Office files and of OpenDocument files.
const PROPERTIES: &str = "docProps/core.xml";
const META: &str = "meta.xml";
/// Elements of the properties that hold names.
const PEOPLE: [&str; 5] = ["creator", "lastModifiedBy", "initial-creator", "printed-by", "Manager"];
/// The first bytes of files from before 2007, and of files with a password.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Inspects a Word, Excel or PowerPoint file.
pub(super) fn inspect(bytes: &[u8]) -> Result<DocumentInfo, InspectError> {
    const CHANGES: [&[u8]; 4] = [b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo "];
    let mut archive = open(bytes)?;
    let mut inside = DocumentInfo::default();
    for part in [PROPERTIES, "docProps/app.xml"] {
        people(&mut archive, part, &mut inside)?;
    }
    inside.has_changes = contains(&mut archive, "word/document.xml", &CHANGES)?;
    let is_comment = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
        ["word/", "xl/", "ppt/"].iter().any(|folder| name.starts_with(folder))
            && file.ends_with(".xml")
            && (file.starts_with("comment") || file.starts_with("threadedcomment") || file.starts_with("moderncomment"))
            && !file.starts_with("commentauthors")
    };
    // Word leaves an empty list of comments when the last one is deleted.
    const COMMENTS: [&[u8]; 4] = [b"<w:comment ", b"<comment ", b"<threadedComment ", b"<p:cm "];
    const MODERN: [&[u8]; 1] = [b":cm "];
    let names: Vec<String> =
        archive.file_names().flatten().filter(|name| is_comment(name)).map(|name| name.into_owned()).collect();
    for name in names {
        inside.has_comments |= contains(&mut archive, &name, &COMMENTS)? || contains(&mut archive, &name, &MODERN)?;
    }
    Ok(inside)
}

/// Inspects an OpenDocument file.
pub(super) fn inspect_open_document(bytes: &[u8]) -> Result<DocumentInfo, InspectError> {
    let mut archive = open(bytes)?;
    if contains(&mut archive, "META-INF/manifest.xml", &[b"encryption-data"])? {
        return Err(InspectError::LockedOrOld);
    }
    let mut inside = DocumentInfo::default();
    people(&mut archive, META, &mut inside)?;
    inside.has_changes =
        contains(&mut archive, "content.xml", &[b"<text:changed-region", b"<table:cell-content-change"])?;
    inside.has_comments = contains(&mut archive, "content.xml", &[b"<office:annotation ", b"<office:annotation>"])?;
    Ok(inside)
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, InspectError> {
    if bytes.starts_with(&COMPOUND) {
        return Err(InspectError::LockedOrOld);
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| InspectError::Damaged)
}

/// A part, unpacked; `None` if there is no part of this name.
fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<Option<Vec<u8>>, InspectError> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(InspectError::Damaged),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| InspectError::Damaged)?;
    if bytes.len() as u64 > limit { Err(InspectError::TooLarge) } else { Ok(Some(bytes)) }
}

fn contains(archive: &mut Archive<'_>, name: &str, tags: &[&[u8]]) -> Result<bool, InspectError> {
    let bytes = part(archive, name, MAX_PART_BYTES)?.unwrap_or_default();
    // A tag can only be an element: XML escapes `<` in text.
    Ok(tags.iter().any(|tag| memmem::find(&bytes, tag).is_some()))
}

fn people(archive: &mut Archive<'_>, name: &str, inside: &mut DocumentInfo) -> Result<(), InspectError> {
    let Some(bytes) = part(archive, name, MAX_TREE_BYTES)? else { return Ok(()) };
    let text = String::from_utf8(bytes).map_err(|_| InspectError::Damaged)?;
    let tree = Document::parse(&text).map_err(|_| InspectError::Damaged)?;
    let named = tree.descendants().filter(|node| PEOPLE.contains(&node.tag_name().name()));
    named.filter_map(|node| node.text()).for_each(|name| inside.add_person(name));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_inspected_or_refused(bytes: Vec<u8>) {
            let _ = inspect(&[&b"PK\x03\x04"[..], &bytes].concat());
            let _ = inspect_open_document(&bytes);
        }
    }
}
