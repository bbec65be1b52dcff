//! The edits that give a file the values of a form.

use super::file_values::{BENCHMARKS, benchmark_entry, entry};
use super::form_value::{FormRow, FormRows, FormValue};
use super::text_parts::has_text_parts;
use super::written::{is_all, is_list_of, scalar, written};
use crate::editor::file_edit::{FileEdit, ValuePath, YamlValue};
use crate::programme::format::{Control, FieldDefinition};

/// A value that may differ between the file and the form.
#[derive(Clone, Copy)]
struct Compared<'v> {
    control: &'v Control,
    /// As the file has it.
    file: &'v YamlValue,
    /// The same as a form shows it.
    before: &'v FormValue,
    after: &'v FormValue,
}

/// Collects edits. Paths are those of the file at that point of the list.
#[derive(Default)]
pub(super) struct EditList {
    pub(super) edits: Vec<FileEdit>,
}

impl EditList {
    fn set(&mut self, path: &ValuePath, control: &Control, after: &FormValue) {
        let value = written(control, after).unwrap_or(YamlValue::Null);
        self.edits.push(FileEdit::Set { path: path.clone(), value });
    }

    /// The edits of the keys of a record.
    pub(super) fn record(
        &mut self,
        fields: &[FieldDefinition],
        (path, map): (&ValuePath, &[(String, YamlValue)]),
        before: &FormValue,
        after: &FormValue,
    ) {
        let order: Vec<&'static str> = fields.iter().map(|field| field.key).filter(|key| !key.is_empty()).collect();
        for field in fields {
            let (Some(before), Some(after)) = (before.field(field.key), after.field(field.key)) else { continue };
            self.key(&field.control, (path, field.key, &order), entry(field, fields, map), (before, after));
        }
    }

