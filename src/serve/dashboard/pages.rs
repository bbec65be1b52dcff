//! What the pages of the dashboard and the start page share: who may have them, their templates and their headers.

use std::io;

use bytes::Bytes;
use hyper::body::Incoming;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use serde::Serialize;

use super::page::{Frame, PageTemplates, SCRIPTS, STYLE};
use crate::render::{HTML, content_type};
use crate::serve::form_body::{Form, FormError, read_form};
use crate::serve::response::{ResponseBody, complete, text_line};
use crate::serve::secret::Secret;
use crate::serve::upload_body::read_upload;
use crate::serve::write_guard::{self, FormSecrets, Sender, WriteRejection};

/// Sent with every page. Only its own files run in it, forms only go to it, and it shares its browsing context group with no
/// page of the site. The referrer policy lets browsers send `Origin` with forms.
const PAGE_HEADERS: [(HeaderName, &str); 3] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
         frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::REFERRER_POLICY, "same-origin"),
];

/// What all pages of a run share.
pub(in crate::serve) struct DashboardPages {
    secrets: FormSecrets,
    /// Its cookie is shared by all ports of this computer, so its name has the port in it.
    cookie_name: String,
    templates: PageTemplates,
    /// True if pages can stop the program.
    may_stop: bool,
}

/// Why a form that was read is not processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) enum FormRefusal {
    /// It is of another run of the program.
    Token,
    TooLarge,
}

impl FormRefusal {
    pub(in crate::serve) fn status(self) -> StatusCode {
        match self {
            Self::Token => WriteRejection::Token.status(),
            Self::TooLarge => FormError::TooLarge.status(),
        }
    }

    pub(in crate::serve) fn message(self) -> &'static str {
        match self {
            Self::Token => WriteRejection::Token.message(),
            Self::TooLarge => FormError::TooLarge.message(),
        }
    }

    /// The same, above a form that shows what was typed.
    pub(in crate::serve) fn message_above_form(self) -> &'static str {
        match self {
            Self::Token => {
                "Fingerpost was started again after you opened this page. What you typed is below: save it again."
            }
            Self::TooLarge => "This form is too large. What you typed is below: make it shorter, then save it again.",
        }
    }
}

/// A request that may be answered.
pub(in crate::serve) enum Admitted {
    /// For a page.
    Page,
    /// A form. With a refusal it changes nothing, but what was typed may be shown again.
    Form(Form, Option<FormRefusal>),
}

impl DashboardPages {
    /// Fails if the system has no random numbers.
    pub(in crate::serve) fn new(port: u16, may_stop: bool) -> io::Result<Self> {
        Ok(Self {
            secrets: FormSecrets { cookie: Secret::random()?, field: Secret::random()? },
            cookie_name: format!("fingerpost-{port}"),
            templates: PageTemplates::load().map_err(io::Error::other)?,
            may_stop,
        })
    }

    /// Checks a request for a page or with a form. `Err` has the answer to one that is refused.
    pub(in crate::serve) async fn admit(
        &self,
        (request, body): (&Parts, Incoming),
        sender: Sender,
    ) -> Result<Admitted, Response<ResponseBody>> {
        let reject = |rejection: WriteRejection| text_line(rejection.status(), rejection.message());
        if request.method != Method::POST {
            let checked = write_guard::check_page(request).map(|()| Admitted::Page);
            return checked.map_err(reject);
        }
        write_guard::check_sender(request, sender).map_err(reject)?;
        let form = match sender {
            Sender::Page | Sender::Script => read_form(body).await,
            Sender::PageWithFile if !write_guard::has_cookie(request, &self.secrets, &self.cookie_name) => {
                return Err(reject(WriteRejection::Token));
            }
            Sender::PageWithFile => {
                let content_type = request.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
                read_upload(body, content_type.unwrap_or_default()).await
            }
        };
        let form = form.map_err(|error| text_line(error.status(), error.message()))?;
        let refusal = match write_guard::check_tokens((request, &form), &self.secrets, &self.cookie_name) {
            Err(_) => Some(FormRefusal::Token),
            Ok(()) if form.is_too_large => Some(FormRefusal::TooLarge),
            Ok(()) => None,
        };
        Ok(Admitted::Form(form, refusal))
    }

    /// A page. The template gets `frame` and `page`.
    pub(in crate::serve) fn render(
        &self,
        name: &str,
        frame: Frame<'_>,
        page: &impl Serialize,
    ) -> Response<ResponseBody> {
        let frame = Frame { token: self.secrets.field.as_str(), may_stop: self.may_stop, ..frame };
        match self.templates.render(name, &frame, page) {
            Ok(html) => complete(StatusCode::OK, HTML, html),
            Err(error) => text_line(StatusCode::INTERNAL_SERVER_ERROR, &format!("This page can't be shown: {error}")),
        }
    }

    /// The headers of a page, and the cookie that its forms need.
    pub(in crate::serve) fn add_headers(&self, response: &mut Response<ResponseBody>) {
        for (name, value) in PAGE_HEADERS {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        let (name, secret) = (&self.cookie_name, self.secrets.cookie.as_str());
        let cookie = Bytes::from(format!("{name}={secret}; Path=/-/; HttpOnly; SameSite=Strict"));
        // Hexadecimal digits are always a valid header.
        if let Ok(mut cookie) = HeaderValue::from_maybe_shared(cookie) {
            cookie.set_sensitive(true);
            response.headers_mut().insert(header::SET_COOKIE, cookie);
        }
    }
}

/// A file that pages load. `None` if there is none of this name.
pub(in crate::serve) fn page_file(name: &str) -> Option<Response<ResponseBody>> {
    match name {
        "dashboard.css" => Some(complete(StatusCode::OK, content_type(name), STYLE.concat())),
        name => SCRIPTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| complete(StatusCode::OK, content_type(name), *text)),
    }
}
