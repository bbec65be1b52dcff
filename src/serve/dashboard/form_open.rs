//! Opens a form: as the file is, or with what was typed earlier.

use hyper::Response;

use super::form_page::{Typed, address_at, address_of, no_form, seen_of, show};
use super::form_target::{FormTarget, NoForm};
use super::lost_form::LostForm;
use super::request::PageRequest;
use super::saving::pairs_of;
use super::{address, conflict_page, drafts};
use crate::editor::FormDraft;
use crate::report::ContentPath;
use crate::serve::response::{ResponseBody, redirect};

/// Shows the form of the file with this path.
pub(super) fn get(request: &PageRequest, path: &str) -> Response<ResponseBody> {
    let item = request.query("item");
    let target = match FormTarget::open(request, path, &item) {
        Ok(target) => target,
        Err(reason) => return without_form(request, (path, &item), reason),
    };
    if let Ok(offset) = request.query("at").parse() {
        return redirect(&address_at(&target, offset));
    }
    match drafts::requested(request, &address_of(&target)) {
        Some(draft) => show_draft(request, &target, &draft),
        None => show(request, &target, Typed::default()),
    }
}

/// Shows what was typed earlier into a form that can't be shown any more.
fn without_form(request: &PageRequest, (path, item): (&str, &str), reason: NoForm) -> Response<ResponseBody> {
    let path = ContentPath::new(path);
    let address = address::of_form(&path, item);
    match (drafts::requested(request, &address), reason) {
        (Some(draft), reason) => LostForm { address, path, form: &drafts::as_form(&draft), reason }.show_draft(request),
        // An item that was emptied was removed by that.
        (None, NoForm::NoItem(path)) if !request.query("saved").is_empty() => {
            redirect(&format!("{}?saved={}", address::of_file(&path, 0), address::encoded(&request.query("saved"))))
        }
        (None, reason) => no_form(request, reason),
    }
}

/// Shows what was typed earlier, and both versions if the file has changed since.
fn show_draft(request: &PageRequest, target: &FormTarget, draft: &FormDraft) -> Response<ResponseBody> {
    let form = drafts::as_form(draft);
    if form.get("seen") != seen_of(target) {
        return conflict_page::show(request, target, &form);
    }
    let typed = Typed { pairs: pairs_of(&form), draft: Some(draft.id), is_draft: true, ..Typed::default() };
    show(request, target, typed)
}
