//! Saves edits of content files, and waits until the preview shows them.

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::drafts::ID_FIELD;
use super::event_dates::with_day_of_change;
use super::field_view::{is_same_date, shown};
use super::form_target::FormTarget;
use super::request::PageRequest;
use super::row_changes::Pairs;
use super::statements::without_unanswered;
use super::text_part_view::text_edits;
use crate::editor::form::{FieldContent, FormField};
use crate::editor::{FileChange, FileEdit, FileVersion, SaveError, SavedFile};
use crate::programme::format::Control;
use crate::serve::form_body::Form;
use crate::serve::state::AppState;

/// The names of fields that are not of the content.
const OWN_FIELDS: [&str; 9] = ["token", "seen", "item", "do", "base", "pressed", "for-group", ID_FIELD, "live"];

/// How long a save waits until the preview shows it.
const MAX_BUILD: Duration = Duration::from_secs(5);

/// The fields of a form that are of the content.
pub(super) fn pairs_of(form: &Form) -> Pairs {
    let is_content = |(name, _): &&(String, String)| !OWN_FIELDS.contains(&name.as_str()) && !name.starts_with("keep-");
    without_unanswered(form.fields.iter().filter(is_content).cloned().collect())
}

/// The edits of a form that is sent today, and what the button does with the item.
pub(super) fn edits(target: &FormTarget, pairs: &Pairs, button: &str, today: Date) -> Vec<FileEdit> {
    let pairs = with_day_of_change(target.path(), with_dates_as_written(target, pairs), today);
    // First, because the other edits may move what they are about.
    let mut edits = text_edits(target, &pairs);
    edits.extend(confirmed(target, &pairs));
    edits.extend(target.form.edits(&target.file, &target.form.sent(&pairs)));
    let index = target.item.as_ref().and_then(|item| item.index);
    let Some((path, at)) = target.list().zip(index) else { return edits };
    let count = target.count();
    match button {
        "item-up" if at > 0 => edits.push(FileEdit::MoveItem { path, from: at, to: at - 1 }),
        "item-down" if at + 1 < count => edits.push(FileEdit::MoveItem { path, from: at, to: at + 1 }),
        "item-copy" => {
            // With what was just typed.
            let saved = target.file.with_edits(&edits).ok();
            let copy = saved.and_then(|file| file.values().at(&path.index(at)).cloned());
            if let Some(value) = copy {
                edits.push(FileEdit::Append { path: path.clone(), value });
                edits.push(FileEdit::MoveItem { path, from: count, to: at + 1 });
            }
        }
        "item-remove" => return vec![FileEdit::RemoveItem { path: path.index(at) }],
        _ => {}
    }
    edits
}

/// The edits of lists that were made up and that somebody has found to be right.
fn confirmed(target: &FormTarget, pairs: &Pairs) -> Vec<FileEdit> {
    let fields = target.fields(&target.form.values(&target.file));
    let names = pairs.iter().filter_map(|(name, _)| name.strip_suffix("@right"));
    let lists = names.filter_map(|name| fields.iter().find_map(|field| field.find(name)));
    lists.map(|list| FileEdit::Confirm { path: list.path.clone() }).collect()
}

/// Dates that are the same as in the file stay as they are written there: the form shows them in words.
fn with_dates_as_written(target: &FormTarget, pairs: &Pairs) -> Pairs {
    let mut dates: Vec<(String, String)> = Vec::new();
    target.fields(&target.form.values(&target.file)).iter().for_each(|field| collect_dates(field, &mut dates));
    let as_written = |(name, value): &(String, String)| {
        if let Some(list) = name.strip_suffix("@lines") {
            let line = |line: &str| {
                let is_item = |other: &str| other.rsplit_once('.').is_some_and(|(of, _)| of == list);
                let date = dates
                    .iter()
                    .find(|(other, written)| is_item(other) && is_same_date(&Control::Day, (written, line)));
                date.map_or_else(|| line.to_owned(), |(_, written)| written.clone())
            };
            return (name.clone(), value.lines().map(|text| line(text.trim())).collect::<Vec<_>>().join("\n"));
        }
        let date =
            dates.iter().find(|(other, written)| other == name && is_same_date(&Control::Day, (written, value.trim())));
        (name.clone(), date.map_or_else(|| value.clone(), |(_, written)| written.clone()))
    };
    pairs.iter().map(as_written).collect()
}

fn collect_dates(field: &FormField, dates: &mut Vec<(String, String)>) {
    match &field.content {
        FieldContent::Text(text) if shown(&field.definition.control, text) != *text => {
            dates.push((field.name.clone(), text.clone()));
        }
        FieldContent::Fields(fields) => fields.iter().for_each(|field| collect_dates(field, dates)),
        FieldContent::Rows(rows) => rows.iter().for_each(|row| collect_dates(&row.field, dates)),
        _ => {}
    }
}

/// Saves edits of a file, or makes a new one with them, and waits until the preview shows it.
pub(super) fn save(request: &PageRequest, target: &FormTarget, edits: &[FileEdit]) -> Result<SavedFile, SaveError> {
    let (content, now) = (&request.state.dashboard.content, request.state.previews.now());
    and_wait(&request.state, || {
        if target.is_new {
            let file = target.file.with_edits(edits)?;
            return content.create(target.path(), file.bytes(), now);
        }
        content.save(target.path(), target.file.seen(), FileChange::Edits(edits), now)
    })
}

/// Saves something, and waits until the preview shows it.
pub(super) fn and_wait(
    state: &Arc<AppState>,
    save: impl FnOnce() -> Result<SavedFile, SaveError>,
) -> Result<SavedFile, SaveError> {
    let saved = save()?;
    if saved.save.is_some() {
        wait_for_preview(state);
    }
    Ok(saved)
}

/// Waits until the preview shows the content as it is now.
pub(super) fn wait_for_preview(state: &Arc<AppState>) {
    let state = state.clone();
    let handle = Handle::current();
    let rebuild = handle.spawn_blocking(move || state.previews.rebuild());
    // If that takes longer, the page shows the findings of the build before.
    let _ = handle.block_on(async { timeout(MAX_BUILD, rebuild).await });
}

/// The version of a file that a form names.
pub(super) fn version(text: &str) -> Option<FileVersion> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::form::ContentForm;
    use crate::programme::CONTENT_FILES;

    #[test]
    fn no_key_of_a_content_file_is_taken_for_a_field_of_the_form_itself() {
        for kind in CONTENT_FILES {
            let form = ContentForm::of_kind(kind.name).expect("a form");
            for field in form.definitions() {
                assert!(!OWN_FIELDS.contains(&field.key), "{}: {}", kind.name, field.key);
                assert!(!field.key.starts_with("keep-"), "{}: {}", kind.name, field.key);
            }
        }
    }
}
