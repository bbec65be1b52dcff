//! Adds a picture or a document by choosing a file.
//!
//! A picture is only saved together with its entry in `media/pictures.yaml`: what it shows, and why it may be published.
//! Until both are there, the file waits in memory.

use std::collections::HashMap;

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::field_view::id;
use super::form_part::{FormContext, FormPart};
use super::form_parts::item_parts;
use super::form_target::empty_or_open;
use super::known_names::KnownNames;
use super::request::PageRequest;
use super::row_changes::Pairs;
use super::saving::{and_wait, pairs_of};
use super::staged::StagedMedia;
use super::todo::Task;
use crate::editor::form::{ContentForm, FieldContent, FormRowField};
use crate::editor::{FileChange, FileVersion, SaveError};
use crate::report::ContentPath;
use crate::serve::form_body::{Form, UploadedFile};
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;
use crate::{prepare_document, prepare_picture};

/// The file with an entry for each picture.
const PICTURES: &str = "media/pictures.yaml";
/// The entry of the new picture, among the fields of that file.
const ENTRY: &str = "pictures.0";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UploadKind {
    Picture,
    Document,
}

impl UploadKind {
    fn of(name: &str) -> Option<Self> {
        match name {
            "picture" => Some(Self::Picture),
            "document" => Some(Self::Document),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        if self == Self::Picture { "picture" } else { "document" }
    }
}

#[derive(Debug, Serialize)]
struct UploadPage {
    kind: &'static str,
    /// What must be put right: the words, and the field.
    problems: Vec<(String, String)>,
    /// Why the file can't be used.
    file_problem: Option<String>,
    /// The name of the file that waits, in memory and as the browser called it.
    staged: Option<(String, String)>,
    parts: Vec<FormPart>,
}

/// What is wrong with a form, by the id of the field.
type Problems = Vec<(String, String)>;

pub(super) fn get(request: &PageRequest, kind: &str) -> Response<ResponseBody> {
    match UploadKind::of(kind) {
        Some(kind) => show(request, kind, (&Vec::new(), None), Vec::new()),
        None => request.not_found(),
    }
}

/// Saves the file, or shows the form again with what is missing.
pub(super) fn post(request: &PageRequest, kind: &str, form: &Form) -> Response<ResponseBody> {
    let Some(kind) = UploadKind::of(kind) else { return request.not_found() };
    let staged = &request.state.dashboard.uploads;
    let mut problems = Problems::new();
    let file = match &form.file {
        Some(file) => prepare(kind, file).map(Some),
        None => Ok(staged.get(form.get("staged")).map(|media| (form.get("staged").to_owned(), media))),
    };
    let mut waiting = None;
    match file {
        Err(why) => problems.push((id("file"), why)),
        Ok(None) if form.get("staged").is_empty() => problems.push((id("file"), format!("Choose a {}.", kind.name()))),
        Ok(None) => {
            problems.push((id("file"), format!("Choose the {} again. Fingerpost no longer has it.", kind.name())));
        }
        Ok(Some((name, media))) => {
            let name = if name.is_empty() { staged.put(media.clone()).unwrap_or_default() } else { name };
            waiting = Some((name, media));
        }
    }
    let pairs = pairs_of(form);
    if kind == UploadKind::Picture {
        problems.extend(missing_in_entry(&pairs));
    }
    let ready = waiting.as_ref().filter(|_| problems.is_empty());
    let Some((name, media)) = ready else { return show(request, kind, (&pairs, waiting), problems) };
    let saved = match kind {
        // Undo takes back one file, and no picture may stay without its entry.
        UploadKind::Picture => save_picture(request, media, &pairs).map(|path| (path, None)),
        UploadKind::Document => save_document(request, media),
    };
    match saved {
        Ok((path, save)) => {
            staged.remove(name);
            let page = address::after_save(&format!("{DASHBOARD_ROOT}media"), save);
            see_other(&format!("{page}#{}", id(path.file_name())))
        }
        Err(error) => {
            let problems = vec![(id("file"), error.to_string())];
            show(request, kind, (&pairs, waiting), problems)
        }
    }
}

/// The file, checked and made small. It has no name in memory yet.
fn prepare(kind: UploadKind, file: &UploadedFile) -> Result<(String, StagedMedia), String> {
    let media = match kind {
        UploadKind::Picture => prepare_picture(&file.bytes)?,
        UploadKind::Document => prepare_document(&file.name, file.bytes.to_vec())?,
    };
    Ok((String::new(), StagedMedia { name: base_name(&file.name).to_owned(), media }))
}

/// Some browsers send a whole path.
fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// A picture needs words or is decoration, and somebody must know why it may be published.
fn missing_in_entry(pairs: &Pairs) -> Problems {
    let value = |key: &str| {
        let name = format!("{ENTRY}.{key}");
        pairs.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value.trim())
    };
    let mut problems = Problems::new();
    let mut ask = |key: &str, words: &str| problems.push((id(&format!("{ENTRY}.{key}")), words.to_owned()));
    match (value("alt").is_empty(), value("decorative") == "yes") {
        (true, false) => ask("alt", "Write what the picture shows, or say that it is only decoration."),
        (false, true) => ask("alt", "Leave out the description, or say that the picture is not only decoration."),
        _ => {}
    }
    if value("permission").is_empty() {
        ask("permission", "Choose why you may publish the picture.");
    }
    problems
}

