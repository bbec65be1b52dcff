//! Answers a request for anything of the dashboard.

use std::sync::Arc;

use hyper::body::Incoming;
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::pages::{Admitted, FormRefusal};
use super::request::PageRequest;
use super::{
    archive, build_page, drafts, form_open, form_save, history_page, home, import_page, live, media_page, new_page,
    stop_page, text_page, upload_page, year_page,
};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, text_line};
use crate::serve::state::AppState;
use crate::serve::write_guard::Sender;

/// Answers a request for what is at this path below the root of the dashboard.
pub(in crate::serve) async fn respond(
    (request, body): (Parts, Incoming),
    path: &str,
    state: &Arc<AppState>,
) -> Response<ResponseBody> {
    let pages = &state.dashboard.pages;
    if let Some(media) = path.strip_prefix("file/").filter(|_| request.method != Method::POST) {
        let (page, media) = (page_request(state, &request), media.to_owned());
        return in_background(move || media_page::file(&page, &media)).await;
    }
    let admitted = match pages.admit((&request, body), sender_of(path)).await {
        Ok(admitted) => admitted,
        Err(refused) => return refused,
    };
    let page = page_request(state, &request);
    let mut response = match admitted {
        Admitted::Page => get(page, path).await,
        Admitted::Form(form, refusal) => post(page, path, (form, refusal)).await,
    };
    pages.add_headers(&mut response);
    response
}

fn page_request(state: &Arc<AppState>, request: &Parts) -> PageRequest {
    let query = request.uri.query().unwrap_or_default().to_owned();
    PageRequest { state: state.clone(), preview: state.previews.latest(), query }
}

/// Who may send a form to this path.
fn sender_of(path: &str) -> Sender {
    match path.split_once('/').map(|(folder, _)| folder) {
        Some("live") => Sender::Script,
        Some("upload" | "import") => Sender::PageWithFile,
        _ => Sender::Page,
    }
}

async fn get(request: PageRequest, path: &str) -> Response<ResponseBody> {
    match path {
        "build" => build_page::page(&request),
        "site.zip" => archive::download(&request).await,
        path => {
            let path = path.to_owned();
            in_background(move || page_for(&request, &path)).await
        }
    }
}

fn page_for(request: &PageRequest, path: &str) -> Response<ResponseBody> {
    match path.split_once('/').unwrap_or((path, "")) {
        ("", "") => home::page(request, &request.query("q")),
        ("edit", path) => form_open::get(request, path),
        ("text", path) => text_page::get(request, path),
        ("new", kind) => new_page::get(request, kind),
        ("history", "") => history_page::get(request),
        ("media", "") => media_page::page(request),
        ("upload", kind) => upload_page::get(request, kind),
        ("import", kind) => import_page::get(request, kind),
        ("year", "") => year_page::get(request),
        _ => request.not_found(),
    }
}

async fn post(
    request: PageRequest,
    path: &str,
    (form, refusal): (Form, Option<FormRefusal>),
) -> Response<ResponseBody> {
    match (path, &refusal) {
        ("build", None) => return build_page::start(&request).await,
        ("stop", None) => return stop_page::stop(&request),
        _ => {}
    }
    let path = path.to_owned();
    in_background(move || match (path.split_once('/').unwrap_or((&path, "")), refusal) {
        // What was typed is shown again: nothing of it may be lost.
        (("edit", path), Some(why)) => form_save::refuse(&request, path, &form, why),
        (("text", path), Some(why)) => text_page::refuse(&request, path, &form, why),
        (_, Some(why)) => text_line(why.status(), why.message()),
        (("edit", path), None) => form_save::post(&request, path, &form),
        (("text", path), None) => text_page::post(&request, path, &form),
        (("live", path), None) => live::post(&request, path, &form),
        (("drop-draft", ""), None) => drafts::throw_away(&request, &form),
        (("new", kind), None) => new_page::post(&request, kind, &form),
        (("upload", kind), None) => upload_page::post(&request, kind, &form),
        (("import", kind), None) => import_page::post(&request, kind, &form),
        (("accept-import", ""), None) => import_page::accept(&request, &form),
        (("restore", ""), None) => history_page::restore(&request, &form),
        (("undo", ""), None) => history_page::undo(&request, &form),
        (("year", ""), None) => year_page::post(&request, &form),
        (("undo-year", ""), None) => year_page::undo(&request),
        (("delete", ""), None) => history_page::delete(&request, &form),
        (("open", ""), None) => history_page::open(&request, &form),
        _ => request.not_found(),
    })
    .await
}

/// Reading and writing files takes time and must not block other connections.
async fn in_background(answer: impl FnOnce() -> Response<ResponseBody> + Send + 'static) -> Response<ResponseBody> {
    tokio::task::spawn_blocking(answer).await.unwrap_or_else(|_| {
        text_line(
            StatusCode::INTERNAL_SERVER_ERROR,
            "This failed unexpectedly. Please report it. Go back to your form.",
        )
    })
}
