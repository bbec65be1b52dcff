//! The folders of this computer, to walk through with links.

use camino::{Utf8Path, Utf8PathBuf};
use hyper::{Response, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::content_path::{full_path, is_on_a_drive};
use super::disk;
use super::first_page;
use super::state::StartState;
use crate::serve::dashboard::Frame;
use crate::serve::response::ResponseBody;
use crate::serve::route::DASHBOARD_ROOT;
use crate::serve::served::Served;

const MAX_FOLDERS: usize = 500;

#[derive(Debug, Serialize)]
struct FoldersPage {
    path: String,
    is_careers_folder: bool,
    /// The address of the folder above.
    parent: Option<String>,
    folders: Vec<FolderLink>,
    has_more: bool,
}

#[derive(Debug, Serialize)]
struct FolderLink {
    name: String,
    path: String,
    link: String,
    is_careers_folder: bool,
}

/// Shows the folders in the folder with this path. Begins in the person's own folder.
pub(super) fn show(served: &Served, start: &StartState, path: &str) -> Response<ResponseBody> {
    let home = start.host.home();
    let first = || home.clone().unwrap_or_else(|| Utf8PathBuf::from(if cfg!(windows) { "C:\\" } else { "/" }));
    let path = if path.is_empty() { Ok(first()) } else { full_path(path, home.as_deref()) };
    let path = match path {
        Ok(path) if is_on_a_drive(&path) => path,
        Ok(path) => {
            let message = "Folders of other computers can only be opened by their path.".to_owned();
            return refused(served, start, (path.as_str(), message));
        }
        Err(message) => return refused(served, start, ("", message)),
    };
    let parent = path.parent().map(address);
    let mut folders = disk::folders_in(&path);
    if parent.is_none() {
        folders.extend(disk::drives().into_iter().filter(|drive| *drive != path));
    }
    let has_more = folders.len() > MAX_FOLDERS;
    folders.truncate(MAX_FOLDERS);
    let folders = folders.into_iter().map(folder_link).collect();
    let is_careers_folder = disk::is_content_folder(&path);
    let page = FoldersPage { path: path.into_string(), is_careers_folder, parent, folders, has_more };
    let frame = Frame { title: "Look for your careers folder".to_owned(), ..Frame::default() };
    served.pages.render("folders.html", frame, &page)
}

fn refused(served: &Served, start: &StartState, typed: (&str, String)) -> Response<ResponseBody> {
    let mut response = first_page::show(served, start, Some(typed));
    *response.status_mut() = StatusCode::FORBIDDEN;
    response
}

fn folder_link(path: Utf8PathBuf) -> FolderLink {
    let name = path.file_name().unwrap_or(path.as_str()).to_owned();
    let is_careers_folder = disk::is_content_folder(&path);
    FolderLink { name, link: address(&path), is_careers_folder, path: path.into_string() }
}

fn address(folder: &Utf8Path) -> String {
    format!("{DASHBOARD_ROOT}folders?in={}", utf8_percent_encode(folder.as_str(), NON_ALPHANUMERIC))
}
