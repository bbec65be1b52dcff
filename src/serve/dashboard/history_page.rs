//! The page of past saves, and what can be done with them.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::known_files::known_file;
use super::request::PageRequest;
use super::saving::{and_wait, version};
use crate::editor::{HistoryEntry, SaveError, SavedChange, SavedFile};
use crate::read::decode;
use crate::serve::form_body::Form;
use crate::serve::panel::is_editable;
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
    /// True if it can be put back: the file was there before the save.
    has_before: bool,
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
            has_before: entry.has_before,
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
        let before = entry.before().ok().flatten().filter(|_| is_editable(&entry.path)).and_then(decode);
        let before = before.map(|(text, _)| text);
        let page = EntryView { before, ..EntryView::new(entry) };
        return request.page(("version.html", &format!("{} before this save", entry.path)), &page);
    }
    let page = HistoryPage { entries: entries.iter().take(MAX_SHOWN).map(EntryView::new).collect() };
    request.page(("history.html", "History"), &page)
}

/// Puts back what a file was before a save.
pub(super) fn restore(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let Some(entry) = entry(request, form) else { return request.not_found() };
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let saved = and_wait(&request.state, || content.restore(&entry, now));
    done(request, saved, |page, saved| address::after_save(page, saved.save))
}

/// Undoes the save that the form names, or else the last one.
pub(super) fn undo(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let undone = match (form.get("save"), entry(request, form)) {
        ("", _) => and_wait(&request.state, || content.undo_last(now)),
        (_, Some(entry)) => and_wait(&request.state, || content.undo(&entry, now)),
        (_, None) => return request.not_found(),
    };
    done(request, undone, |page, _| address::after_undo(page))
}

/// The save that a form names.
fn entry(request: &PageRequest, form: &Form) -> Option<HistoryEntry> {
    let number = form.get("save").parse::<u32>().ok()?;
    request.state.dashboard.content.history().into_iter().find(|entry| entry.number == number)
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

/// Shows the file after it was put back or undone, if it has a form.
fn done(
    request: &PageRequest,
    saved: Result<SavedFile, SaveError>,
    address: impl FnOnce(&str, &SavedFile) -> String,
) -> Response<ResponseBody> {
    match saved {
        Ok(saved) if saved.seen.is_some() && is_editable(&saved.path) => {
            see_other(&address(&address::of_file(&saved.path, 0), &saved))
        }
        Ok(_) => see_other(DASHBOARD_ROOT),
        Err(SaveError::Conflict(conflict)) => {
            let text = "The file has changed since that save, so it was left alone. Choose a version in the history.";
            request.message(StatusCode::CONFLICT, &format!("{} was not changed", conflict.path()), text)
        }
        Err(error) => request.message(StatusCode::UNPROCESSABLE_ENTITY, "Nothing was changed", &error.to_string()),
    }
}
