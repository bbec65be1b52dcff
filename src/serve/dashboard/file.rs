//! The page of a content file.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::request::PageRequest;
use super::todo::Task;
use crate::report::ContentPath;
use crate::serve::panel::is_editable;
use crate::serve::response::{ResponseBody, see_other};

#[derive(Debug, Serialize)]
struct FilePage {
    path: String,
    tasks: Vec<Task>,
    /// The pages of the site that are made from it.
    pages: Vec<SitePage>,
}

#[derive(Debug, Serialize)]
struct SitePage {
    name: String,
    address: String,
}

pub(super) async fn page(request: &PageRequest<'_>, path: &str) -> Response<ResponseBody> {
    let Some(path) = known_file(request, path).await else { return request.not_found() };
    let findings = request.preview.findings.iter().filter(|finding| *finding.place.path() == path);
    let site = request.preview.site.as_ref();
    let pages = site.map_or_else(Vec::new, |site| site.source_files().pages_of(&path));
    let base = request.state.base.as_str();
    let page = FilePage {
        path: path.to_string(),
        tasks: findings.map(Task::new).collect(),
        pages: pages
            .iter()
            .map(|page| SitePage { name: (*page).to_owned(), address: address::of_page(base, page) })
            .collect(),
    };
    request.page(("file.html", path.file_name()), &page)
}

/// Opens a content file in this computer's editor.
pub(super) async fn open(request: &PageRequest<'_>, path: &str) -> Response<ResponseBody> {
    let Some(path) = known_file(request, path).await else { return request.not_found() };
    let (state, file) = (request.state.clone(), path.clone());
    match tokio::task::spawn_blocking(move || state.previews.edit(file.as_str())).await {
        Ok(Ok(())) => see_other(&address::of_file(&path, 0)),
        _ => request.message(
            StatusCode::INTERNAL_SERVER_ERROR,
            "The file could not be opened",
            "This computer has no program that opens text files.",
        ),
    }
}

/// The text file with this path, if the content folder has it. The path of a request is only ever compared.
async fn known_file(request: &PageRequest<'_>, path: &str) -> Option<ContentPath> {
    let state = request.state.clone();
    let files = tokio::task::spawn_blocking(move || crate::content_files(state.previews.folder())).await.ok()?;
    files.into_iter().find(|file| file.as_str() == path && is_editable(file))
}