fn show(
    request: &PageRequest,
    kind: UploadKind,
    (pairs, waiting): (&Pairs, Option<(String, StagedMedia)>),
    problems: Problems,
) -> Response<ResponseBody> {
    let file_problem = problems.iter().find(|(field, _)| *field == id("file")).map(|(_, why)| why.clone());
    let parts = if kind == UploadKind::Picture { entry_parts(request, pairs, &problems) } else { Vec::new() };
    let has_errors = !problems.is_empty();
    let page = UploadPage {
        kind: kind.name(),
        problems,
        file_problem,
        staged: waiting.map(|(name, media)| (name, media.name)),
        parts,
    };
    let title = format!("Add a {}", kind.name());
    let mut response = request.page_with_errors(("upload.html", &title), has_errors, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

/// The fields of the picture's entry, without the name of the file.
fn entry_parts(request: &PageRequest, pairs: &Pairs, problems: &Problems) -> Vec<FormPart> {
    let Some(form) = ContentForm::of_kind("pictures") else { return Vec::new() };
    let mut pairs = pairs.clone();
    pairs.push((format!("{ENTRY}@new"), String::new()));
    let fields = form.fields(None, &form.empty().with(&form.sent(&pairs)));
    let path = ContentPath::new(PICTURES);
    let mut findings: HashMap<String, Vec<Task>> = HashMap::new();
    for (field, why) in problems {
        let name = field.strip_prefix("field-").unwrap_or(field);
        findings.entry(name.to_owned()).or_default().push(Task::in_form(why));
    }
    let names = KnownNames::new(&request.preview.content);
    let mut context = FormContext { path: &path, names, criteria: None, findings, file: None };
    let rows = fields.iter().find_map(|field| match &field.content {
        FieldContent::Rows(rows) => rows.last(),
        _ => None,
    });
    let Some(row) = rows else { return Vec::new() };
    let mut row: FormRowField = row.clone();
    if let FieldContent::Fields(fields) = &mut row.field.content {
        fields.retain(|field| field.definition.key != "file");
    }
    item_parts(&row, &mut context)
}

/// The path of the document, and the number of its save in the history.
fn save_document(request: &PageRequest, document: &StagedMedia) -> Result<(ContentPath, Option<u32>), SaveError> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let path = content.new_media_path(stem(&document.name), &document.media.extension)?;
    let saved = and_wait(&request.state, || content.create(&path, &document.media.bytes, now))?;
    Ok((path, saved.save))
}

fn save_picture(request: &PageRequest, picture: &StagedMedia, pairs: &Pairs) -> Result<ContentPath, SaveError> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let path = content.new_media_path(stem(&picture.name), &picture.media.extension)?;
    let (form, file, is_new) = empty_or_open(request, PICTURES)?;
    let mut pairs = pairs.clone();
    pairs.push((format!("{ENTRY}.file"), path.file_name().to_owned()));
    let edits = form.edits(&file, &form.sent(&pairs));
    // Before anything is written: the file may be one that can't be changed.
    let with_entry = file.with_edits(&edits)?;
    content.create(&path, &picture.media.bytes, now)?;
    let entry = and_wait(&request.state, || match is_new {
        true => content.create(file.path(), with_entry.bytes(), now),
        false => content.save(file.path(), file.seen(), FileChange::Edits(&edits), now),
    });
    if let Err(error) = entry {
        // No picture may stay without its entry.
        content.remove(&path, FileVersion::of(&picture.media.bytes), now)?;
        return Err(error);
    }
    Ok(path)
}

/// The name without its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_browsers_are_cut_to_the_name() {
        for (sent, expected) in
            [("a.jpg", "a"), ("C:\\fakepath\\a b.JPG", "a b"), ("../../etc/passwd", "passwd"), ("..", "."), ("", "")]
        {
            assert_eq!(stem(base_name(sent)), expected, "{sent}");
        }
    }
}
