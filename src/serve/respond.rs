//! Answers a request.

use std::sync::Arc;

use bytes::Bytes;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};

use super::base_path::BasePath;
use super::inject::inject_script;
use super::lookup::resolve_page;
use super::panel::is_editable;
use super::preview::Preview;
use super::response::{ResponseBody, UNREADABLE_ADDRESS, complete, redirect, response, text_line};
use super::route::{DASHBOARD_ROOT, Route, SitePath, route};
use super::served::Served;
use super::state::{AppState, Peer};
use super::{dashboard, events, guard, start, write_guard};
use crate::render::{HTML, content_type};
use crate::report::ContentPath;

/// The scripts and styles that the preview adds to pages.
const PREVIEW_FILES: [(&str, &str); 3] = [
    ("live.js", include_str!("browser/live.js")),
    ("panel.js", include_str!("browser/panel.js")),
    ("panel.css", include_str!("browser/panel.css")),
];

/// For pages with what somebody is typing.
const DRAFT_POLICY: &str = "sandbox allow-same-origin; script-src 'none'; form-action 'none'; frame-ancestors 'self'";

pub(super) async fn respond(request: Request<Incoming>, served: &Arc<Served>, peer: &Peer) -> Response<ResponseBody> {
    let (request, body) = request.into_parts();
    let site = served.site().map(|site| &site.state);
    let base = site.map_or_else(BasePath::default, |state| state.base.clone());
    let route = route(request.uri.path(), &base);
    let takes_forms = matches!(route, Route::Dashboard(_));
    if let Err(rejection) = guard::check(&request, &peer.hosts, takes_forms) {
        let mut response = text_line(rejection.status(), rejection.message());
        if rejection == guard::Rejection::Method {
            let allowed = if takes_forms { "GET, HEAD, POST" } else { "GET, HEAD" };
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        }
        return response;
    }
    served.lifetime.note_request();
    match (route, site) {
        (Route::Dashboard(path), site) => dashboard((request, body), &path, (served, site), peer).await,
        (Route::BadRequest, _) => text_line(StatusCode::BAD_REQUEST, UNREADABLE_ADDRESS),
        (_, None) => redirect(DASHBOARD_ROOT),
        (Route::Page(path), Some(state)) if path.draft.is_some() => {
            if peer.is_this_computer {
                draft_page(&*state.preview(&path).await, &path)
            } else {
                nothing_here()
            }
        }
        (Route::Page(path), Some(state)) => page(&*state.preview(&path).await, &path, &request),
        (Route::Events(path), Some(state)) => {
            let body = match request.method {
                Method::HEAD => Either::Left(Full::default()),
                _ => Either::Right(events::stream(state.clone(), path, peer.is_this_computer)),
            };
            response(StatusCode::OK, "text/event-stream", body)
        }
        (Route::Edit(file), Some(state)) => edit(&request, state, peer, &file).await,
        (Route::PreviewFile(name), _) => match PREVIEW_FILES.iter().find(|(known, _)| *known == name) {
            Some((name, text)) => complete(StatusCode::OK, content_type(name), *text),
            None => nothing_here(),
        },
        (Route::Redirect(address), _) => redirect(&address),
        (Route::NotFound, _) => text_line(
            StatusCode::NOT_FOUND,
            &format!("There is nothing at this address. The site is at {}", base.as_str()),
        ),
    }
}

/// Answers a request for anything below the root of the dashboard.
async fn dashboard(
    request: (Parts, Incoming),
    path: &str,
    (served, site): (&Arc<Served>, Option<&Arc<AppState>>),
    peer: &Peer,
) -> Response<ResponseBody> {
    if let Err(rejection) = write_guard::check_reader(peer.is_this_computer) {
        return text_line(rejection.status(), rejection.message());
    }
    if request.0.method != Method::POST {
        if path == "alive" {
            served.lifetime.note_open_page();
            return complete(StatusCode::NO_CONTENT, "text/plain; charset=utf-8", "");
        }
        if let Some(file) = dashboard::page_file(path) {
            return file;
        }
    }
    match site {
        Some(state) => dashboard::respond(request, path, state).await,
        None => start::respond(request, path, served).await,
    }
}

fn page(preview: &Preview, path: &SitePath, request: &Parts) -> Response<ResponseBody> {
    let Some(page) = resolve_page(preview, path) else { return redirect(&format!("{}/", request.uri.path())) };
    let content_type = page.file.as_deref().map_or(HTML, content_type);
    let html = (content_type == HTML).then(|| std::str::from_utf8(&page.bytes).ok()).flatten();
    let injected = html.map(|html| Bytes::from(inject_script(html, page.content_hash, page.style.as_deref())));
    complete(page.status, content_type, injected.unwrap_or(page.bytes))
}

fn nothing_here() -> Response<ResponseBody> {
    text_line(StatusCode::NOT_FOUND, "There is nothing at this address.")
}

/// A page with what somebody is typing. Their form shows it in a frame, so it runs no scripts: they could read the form.
fn draft_page(preview: &Preview, path: &SitePath) -> Response<ResponseBody> {
    let Some(page) = resolve_page(preview, path) else { return redirect(&format!("{}{}/", path.base, path.path)) };
    let content_type = page.file.as_deref().map_or(HTML, content_type);
    let mut response = complete(page.status, content_type, page.bytes);
    let headers = response.headers_mut();
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    if content_type == HTML {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(DRAFT_POLICY));
    }
    response
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
