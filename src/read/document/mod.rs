//! Reads the properties of documents: authors, tracked changes, comments, hidden text, attachments, accessibility.
//!
//! Takes a PDF, Word, Excel, PowerPoint or OpenDocument file. Counts and limits what is unpacked. Refuses
//! files that are locked, damaged, too large or in an old format.

mod hidden_cells;
mod info;
mod office;
mod office_part;
mod pdf;
mod pdf_objects;
mod pdf_string;
mod photo;

use super::inspect_error::InspectError;
use super::media::Media;
use super::panic_guard::without_panic;
pub use info::{DocumentInfo, PdfAccessibility};

/// Inspects a document. `None` for files of other kinds, and for files that cannot be read from the disk.
pub fn inspect(media: &Media) -> Option<Result<DocumentInfo, InspectError>> {
    let inspect: fn(&[u8]) -> Result<DocumentInfo, InspectError> = match media.path.extension().as_str() {
        "pdf" => pdf::inspect,
        "docx" | "xlsx" | "xlsm" | "pptx" => office::inspect,
        "odt" | "ods" | "odp" => office::inspect_open_document,
        _ => return None,
    };
    let bytes = media.bytes().ok()?;
    Some(without_panic(|| inspect(&bytes)).unwrap_or(Err(InspectError::Damaged)))
}
