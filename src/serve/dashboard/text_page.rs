//! The page of a content file as text.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::form_page::{SitePage, draft_address, live_address, site_pages, title_of_file};
use super::known_files::known_file;
use super::request::PageRequest;
use super::saving::{and_wait, version};
use super::todo::Task;
use crate::editor::form::ContentForm;
use crate::editor::{DraftId, FileChange, OpenFile, SaveError};
use crate::report::{ContentPath, Severity};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};

const CHANGED: &str = "This file has changed since you opened it. Nothing was saved.";

#[derive(Debug, Serialize)]
struct TextPage {
    path: String,
    text: String,
    /// What is on the disk, if it has changed since the page was opened.
    theirs: Option<String>,
    seen: String,
    /// The id of this page.
    draft: String,
    /// True if what was typed earlier is shown.
    is_draft: bool,
    /// What was typed earlier or elsewhere.
    offers: Vec<DraftOffer>,
    /// Where its script sends what is typed.
    live: String,
    /// A page that shows the file, and what is typed. `None` if there is none.
    preview: Option<String>,
    message: Option<String>,
    is_saved: bool,
    tasks: Vec<Task>,
    /// Why there is no form.
    why_no_form: Option<String>,
    /// The form. `None` if the file can only be changed as text.
    form: Option<String>,
    address: String,
    pages: Vec<SitePage>,
}

/// What was typed, and why it was not saved.
struct TypedText<'t> {
    text: &'t str,
    /// `None` if somebody goes on with a draft.
    message: Option<String>,
    is_conflict: bool,
    status: StatusCode,
    draft: Option<DraftId>,
}

pub(super) fn get(request: &PageRequest, path: &str) -> Response<ResponseBody> {
    with_file(request, path, |file| {
        let Some(draft) = drafts::requested(request, &address::of_text(file.path())) else {
            return show(request, file, None);
        };
        let form = drafts::as_form(&draft);
        let is_conflict = form.get("seen") != file.seen().to_string();
        let status = if is_conflict { StatusCode::CONFLICT } else { StatusCode::OK };
        let message = is_conflict.then(|| CHANGED.to_owned());
        show(
            request,
            file,
            Some(TypedText { text: form.get("text"), message, is_conflict, status, draft: Some(draft.id) }),
        )
    })
}

pub(super) fn post(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    with_file(request, path, |file| save(request, file, form))
}

/// Shows what was typed again, because it can't be saved.
pub(super) fn refuse(
    request: &PageRequest,
    path: &str,
    (form, message): (&Form, &str),
    status: StatusCode,
) -> Response<ResponseBody> {
    let (text, message, draft) = (form.get("text"), Some(message.to_owned()), drafts::id_of(form));
    let typed = TypedText { text, message, is_conflict: false, status, draft };
    with_file(request, path, |file| show(request, file, Some(typed)))
}

/// Opens a file. `None` if there is none with this path, or it is not a text.
pub(super) fn open(request: &PageRequest, path: &str) -> Option<OpenFile> {
    request.state.dashboard.content.open(&known_file(request, path)?).ok()
}

fn with_file(
    request: &PageRequest,
    path: &str,
    answer: impl FnOnce(&OpenFile) -> Response<ResponseBody>,
) -> Response<ResponseBody> {
    let Some(path) = known_file(request, path) else { return request.not_found() };
    match request.state.dashboard.content.open(&path) {
        Ok(file) => answer(&file),
        Err(error) => {
            let title = format!("{path} cannot be edited here");
            request.message(StatusCode::UNPROCESSABLE_ENTITY, &title, &error.to_string())
        }
    }
}

fn save(request: &PageRequest, file: &OpenFile, form: &Form) -> Response<ResponseBody> {
    let refused = |message: String, is_conflict, status| {
        let (text, message, draft) = (form.get("text"), Some(message), drafts::id_of(form));
        show(request, file, Some(TypedText { text, message, is_conflict, status, draft }))
    };
    let changed = CHANGED.to_owned();
    let Some(seen) = version(form.get("seen")) else { return refused(changed, true, StatusCode::CONFLICT) };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let saved = and_wait(&request.state, || content.save(file.path(), seen, FileChange::Text(form.get("text")), now));
    match saved {
        Ok(_) => {
            drafts::drop_of(request, form);
            see_other(&format!("{}?saved=1", address::of_text(file.path())))
        }
        Err(SaveError::Conflict(_)) => refused(changed, true, StatusCode::CONFLICT),
        Err(error) => refused(error.to_string(), false, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn show(request: &PageRequest, file: &OpenFile, typed: Option<TypedText<'_>>) -> Response<ResponseBody> {
    let path: &ContentPath = file.path();
    let of_file = request.preview.findings.iter().filter(|finding| finding.place.path() == path);
    let has_message = typed.as_ref().is_some_and(|typed| typed.message.is_some());
    let has_errors = has_message || of_file.clone().any(|finding| finding.severity == Severity::Error);
    let status = typed.as_ref().map_or(StatusCode::OK, |typed| typed.status);
    let is_conflict = typed.as_ref().is_some_and(|typed| typed.is_conflict);
    let has_form = ContentForm::of_path(path).is_some() && file.check().is_ok();
    let draft = typed.as_ref().and_then(|typed| typed.draft).or_else(|| DraftId::random().ok());
    let draft = draft.map_or_else(String::new, |id| id.to_string());
    let page = TextPage {
        path: path.to_string(),
        text: typed.as_ref().map_or_else(|| file.text().to_owned(), |typed| typed.text.to_owned()),
        theirs: is_conflict.then(|| file.text().to_owned()),
        seen: file.seen().to_string(),
        is_draft: typed.is_some() && !has_message,
        offers: if typed.is_none() { drafts::offers(request, &address::of_text(path)) } else { Vec::new() },
        live: live_address(&address::of_text(path)),
        preview: draft_address(&request.preview, &draft, path),
        draft,
        message: typed.and_then(|typed| typed.message),
        is_saved: request.query("saved") == "1",
        tasks: of_file.map(Task::new).collect(),
        why_no_form: file.check().err().map(|error| error.to_string()),
        form: has_form.then(|| address::of_file(path, 0)),
        address: address::of_text(path),
        pages: site_pages(request, path),
    };
    let mut response = request.page_with_errors(("text.html", &title_of_file(request, path)), has_errors, &page);
    *response.status_mut() = status;
    response
}
