//! Changes inside of formats whose checksums and compression would hide a changed byte.

use std::io::{Cursor, Read as _, Write as _};

use super::mutations::mutate;
use super::random::Random;

/// Changes a file, sometimes below its checksums and compression.
pub(crate) fn mutated(name: &str, bytes: &[u8], others: &[&[u8]], random: &mut Random) -> Vec<u8> {
    let is = |extensions: &[&str]| extensions.iter().any(|extension| name.ends_with(extension));
    if random.below(4) > 0 {
        let inside = if is(&[".xlsx", ".xlsm", ".ods", ".docx", ".odt", ".pptx"]) {
            archive(bytes, random)
        } else if is(&[".png"]) {
            chunks(bytes, random)
        } else {
            None
        };
        if let Some(changed) = inside {
            return changed;
        }
    }
    let mut changed = bytes.to_vec();
    mutate(&mut changed, others, random);
    changed
}

/// One part of an archive.
fn archive(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let chosen = random.below(archive.len());
    let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if index == chosen {
            mutate(&mut content, &[], random);
        }
        changed.start_file(name, zip::write::SimpleFileOptions::default()).ok()?;
        changed.write_all(&content).ok()?;
    }
    Some(changed.finish().ok()?.into_inner())
}

/// One chunk of a PNG, with the right checksum.
fn chunks(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    use img_parts::Bytes;
    use img_parts::png::{Png, PngChunk};
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let chosen = random.below(png.chunks().len());
    let chunk = png.chunks().get(chosen)?;
    let (kind, mut content) = (chunk.kind(), chunk.contents().to_vec());
    mutate(&mut content, &[], random);
    png.chunks_mut()[chosen] = PngChunk::new(kind, Bytes::from(content));
    Some(png.encoder().bytes().to_vec())
}
