//! Pictures and documents: their sizes, and the entries of `media/pictures.yaml`.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::findings::ContentProblem;
use super::format::{Day, Located, Text, Verbatim, record, string_enum};
use crate::report::{ContentPath, Findings, KnownWords};

/// A picture or document of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    /// Where it is; it keeps this address on the site.
    pub path: ContentPath,
    pub size: u64,
}

impl MediaFile {
    /// True for a file that can hold a photograph: every picture but a drawing.
    pub fn is_photograph(&self) -> bool {
        ["jpg", "jpeg", "png", "webp", "gif"].contains(&self.path.extension().as_str())
    }

    /// Type and size of a document, such as “PDF, 1.2 MB”; `None` for pictures.
    pub fn note(&self) -> Option<String> {
        let extension = self.path.extension();
        let name = match extension.as_str() {
            _ if self.is_photograph() => return None,
            "svg" => return None,
            "txt" => "text".to_owned(),
            _ => extension.to_uppercase(),
        };
        Some(format!("{name}, {}", size(self.size)))
    }
}

/// “12 kB” or “1.2 MB”; kilobytes are rounded up, so that nothing is 0 kB.
fn size(bytes: u64) -> String {
    if bytes <= 999_000 {
        return format!("{} kB", bytes.div_ceil(1000));
    }
    let tenths = (bytes + 50_000) / 100_000;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole} MB"),
        (whole, tenth) => format!("{whole}.{tenth} MB"),
    }
}

string_enum! {
    /// Why a picture may be published (UK GDPR, Article 6, or copyright).
    pub enum Permission {
        /// You made it, and nobody can be recognised.
        OwnWork "own-work",
        /// People can be recognised, and publishing it is part of a school's public task.
        PublicTask "public-task",
        /// People can be recognised, and your interests and theirs were weighed.
        LegitimateInterests "legitimate-interests",
        /// The people in it, or their parents, have agreed.
        Consent "consent",
        /// Its creator allows it, with a licence or in writing.
        Licence "licence",
        /// It is in the public domain.
        PublicDomain "public-domain",
    }
}

record! {
    /// Descriptions and captions of pictures, and how long and why you may show them.
    pub struct PicturesFile {
        /// One entry for each picture.
        list pictures: PictureEntry;
    }
}

record! {
    /// A picture in media/.
    pub struct PictureEntry {
        /// The file name, such as workshop.jpg.
        required file: Located<Verbatim> = "workshop.jpg";
        /// What it shows, for people who cannot see it. You can also write this where a text uses the picture.
        optional alt: Located<Text> as "Description", long;
        /// Whether it is only decoration. Screen readers skip it.
        optional decorative: bool as "Only decoration";
        /// A caption. It is shown where the picture is a paragraph of its own.
        optional caption: Located<Text>, long;
        /// Who made it, as they want to be credited.
        optional credit: Text;
        /// Why you may publish the picture. The site does not show this.
        optional permission: Permission;
        /// The last day it may be shown. Fingerpost leaves it out from the next day.
        optional remove_after: Located<Day>;
    }
}

impl PictureEntry {
    pub fn path(&self) -> ContentPath {
        let name = self.file.value.trim_start_matches("./");
        ContentPath::new(&format!("media/{}", name.strip_prefix("media/").unwrap_or(name)))
    }
}

/// Reports entries for missing pictures, and pictures with two entries.
pub(super) fn report_entries(pictures: &[PictureEntry], media: &[MediaFile], findings: &mut Findings) {
    let files: HashSet<&str> = media.iter().map(|file| file.path.as_str()).collect();
    let known =
        LazyCell::new(|| KnownWords::new(media.iter().filter_map(|file| file.path.as_str().strip_prefix("media/"))));
    let mut listed = HashSet::new();
    for picture in pictures {
        let path = picture.path();
        if !files.contains(path.as_str()) {
            let suggestion = known.nearest(&picture.file.value).map(str::to_owned);
            let (target, path) = (picture.file.value.to_string(), path.to_string());
            let problem = ContentProblem::MissingMedia { target, path, suggestion };
            findings.add(problem, picture.file.place.clone());
        }
        if !listed.insert(path) {
            let name = picture.file.value.to_string();
            let problem = ContentProblem::TwoInFile { what: "entries for one picture", other: name.clone(), name };
            findings.add(problem, picture.file.place.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded() {
        let note = |bytes| MediaFile { path: ContentPath::new("media/form.PDF"), size: bytes }.note();
        assert_eq!(note(1).as_deref(), Some("PDF, 1 kB"));
        assert_eq!(note(999_001).as_deref(), Some("PDF, 1 MB"));
        assert_eq!(note(1_000_000).as_deref(), Some("PDF, 1 MB"));
        assert_eq!(note(1_249_000).as_deref(), Some("PDF, 1.2 MB"));
        let picture = MediaFile { path: ContentPath::new("media/hall.jpg"), size: 1 };
        assert_eq!(picture.note(), None);
    }
}
