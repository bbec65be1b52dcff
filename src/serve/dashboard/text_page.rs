//! The page of a content file as text.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::form_page::{SitePage, draft_address, live_address, no_form, site_pages, title_of_file};
use super::form_target::NoForm;
use super::known_files::known_file;
use super::lost_form::LostForm;
use super::pages::FormRefusal;
use super::request::{PageRequest, SavedNote};
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
    saved: Option<SavedNote>,
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
    form: &'t Form,
    /// `None` if somebody goes on with a draft.
    message: Option<String>,
    is_conflict: bool,
    status: StatusCode,
}

pub(super) fn get(request: &PageRequest, path: &str) -> Response<ResponseBody> {
    let draft = drafts::requested(request, &address::of_text(&ContentPath::new(path)));
    let form = draft.as_ref().map(drafts::as_form);
    match (try_open(request, path), form) {
        (Ok(file), None) => show(request, &file, None),
        (Ok(file), Some(form)) => {
            let is_conflict = form.get("seen") != file.seen().to_string();
            let status = if is_conflict { StatusCode::CONFLICT } else { StatusCode::OK };
            let message = is_conflict.then(|| CHANGED.to_owned());
            show(request, &file, Some(TypedText { form: &form, message, is_conflict, status }))
        }
        (Err(reason), None) => no_form(request, reason),
        (Err(reason), Some(form)) => lost(path, &form, reason).show_draft(request),
    }
}

pub(super) fn post(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    match try_open(request, path) {
        Ok(file) => save(request, &file, form),
        Err(reason) => lost(path, form, reason).keep(request),
    }
}

/// Shows what was typed again, because it can't be saved.
pub(super) fn refuse(request: &PageRequest, path: &str, form: &Form, why: FormRefusal) -> Response<ResponseBody> {
    match try_open(request, path) {
        Ok(file) => {
            let message = Some(why.message_above_form().to_owned());
            show(request, &file, Some(TypedText { form, message, is_conflict: false, status: why.status() }))
        }
        Err(reason) => lost(path, form, reason).refuse(request, why.status()),
    }
}

/// Opens a file. `None` if there is none with this path, or it is not a text.
pub(super) fn open(request: &PageRequest, path: &str) -> Option<OpenFile> {
    try_open(request, path).ok()
}

fn try_open(request: &PageRequest, path: &str) -> Result<OpenFile, NoForm> {
    let path = known_file(request, path).ok_or(NoForm::NotFound)?;
    request.state.dashboard.content.open(&path).map_err(|error| NoForm::Unusable(path, error))
}

fn lost<'f>(path: &str, form: &'f Form, reason: NoForm) -> LostForm<'f> {
    let path = ContentPath::new(path);
    LostForm { address: address::of_text(&path), path, form, reason }
}

fn save(request: &PageRequest, file: &OpenFile, form: &Form) -> Response<ResponseBody> {
    let refused = |message: String, is_conflict, status| {
        show(request, file, Some(TypedText { form, message: Some(message), is_conflict, status }))
    };
    let changed = CHANGED.to_owned();
    let Some(seen) = version(form.get("seen")) else { return refused(changed, true, StatusCode::CONFLICT) };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let saved = and_wait(&request.state, || content.save(file.path(), seen, FileChange::Text(form.get("text")), now));
    match saved {
        Ok(saved) => {
            drafts::drop_of(request, form);
            see_other(&address::after_save(&address::of_text(file.path()), saved.save))
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
    let draft = typed.as_ref().and_then(|typed| drafts::id_of(typed.form)).or_else(|| DraftId::random().ok());
    let draft = draft.map_or_else(String::new, |id| id.to_string());
    let page = TextPage {
        path: path.to_string(),
        text: typed.as_ref().map_or(file.text(), |typed| typed.form.get("text")).to_owned(),
        theirs: is_conflict.then(|| file.text().to_owned()),
        seen: match &typed {
            // Only who is shown both versions may replace the one of the disk.
            Some(typed) if !is_conflict => typed.form.get("seen").to_owned(),
            _ => file.seen().to_string(),
        },
        is_draft: typed.is_some() && !has_message,
        offers: if typed.is_none() { drafts::offers(request, &address::of_text(path)) } else { Vec::new() },
        live: live_address(&address::of_text(path)),
        preview: draft_address(&request.preview, &draft, path),
        draft,
        message: typed.and_then(|typed| typed.message),
        saved: request.saved(),
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
