//! The page of past saves, and what can be done with them.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::known_files::known_file;
use super::request::PageRequest;
use super::saving::{address_of_saved, and_wait, version};
use crate::editor::{HistoryEntry, SaveError, SavedChange, SavedFile};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;

/// Older saves are in the folder.
const MAX_SHOWN: usize = 100;

#[derive(Debug, Serialize)]
struct HistoryPage {
    entries: Vec<EntryView>,
}

#[derive(Debug, Serialize)]
struct EntryView {
    number: u32,
    when: String,
    what: &'static str,
    path: String,
    is_undone: bool,
    /// The version before the save, if it is text.
    before: Option<String>,
    /// The page of that version.
    address: String,
}

impl EntryView {
    fn new(entry: &HistoryEntry) -> Self {
        Self {
            number: entry.number,
            when: entry.at.strftime("%A %-d %B %Y, %-I:%M%P").to_string(),
            what: match entry.change {
                SavedChange::Changed => "Changed",
                SavedChange::Created => "Made",
                SavedChange::Deleted => "Deleted",
                SavedChange::Restored => "Put back",
                SavedChange::Undone => "Undone",
            },
            path: entry.path.to_string(),
            is_undone: entry.is_undone,
            before: None,
            address: format!("{DASHBOARD_ROOT}history?save={}", entry.number),
        }
    }
}

pub(super) fn get(request: &PageRequest) -> Response<ResponseBody> {
    let entries = request.state.dashboard.content.history();
    let wanted = request.query("save").parse::<u32>().ok();
    if let Some(number) = wanted {
        let Some(entry) = entries.iter().find(|entry| entry.number == number) else { return request.not_found() };
        let before = entry.before().ok().flatten().and_then(|bytes| String::from_utf8(bytes).ok());
        let page = EntryView { before, ..EntryView::new(entry) };
        return request.page(("version.html", &format!("{} before this save", entry.path)), &page);
    }
    let page = HistoryPage { entries: entries.iter().take(MAX_SHOWN).map(EntryView::new).collect() };
    request.page(("history.html", "History"), &page)
}

/// Puts back what a file was before a save.
pub(super) fn restore(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let entries = request.state.dashboard.content.history();
    let number = form.get("save").parse::<u32>().ok();
    let Some(entry) = entries.iter().find(|entry| Some(entry.number) == number) else { return request.not_found() };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    done(request, and_wait(&request.state, || content.restore(entry, now)))
}

/// Undoes the last save.
pub(super) fn undo(request: &PageRequest) -> Response<ResponseBody> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    done(request, and_wait(&request.state, || content.undo_last(now)))
}

/// Moves a file into the history.
pub(super) fn delete(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let Some((path, seen)) = known_file(request, form.get("file")).zip(version(form.get("seen"))) else {
        return request.not_found();
    };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    match and_wait(&request.state, || content.remove(&path, seen, now)) {
        Ok(_) => see_other(&format!("{DASHBOARD_ROOT}history")),
        Err(SaveError::Conflict(_)) => {
            let text = "Nothing was deleted. Open the file again to see what has changed.";
            request.message(StatusCode::CONFLICT, "This file has changed since you opened it", text)
        }
        Err(error) => request.message(StatusCode::UNPROCESSABLE_ENTITY, "Nothing was deleted", &error.to_string()),
    }
}

/// Opens a content file in this computer's editor.
pub(super) fn open(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let Some(path) = known_file(request, form.get("file")) else { return request.not_found() };
    match request.state.previews.edit(path.as_str()) {
        Ok(()) => see_other(&address::of_text(&path)),
        Err(error) => {
            let text = format!("{error}. Go back, and edit the file as text on its page here.");
            request.message(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be opened", &text)
        }
    }
}

fn done(request: &PageRequest, saved: Result<SavedFile, SaveError>) -> Response<ResponseBody> {
    match saved {
        Ok(saved) => see_other(&address_of_saved(&saved)),
        Err(SaveError::Conflict(conflict)) => {
            let text = "The file has changed since that save, so it was left alone. Choose a version in the history.";
            request.message(StatusCode::CONFLICT, &format!("{} was not changed", conflict.path()), text)
        }
        Err(error) => request.message(StatusCode::UNPROCESSABLE_ENTITY, "Nothing was changed", &error.to_string()),
    }
}
