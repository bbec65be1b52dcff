//! Answers a request for anything of the dashboard.

use std::sync::Arc;

use bytes::Bytes;
use hyper::body::Incoming;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::page::STYLE;
use super::request::PageRequest;
use super::{address, archive, build_page, file, home};
use crate::serve::content_type::content_type;
use crate::serve::form_body::{Form, read_form};
use crate::serve::response::{ResponseBody, complete, text_line};
use crate::serve::state::{AppState, Peer};
use crate::serve::write_guard::{self, WriteRejection};

/// Sent with every page of the dashboard. Only its own files run in it, forms only go to it, and it shares its browsing
/// context group with no page of the site. The referrer policy lets browsers send `Origin` with forms.
const PAGE_HEADERS: [(HeaderName, &str); 3] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::REFERRER_POLICY, "same-origin"),
];

/// Answers a request for what is at this path below the root of the dashboard.
pub(in crate::serve) async fn respond(
    (request, body): (Parts, Incoming),
    path: &str,
    state: &Arc<AppState>,
    peer: &Peer,
) -> Response<ResponseBody> {
    if let Err(rejection) = write_guard::check_reader(peer.is_this_computer) {
        return refused(rejection);
    }
    if path == "dashboard.css" && request.method != Method::POST {
        return complete(StatusCode::OK, content_type(path), STYLE.concat());
    }
    let dashboard = &state.dashboard;
    let form = if request.method == Method::POST {
        if let Err(rejection) = write_guard::check_sender(&request, &dashboard.secrets, &dashboard.cookie_name) {
            return refused(rejection);
        }
        match read_form(body).await {
            Ok(form) if form.is_too_large => return too_large(),
            Ok(form) => Some(form),
            Err(error) => return text_line(error.status(), error.message()),
        }
    } else {
        if let Err(rejection) = write_guard::check_page(&request) {
            return refused(rejection);
        }
        None
    };
    let page = PageRequest { state, preview: state.previews.latest(), query: request.uri.query() };
    let mut response = match form {
        None => get(&page, path).await,
        Some(form) => match write_guard::check_form(&form, &dashboard.secrets) {
            Ok(()) => post(&page, path, &form).await,
            Err(rejection) => refused(rejection),
        },
    };
    add_page_headers(&mut response, state);
    response
}

async fn get(request: &PageRequest<'_>, path: &str) -> Response<ResponseBody> {
    match path.split_once('/').unwrap_or((path, "")) {
        ("", _) => home::page(request, &address::query_value(request.query, "q")).await,
        ("build", "") => build_page::page(request),
        ("site.zip", "") => archive::download(request).await,
        ("edit", path) => file::page(request, path).await,
        _ => request.not_found(),
    }
}

async fn post(request: &PageRequest<'_>, path: &str, form: &Form) -> Response<ResponseBody> {
    match path {
        "build" => build_page::start(request).await,
        "open" => file::open(request, form.get("file")).await,
        _ => request.not_found(),
    }
}

fn add_page_headers(response: &mut Response<ResponseBody>, state: &AppState) {
    for (name, value) in PAGE_HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let dashboard = &state.dashboard;
    let (name, secret) = (&dashboard.cookie_name, dashboard.secrets.cookie.as_str());
    let cookie = Bytes::from(format!("{name}={secret}; Path=/-/; HttpOnly; SameSite=Strict"));
    // Hexadecimal digits are always a valid header.
    if let Ok(mut cookie) = HeaderValue::from_maybe_shared(cookie) {
        cookie.set_sensitive(true);
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}

fn refused(rejection: WriteRejection) -> Response<ResponseBody> {
    text_line(rejection.status(), rejection.message())
}

fn too_large() -> Response<ResponseBody> {
    let error = crate::serve::form_body::FormError::TooLarge;
    text_line(error.status(), error.message())
}
