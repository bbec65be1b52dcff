//! Answers a request.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::content_type::{HTML, content_type};
use super::inject::inject_script;
use super::lookup::resolve_page;
use super::panel::is_editable;
use super::preview::Preview;
use super::route::{Route, SitePath, route};
use super::state::{AppState, Peer};
use super::{events, guard};
use crate::report::ContentPath;

pub(super) type ResponseBody = Either<Full<Bytes>, Channel<Bytes, Infallible>>;

/// The scripts and styles that the preview adds to pages.
const PREVIEW_FILES: [(&str, &str); 3] = [
    ("live.js", include_str!("browser/live.js")),
    ("panel.js", include_str!("browser/panel.js")),
    ("panel.css", include_str!("browser/panel.css")),
];

/// Sent with every response: nothing is cached, and no other website can embed it.
const COMMON_HEADERS: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

pub(super) async fn respond(request: &Parts, state: &Arc<AppState>, peer: &Peer) -> Response<ResponseBody> {
    if let Err(rejection) = guard::check(request, &peer.hosts) {
        let mut response = text_line(rejection.status(), rejection.message());
        if rejection == guard::Rejection::Method {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        return response;
    }
    match route(request.uri.path(), &state.base) {
        Route::Page(path) => page(&*state.preview(&path).await, &path, request),
        Route::Events(path) => {
            let body = match request.method {
                Method::HEAD => Either::Left(Full::default()),
                _ => Either::Right(events::stream(state.clone(), path, peer.is_this_computer)),
            };
            response(StatusCode::OK, "text/event-stream", body)
        }
        Route::Edit(file) => edit(request, state, peer, &file).await,
        Route::PreviewFile(name) => match PREVIEW_FILES.iter().find(|(known, _)| *known == name) {
            Some((name, text)) => complete(StatusCode::OK, content_type(name), *text),
            None => text_line(StatusCode::NOT_FOUND, "There is nothing at this address."),
        },
        Route::Redirect(address) => redirect(&address),
        Route::NotFound => text_line(
            StatusCode::NOT_FOUND,
            &format!("There is nothing at this address. The site is at {}", state.base.as_str()),
        ),
        Route::BadRequest => text_line(StatusCode::BAD_REQUEST, UNREADABLE_ADDRESS),
    }
}

const UNREADABLE_ADDRESS: &str = "Fingerpost can't read this address.";

fn page(preview: &Preview, path: &SitePath, request: &Parts) -> Response<ResponseBody> {
    let Some(page) = resolve_page(preview, path) else { return redirect(&format!("{}/", request.uri.path())) };
    let content_type = page.file.as_deref().map_or(HTML, content_type);
    let html = (content_type == HTML).then(|| std::str::from_utf8(&page.bytes).ok()).flatten();
    let injected = html.map(|html| Bytes::from(inject_script(html, page.content_hash, page.style.as_deref())));
    complete(page.status, content_type, injected.unwrap_or(page.bytes))
}

/// Opens a content file in the editor. Only pages of this run on this computer may request that.
async fn edit(request: &Parts, state: &Arc<AppState>, peer: &Peer, file: &str) -> Response<ResponseBody> {
    if !peer.is_this_computer || !guard::has_token(request, &state.token) {
        return text_line(StatusCode::FORBIDDEN, "Only the preview's own pages on this computer can open files.");
    }
    if !is_editable(&ContentPath::new(file)) {
        return text_line(StatusCode::NOT_FOUND, "There is no text file of this name.");
    }
    let (state, file) = (state.clone(), file.to_owned());
    match tokio::task::spawn_blocking(move || state.previews.edit(&file)).await {
        Ok(Ok(())) => text_line(StatusCode::OK, "Opened."),
        Ok(Err(error)) => text_line(StatusCode::NOT_FOUND, &format!("The file could not be opened: {error}")),
        Err(_) => text_line(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be opened."),
    }
}

/// A temporary redirect: tomorrow another preview may use the same address.
fn redirect(address: &str) -> Response<ResponseBody> {
    let Ok(address) = HeaderValue::from_str(address) else {
        return text_line(StatusCode::BAD_REQUEST, UNREADABLE_ADDRESS);
    };
    let mut response = text_line(StatusCode::TEMPORARY_REDIRECT, "");
    response.headers_mut().insert(header::LOCATION, address);
    response
}

fn text_line(status: StatusCode, text: &str) -> Response<ResponseBody> {
    complete(status, "text/plain; charset=utf-8", format!("{text}\n"))
}

fn complete(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Response<ResponseBody> {
    response(status, content_type, Either::Left(Full::new(body.into())))
}

fn response(status: StatusCode, content_type: &'static str, body: ResponseBody) -> Response<ResponseBody> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in COMMON_HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
