//! Answers a request.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};

use super::content_type::{HTML, content_type};
use super::inject::inject_script;
use super::lookup::resolve_page;
use super::panel::is_editable;
use super::preview::Preview;
use super::response::{ResponseBody, UNREADABLE_ADDRESS, complete, redirect, response, text_line};
use super::route::{Route, SitePath, route};
use super::state::{AppState, Peer};
use super::{dashboard, events, guard};
use crate::report::ContentPath;

/// The scripts and styles that the preview adds to pages.
const PREVIEW_FILES: [(&str, &str); 3] = [
    ("live.js", include_str!("browser/live.js")),
    ("panel.js", include_str!("browser/panel.js")),
    ("panel.css", include_str!("browser/panel.css")),
];

pub(super) async fn respond(request: Request<Incoming>, state: &Arc<AppState>, peer: &Peer) -> Response<ResponseBody> {
    let (request, body) = request.into_parts();
    let route = route(request.uri.path(), &state.base);
    let takes_forms = matches!(route, Route::Dashboard(_));
    if let Err(rejection) = guard::check(&request, &peer.hosts, takes_forms) {
        let mut response = text_line(rejection.status(), rejection.message());
        if rejection == guard::Rejection::Method {
            let allowed = if takes_forms { "GET, HEAD, POST" } else { "GET, HEAD" };
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        }
        return response;
    }
    match route {
        Route::Dashboard(path) => dashboard::respond((request, body), &path, state, peer).await,
        Route::Page(path) => page(&*state.preview(&path).await, &path, &request),
        Route::Events(path) => {
            let body = match request.method {
                Method::HEAD => Either::Left(Full::default()),
                _ => Either::Right(events::stream(state.clone(), path, peer.is_this_computer)),
            };
            response(StatusCode::OK, "text/event-stream", body)
        }
        Route::Edit(file) => edit(&request, state, peer, &file).await,
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
