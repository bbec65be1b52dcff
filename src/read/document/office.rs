//! Word, Excel, PowerPoint and OpenDocument files: archives of XML.

use std::io::{Cursor, Read};

use memchr::memmem;
use roxmltree::Document;
use zip::ZipArchive;

use super::{Inside, Unseen};

/// The most that is unpacked of one part, in bytes, and of a part that is read as a tree.
const LARGEST_PART: u64 = 32_000_000;
const LARGEST_TREE: u64 = 1_000_000;
/// Where Office keeps who wrote a file, and where OpenDocument does.
const PROPERTIES: &str = "docProps/core.xml";
const META: &str = "meta.xml";
/// Elements of the properties that hold names of people.
const PEOPLE: [&str; 5] = ["creator", "lastModifiedBy", "initial-creator", "printed-by", "Manager"];
/// What only files from before 2007, and files with a password, begin with.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Looks into a Word, Excel or PowerPoint file.
///
/// # Errors
/// Says why nobody could look inside.
pub(super) fn look(bytes: &[u8]) -> Result<Inside, Unseen> {
    const CHANGES: [&[u8]; 4] = [b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo "];
    let mut archive = open(bytes)?;
    let mut inside = Inside::default();
    for part in [PROPERTIES, "docProps/app.xml"] {
        people(&mut archive, part, &mut inside)?;
    }
    inside.has_changes = holds(&mut archive, "word/document.xml", &CHANGES)?;
    let is_comment = |name: &str| {
        let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
        ["word/", "xl/", "ppt/"].iter().any(|folder| name.starts_with(folder))
            && file.ends_with(".xml")
            && (file.starts_with("comment") || file.starts_with("threadedcomment") || file.starts_with("moderncomment"))
            && !file.starts_with("commentauthors")
    };
    // Word writes an empty list of comments when the last one was taken out.
    const COMMENTS: [&[u8]; 4] = [b"<w:comment ", b"<comment ", b"<threadedComment ", b"<p:cm "];
    const MODERN: [&[u8]; 1] = [b":cm "];
    let names: Vec<String> =
        archive.file_names().flatten().filter(|name| is_comment(name)).map(|name| name.into_owned()).collect();
    for name in names {
        inside.has_comments |= holds(&mut archive, &name, &COMMENTS)? || holds(&mut archive, &name, &MODERN)?;
    }
    Ok(inside)
}

/// Looks into an OpenDocument file.
///
/// # Errors
/// Says why nobody could look inside.
pub(super) fn look_open(bytes: &[u8]) -> Result<Inside, Unseen> {
    let mut archive = open(bytes)?;
    if holds(&mut archive, "META-INF/manifest.xml", &[b"encryption-data"])? {
        return Err(Unseen::LockedOrOld);
    }
    let mut inside = Inside::default();
    people(&mut archive, META, &mut inside)?;
    inside.has_changes = holds(&mut archive, "content.xml", &[b"<text:changed-region", b"<table:cell-content-change"])?;
    inside.has_comments = holds(&mut archive, "content.xml", &[b"<office:annotation ", b"<office:annotation>"])?;
    Ok(inside)
}

fn open(bytes: &[u8]) -> Result<Archive<'_>, Unseen> {
    if bytes.starts_with(&COMPOUND) {
        return Err(Unseen::LockedOrOld);
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unseen::Damaged)
}

/// A part, unpacked; `None` if there is none of this name.
fn part(archive: &mut Archive<'_>, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Unseen> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(Unseen::Damaged),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| Unseen::Damaged)?;
    if bytes.len() as u64 > limit { Err(Unseen::TooLarge) } else { Ok(Some(bytes)) }
}

fn holds(archive: &mut Archive<'_>, name: &str, signs: &[&[u8]]) -> Result<bool, Unseen> {
    let bytes = part(archive, name, LARGEST_PART)?.unwrap_or_default();
    // In XML a sign like this can only be an element: in words `<` is written in another way.
    Ok(signs.iter().any(|sign| memmem::find(&bytes, sign).is_some()))
}

fn people(archive: &mut Archive<'_>, name: &str, inside: &mut Inside) -> Result<(), Unseen> {
    let Some(bytes) = part(archive, name, LARGEST_TREE)? else { return Ok(()) };
    let text = String::from_utf8(bytes).map_err(|_| Unseen::Damaged)?;
    let tree = Document::parse(&text).map_err(|_| Unseen::Damaged)?;
    let named = tree.descendants().filter(|node| PEOPLE.contains(&node.tag_name().name()));
    named.filter_map(|node| node.text()).for_each(|name| inside.add_person(name));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn any_bytes_are_looked_at_or_refused(bytes: Vec<u8>) {
            let _ = look(&[&b"PK\x03\x04"[..], &bytes].concat());
            let _ = look_open(&bytes);
        }
    }
}
