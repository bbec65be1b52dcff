//! What an event's file says, as far as its move to the next year needs it.

use jiff::civil::Date;

use super::keys;
use super::row::{Certainty, RowKind, YearRow};
use super::words::day_in_words;
use crate::editor::{FileEdit, OpenFile, ValuePath, YamlValue};
use crate::programme::format::{day, is_key, yes_or_no};
use crate::programme::{day_in_name, slug};

/// How many characters a day takes at the start of a file's name.
const DAY_IN_NAME: usize = "2027-03-04".len();
/// How our comment at the top of a moved event begins.
const COMMENTS: [&str; 4] = ["# This is from ", "# This was on ", "# This was from ", "# The day is from "];

/// An event's file.
#[derive(Debug)]
pub(super) struct EventFile<'f> {
    pub(super) file: &'f OpenFile,
    pub(super) title: String,
    pub(super) id: String,
    /// The first day, from its key or its file's name.
    pub(super) first: Option<Date>,
    pub(super) is_repeated: bool,
    /// When it repeats, in the words of the file.
    pub(super) repeats: String,
    pub(super) is_cancelled: bool,
    /// True if its last day is not past. What is repeated follows the terms at once.
    pub(super) is_to_come: bool,
    /// The file's name after its day. `None` if it does not begin with one.
    pub(super) name_after_day: Option<&'f str>,
}

impl<'f> EventFile<'f> {
    pub(super) fn new(file: &'f OpenFile, today: Date) -> Self {
        let stem = file.path().stem();
        let in_name = day_in_name(stem);
        let day_of = |key: &'static str| keys::text(file, key).and_then(|text| day(&text));
        let first = day_of("date").or(in_name);
        let cancelled = keys::text(file, "cancelled").unwrap_or_default();
        let repeats = keys::entry(file, "every").map(|(_, value)| in_words(&value)).unwrap_or_default();
        Self {
            file,
            title: keys::text(file, "title").unwrap_or_else(|| stem.to_owned()),
            id: own_id(file).unwrap_or_else(|| slug(stem)),
            first,
            is_to_come: repeats.is_empty() && day_of("until").or(first).is_some_and(|last| last >= today),
            is_repeated: !repeats.is_empty(),
            repeats,
            is_cancelled: !cancelled.is_empty() && yes_or_no(&cancelled) != Some(false),
            name_after_day: in_name.and_then(|_| stem.get(DAY_IN_NAME..)),
        }
    }

    /// A row about the event's day.
    pub(super) fn row(&self, becomes: &str, why: &str, certainty: Certainty) -> YearRow {
        YearRow {
            was: self.first.map_or_else(|| self.repeats.clone(), day_in_words),
            becomes: becomes.to_owned(),
            ..YearRow::new((RowKind::Event, certainty), (self.file.path(), 0), &self.title, why)
        }
    }

    /// A key with a day as it is written.
    pub(super) fn day_of(&self, key: &'static str) -> Option<(ValuePath, String)> {
        let (path, _) = keys::entry(self.file, key)?;
        Some((path, keys::text(self.file, key)?))
    }

    /// The edits of the keys that decide the event's address, for a file with another name.
    pub(super) fn edits_of_ids(&self, name: &str) -> Vec<FileEdit> {
        // This year's event keeps its address until its day.
        if self.is_to_come {
            return keys::remove(self.file, "id").into_iter().collect();
        }
        let new_id = self.new_id(name);
        let id = new_id.clone().or_else(|| own_id(self.file)).unwrap_or_else(|| slug(name));
        let set = new_id.map(|id| keys::set(self.file, "id", YamlValue::Word(id)));
        set.into_iter().chain((id != self.id).then(|| self.edit_of_earlier_ids())).collect()
    }

    /// The new `id:` for a file with this name, if it had one that begins with a day.
    fn new_id(&self, name: &str) -> Option<String> {
        let own = own_id(self.file).filter(|own| day_in_name(own).is_some())?;
        let rest = own.get(DAY_IN_NAME..)?.trim_start_matches('-').to_owned();
        Some(match day_in_name(name) {
            Some(day) if rest.is_empty() => day.to_string(),
            Some(day) => format!("{day}-{rest}"),
            None => slug(name),
        })
    }

