//! What is sent for a request.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::dress::{dress, rooted};
use super::guard::{self, Names};
use super::panel::is_text;
use super::preview::Preview;
use super::previews::Previews;
use super::route::{Route, Spot, route};
use super::site::Standing;
use super::{Base, events};
use crate::report::ContentPath;

/// A whole text, or a stream of events.
pub(super) type Body = Either<Full<Bytes>, Channel<Bytes, Infallible>>;

/// The preview behind all connections.
pub(super) struct Desk {
    pub(super) previews: Previews,
    pub(super) base: Base,
    /// What only pages of this run know.
    pub(super) token: String,
}

/// Where a connection comes in.
#[derive(Clone)]
pub(super) struct Door {
    pub(super) names: Arc<Names>,
    /// True if it comes from this computer.
    pub(super) is_own: bool,
}

/// The preview's own files, by their names.
const FILES: [(&str, &str); 3] = [
    ("live.js", include_str!("browser/live.js")),
    ("panel.js", include_str!("browser/panel.js")),
    ("panel.css", include_str!("browser/panel.css")),
];

/// Shown as long as there is no site to show.
const NO_SITE: &str = include_str!("browser/no-site.html");

/// With every answer: always fresh, for this site's own pages only.
const ALWAYS: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The answer to a request.
pub(super) async fn answer(request: &Parts, desk: &Arc<Desk>, door: &Door) -> Response<Body> {
    if let Err(refusal) = guard::admit(request, &door.names) {
        let mut response = said(refusal.status(), refusal.words());
        if refusal == guard::Refusal::Method {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        }
        return response;
    }
    match route(request.uri.path(), &desk.base) {
        Route::Page(spot) => {
            let preview = desk.preview(&spot).await;
            page(&preview, &spot, request)
        }
        Route::Events(spot) => {
            let body = match request.method {
                Method::HEAD => Either::Left(Full::default()),
                _ => Either::Right(events::stream(desk.clone(), spot, door.is_own)),
            };
            with_type(StatusCode::OK, "text/event-stream", body)
        }
        Route::Edit(file) => edit(request, desk, door, &file).await,
        Route::Own(name) => match FILES.iter().find(|(known, _)| *known == name) {
            Some((name, text)) => text_of_type(StatusCode::OK, &content_type(name), (*text).to_owned()),
            None => said(StatusCode::NOT_FOUND, "There is nothing here."),
        },
        Route::Elsewhere(address) => see(&address),
        Route::Nothing => {
            said(StatusCode::NOT_FOUND, &format!("There is nothing here: the site is at {}", desk.base.as_str()))
        }
        Route::Garbled => said(StatusCode::BAD_REQUEST, "This address cannot be read."),
    }
}

impl Desk {
    /// What is shown at a place's day.
    pub(super) async fn preview(self: &Arc<Self>, spot: &Spot) -> Arc<Preview> {
        let Some(day) = spot.day else { return self.previews.latest() };
        let desk = self.clone();
        // A build takes its time, and others should not wait for it.
        let built = tokio::task::spawn_blocking(move || desk.previews.on(day)).await;
        built.unwrap_or_else(|_| self.previews.latest())
    }
}

/// What a browser is shown at a place.
pub(super) struct Look {
    pub(super) status: StatusCode,
    /// The site's file, if there is one.
    pub(super) file: Option<String>,
    pub(super) bytes: Bytes,
    /// A fingerprint of what a reader sees, styles apart.
    pub(super) mark: u64,
    /// The address of the style.
    pub(super) style: Option<String>,
}

/// What a browser is shown at a place; `None` if the slash behind a folder's name is missing.
pub(super) fn look(preview: &Preview, spot: &Spot) -> Option<Look> {
    let Some(site) = &preview.site else {
        let bytes = Bytes::from_static(NO_SITE.as_bytes());
        return Some(Look { status: StatusCode::SERVICE_UNAVAILABLE, file: None, bytes, mark: 0, style: None });
    };
    let style = site.style().map(|style| format!("{}{style}", spot.base));
    match site.at(&spot.path) {
        Standing::File(path, bytes) => {
            let mark = site.mark(bytes);
            Some(Look { status: StatusCode::OK, file: Some(path), bytes: bytes.clone(), mark, style })
        }
        Standing::Folder => None,
        Standing::Nothing(page) => {
            let html =
                page.map_or_else(|| Ok("Page not found"), |bytes| std::str::from_utf8(bytes)).unwrap_or_default();
            let bytes = Bytes::from(rooted(html, &spot.base, site.style()));
            // Not what the same bytes would have as a page that exists.
            let mark = !site.mark(&bytes);
            Some(Look { status: StatusCode::NOT_FOUND, file: None, bytes, mark, style })
        }
    }
}

