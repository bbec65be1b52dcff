//! Makes responses.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};

use crate::render::{ACTIVE_FILE_POLICY, UNKNOWN, is_active};

pub(super) type ResponseBody = Either<Full<Bytes>, Channel<Bytes, Infallible>>;

pub(super) const UNREADABLE_ADDRESS: &str = "Fingerpost can't read this address.";

/// Sent with every response: nothing is cached, and no other website can embed it.
const COMMON_HEADERS: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// A temporary redirect: tomorrow another preview may use the same address.
pub(super) fn redirect(address: &str) -> Response<ResponseBody> {
    redirect_with(StatusCode::TEMPORARY_REDIRECT, address)
}

/// Sends the browser from a form that was processed to a page that can be loaded again.
pub(super) fn see_other(address: &str) -> Response<ResponseBody> {
    redirect_with(StatusCode::SEE_OTHER, address)
}

fn redirect_with(status: StatusCode, address: &str) -> Response<ResponseBody> {
    let Ok(address) = HeaderValue::from_str(address) else {
        return text_line(StatusCode::BAD_REQUEST, UNREADABLE_ADDRESS);
    };
    let mut response = text_line(status, "");
    response.headers_mut().insert(header::LOCATION, address);
    response
}

pub(super) fn text_line(status: StatusCode, text: &str) -> Response<ResponseBody> {
    complete(status, "text/plain; charset=utf-8", format!("{text}\n"))
}

pub(super) fn complete(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Bytes>,
) -> Response<ResponseBody> {
    response(status, content_type, Either::Left(Full::new(body.into())))
}

pub(super) fn response(status: StatusCode, content_type: &'static str, body: ResponseBody) -> Response<ResponseBody> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in COMMON_HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    // Pages have their policy in their text.
    if is_active(content_type) || content_type == UNKNOWN {
        let policy = HeaderValue::from_static(ACTIVE_FILE_POLICY);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
