//! Decides who sees the dashboard, and who may change files with it.
//!
//! The dashboard writes files and shows drafts. Only the person at this computer may use it, and only through its own
//! pages. These are the threats, what stops each, and the test that shows it, in `tests/serve/hostile_forms.rs` or
//! `hostile_start.rs`:
//!
//! | Threat | What stops it | Test |
//! | --- | --- | --- |
//! | A page of another site sends a form, in the background or as a navigation | `Sec-Fetch-Site` must be `same-origin`, without the exception that links have | `forms_of_other_sites_are_refused` |
//! | The same, from an old browser or a program that sends no such header | `Origin` must be there and exactly this address; `null` is refused | `forms_need_exactly_this_origin` |
//! | A page of another program at another port of this computer, which shares cookies and counts as the same site | `Origin` includes the port; the hidden field | `forms_of_other_ports_are_refused` |
//! | A host name that points to this computer (DNS rebinding) | `Host` must be an address that the preview listens on | `rebound_host_names_see_and_change_nothing` |
//! | Another computer, or a phone with `--phone` | Only the loopback listener serves the dashboard, to loopback addresses, under loopback names | `only_loopback_listeners_serve_the_dashboard` in `listen.rs` |
//! | A guessed or old token | 256 random bits a run, compared in constant time: one in a cookie with `SameSite=Strict`, one in each form | `both_tokens_of_this_run_are_needed` |
//! | A page of the preview with a hostile script, from a theme that somebody downloaded, reads the dashboard to get the token | Pages of the dashboard are only sent to navigations, never to `fetch`, and their browsing context group is their own (`Cross-Origin-Opener-Policy`) | `scripts_of_the_preview_cannot_read_the_dashboard` |
//! | The same script sends what only the script of a form may send, such as a draft | It knows no token, and the answers have none | `scripts_of_the_preview_send_nothing_and_learn_no_token` |
//! | A frame around the dashboard, with something else on top of its buttons | `frame-ancestors 'none'`, `X-Frame-Options` | `pages_of_the_dashboard_run_only_their_own_files` |
//! | A hostile script in a page that is shown in a frame next to a form reads the form | Such pages run no scripts: they are sandboxed by the frame and by their own policy | `what_is_typed_is_shown_on_a_page_of_its_own_that_runs_no_script` in `drafts.rs` |
//! | HTML in file names, titles and values of content files | Templates escape every value; no inline script runs, and forms only go to this address | `hostile_content_is_only_text`, `pages_of_the_dashboard_run_only_their_own_files` |
//! | Pictures with scripts (SVG) | Sent with `sandbox` and a policy that allows nothing | `pictures_cannot_run_scripts` |
//! | Paths that lead elsewhere, in any encoding; names that Windows reads differently | A path is looked up among the files of the content folder, and never joined to it | `no_path_of_the_dashboard_leaves_the_content` |
//! | A page of another site has the start page look at a path on another computer, which Windows sends a proof of the password to | The list of folders is not shown to links of other sites, and only has folders on drives | `folders_are_not_listed_for_other_sites` |
//! | A form of one folder saves into another | One run opens one folder | `one_run_opens_one_folder` |
//! | A page of another site stops the program | The same as for forms that save | `only_the_start_page_and_the_dashboard_stop_the_program` |
//! | Links to files outside of the content folder | A file that is a link, or below one, is not changed | `links_are_never_followed` |
//! | Other content types, which a page may send without asking | Only `application/x-www-form-urlencoded`, and `multipart/form-data` where a file is asked for | `other_content_types_are_refused`, `files_are_only_taken_where_they_are_asked_for` |
//! | A file that is not what its name says, such as a web page called `a.jpg`, or a drawing with a script | Pictures are decoded and their pixels encoded again, drawings are cleaned, documents are read, and all others refused | `files_of_wrong_types_are_refused` |
//! | A picture that is small on the disk and huge in memory | The size is read before the pixels | `huge_files_and_pictures_are_refused` |
//! | A name of a file with a path in it, or one that Windows reads differently | Only the letters of its last part are used, and the extension is that of the content | `names_of_files_are_never_paths` |
//! | A file in place of another one | A new name is found for it | `files_never_replace_others` |
//! | Endless or huge files | 25 MiB, 100 fields, 2 minutes; the cookie is checked before anything is read | `huge_files_and_pictures_are_refused`, `files_without_the_cookie_are_not_read` |
//! | A picture in the content that is opened by itself | Sent with `nosniff`, drawings with `sandbox`, and only those that the content has | `kept_pictures_cannot_run_scripts_and_nothing_else_is_sent` |
//! | Endless, slow or huge forms | 1 MiB, 5,000 fields, 30 seconds | `large_forms_are_refused_and_nothing_is_lost` |
//! | GET requests that change something, which links and pictures can send | Only POST changes anything | `get_requests_change_nothing` |

