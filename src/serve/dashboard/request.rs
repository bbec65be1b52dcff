//! A request for a page of the dashboard, and the pages that answer it.

use std::borrow::Cow;
use std::sync::Arc;

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::page::Frame;
use crate::serve::preview::{Preview, PreviewState};
use crate::serve::response::ResponseBody;
use crate::serve::state::AppState;

/// What a page says after a save or an undo.
#[derive(Debug, Serialize)]
pub(super) struct SavedNote {
    words: &'static str,
    /// The number of the save that can be undone.
    save: Option<u32>,
}

/// A request that the guards have let through.
pub(super) struct PageRequest {
    pub(super) state: Arc<AppState>,
    pub(super) preview: Arc<Preview>,
    pub(super) query: String,
}

impl PageRequest {
    /// A page. The template gets `page`.
    pub(super) fn page(&self, names: (&str, &str), page: &impl Serialize) -> Response<ResponseBody> {
        self.page_with_errors(names, false, page)
    }

    /// The same, with “Error” in the title if something on it has to be put right.
    pub(super) fn page_with_errors(
        &self,
        (name, title): (&str, &str),
        has_errors: bool,
        page: &impl Serialize,
    ) -> Response<ResponseBody> {
        let dashboard = &self.state.dashboard;
        let frame = Frame {
            title: title.to_owned(),
            has_errors,
            is_out_of_date: self.preview.state != PreviewState::Current,
            institution: &self.preview.content.institution,
            site: self.state.base.as_str(),
            ..Frame::default()
        };
        dashboard.pages.render(name, frame, page)
    }

    /// A page with nothing but a message.
    pub(super) fn message(&self, status: StatusCode, title: &str, text: &str) -> Response<ResponseBody> {
        let mut response = self.page(("message.html", title), &text);
        *response.status_mut() = status;
        response
    }

    /// A value of the address's query. Empty if there is none.
    pub(super) fn query(&self, name: &str) -> Cow<'_, str> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs.find(|(key, _)| key == name).map_or(Cow::Borrowed(""), |(_, value)| value)
    }

    /// What was saved or undone before this page was opened.
    pub(super) fn saved(&self) -> Option<SavedNote> {
        let save = |number: &str| number.parse().ok().filter(|number| *number > 0);
        match &*self.query("saved") {
            "" => None,
            address::UNDONE => Some(SavedNote { words: "Undone.", save: None }),
            number => Some(SavedNote { words: "Saved.", save: save(number) }),
        }
    }

    pub(super) fn not_found(&self) -> Response<ResponseBody> {
        self.message(StatusCode::NOT_FOUND, "Page not found", "There is nothing at this address.")
    }
}
