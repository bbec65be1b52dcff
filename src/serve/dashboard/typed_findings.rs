//! The findings of a form as it is typed, by the names of its fields on the page.

use std::collections::BTreeMap;

use super::form_target::FormTarget;
use super::lines_view::name_on_page;
use super::row_changes::Pairs;
use super::todo::Task;
use crate::editor::form::field_at;
use crate::editor::{FileEdit, OpenFile};
use crate::report::Finding;

/// The findings that belong to a field, by its name.
pub(super) type FieldTasks = BTreeMap<String, Vec<Task>>;

/// The file that a form would save. `None` if an edit is refused.
pub(super) fn typed_file(target: &FormTarget, edits: &[FileEdit]) -> Option<OpenFile> {
    target.file.with_edits(edits).ok()
}

/// The findings of the file as it is typed.
pub(super) fn typed_findings(
    target: &FormTarget,
    (file, pairs): (&OpenFile, &Pairs),
    findings: &[Finding],
) -> FieldTasks {
    let fields = target.form.fields(Some(file), &target.form.values(file));
    let mut tasks = FieldTasks::new();
    for finding in findings {
        let place = &finding.place;
        let is_here = place.path() == target.path() && *place.source.text == *file.text() && !place.is_whole_file();
        let Some(name) = is_here.then(|| field_at(&fields, file, place.span.start)).flatten() else { continue };
        let name = name_in_form(target, name_on_page(&fields, &name), pairs);
        tasks.entry(name).or_default().push(Task::new(finding));
    }
    tasks
}

/// The name in the form of a field that has another in the file that it would save: rows of the form keep their numbers
/// until they are saved.
fn name_in_form(target: &FormTarget, name: &str, pairs: &Pairs) -> String {
    match name.split_once('.') {
        Some((list, _)) if target.item.is_none() && has_other_rows(list, pairs) => list.to_owned(),
        _ => name.to_owned(),
    }
}

/// True if the rows of a list are not those of the file, in its order.
fn has_other_rows(list: &str, pairs: &Pairs) -> bool {
    let inside = |name: &str, what: &str| {
        let id = name.strip_prefix(list).and_then(|rest| rest.strip_prefix('.')).and_then(|id| id.strip_suffix(what));
        id.is_some_and(|id| !id.contains('.'))
    };
    let origins = pairs.iter().filter(|(name, _)| inside(name, "@was"));
    let is_moved = origins.enumerate().any(|(at, (_, origin))| *origin != at.to_string());
    is_moved || pairs.iter().any(|(name, _)| inside(name, "@new"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_were_added_moved_or_removed_are_noticed() {
        let has = |names: &[(&str, &str)]| {
            let pairs = names.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            has_other_rows("films", &pairs)
        };
        let same = [("films.0@was", "0"), ("films.0.title", "A"), ("films.1@was", "1"), ("other.0@new", "")];
        assert!(!has(&same) && !has(&[]));
        assert!(has(&[("films.1@was", "1"), ("films.0@was", "0")]));
        assert!(has(&[("films.1@was", "1")]));
        assert!(has(&[("films.0@was", "0"), ("films.1@new", "")]));
        assert!(!has(&[("films.0@was", "0"), ("films.0.parts.0@new", "")]));
    }
}