fn page(preview: &Preview, spot: &Spot, request: &Parts) -> Response<Body> {
    let Some(look) = look(preview, spot) else { return see(&format!("{}/", request.uri.path())) };
    let content_type = look.file.as_deref().map_or_else(|| HTML.to_owned(), content_type);
    let html = (content_type == HTML).then(|| std::str::from_utf8(&look.bytes).ok()).flatten();
    let bytes = html.map(|html| Bytes::from(dress(html, look.mark, look.style.as_deref())));
    with_type(look.status, &content_type, Either::Left(Full::new(bytes.unwrap_or(look.bytes))))
}

/// Opens a content file that the preview has named, if a page of ours asks and it runs on this computer.
async fn edit(request: &Parts, desk: &Arc<Desk>, door: &Door, file: &str) -> Response<Body> {
    if !door.is_own || !guard::may_act(request, &desk.token) {
        return said(StatusCode::FORBIDDEN, "Files are opened only for the preview's own pages on this computer.");
    }
    if !is_text(&ContentPath::new(file)) {
        return said(StatusCode::NOT_FOUND, "There is no such text.");
    }
    let (desk, file) = (desk.clone(), file.to_owned());
    let opened = tokio::task::spawn_blocking(move || desk.previews.edit(&file)).await;
    match opened {
        Ok(Ok(())) => said(StatusCode::OK, "Opened."),
        Ok(Err(error)) => said(StatusCode::NOT_FOUND, &format!("It could not be opened: {error}")),
        Err(_) => said(StatusCode::INTERNAL_SERVER_ERROR, "It could not be opened."),
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// The type of a file, as a careful host would tell it.
fn content_type(path: &str) -> String {
    let guess = mime_guess::from_path(path).first_or_octet_stream();
    let name = guess.essence_str();
    let is_text = guess.type_() == "text" || guess.suffix().is_some_and(|suffix| suffix == "xml") || is_data(name);
    if is_text { format!("{name}; charset=utf-8") } else { name.to_owned() }
}

fn is_data(name: &str) -> bool {
    ["application/json", "application/xml", "application/javascript"].contains(&name)
}

/// Go there. Only for this once: another preview may be at the same address tomorrow.
fn see(address: &str) -> Response<Body> {
    let mut response = said(StatusCode::TEMPORARY_REDIRECT, "");
    match HeaderValue::from_str(address) {
        Ok(address) => response.headers_mut().insert(header::LOCATION, address),
        Err(_) => return said(StatusCode::BAD_REQUEST, "This address cannot be read."),
    };
    response
}

/// A line of plain text.
fn said(status: StatusCode, words: &str) -> Response<Body> {
    text_of_type(status, "text/plain; charset=utf-8", format!("{words}\n"))
}

fn text_of_type(status: StatusCode, content_type: &str, text: String) -> Response<Body> {
    with_type(status, content_type, Either::Left(Full::from(text)))
}

fn with_type(status: StatusCode, content_type: &str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in ALWAYS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    // Types are made of plain letters.
    if let Ok(value) = HeaderValue::from_str(content_type) {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn texts_have_a_charset_and_others_have_none() {
        for (path, wanted) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/style.1.css", "text/css; charset=utf-8"),
            ("live.js", "text/javascript; charset=utf-8"),
            ("calendars/all.ics", "text/calendar; charset=utf-8"),
            ("media/logo.svg", "image/svg+xml; charset=utf-8"),
            ("feeds/all.atom", "application/atom+xml; charset=utf-8"),
            ("programme.json", "application/json; charset=utf-8"),
            ("media/a.PNG", "image/png"),
            ("policies/a.pdf", "application/pdf"),
            ("media/b.unheard-of", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), wanted, "{path}");
        }
    }
}