    /// Adds this year's id to the addresses that lead to the event.
    fn edit_of_earlier_ids(&self) -> FileEdit {
        let id = YamlValue::Text(self.id.clone());
        match keys::entry(self.file, "was") {
            Some((path, YamlValue::List(_))) => FileEdit::Append { path, value: id },
            Some((path, earlier @ (YamlValue::Text(_) | YamlValue::Word(_)))) => {
                FileEdit::Set { path, value: YamlValue::List(vec![earlier, id]) }
            }
            _ => keys::set(self.file, "was", YamlValue::List(vec![id])),
        }
    }
}

fn own_id(file: &OpenFile) -> Option<String> {
    keys::text(file, "id").map(|id| slug(&id)).filter(|id| !id.is_empty())
}

/// The words of a value; of a list, all of them.
pub(super) fn in_words(value: &YamlValue) -> String {
    match value {
        YamlValue::Text(text) | YamlValue::Word(text) => text.clone(),
        YamlValue::List(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        YamlValue::Null | YamlValue::Map(_) => String::new(),
    }
}

/// True for a line that [`with_comment`] has written.
pub(super) fn is_our_comment(line: &str) -> bool {
    // “# In the hall if it rains” is somebody else's.
    let is_of_year = line.starts_with("# In ") && line.contains(" this was on ");
    is_of_year || COMMENTS.iter().any(|start| line.starts_with(start))
}

/// The text with a comment in its front matter, in place of that of the year before. It is above the key that it is
/// about, so that a form which removes the key removes it too.
pub(super) fn with_comment(text: &str, (key, comment): (&'static str, &str)) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Some(fence) = lines.iter().position(|line| !line.trim().is_empty()) else { return text.to_owned() };
    let first = fence + 1;
    let is_in_keys = |line: &&&str| line.trim_end() != "---";
    let end = first + lines.iter().skip(first).take_while(is_in_keys).count();
    let mut at = 0;
    lines.retain(|line| {
        at += 1;
        at > end || !is_our_comment(line)
    });
    let is_about = |line: &&str| {
        line.split_once(':').is_some_and(|(written, _)| !written.starts_with(' ') && is_key(written, key))
    };
    let mut keys = lines.iter().skip(first).take_while(is_in_keys);
    let at = first + keys.position(is_about).unwrap_or(0);
    let line_end = lines.get(fence).and_then(|fence| fence.get(fence.trim_end().len()..)).unwrap_or("\n");
    let comment = format!("# {comment}{line_end}");
    lines.insert(at, &comment);
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_is_above_its_key_and_replaces_that_of_the_year_before() {
        let text = "---\r\ntitle: Fair\r\nconfirm: yes\r\n---\r\n# In 2026-27\r\n";
        let of_confirm = |text: &str, comment: &str| with_comment(text, ("confirm", comment));
        let first = of_confirm(text, "In 2026-27 this was on Thursday.");
        let commented =
            "---\r\ntitle: Fair\r\n# In 2026-27 this was on Thursday.\r\nconfirm: yes\r\n---\r\n# In 2026-27\r\n";
        assert_eq!(first, commented);
        let second = of_confirm(&first, "In 2027-28 this was on Friday.");
        assert_eq!(second, commented.replace("2026-27 this was on Thursday", "2027-28 this was on Friday"));
        for (text, expected) in [
            ("---\n# Ours\ntitle: Fair\n---\n", "---\n# In\n# Ours\ntitle: Fair\n---\n"),
            ("\n---\ntitle: Fair\nConfirm: yes\n---\n", "\n---\ntitle: Fair\n# In\nConfirm: yes\n---\n"),
            ("---\ndraft: yes\nconfirm: yes\n---\n", "---\ndraft: yes\n# In\nconfirm: yes\n---\n"),
        ] {
            assert_eq!(of_confirm(text, "In"), expected);
        }
    }
}
