//! Both versions of a file that has changed since its form was opened, to choose from part by part.

use hyper::{Response, StatusCode};
use serde::Serialize;

use super::address;
use super::drafts;
use super::form_page::{self, Typed, seen_of};
use super::form_target::FormTarget;
use super::request::PageRequest;
use super::saving::{and_wait, edits, pairs_of, version};
use crate::editor::{ChangedBy, Conflict, DifferentPart, FileChange, OpenFile, SaveError, ValuePath, YamlValue};
use crate::serve::form_body::Form;
use crate::serve::response::{ResponseBody, see_other};

#[derive(Debug, Serialize)]
struct ConflictPage {
    path: String,
    item: String,
    /// The id of the page that it was typed into.
    draft: String,
    /// The version that the form was opened for.
    base: String,
    /// The version on the disk.
    seen: String,
    /// The button that the form was sent with.
    pressed: String,
    parts: Vec<PartView>,
    /// What was typed, to be sent again.
    fields: Vec<(String, String)>,
    /// True if the file has changed once more while the versions were compared.
    is_again: bool,
}

#[derive(Debug, Serialize)]
struct PartView {
    name: String,
    yours: Option<String>,
    theirs: Option<String>,
    /// True if what was typed is suggested.
    is_yours: bool,
    note: &'static str,
}

/// Shows both versions, or saves the parts that were chosen.
pub(super) fn show(request: &PageRequest, target: &FormTarget, form: &Form) -> Response<ResponseBody> {
    let is_choice = form.get("do") == "resolve";
    let opened = if is_choice { form.get("base") } else { form.get("seen") };
    let Some(conflict) = conflict(request, target, (form, opened)) else {
        return without_base(request, target, form);
    };
    let parts = conflict.parts();
    if is_choice && form.get("seen") == seen_of(target) {
        return resolve(request, target, (form, &parts));
    }
    if parts.is_empty() {
        return see_other(&address::after_save(&address::of_file(target.path(), 0), None));
    }
    let page = ConflictPage {
        path: target.path().to_string(),
        item: target.item_text(),
        draft: form.get(drafts::ID_FIELD).to_owned(),
        base: opened.to_owned(),
        seen: seen_of(target),
        pressed: pressed_in(form).to_owned(),
        parts: parts.iter().map(part_view).collect(),
        fields: pairs_of(form),
        is_again: is_choice,
    };
    let title = format!("{} has changed since you opened it", target.path());
    let mut response = request.page_with_errors(("conflict.html", &title), true, &page);
    *response.status_mut() = StatusCode::CONFLICT;
    response
}

/// The conflict between the file and what was typed. `None` if the version that the form was opened for is not known, or the
/// file was not there.
fn conflict(request: &PageRequest, target: &FormTarget, (form, opened): (&Form, &str)) -> Option<Conflict> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let opened = version(opened)?;
    // What was opened, without a change.
    let opened_file = match content.save(target.path(), opened, FileChange::Edits(&[]), now) {
        Err(SaveError::Conflict(conflict)) => conflict.yours().map(|file| file.bytes().to_vec()),
        _ => None,
    };
    let base = OpenFile::new(target.path().clone(), opened_file?).ok()?;
    let base = FormTarget { form: target.form.clone(), file: base, is_new: false, item: target.item.clone() };
    let edits = edits(&base, &pairs_of(form), pressed_in(form), now.date());
    match content.save(target.path(), opened, FileChange::Edits(&edits), now) {
        Err(SaveError::Conflict(conflict)) => Some(*conflict),
        _ => None,
    }
}

/// The button that the form was sent with, before both versions were shown.
fn pressed_in(form: &Form) -> &str {
    form.get(if form.get("do") == "resolve" { "pressed" } else { "do" })
}

fn resolve(
    request: &PageRequest,
    target: &FormTarget,
    (form, parts): (&Form, &[DifferentPart]),
) -> Response<ResponseBody> {
    let is_chosen = |(at, _): &(usize, &DifferentPart)| form.get(&format!("keep-{at}")) == "yours";
    let chosen: Vec<DifferentPart> = parts.iter().enumerate().filter(is_chosen).map(|(_, part)| part.clone()).collect();
    let edits = Conflict::edits(&chosen, |path: &ValuePath| target.form.order(path));
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    let saved =
        and_wait(&request.state, || content.save(target.path(), target.file.seen(), FileChange::Edits(&edits), now));
    match saved {
        Ok(saved) => {
            drafts::drop_of(request, form);
            see_other(&address::after_save(&address::of_file(target.path(), 0), saved.save))
        }
        Err(error) => {
            let typed = Typed {
                pairs: pairs_of(form),
                message: Some(error.to_string()),
                seen: Some(seen_of(target)),
                status: StatusCode::CONFLICT,
                draft: drafts::id_of(form),
                is_draft: false,
            };
            form_page::show(request, target, typed)
        }
    }
}

/// The two versions can't be compared, so what was typed is shown with the file as it is now.
fn without_base(request: &PageRequest, target: &FormTarget, form: &Form) -> Response<ResponseBody> {
    let message = "This file has changed since you opened it, and the two versions can’t be compared. Below is what you \
                   typed. Check it, then save it again. The version that it replaces stays in the history.";
    let typed = Typed {
        pairs: pairs_of(form),
        message: Some(message.to_owned()),
        seen: Some(seen_of(target)),
        status: StatusCode::CONFLICT,
        draft: drafts::id_of(form),
        is_draft: false,
    };
    form_page::show(request, target, typed)
}

fn part_view(part: &DifferentPart) -> PartView {
    PartView {
        name: part.path.as_ref().map_or_else(|| "Text".to_owned(), ToString::to_string),
        yours: part.yours.as_ref().map(in_words),
        theirs: part.theirs.as_ref().map(in_words),
        is_yours: part.changed_by != ChangedBy::Them,
        note: match part.changed_by {
            ChangedBy::You => "Only you changed this.",
            ChangedBy::Them => "Only the file changed.",
            ChangedBy::Both => "Both changed.",
        },
    }
}

/// A value as people read it, a line for each part.
fn in_words(value: &YamlValue) -> String {
    match value {
        YamlValue::Null => String::new(),
        YamlValue::Text(text) | YamlValue::Word(text) => text.clone(),
        YamlValue::List(items) => items.iter().map(in_words).collect::<Vec<_>>().join("\n"),
        YamlValue::Map(map) => {
            map.iter().map(|(key, value)| format!("{key}: {}", in_words(value))).collect::<Vec<_>>().join("\n")
        }
    }
}
