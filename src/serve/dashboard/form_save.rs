//! Saves a form that was sent, or shows it again.

use hyper::{Response, StatusCode};

use super::address;
use super::conflict_page;
use super::drafts;
use super::form_page::{self, Typed, no_form, seen_of};
use super::form_target::{FormTarget, ItemName};
use super::request::PageRequest;
use super::row_changes::RowChange;
use super::saving::{count_of, edits, pairs_of, save};
use crate::editor::SaveError;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};

/// Saves the form of a file, or changes its rows and shows it again.
pub(super) fn post(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    let target = match FormTarget::open(request, path, form.get("item")) {
        Ok(target) => target,
        Err(reason) => return no_form(request, reason),
    };
    let pairs = pairs_of(form);
    let button = form.get("do");
    if let Some(change) = RowChange::parse(button) {
        let typed = Typed {
            pairs: change.apply(pairs),
            seen: Some(form.get("seen").to_owned()),
            draft: drafts::id_of(form),
            ..Typed::default()
        };
        return form_page::show(request, &target, typed);
    }
    if button == "resolve" || form.get("seen") != seen_of(&target) {
        return conflict_page::show(request, &target, form);
    }
    let edits = edits(&target, &pairs, button, request.state.previews.now().date());
    match save(request, &target, &edits) {
        Ok(_) => {
            drafts::drop_of(request, form);
            see_other(&address_after(&target, button))
        }
        Err(SaveError::Conflict(_)) => conflict_page::show(request, &target, form),
        Err(error) => again(request, &target, (form, error.to_string()), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// Shows a form again as it was typed, because it can't be saved.
pub(super) fn again(
    request: &PageRequest,
    target: &FormTarget,
    (form, message): (&Form, String),
    status: StatusCode,
) -> Response<ResponseBody> {
    let seen = Some(form.get("seen").to_owned());
    let (pairs, draft) = (pairs_of(form), drafts::id_of(form));
    form_page::show(request, target, Typed { pairs, message: Some(message), seen, status, draft, is_draft: false })
}

/// The same, of a form whose file is not open yet.
pub(super) fn refuse(
    request: &PageRequest,
    path: &str,
    (form, message): (&Form, &str),
    status: StatusCode,
) -> Response<ResponseBody> {
    match FormTarget::open(request, path, form.get("item")) {
        Ok(target) => again(request, &target, (form, message.to_owned()), status),
        Err(reason) => no_form(request, reason),
    }
}

fn address_after(target: &FormTarget, button: &str) -> String {
    let path = target.path();
    let file = || format!("{}?saved=1", address::of_file(path, 0));
    let item = |list: &str, at: usize| format!("{}&saved=1", address::of_item(path, &format!("{list}.{at}")));
    match (&target.item, button) {
        (None, _) | (_, "item-remove") => file(),
        (Some(ItemName { list, index: Some(at) }), "item-up") => item(list, at.saturating_sub(1)),
        (Some(ItemName { list, index: Some(at) }), "item-down" | "item-copy") => {
            let count = count_of(target, list);
            let last = if button == "item-copy" { count } else { count.saturating_sub(1) };
            item(list, (at + 1).min(last))
        }
        (Some(ItemName { list, index: Some(at) }), _) => item(list, *at),
        (Some(ItemName { list, index: None }), _) => {
            let count = count_of(target, list);
            item(list, count)
        }
    }
}