    /// The edits of a key that may be missing before or after.
    fn key(
        &mut self,
        control: &Control,
        (path, key, order): (&ValuePath, &'static str, &[&'static str]),
        entry: Option<&(String, YamlValue)>,
        (before, after): (&FormValue, &FormValue),
    ) {
        if is_same(before, after) {
            return;
        }
        match (entry, written(control, after)) {
            (None, Some(value)) => {
                let (path, key, order) = (path.clone(), key.to_owned(), order.to_vec());
                self.edits.push(FileEdit::AddKey { path, key, value, order });
            }
            (Some((key, file)), Some(_)) => self.value(&path.key(key), Compared { control, file, before, after }),
            (Some((_, YamlValue::Null)), None) | (None, None) => {}
            (Some((key, file)), None) if keeps_more((control, file), before, after) => {
                self.value(&path.key(key), Compared { control, file, before, after });
            }
            (Some((key, _)), None) => self.edits.push(FileEdit::RemoveKey { path: path.key(key) }),
        }
    }

    /// The edits of a value that is there before and after.
    fn value(&mut self, path: &ValuePath, compared: Compared<'_>) {
        let Compared { control, file, before, after } = compared;
        match (control, file, before, after) {
            (Control::Record(fields), YamlValue::Map(map), ..) => self.record(&fields(), (path, map), before, after),
            (Control::TextOrRecord { fields, .. }, YamlValue::Map(map), ..) => {
                self.record(&fields(), (path, map), before, after);
            }
            (Control::List(item), YamlValue::List(items), FormValue::Rows(before), FormValue::Rows(after)) => {
                self.rows(item, (path, items), before, after);
            }
            (Control::Labelled(item), YamlValue::Map(map), FormValue::Rows(before), FormValue::Rows(after))
                if has_clear_labels(map, after) || has_text_only(before) =>
            {
                self.labels(item, (path, map), before, after);
            }
            (Control::PerBenchmark(item), YamlValue::Map(map), ..) => {
                for number in BENCHMARKS {
                    let (Some(before), Some(after)) = (before.field(number), after.field(number)) else { continue };
                    self.key(item, (path, number, &BENCHMARKS), benchmark_entry(number, map), (before, after));
                }
            }
            (
                Control::Several { item, all },
                YamlValue::List(_),
                FormValue::Chosen(before),
                FormValue::Chosen(after),
            ) if !all.is_some_and(|all| is_all(item, all, after)) => {
                self.chosen(item, path, before, after);
            }
            (Control::WordOr { word, other }, YamlValue::List(_), ..)
                if !written(other, after).is_some_and(|value| is_list_of(word, &value)) =>
            {
                self.value(path, Compared { control: other, ..compared });
            }
            _ => self.set(path, control, after),
        }
    }

    fn rows(&mut self, item: &Control, (path, items): (&ValuePath, &[YamlValue]), before: &FormRows, after: &FormRows) {
        let file = |at: usize| items.get(at);
        let rows: Vec<&FormRow> = after.rows.iter().filter(|row| is_kept(item, row, before, file)).collect();
        for row in &rows {
            let Some(at) = row.origin else { continue };
            let (Some(file), Some(before)) = (items.get(at), before.rows.get(at)) else { continue };
            if !is_same(&before.value, &row.value) {
                self.value(&path.index(at), Compared { control: item, file, before: &before.value, after: &row.value });
            }
        }
        for row in rows.iter().filter(|row| row.origin.is_none()) {
            let value = written(item, &row.value).unwrap_or(YamlValue::Null);
            self.edits.push(FileEdit::Append { path: path.clone(), value });
        }
        let rows: Vec<Option<usize>> = rows.iter().map(|row| row.origin).collect();
        let arrangement = Arrangement::new(items.len(), &rows);
        for at in &arrangement.removed {
            self.edits.push(FileEdit::RemoveItem { path: path.index(*at) });
        }
        self.shifts(path, arrangement);
    }

    fn labels(
        &mut self,
        item: &Control,
        (path, map): (&ValuePath, &[(String, YamlValue)]),
        before: &FormRows,
        after: &FormRows,
    ) {
        let file = |at: usize| map.get(at).map(|(_, value)| value);
        let rows: Vec<&FormRow> = after.rows.iter().filter(|row| is_kept(item, row, before, file)).collect();
        for row in &rows {
            let Some(at) = row.origin else { continue };
            let (Some((label, file)), Some(before)) = (map.get(at), before.rows.get(at)) else { continue };
            let name = row.label.as_ref().unwrap_or(label);
            if label != name {
                self.edits.push(FileEdit::RenameKey { path: path.key(label), name: name.clone() });
            }
            if !is_same(&before.value, &row.value) {
                let compared = Compared { control: item, file, before: &before.value, after: &row.value };
                self.value(&path.key(name), compared);
            }
        }
        for row in rows.iter().filter(|row| row.origin.is_none()) {
            let value = written(item, &row.value).unwrap_or(YamlValue::Null);
            let (path, key, order) = (path.clone(), row.label.clone().unwrap_or_default(), Vec::new());
            self.edits.push(FileEdit::AddKey { path, key, value, order });
        }
        let origins: Vec<Option<usize>> = rows.iter().map(|row| row.origin).collect();
        let arrangement = Arrangement::new(map.len(), &origins);
        for (label, _) in arrangement.removed.iter().filter_map(|at| map.get(*at)) {
            self.edits.push(FileEdit::RemoveKey { path: path.key(label) });
        }
        self.shifts(path, arrangement);
    }

    fn shifts(&mut self, path: &ValuePath, arrangement: Arrangement) {
        for (from, to) in arrangement.shifts() {
            self.edits.push(FileEdit::MoveItem { path: path.clone(), from, to });
        }
    }

    /// The edits of a list of words of the format, which are put in the order of the format if they were.
    fn chosen(&mut self, item: &Control, path: &ValuePath, before: &[String], after: &[String]) {
        let added: Vec<&String> = after.iter().filter(|value| !before.contains(value)).collect();
        for value in &added {
            self.edits.push(FileEdit::Append { path: path.clone(), value: scalar(item, value) });
        }
        let removed: Vec<usize> =
            before.iter().enumerate().filter(|(_, value)| !after.contains(value)).map(|(at, _)| at).collect();
        for at in removed.iter().rev() {
            self.edits.push(FileEdit::RemoveItem { path: path.index(*at) });
        }
        let mut now: Vec<&String> = before.iter().filter(|value| after.contains(value)).chain(added).collect();
        let rank = |value: &str| match item {
            Control::Choice(options) => options.iter().position(|option| option.value == value),
            _ => value.parse().ok(),
        };
        let ranks: Option<Vec<usize>> = before.iter().map(|value| rank(value)).collect();
        if !ranks.is_some_and(|ranks| ranks.is_sorted()) {
            return;
        }
        for from in 1..now.len() {
            let Some(value) = now.get(from).copied() else { continue };
            let to = now.iter().take(from).position(|other| rank(other) > rank(value));
            if let Some(to) = to {
                now.remove(from);
                now.insert(to, value);
                self.edits.push(FileEdit::MoveItem { path: path.clone(), from, to });
            }
        }
    }
}

