//! Files that somebody adds to the content: checked, and pictures made small and without metadata.

use crate::read::{InspectError, Media, inspect};
use crate::render::stored_picture;
use crate::report::{ContentPath, Problem};

/// A file, ready to be kept in the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedMedia {
    /// Without the dot.
    pub extension: String,
    pub bytes: Vec<u8>,
}

/// The kinds of documents that can be added, by their extensions. Spreadsheets are not among them: most that are published by
/// mistake are lists of people.
const DOCUMENTS: [&str; 5] = ["pdf", "docx", "pptx", "odt", "odp"];

/// Prepares a picture: the pixels are decoded and encoded again, so nothing else of the file is kept.
///
/// # Errors
/// Why it can't be used, and what to do.
pub fn prepare_picture(bytes: &[u8]) -> Result<UploadedMedia, String> {
    let picture = stored_picture(bytes).map_err(|problem| {
        let message = problem.message();
        format!("{}. {}", message.trim_end_matches('.'), problem.help())
    })?;
    Ok(UploadedMedia { extension: picture.extension, bytes: picture.bytes })
}

/// Checks that a document is what its name says, and can be read.
///
/// # Errors
/// Why it can't be used, and what to do.
pub fn prepare_document(name: &str, bytes: Vec<u8>) -> Result<UploadedMedia, String> {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    if !DOCUMENTS.contains(&extension.as_str()) {
        return Err(
            "Choose a PDF, a Word or PowerPoint document (.docx or .pptx), or an OpenDocument text or presentation \
                    (.odt or .odp)."
                .to_owned(),
        );
    }
    let media = Media::in_memory(ContentPath::new(&format!("media/document.{extension}")), bytes);
    let problem = match inspect(&media) {
        Some(Ok(_)) => None,
        Some(Err(InspectError::LockedOrOld)) => Some(
            "This document needs a password, or is in an old format. Save it again without a password, as PDF or .docx.",
        ),
        Some(Err(InspectError::TooLarge)) => Some("This document is too large. Save it again with smaller pictures."),
        Some(Err(InspectError::Damaged)) | None => {
            Some("This file is damaged, or it is not what its name says. Save it again as PDF.")
        }
    };
    let bytes = media.bytes().map_err(|problem| problem.message())?.into_owned();
    problem.map_or(Ok(UploadedMedia { extension, bytes }), |problem| Err(problem.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_other_content_than_their_name_are_refused() {
        for (name, bytes) in [
            ("a.pdf", &b"<html>"[..]),
            ("a.docx", b"%PDF-1.7"),
            ("a.exe", b"MZ"),
            ("a.xlsx", b"PK\x03\x04"),
            ("pdf", b"%PDF-1.7"),
            ("a.pdf.html", b"%PDF-1.7"),
        ] {
            assert!(prepare_document(name, bytes.to_vec()).is_err(), "{name}");
        }
        for bytes in
            [&b""[..], b"%PDF-1.7", b"GIF89a", b"\xFF\xD8\xFF", b"<svg><script/></svg>", b"<html></html>", b"MZ"]
        {
            assert!(prepare_picture(bytes).is_err(), "{bytes:?}");
        }
    }
}
