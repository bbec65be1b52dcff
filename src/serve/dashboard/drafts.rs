//! Half-filled forms: kept while somebody types, listed, and offered when their form is opened again.

use hyper::Response;
use jiff::civil::DateTime;
use serde::Serialize;

use super::request::PageRequest;
use super::wording::moment;
use crate::editor::{DraftId, FormDraft, SaveError};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};
use crate::serve::route::DASHBOARD_ROOT;

/// The name of the field with the id of the page. A content file may have the key `draft`.
pub(super) const ID_FIELD: &str = "form-draft";

/// A draft of another page that was kept this recently may be somebody else's, who is still typing. In minutes.
const RECENT: i64 = 10;

/// A draft that somebody can go on with.
#[derive(Debug, Serialize)]
pub(super) struct DraftOffer {
    id: String,
    title: String,
    when: String,
    /// The address of the form with what was typed.
    link: String,
    is_open: bool,
    is_recent: bool,
}

/// The address of a form, as drafts name it.
pub(super) fn form_name(address: &str) -> &str {
    address.strip_prefix(DASHBOARD_ROOT).unwrap_or(address)
}

/// The drafts of a form.
pub(super) fn offers(request: &PageRequest, address: &str) -> Vec<DraftOffer> {
    let drafts = request.state.dashboard.content.drafts_kept().into_iter();
    drafts.filter(|draft| draft.form == form_name(address)).map(|draft| offer(request, draft)).collect()
}

/// All drafts, the last first.
pub(super) fn all(request: &PageRequest) -> Vec<DraftOffer> {
    request.state.dashboard.content.drafts_kept().into_iter().map(|draft| offer(request, draft)).collect()
}

fn offer(request: &PageRequest, draft: FormDraft) -> DraftOffer {
    let now = request.state.previews.now();
    let FormDraft { id, title, form, at, .. } = draft;
    let separator = if form.contains('?') { '&' } else { '?' };
    DraftOffer {
        id: id.to_string(),
        title,
        when: moment(at, now),
        link: format!("{DASHBOARD_ROOT}{form}{separator}draft={id}"),
        is_open: request.state.dashboard.open_forms.has(id),
        is_recent: is_recent(at, now),
    }
}

fn is_recent(at: DateTime, now: DateTime) -> bool {
    at <= now && at.checked_add(jiff::Span::new().minutes(RECENT)).is_ok_and(|end| now < end)
}

/// The draft that the address of a form asks for, if it is one of this form.
pub(super) fn requested(request: &PageRequest, address: &str) -> Option<FormDraft> {
    let id: DraftId = request.query("draft").parse().ok()?;
    request.state.dashboard.content.draft(id).filter(|draft| draft.form == form_name(address))
}

/// What a draft has, as a form that was sent.
pub(super) fn as_form(draft: &FormDraft) -> Form {
    let own = [("seen", draft.seen.clone().unwrap_or_default()), (ID_FIELD, draft.id.to_string())];
    let own = own.map(|(name, value)| (name.to_owned(), value));
    Form { fields: own.into_iter().chain(draft.fields.iter().cloned()).collect(), file: None, is_too_large: false }
}

/// The page that sent a form. `None` if it has no drafts.
pub(super) fn id_of(form: &Form) -> Option<DraftId> {
    form.get(ID_FIELD).parse().ok()
}

/// Keeps what was typed into a form.
pub(super) fn keep(
    request: &PageRequest,
    (address, title): (&str, String),
    form: &Form,
    fields: Vec<(String, String)>,
) -> Result<(), SaveError> {
    let Some(id) = id_of(form) else { return Ok(()) };
    let seen = Some(form.get("seen").to_owned()).filter(|seen| !seen.is_empty());
    let at = request.state.previews.now();
    let draft = FormDraft { id, form: form_name(address).to_owned(), title, seen, at, fields };
    request.state.dashboard.content.keep_draft(&draft)
}

/// Drops the draft of a form in which nothing is left to save.
pub(super) fn drop_draft_of(request: &PageRequest, form: &Form) {
    if let Some(id) = id_of(form) {
        // If it stays, it is offered once more.
        let _ = request.state.dashboard.content.drop_draft(id);
    }
}

/// The same of a form that was sent, whose page is closed by that.
pub(super) fn drop_of(request: &PageRequest, form: &Form) {
    drop_draft_of(request, form);
    if let Some(id) = id_of(form) {
        request.state.dashboard.open_forms.close(id);
        request.state.previews.drop_draft(&id.to_string());
    }
}

/// Throws a draft away and shows its form, or the dashboard.
pub(super) fn throw_away(request: &PageRequest, form: &Form) -> Response<ResponseBody> {
    let content = &request.state.dashboard.content;
    let Some(draft) = id_of(form).and_then(|id| content.draft(id)) else { return see_other(DASHBOARD_ROOT) };
    drop_of(request, form);
    let is_from_home = form.get("from") == "home";
    let form = if is_from_home { "#drafts" } else { &draft.form };
    see_other(&format!("{DASHBOARD_ROOT}{form}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_drafts_of_the_last_minutes_are_recent() {
        let at = |text: &str| text.parse::<DateTime>().expect("a time");
        let now = at("2026-11-30T00:05:00");
        assert!(is_recent(at("2026-11-29T23:56:00"), now) && is_recent(now, now));
        assert!(!is_recent(at("2026-11-29T23:55:00"), now) && !is_recent(at("2026-11-30T00:06:00"), now));
    }
}
