//! Imports: choosing a file, the review of what would be saved, and saving it.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::import_drafts::{review, things_in};
use super::import_review::{ImportKind, ImportReview};
use super::request::PageRequest;
use super::saving::and_wait;
use super::todo::Task;
use super::wording::plain;
use crate::editor::{FileChange, SaveError, SavedFile};
use crate::import::Draft;
use crate::programme::format::{Control, FromNode};
use crate::programme::{Audience, FeedbackGroup};
use crate::report::ContentPath;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;

#[derive(Debug, Serialize)]
struct ChoicePage {
    is_saved: bool,
    /// The address and the title of each kind.
    kinds: Vec<(String, &'static str)>,
}

#[derive(Debug, Serialize)]
struct ImportForm<'f> {
    kind: &'static str,
    message: Option<String>,
    /// The value, the label and whether it is chosen.
    audiences: Vec<(&'static str, String, bool)>,
    groups: Vec<(&'static str, String, bool)>,
    date: &'f str,
    invited: &'f str,
    order: &'f str,
}

#[derive(Debug, Serialize)]
struct ReviewPage {
    kind: &'static str,
    review: String,
    has_errors: bool,
    findings: Vec<Task>,
    notes: Vec<String>,
    rows: Vec<ReviewRow>,
    files: Vec<ReviewFile>,
    /// How many files would be saved.
    count: usize,
}

#[derive(Debug, Serialize)]
struct ReviewRow {
    title: String,
    detail: String,
    path: String,
    status: &'static str,
}

#[derive(Debug, Serialize)]
struct ReviewFile {
    path: String,
    text: String,
    /// The form of the file that is there.
    address: Option<String>,
}

/// What becomes of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DraftStatus {
    New,
    Added,
    Replaced,
    LeftAlone,
}

impl DraftStatus {
    fn of(files: &[ContentPath], kind: ImportKind, draft: &Draft) -> Self {
        let exists = files.iter().any(|file| file.as_str() == draft.path);
        match (&draft.addition, exists) {
            (Some(_), _) => Self::Added,
            (None, false) => Self::New,
            // The same survey, counted again.
            (None, true) if kind == ImportKind::Survey => Self::Replaced,
            (None, true) => Self::LeftAlone,
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::New => "New",
            Self::Added => "Added to the file",
            Self::Replaced => "Replaces the results that are there",
            Self::LeftAlone => "Left out: there is a file of this name",
        }
    }
}

pub(super) fn get(request: &PageRequest, kind: &str) -> Response<ResponseBody> {
    let id = request.query("review");
    match (ImportKind::of(kind), request.state.dashboard.imports.get(&id)) {
        (Some(kind), Some(found)) if found.kind == kind => show_review(request, &id, &found),
        (Some(kind), _) => show_form(request, kind, &Form::default(), None),
        (None, _) if kind.is_empty() => choose(request),
        (None, _) => request.not_found(),
    }
}

fn choose(request: &PageRequest) -> Response<ResponseBody> {
    let link = |kind: ImportKind| (format!("{DASHBOARD_ROOT}import/{}", kind.name()), kind.title());
    let page = ChoicePage { is_saved: request.query("saved") == "1", kinds: ImportKind::ALL.map(link).to_vec() };
    request.page(("import.html", "Import"), &page)
}

/// Reads the file that was chosen, and leads to the review.
pub(super) fn post(request: &PageRequest, kind: &str, form: &Form) -> Response<ResponseBody> {
    let Some(kind) = ImportKind::of(kind) else { return request.not_found() };
    let Some(file) = &form.file else {
        return show_form(request, kind, form, Some("Choose a file.".to_owned()));
    };
    let found = match review(request, kind, (form, file)) {
        Ok(found) => found,
        Err(message) => return show_form(request, kind, form, Some(format!("{message} Then choose the file again."))),
    };
    match request.state.dashboard.imports.put(found) {
        Some(id) => see_other(&format!("{DASHBOARD_ROOT}import/{}?review={id}", kind.name())),
        None => show_form(request, kind, form, Some("This computer gave no random numbers. Try again.".to_owned())),
    }
}

fn show_form(request: &PageRequest, kind: ImportKind, form: &Form, message: Option<String>) -> Response<ResponseBody> {
    let options = |control: Control, name: &str| match control {
        Control::Choice(options) => options
            .iter()
            .map(|option| (option.value, option.label(), form.all(name).any(|value| value == option.value)))
            .collect(),
        _ => Vec::new(),
    };
    let has_errors = message.is_some();
    let page = ImportForm {
        kind: kind.name(),
        message,
        audiences: options(Audience::control(), "audiences"),
        groups: options(FeedbackGroup::control(), "from"),
        date: form.get("date"),
        invited: form.get("invited"),
        order: form.get("order"),
    };
    let mut response = request.page_with_errors(("import-form.html", kind.title()), has_errors, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn show_review(request: &PageRequest, id: &str, found: &ImportReview) -> Response<ResponseBody> {
    let there = crate::content_files(request.state.previews.folder());
    let (mut rows, mut files, mut count) = (Vec::new(), Vec::new(), 0);
    for draft in &found.drafts {
        let status = DraftStatus::of(&there, found.kind, draft);
        count += usize::from(status != DraftStatus::LeftAlone);
        let row = |title: String, detail: String| ReviewRow {
            title,
            detail,
            path: draft.path.clone(),
            status: status.in_words(),
        };
        rows.extend(things_in(draft).into_iter().map(|thing| row(thing.title, thing.detail)));
        let is_there = status != DraftStatus::New;
        files.push(ReviewFile {
            path: draft.path.clone(),
            text: draft.addition.as_ref().map_or_else(|| draft.text.clone(), |addition| addition.added.clone()),
            address: is_there.then(|| address::of_file(&ContentPath::new(&draft.path), 0)),
        });
    }
    let page = ReviewPage {
        kind: found.kind.name(),
        review: id.to_owned(),
        has_errors: found.has_errors,
        findings: found.findings.iter().map(Task::new).collect(),
        // What the command line can do is not for this page.
        notes: found
            .drafts
            .iter()
            .flat_map(|draft| &draft.notes)
            .filter(|note| !note.contains("--"))
            .map(|note| plain(note))
            .collect(),
        rows,
        files,
        count,
    };
    let title = if found.has_errors { "Nothing can be imported yet" } else { "Check what is imported" };
    request.page_with_errors(("import-review.html", title), found.has_errors, &page)
}

/// Saves what was reviewed.
pub(super) fn accept(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let imports = &request.state.dashboard.imports;
    let id = form.get("review");
    let Some(found) = imports.get(id).filter(|found| !found.has_errors) else {
        let text = "This review is not there any more. Choose the file again.";
        return request.message(StatusCode::NOT_FOUND, "Nothing was saved", text);
    };
    match save(request, &found) {
        Ok(()) => {
            imports.remove(id);
            see_other(&format!("{DASHBOARD_ROOT}import?saved=1"))
        }
        Err(error) => {
            let text = format!("{error} Choose the file again. What was saved before that is in the history.");
            request.message(StatusCode::CONFLICT, "Not everything was saved", &text)
        }
    }
}

fn save(request: &PageRequest, found: &ImportReview) -> Result<(), SaveError> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    // Before anything is written: a file may have changed since the review.
    let there = crate::content_files(request.state.previews.folder());
    let mut changes = Vec::new();
    for draft in &found.drafts {
        let path = ContentPath::new(&draft.path);
        let seen = match (DraftStatus::of(&there, found.kind, draft), &draft.addition) {
            (DraftStatus::LeftAlone, _) => continue,
            (DraftStatus::New, _) => None,
            (_, addition) => {
                let file = content.open(&path)?;
                if addition.as_ref().is_some_and(|addition| addition.before != file.text()) {
                    return Err(SaveError::ChangedSince(vec![path]));
                }
                Some(file.seen())
            }
        };
        changes.push((path, seen, draft.text.as_str()));
    }
    let save_one = |(path, seen, text): &(ContentPath, Option<_>, &str)| match seen {
        Some(seen) => content.save(path, *seen, FileChange::Text(text), now),
        None => content.create(path, text.as_bytes(), now),
    };
    let Some((last, others)) = changes.split_last() else { return Ok(()) };
    and_wait(&request.state, || -> Result<SavedFile, SaveError> {
        for change in others {
            save_one(change)?;
        }
        save_one(last)
    })?;
    Ok(())
}
