//! Saves a form that was sent, or shows it again.

use hyper::{Response, StatusCode};

use super::address;
use super::conflict_page;
use super::drafts;
use super::form_page::{self, Typed, seen_of};
use super::form_target::{FormTarget, ItemName, NoForm};
use super::lost_form::LostForm;
use super::pages::FormRefusal;
use super::request::PageRequest;
use super::row_changes::RowChange;
use super::saving::{edits, pairs_of, save};
use crate::editor::SaveError;
use crate::report::ContentPath;
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};

/// Saves the form of a file, or changes its rows and shows it again.
pub(super) fn post(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    let target = match FormTarget::open(request, path, form.get("item")) {
        Ok(target) => target,
        Err(reason) => return lost(path, form, reason).keep(request),
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
    let is_new_item = target.item.as_ref().is_some_and(|item| item.index.is_none());
    if edits.is_empty() && (target.is_new || is_new_item) {
        let message = "Write something first.".to_owned();
        return again(request, &target, (form, message), StatusCode::UNPROCESSABLE_ENTITY);
    }
    match save(request, &target, &edits) {
        Ok(saved) => {
            drafts::drop_of(request, form);
            see_other(&address::after_save(&page_after(&target, button), saved.save))
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
pub(super) fn refuse(request: &PageRequest, path: &str, form: &Form, why: FormRefusal) -> Response<ResponseBody> {
    match FormTarget::open(request, path, form.get("item")) {
        Ok(target) => again(request, &target, (form, why.message_above_form().to_owned()), why.status()),
        Err(reason) => lost(path, form, reason).refuse(request, why.status()),
    }
}

fn lost<'f>(path: &str, form: &'f Form, reason: NoForm) -> LostForm<'f> {
    let path = ContentPath::new(path);
    LostForm { address: address::of_form(&path, form.get("item")), path, form, reason }
}

fn page_after(target: &FormTarget, button: &str) -> String {
    let path = target.path();
    let item = |list: &str, at: usize| address::of_item(path, &format!("{list}.{at}"));
    match (&target.item, button) {
        (None, _) | (_, "item-remove") => address::of_file(path, 0),
        (Some(ItemName { list, index: Some(at) }), "item-up") => item(list, at.saturating_sub(1)),
        (Some(ItemName { list, index: Some(at) }), "item-down" | "item-copy") => {
            let count = target.count();
            let last = if button == "item-copy" { count } else { count.saturating_sub(1) };
            item(list, (at + 1).min(last))
        }
        (Some(ItemName { list, index: Some(at) }), _) => item(list, *at),
        (Some(ItemName { list, index: None }), _) => item(list, target.count()),
    }
}
