//! Files of the content folder that are not part of the site: why, and what to do about each.

use std::collections::HashSet;

use super::copies::{original_of, without_copy_mark};
use super::findings::ContentProblem;
use super::groups::slug;
use super::language::LanguageTag;
use super::translations::{may_be_translated, parts_of_name};
use crate::report::{ContentPath, did_you_mean};

/// A file that is not part of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnpublishedFile {
    pub path: ContentPath,
    /// Why it is not, as the end of a sentence.
    pub why: String,
    pub fix: String,
}

impl UnpublishedFile {
    /// The problem with a link or key that names it.
    pub fn problem(&self, target: String) -> ContentProblem {
        let Self { path, why, fix } = self.clone();
        ContentProblem::UnpublishedTarget { target, path: path.to_string(), why, fix }
    }
}

/// What is known about the other files of the folder.
pub(super) struct FileNames<'a> {
    /// The paths of all files.
    all: HashSet<&'a str>,
    /// The paths of content files with one name, and the folders of the others, with a slash.
    known: Vec<&'static str>,
}

/// The folders that can hold content.
const FOLDERS: [&str; 8] =
    ["programme", "events", "pages", "policies", "media", "evaluation", "provider-access", "theme"];

/// The folders in `evaluation`.
const EVALUATION_FOLDERS: [&str; 6] = ["benchmarks", "surveys", "mappings", "destinations", "figures", "guidance"];

const DOCUMENTS: [&str; 8] = ["docx", "doc", "odt", "rtf", "pages", "pptx", "ppt", "odp"];
const PICTURES: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "jfif"];
const SHEETS: [&str; 7] = ["csv", "tsv", "xls", "xlsx", "xlsm", "xlsb", "ods"];
const FILMS: [&str; 9] = ["mp4", "mov", "avi", "wmv", "mkv", "webm", "mp3", "m4a", "wav"];

impl<'a> FileNames<'a> {
    pub(super) fn new(all: impl Iterator<Item = &'a ContentPath>, known: Vec<&'static str>) -> Self {
        Self { all: all.map(ContentPath::as_str).collect(), known }
    }

    /// Describes a copy of another text. It is not read, because everything in it would be there twice.
    pub(super) fn copy(&self, path: &ContentPath) -> Option<UnpublishedFile> {
        let original = original_of(path, &self.all)?;
        Some(UnpublishedFile {
            path: path.clone(),
            why: format!("it looks like a copy of `{original}`, made by OneDrive, Windows or a browser"),
            fix: format!("Compare the two, put what is missing into `{original}`, and then delete this copy."),
        })
    }

    /// Describes a file that Fingerpost does not read.
    pub(super) fn describe(&self, path: &ContentPath) -> UnpublishedFile {
        if let Some(copy) = self.copy(path) {
            return copy;
        }
        let (why, fix) = self.misplaced(path).or_else(|| by_extension(path)).unwrap_or_else(|| self.unknown(path));
        UnpublishedFile { path: path.clone(), why, fix }
    }

    /// The path that a file should have, if nothing is there and a site needs it, or the name has only the wrong folder.
    pub(super) fn belongs(&self, path: &ContentPath) -> Option<&'static str> {
        let is_free = |known: &&'static str| !self.all.contains(*known);
        let named = self.known.iter().copied().find(|known| *known == path.file_name() && !path.folder().is_empty());
        let near = || {
            let name = without_copy_mark(path);
            did_you_mean(&name, ["school.yaml", "team.yaml"]).filter(|_| path.folder().is_empty())
        };
        named.or_else(near).filter(is_free)
    }

    /// A file whose name is right and whose folder is wrong, or the other way round.
    fn misplaced(&self, path: &ContentPath) -> Option<(String, String)> {
        let top = path.top_folder();
        if let Some(folder) = did_you_mean(top, FOLDERS).filter(|folder| *folder != top && !path.folder().is_empty()) {
            let why = format!("Fingerpost doesn't know the folder `{top}`");
            return Some((why, format!("Did you mean the folder `{folder}`? Move the file there.")));
        }
        if let Some(moved) = folder_too_deep(path) {
            return Some(moved);
        }
        let at_top = self.known.iter().find(|known| **known == path.file_name());
        if let Some(known) = at_top.filter(|_| !path.folder().is_empty()) {
            let fix = format!("There is another `{known}` at the top. Compare the two, and delete one of them.");
            return Some(("it is in the wrong folder".to_owned(), fix));
        }
        let without_txt =
            path.as_str().strip_suffix(".txt").filter(|path| path.ends_with(".md") || path.ends_with(".yaml"));
        let name = without_txt?;
        let fix =
            format!("Notepad has added .txt. Rename it to `{name}`: when you save it, choose “All files” as its type.");
        Some(("its name ends in .txt".to_owned(), fix))
    }

    /// A file whose name is not known.
    fn unknown(&self, path: &ContentPath) -> (String, String) {
        let why = "Fingerpost doesn't know its name".to_owned();
        let suggestion = suggested_translation(path, &self.known);
        let suggestion =
            suggestion.or_else(|| did_you_mean(path.as_str(), self.known.iter().copied()).map(str::to_owned));
        let fix = match suggestion {
            Some(name) if self.all.contains(name.as_str()) => {
                format!(
                    "There is already a file `{name}`. If this belongs to it, put its text there. If not, move it to pages/."
                )
            }
            Some(name) => format!("Did you mean `{name}`? Rename it, or move it to pages/ or media/."),
            None if path.extension() == "md" && path.stem().starts_with("20") => {
                "If it is an event, move it to events/. If it is a page, move it to pages/.".to_owned()
            }
            None if path.extension() == "txt" => {
                format!(
                    "If it is for the site, move it to pages/ and name it `{}.md`. If not, take it out.",
                    slug(path.stem())
                )
            }
            None => "If it is a text for the site, move it to pages/. If not, take it out.".to_owned(),
        };
        (why, fix)
    }
}

