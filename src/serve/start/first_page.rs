//! The first page: recent folders, a path to type, and the way to a new one.

use camino::{Utf8Path, Utf8PathBuf};
use hyper::{Response, StatusCode};
use serde::Serialize;

use super::content_path::content_folder;
use super::disk;
use super::state::StartState;
use crate::editor::SaveError;
use crate::report::Finding;
use crate::scaffold::name_of_folder;
use crate::serve::dashboard::Frame;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;
use crate::serve::served::Served;
use crate::serve::start_error::StartError;

#[derive(Debug, Serialize)]
struct FirstPage {
    /// Why nothing was opened.
    message: Option<String>,
    recent: Vec<RecentFolder>,
    typed: String,
    example: &'static str,
}

#[derive(Debug, Serialize)]
struct RecentFolder {
    name: String,
    path: String,
}

const EXAMPLE: &str =
    if cfg!(windows) { "C:\\Users\\Ada\\Documents\\ridgeway-school" } else { "/home/ada/ridgeway-school" };

pub(super) fn show(served: &Served, start: &StartState, typed: Option<(&str, String)>) -> Response<ResponseBody> {
    let recent = start.host.recent().into_iter().filter(|folder| disk::is_content_folder(folder));
    let has_errors = typed.is_some();
    let (typed, message) = typed.map_or((String::new(), None), |(typed, message)| (typed.to_owned(), Some(message)));
    let page = FirstPage { message, recent: recent.map(recent_folder).collect(), typed, example: EXAMPLE };
    let frame = Frame { title: "Your careers site".to_owned(), has_errors, ..Frame::default() };
    let mut response = served.pages.render("start.html", frame, &page);
    if has_errors {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn recent_folder(path: Utf8PathBuf) -> RecentFolder {
    let name = path.file_name().and_then(name_of_folder);
    RecentFolder { name: name.unwrap_or_else(|| path.to_string()), path: path.into_string() }
}

/// Opens the folder with the path that was sent.
pub(super) fn open(served: &Served, start: &StartState, typed: &str) -> Response<ResponseBody> {
    match open_typed(served, start, typed) {
        Ok(()) => see_other(DASHBOARD_ROOT),
        Err(message) => show(served, start, Some((typed, message))),
    }
}

/// Opens the content folder with this path, as somebody has typed it. The error is a sentence for people.
pub(in crate::serve) fn open_typed(served: &Served, start: &StartState, typed: &str) -> Result<(), String> {
    let home = start.host.home();
    content_folder(typed, home.as_deref()).and_then(|folder| open_folder(served, start, &folder))
}

/// Opens a content folder: from now on the server serves its site. The error is a sentence for people.
pub(super) fn open_folder(served: &Served, start: &StartState, folder: &Utf8Path) -> Result<(), String> {
    let options = start.options.of_folder(folder.to_owned());
    served.open(options, start.host.preview_host(folder)).map_err(|error| match error {
        StartError::UnreadableFolder(findings) => {
            let reasons: Vec<&str> = findings.iter().map(|finding: &Finding| finding.message.as_str()).collect();
            format!("{folder} could not be read: {}.", reasons.join("; "))
        }
        StartError::Unfinished(SaveError::Busy) => {
            "Another program is saving in this folder. Wait a moment, then open it again.".to_owned()
        }
        StartError::Unfinished(error) => format!("{folder} could not be opened: {error}"),
        error => format!("{folder} could not be opened: {error}."),
    })?;
    start.host.remember(folder);
    Ok(())
}