use hyper::StatusCode;
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, HeaderMap, ORIGIN};
use hyper::http::request::Parts;

use super::form_body::Form;
use super::guard::single_header;
use super::secret::Secret;

/// The two secrets of the dashboard.
#[derive(Debug)]
pub(super) struct FormSecrets {
    /// Sent by the browser with each request to the dashboard.
    pub(super) cookie: Secret,
    /// In each form.
    pub(super) field: Secret,
}

/// The name of the hidden field with [`FormSecrets::field`].
pub(super) const TOKEN_FIELD: &str = "token";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WriteRejection {
    /// The request comes from another computer.
    OtherComputer,
    /// A script or a frame asks for a page.
    NotNavigated,
    /// Another site's page sent the form, or it is not known which.
    OtherOrigin,
    /// A page of another site leads here.
    OtherSite,
    /// The form has another content type.
    ContentType,
    /// A token is missing, or is one of another run.
    Token,
}

impl WriteRejection {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::ContentType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            _ => StatusCode::FORBIDDEN,
        }
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            Self::OtherComputer => "Only the computer that runs Fingerpost can use the dashboard.",
            Self::NotNavigated => "Open this page in a tab of your browser.",
            Self::OtherOrigin => "Only Fingerpost\u{2019}s own pages can send forms. Nothing was saved.",
            Self::OtherSite => "Other websites cannot lead to this page. Open it from the start page.",
            Self::ContentType => "This is not a form of Fingerpost. Nothing was saved.",
            Self::Token => {
                "Fingerpost was started again after you opened this page. Nothing was saved. Go back, copy what you \
                 typed, and load the page again."
            }
        }
    }
}

/// Checks a request for anything of the dashboard.
pub(super) fn check_reader(is_this_computer: bool) -> Result<(), WriteRejection> {
    if is_this_computer { Ok(()) } else { Err(WriteRejection::OtherComputer) }
}

/// Checks a request for a page of the dashboard, which has the token in it. Browsers that send `Sec-Fetch-Dest` say whether
/// a person opens the page.
pub(super) fn check_page(request: &Parts) -> Result<(), WriteRejection> {
    match request.headers.get("sec-fetch-dest").map(|value| value.as_bytes()) {
        None | Some(b"document") => Ok(()),
        Some(_) => Err(WriteRejection::NotNavigated),
    }
}

/// Checks a request for a page that not even a link of another site may lead to.
pub(super) fn check_same_origin(request: &Parts) -> Result<(), WriteRejection> {
    let headers = &request.headers;
    let is_own = matches!(single_header(headers, "sec-fetch-site"), Some("same-origin" | "none"));
    if is_own || !headers.contains_key("sec-fetch-site") { Ok(()) } else { Err(WriteRejection::OtherSite) }
}

/// Who may send a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sender {
    /// Only a person, who is shown the page that answers it.
    Page,
    /// The same, with a file.
    PageWithFile,
    /// Only the script of a form. The answer has no token in it.
    Script,
}

impl Sender {
    fn content_type(self) -> &'static str {
        match self {
            Self::Page | Self::Script => "application/x-www-form-urlencoded",
            Self::PageWithFile => "multipart/form-data",
        }
    }
}

/// Checks a form before its body is read. `guard` has checked its host.
pub(super) fn check_sender(request: &Parts, sender: Sender) -> Result<(), WriteRejection> {
    let headers = &request.headers;
    if headers.contains_key("sec-fetch-site") && single_header(headers, "sec-fetch-site") != Some("same-origin") {
        return Err(WriteRejection::OtherOrigin);
    }
    let host = single_header(headers, HOST.as_str()).unwrap_or_default();
    let origin = single_header(headers, ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://"));
    if origin != Some(host) {
        return Err(WriteRejection::OtherOrigin);
    }
    let content_type = single_header(headers, CONTENT_TYPE.as_str()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case(sender.content_type()) {
        return Err(WriteRejection::ContentType);
    }
    match sender {
        Sender::Page | Sender::PageWithFile => check_page(request),
        Sender::Script => Ok(()),
    }
}

/// Checks the tokens of a form, whose sender has been checked.
pub(super) fn check_tokens(
    (request, form): (&Parts, &Form),
    secrets: &FormSecrets,
    cookie_name: &str,
) -> Result<(), WriteRejection> {
    let has_field = secrets.field.is(form.get(TOKEN_FIELD));
    if has_cookie(request, secrets, cookie_name) && has_field { Ok(()) } else { Err(WriteRejection::Token) }
}

/// True if the browser has been given the cookie of this run. A file is only read from such a one.
pub(super) fn has_cookie(request: &Parts, secrets: &FormSecrets, cookie_name: &str) -> bool {
    cookies(&request.headers, cookie_name).any(|value| secrets.cookie.is(value))
}

fn cookies<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(key, _)| *key == name).map(|(_, value)| value)
}
