//! A picture that somebody adds to the content: small, upright and without metadata.

use super::decode::decode;
use super::encode::encode_original;
use super::memory_budget::MemoryBudget;
use super::svg;
use crate::render::findings::RenderProblem;

/// A picture, ready to be kept in the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    pub extension: String,
    pub bytes: Vec<u8>,
}

/// Decodes a picture, whatever its name says, and encodes its pixels anew. Drawings are cleaned as text.
///
/// # Errors
/// It is damaged, too large, or in a format that Fingerpost doesn't read, or a drawing could run or load something.
pub fn stored_picture(bytes: &[u8]) -> Result<StoredPicture, RenderProblem> {
    let budget = MemoryBudget::default();
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"<") {
        let drawing = svg::clean(bytes, &budget)?;
        return Ok(StoredPicture { extension: "svg".to_owned(), bytes: drawing.bytes });
    }
    let encoded = encode_original(&decode(bytes, &budget)?)?;
    Ok(StoredPicture { extension: encoded.info.extension, bytes: encoded.bytes })
}