/// A text in a folder within a folder, where Fingerpost does not look.
fn folder_too_deep(path: &ContentPath) -> Option<(String, String)> {
    let (top, below) = path.folder().split_once('/')?;
    let is_text = ["md", "yaml", "yml"].contains(&path.extension().as_str());
    let why = || format!("Fingerpost does not look into the folder `{}`", path.folder());
    match top {
        "policies" | "programme" if is_text => Some((why(), format!("Move it to `{top}/`."))),
        "evaluation" if is_text && !EVALUATION_FOLDERS.contains(&below) => {
            let folder = did_you_mean(below, EVALUATION_FOLDERS)?;
            Some((why(), format!("Did you mean `evaluation/{folder}/`? Move it there.")))
        }
        _ => None,
    }
}

/// A document, picture, spreadsheet or film, which is in the wrong folder or has a format that is not published.
fn by_extension(path: &ContentPath) -> Option<(String, String)> {
    let extension = path.extension();
    let is_one_of = |extensions: &[&str]| extensions.contains(&extension.as_str());
    let is_in_media = ["media", "policies"].contains(&path.top_folder());
    let text = |why: &str, fix: String| Some((why.to_owned(), fix));
    if is_in_media {
        let name = |extension: &str| format!("{}.{extension}", path.stem());
        return match extension.as_str() {
            "jfif" => text("its name ends in .jfif", format!("It is a JPEG picture: rename it to `{}`.", name("jpg"))),
            "md" => text("texts belong in another folder", "Move it to pages/.".to_owned()),
            "yaml" | "yml" if path.top_folder() == "media" => text(
                "this folder holds pictures and documents",
                "To describe pictures, write media/pictures.yaml. Otherwise take it out.".to_owned(),
            ),
            "yaml" | "yml" => text(
                "no document next to it has this name",
                "Give it the name of the document that it describes.".to_owned(),
            ),
            _ if is_one_of(&FILMS) => text(
                "films and sounds are not published",
                "Put it on a website for films, and link to it there.".to_owned(),
            ),
            _ if is_one_of(&DOCUMENTS) => text(
                &format!("not everybody can open files that end in .{extension}"),
                format!("Open it, and save it as PDF or as `{}`.", name("docx")),
            ),
            _ => text(
                &format!("files that end in .{extension} are not published"),
                "Save it as PDF, or as a picture in JPEG or PNG.".to_owned(),
            ),
        };
    }
    if is_one_of(&DOCUMENTS) {
        let folder = if path.folder().is_empty() { "pages" } else { path.folder() };
        let fix = format!(
            "Copy its words into a text file, such as {folder}/{}.md. To offer the document itself, move it to policies/ or \
             media/, and link to it.",
            slug(path.stem())
        );
        return text("it is a document, and the content is plain text", fix);
    }
    if is_one_of(&PICTURES) {
        return text("pictures are published only from media/", "Move it to media/.".to_owned());
    }
    if is_one_of(&SHEETS) {
        let fix = "If it lists people, take it out of this folder now. To publish what it says, use `fingerpost import`. If \
                   visitors should have the sheet itself, move it to media/ and link to it.";
        return text("spreadsheets are not read", fix.to_owned());
    }
    (extension == "pdf").then(|| {
        (
            "documents are published only from media/ and policies/".to_owned(),
            "Move it to policies/ or media/.".to_owned(),
        )
    })
}

/// `parents.ur.md` for `parents.urdu.md` or `parent.ur.md`.
fn suggested_translation(path: &ContentPath, known: &[&'static str]) -> Option<String> {
    let (original, tag) = parts_of_name(path)?;
    let language = LanguageTag::parse(tag).or_else(|| LanguageTag::meant(tag))?;
    let original = did_you_mean(original.as_str(), known.iter().copied())?;
    let name = original.strip_suffix(".md").filter(|_| may_be_translated(&ContentPath::new(original)))?;
    Some(format!("{name}.{}.md", language.tag()))
}
