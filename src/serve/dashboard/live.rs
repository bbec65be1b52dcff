//! Answers the script of a form while somebody types: keeps a draft, and changes rows. Nothing is saved.
//!
//! The answers have no token in them: a script of a page of the site can send such a request, but knows no token and gets none.

use std::sync::Arc;

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::form_page::{self, Typed, address_of, draft_address, seen_of, title};
use super::form_target::FormTarget;
use super::new_page::LiveForm;
use super::request::PageRequest;
use super::row_changes::RowChange;
use super::saving::{edits, pairs_of};
use super::typed_findings::{FieldTasks, typed_file, typed_findings};
use super::wording::moment;
use super::{address, drafts, new_page, text_page};
use crate::editor::OpenFile;
use crate::serve::form_body::Form;
use crate::serve::preview::Preview;
use crate::serve::response::{ResponseBody, complete, text_line};

/// What the script shows.
#[derive(Debug, Default, Serialize)]
struct LiveAnswer {
    /// When a draft was kept. `None` if there is nothing to keep.
    kept: Option<String>,
    /// What somebody should know before they save.
    note: Option<String>,
    /// What is wrong with each field as it is typed. `None` if that is not known.
    findings: Option<FieldTasks>,
    /// The address of a page that shows what is typed.
    page: Option<String>,
}

const OPEN_TWICE: &str = "This form is also open in another tab. Whoever saves second is shown both versions.";
const CHANGED: &str = "This file has changed since you opened it. When you save, you are shown both versions.";

/// Answers the script of a form, whose field `live` is `open` while it is open, `typed` after somebody has typed, and
/// `closed` or `typed-and-closed` at its end. The form is the one at this path below the root of the dashboard.
pub(super) fn post(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    if let (Some(id), true) = (drafts::id_of(form), form.get("live").ends_with("closed")) {
        request.state.dashboard.open_forms.close(id);
        request.state.previews.drop_draft(&id.to_string());
    }
    match path.split_once('/') {
        Some(("edit", path)) => edit(request, path, form),
        Some(("text", path)) => text(request, path, form),
        Some(("new", kind)) => new(request, kind, form),
        _ => not_found(),
    }
}

fn edit(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    let Ok(target) = FormTarget::open(request, path, form.get("item")) else { return not_found() };
    let pairs = pairs_of(form);
    if let Some(change) = RowChange::parse(form.get("do")) {
        return form_page::fields(request, &target, Typed { pairs: change.apply(pairs), ..Typed::default() });
    }
    let is_changed = form.get("seen") != seen_of(&target);
    let edits = edits(&target, &pairs, "save", request.state.previews.now().date());
    let title = title(request, &target, &target.fields(&target.values(&pairs)));
    let has_edits = is_changed || !edits.is_empty();
    let fields = pairs.clone();
    let mut answer = kept(request, form, Draft { address: address_of(&target), title, fields, has_edits, is_changed });
    if form.get("live") == "typed"
        && !is_changed
        && let Some(file) = typed_file(&target, &edits)
    {
        let preview = rendered(request, form, &file, &mut answer);
        answer.findings = preview.map(|preview| typed_findings(&target, (&file, &pairs), &preview.findings));
    }
    as_json(&answer)
}

/// Renders the site with a file that is not saved yet. `None` if the page has no id.
fn rendered(request: &PageRequest, form: &Form, file: &OpenFile, answer: &mut LiveAnswer) -> Option<Arc<Preview>> {
    let id = drafts::id_of(form)?.to_string();
    let preview = request.state.previews.render_draft(&id, (file.path(), file.bytes()));
    answer.page = draft_address(&preview, &id, file.path());
    Some(preview)
}

fn text(request: &PageRequest, path: &str, form: &Form) -> Response<ResponseBody> {
    let Some(file) = text_page::open(request, path) else { return not_found() };
    let is_changed = form.get("seen") != file.seen().to_string();
    let typed = form.get("text");
    let draft = Draft {
        address: address::of_text(file.path()),
        title: format!("{}, as text", file.path()),
        fields: vec![("text".to_owned(), typed.to_owned())],
        has_edits: is_changed || typed.replace("\r\n", "\n") != file.text().replace("\r\n", "\n"),
        is_changed,
    };
    let mut answer = kept(request, form, draft);
    if form.get("live") == "typed"
        && !is_changed
        && let Ok(file) = file.with_lines(typed)
    {
        rendered(request, form, &file, &mut answer);
    }
    as_json(&answer)
}

fn new(request: &PageRequest, kind: &str, form: &Form) -> Response<ResponseBody> {
    match new_page::live(request, kind, form) {
        Some(LiveForm::Fields(fields)) => fields,
        Some(LiveForm::Typed { address, title, has_edits, file }) => {
            let pairs = pairs_of(form);
            let draft = Draft { address, title, fields: pairs.clone(), has_edits, is_changed: false };
            let mut answer = kept(request, form, draft);
            if let Some((target, file)) = file.filter(|_| form.get("live") == "typed").map(|file| *file) {
                let preview = rendered(request, form, &file, &mut answer);
                answer.findings = preview.map(|preview| typed_findings(&target, (&file, &pairs), &preview.findings));
            }
            as_json(&answer)
        }
        None => not_found(),
    }
}

/// What a page has of a form.
struct Draft {
    address: String,
    title: String,
    fields: Vec<(String, String)>,
    /// False if nothing was typed.
    has_edits: bool,
    /// True if the file is not as it was when the form was opened.
    is_changed: bool,
}

/// Keeps a draft.
fn kept(request: &PageRequest, form: &Form, draft: Draft) -> LiveAnswer {
    let Draft { address, title, fields, has_edits, is_changed } = draft;
    let is_open_twice =
        drafts::id_of(form).is_some_and(|id| request.state.dashboard.open_forms.note(id, drafts::form_name(&address)));
    let mut answer = LiveAnswer::default();
    if form.get("live").starts_with("typed") {
        if !has_edits {
            drafts::drop_draft_of(request, form);
        } else if let Err(error) = drafts::keep(request, (&address, title), form, fields) {
            answer.note = Some(format!("What you typed could not be kept as a draft: {error}"));
        } else {
            let now = request.state.previews.now();
            answer.kept = Some(moment(now, now));
        }
    }
    if is_changed {
        answer.note = Some(CHANGED.to_owned());
    } else if is_open_twice {
        answer.note.get_or_insert(OPEN_TWICE.to_owned());
    }
    answer
}

fn as_json(answer: &LiveAnswer) -> Response<ResponseBody> {
    // Serialising strings can't fail.
    let json = serde_json::to_vec(answer).unwrap_or_default();
    complete(StatusCode::OK, "application/json; charset=utf-8", json)
}

fn not_found() -> Response<ResponseBody> {
    text_line(StatusCode::NOT_FOUND, "There is no such form.")
}
