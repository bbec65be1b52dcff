//! What was typed into a form that can't be shown any more, because its file has changed or is gone.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts::{self, DraftOffer};
use super::form_page::title_of_file;
use super::form_target::NoForm;
use super::request::PageRequest;
use super::saving::pairs_of;
use crate::report::ContentPath;
use crate::serve::form_body::Form;
use crate::serve::response::ResponseBody;

/// A form that was sent, or a draft of it.
pub(super) struct LostForm<'f> {
    /// Its own address.
    pub(super) address: String,
    pub(super) path: ContentPath,
    pub(super) form: &'f Form,
    /// Why it can't be shown.
    pub(super) reason: NoForm,
}

#[derive(Debug, Serialize)]
struct LostPage {
    why: String,
    /// True if what was typed is kept as a draft.
    is_kept: bool,
    /// The names of the fields, and what was typed.
    fields: Vec<(String, String)>,
    /// The page of the file as text. `None` if that can't be shown either.
    text_address: Option<String>,
    draft: String,
    is_draft: bool,
    offers: Vec<DraftOffer>,
}

impl LostForm<'_> {
    /// Keeps what was sent as a draft, and shows it.
    pub(super) fn keep(&self, request: &PageRequest) -> Response<ResponseBody> {
        let draft = (self.address.as_str(), title_of_file(request, &self.path));
        let is_kept =
            drafts::id_of(self.form).is_some() && drafts::keep(request, draft, self.form, pairs_of(self.form)).is_ok();
        let status = match self.reason {
            NoForm::NotFound | NoForm::NoItem(_) => StatusCode::NOT_FOUND,
            NoForm::Text(_) => StatusCode::CONFLICT,
            NoForm::Unusable(..) => StatusCode::UNPROCESSABLE_ENTITY,
        };
        self.show(request, (is_kept, false), status)
    }

    /// Shows a form that may not be saved.
    pub(super) fn refuse(&self, request: &PageRequest, status: StatusCode) -> Response<ResponseBody> {
        self.show(request, (false, false), status)
    }

    /// Shows the draft that somebody wants to go on with.
    pub(super) fn show_draft(&self, request: &PageRequest) -> Response<ResponseBody> {
        self.show(request, (false, true), StatusCode::OK)
    }

    fn show(
        &self,
        request: &PageRequest,
        (is_kept, is_draft): (bool, bool),
        status: StatusCode,
    ) -> Response<ResponseBody> {
        let path = &self.path;
        let (title, why) = match &self.reason {
            NoForm::NotFound => {
                (format!("{path} is not there any more"), "The file may have been moved or deleted.".to_owned())
            }
            NoForm::NoItem(_) => (
                format!("What you typed has no place in {path} now"),
                "Another program or another tab has removed the part of the file that this form was for.".to_owned(),
            ),
            NoForm::Text(_) => (
                format!("The form of {path} cannot be shown now"),
                "The file has changed since you opened it, and cannot be read. Edit it as text to fix that.".to_owned(),
            ),
            NoForm::Unusable(_, error) => (format!("{path} cannot be edited here now"), error.to_string()),
        };
        let is_readable = matches!(self.reason, NoForm::Text(_) | NoForm::NoItem(_));
        let page = LostPage {
            why,
            is_kept,
            fields: pairs_of(self.form).into_iter().filter_map(as_typed).collect(),
            text_address: is_readable.then(|| address::of_text(path)),
            draft: self.form.get(drafts::ID_FIELD).to_owned(),
            is_draft,
            offers: Vec::new(),
        };
        let mut response = request.page_with_errors(("lost-form.html", &title), true, &page);
        *response.status_mut() = status;
        response
    }
}

/// A field with its text. `None` for what nobody has typed.
fn as_typed((name, value): (String, String)) -> Option<(String, String)> {
    let is_of_form = ["@was", "@rows", "@new", "@only", "@right"].iter().any(|end| name.ends_with(end));
    let words = name.trim_end_matches("@lines").replace('@', " ");
    (!is_of_form && !value.trim().is_empty()).then_some((words, value))
}
