//! Answers a request for anything of the dashboard.

use std::sync::Arc;

use bytes::Bytes;
use hyper::body::Incoming;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::page::STYLE;
use super::request::PageRequest;
use super::{archive, build_page, form_page, form_save, history_page, home, new_page, text_page};
use crate::serve::content_type::content_type;
use crate::serve::form_body::{Form, FormError, read_form};
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
    let guarded = if request.method == Method::POST {
        write_guard::check_sender(&request)
    } else {
        write_guard::check_page(&request)
    };
    if let Err(rejection) = guarded {
        return refused(rejection);
    }
    let preview = state.previews.latest();
    let query = request.uri.query().unwrap_or_default().to_owned();
    let page = PageRequest { state: state.clone(), preview, query };
    let mut response = if request.method == Method::POST {
        match read_form(body).await {
            Ok(form) => post((page, &request), path, form).await,
            Err(error) => text_line(error.status(), error.message()),
        }
    } else {
        get(page, path).await
    };
    add_page_headers(&mut response, state);
    response
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
        ("edit", path) => form_page::get(request, path),
        ("text", path) => text_page::get(request, path),
        ("new", kind) => new_page::get(request, kind),
        ("history", "") => history_page::get(request),
        _ => request.not_found(),
    }
}

async fn post((request, head): (PageRequest, &Parts), path: &str, form: Form) -> Response<ResponseBody> {
    let dashboard = &request.state.dashboard;
    let tokens = write_guard::check_tokens((head, &form), &dashboard.secrets, &dashboard.cookie_name);
    let refusal = match tokens {
        Err(rejection) => Some((rejection.status(), rejection.message())),
        Ok(()) if form.is_too_large => Some((FormError::TooLarge.status(), FormError::TooLarge.message())),
        Ok(()) => None,
    };
    if path == "build" && refusal.is_none() {
        return build_page::start(&request).await;
    }
    let path = path.to_owned();
    in_background(move || match (path.split_once('/').unwrap_or((&path, "")), refusal) {
        // What was typed is shown again: nothing of it may be lost.
        (("edit", path), Some((status, why))) => form_save::refuse(&request, path, (&form, why), status),
        (("text", path), Some((status, why))) => text_page::refuse(&request, path, (&form, why), status),
        (_, Some((status, why))) => text_line(status, why),
        (("edit", path), None) => form_save::post(&request, path, &form),
        (("text", path), None) => text_page::post(&request, path, &form),
        (("new", kind), None) => new_page::post(&request, kind, &form),
        (("restore", ""), None) => history_page::restore(&request, &form),
        (("undo", ""), None) => history_page::undo(&request),
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