/// True unless a row is new and empty, or was emptied. What a form does not show of an item stays.
fn is_kept<'v>(
    item: &Control,
    row: &FormRow,
    before: &FormRows,
    file: impl Fn(usize) -> Option<&'v YamlValue>,
) -> bool {
    let was_blank = |at: usize| before.rows.get(at).is_some_and(FormRow::is_blank);
    let has_more = |at: usize| file(at).is_some_and(|file| has_text_parts(item, file));
    !row.is_blank() || row.origin.is_some_and(|at| was_blank(at) || has_more(at))
}

/// True if parts of a value stay that a form does not show, although nothing is left in its fields.
fn keeps_more((control, file): (&Control, &YamlValue), before: &FormValue, after: &FormValue) -> bool {
    match (control, file, before, after) {
        (Control::WordOr { other, .. }, ..) => keeps_more((other, file), before, after),
        (Control::List(item), YamlValue::List(items), FormValue::Rows(before), FormValue::Rows(after)) => {
            after.rows.iter().any(|row| is_kept(item, row, before, |at| items.get(at)))
        }
        _ => has_text_parts(control, file),
    }
}

/// Which items of a list are removed, and in which order the others are.
struct Arrangement {
    /// By index in the file, the last first.
    removed: Vec<usize>,
    /// The items once all are appended and removed, by what they were: an index of the file, or one after these for a new
    /// row.
    items: Vec<usize>,
    wanted: Vec<usize>,
}

impl Arrangement {
    /// Takes the number of items in the file, and the item that each row was made from.
    fn new(count: usize, rows: &[Option<usize>]) -> Self {
        let removed = (0..count).rev().filter(|at| !rows.contains(&Some(*at))).collect();
        let mut new = count..;
        let wanted: Vec<usize> = rows.iter().filter_map(|origin| origin.or_else(|| new.next())).collect();
        let mut items = wanted.clone();
        items.sort_unstable();
        Self { removed, items, wanted }
    }

    /// How items are taken out and put in elsewhere, one after the other.
    fn shifts(mut self) -> Vec<(usize, usize)> {
        let mut shifts = Vec::new();
        for at in 0..self.wanted.len() {
            while let (Some(item), Some(wanted)) = (self.items.get(at).copied(), self.wanted.get(at).copied())
                && item != wanted
            {
                let place = |items: &[usize], item| items.iter().position(|other| *other == item).unwrap_or(at);
                // One item that goes down is one move, and not one for each that goes up.
                let (from, to) = match self.items.get(at + 1) {
                    Some(next) if *next == wanted => (at, place(&self.wanted, item)),
                    _ => (place(&self.items, wanted), at),
                };
                let moved = self.items.remove(from);
                self.items.insert(to, moved);
                shifts.push((from, to));
            }
        }
        shifts
    }
}

/// True if writing all rows again would lose a value that a form can't express.
fn has_text_only(rows: &FormRows) -> bool {
    rows.rows.iter().any(|row| row.value == FormValue::TextOnly)
}

/// True if no row takes the label of another one of the file.
fn has_clear_labels(map: &[(String, YamlValue)], after: &FormRows) -> bool {
    after.rows.iter().all(|row| {
        let other = map.iter().position(|(label, _)| Some(label) == row.label.as_ref());
        other.is_none() || other == row.origin
    })
}

/// True if two values would be written alike.
fn is_same(before: &FormValue, after: &FormValue) -> bool {
    match (before, after) {
        (FormValue::Chosen(before), FormValue::Chosen(after)) => {
            before.iter().all(|value| after.contains(value)) && after.iter().all(|value| before.contains(value))
        }
        (FormValue::Fields(fields), FormValue::Fields(_)) => {
            fields.iter().all(|(key, value)| after.field(key).is_none_or(|after| is_same(value, after)))
        }
        (FormValue::Rows(before), FormValue::Rows(after)) => {
            let after: Vec<&FormRow> =
                after.rows.iter().filter(|row| !row.is_blank() || row.origin.is_some()).collect();
            let is_same_row = |(before, after): (&FormRow, &&FormRow)| {
                before.origin == after.origin && before.label == after.label && is_same(&before.value, &after.value)
            };
            before.rows.len() == after.len() && before.rows.iter().zip(&after).all(is_same_row)
        }
        (before, after) => before == after,
    }
}
