//! New names of events in the texts that name them: links, and `event:` of activities.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use jiff::civil::Date;

use super::keys;
use crate::editor::{EditError, FileEdit, OpenFile, YamlValue};
use crate::programme::content_file_kind;
use crate::programme::format::is_key;

/// The events that have another name in the next year, and those that are over.
#[derive(Debug)]
pub(super) struct NewNames {
    search: AhoCorasick,
    new: Vec<String>,
    over: Vec<String>,
}

impl NewNames {
    /// Takes pairs of old and new names of files without their extensions, and the names of events that are over.
    pub(super) fn new(renamed: Vec<(String, String)>, over: Vec<String>) -> Option<Self> {
        let (old, new): (Vec<String>, Vec<String>) = renamed.into_iter().filter(|(old, new)| old != new).unzip();
        let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&old).ok()?;
        Some(Self { search, new, over })
    }

    /// The file with the new names in place of the old ones. An activity no longer names an event that is over.
    ///
    /// # Errors
    /// An [`EditError`].
    pub(super) fn in_file(&self, file: &OpenFile) -> Result<OpenFile, EditError> {
        // The earlier addresses of an event are old names.
        let text = match earlier_addresses(file) {
            Some(span) => {
                let part = |range: Range<usize>| file.text().get(range).unwrap_or_default();
                let (before, after) = (part(0..span.start), part(span.end..file.text().len()));
                [self.in_text(before).as_str(), part(span), self.in_text(after).as_str()].concat()
            }
            None => self.in_text(file.text()),
        };
        let renamed = if text == file.text() { file.clone() } else { file.with_text(&text)? };
        if content_file_kind(file.path()).is_none_or(|kind| kind.name != "group") {
            return Ok(renamed);
        }
        let edits = self.edits_of_activities(&renamed);
        renamed.with_edits(&edits)
    }

    fn in_text(&self, text: &str) -> String {
        let mut result = String::with_capacity(text.len());
        let mut at = 0;
        for found in self.search.find_iter(text) {
            let before = text.get(..found.start()).unwrap_or_default();
            let after = text.get(found.end()..).unwrap_or_default();
            // A name that is only a day is the date of other things, too.
            let name = text.get(found.range()).unwrap_or_default();
            let is_day = name.parse::<Date>().is_ok();
            let is_of_event = !is_day || after.starts_with(".md") || ends_with_key(before, "event");
            let is_whole = !before.ends_with(is_in_name) && !after.starts_with(is_in_name);
            let new = self.new.get(found.pattern().as_usize());
            if let Some(new) = new.filter(|_| is_whole && is_of_event) {
                result.push_str(text.get(at..found.start()).unwrap_or_default());
                result.push_str(new);
                at = found.end();
            }
        }
        result.push_str(text.get(at..).unwrap_or_default());
        result
    }

    fn edits_of_activities(&self, file: &OpenFile) -> Vec<FileEdit> {
        let Some((activities, YamlValue::List(items))) = keys::entry(file, "activities") else { return Vec::new() };
        let is_over = |value: &YamlValue| match value {
            YamlValue::Text(name) | YamlValue::Word(name) => self.over.iter().any(|over| *over == stem(name)),
            _ => false,
        };
        let mut edits = Vec::new();
        for (index, _) in items.iter().enumerate() {
            let Some((path, events)) = keys::entry_in(file, &activities.index(index), "event") else { continue };
            match events {
                YamlValue::List(names) if names.iter().all(is_over) && !names.is_empty() => {
                    edits.push(FileEdit::RemoveKey { path });
                }
                YamlValue::List(names) => {
                    let over = names.iter().enumerate().rev().filter(|(_, name)| is_over(name));
                    edits.extend(over.map(|(at, _)| FileEdit::RemoveItem { path: path.index(at) }));
                }
                name if is_over(&name) => edits.push(FileEdit::RemoveKey { path }),
                _ => {}
            }
        }
        edits
    }

    /// The events that are over and that a text links to.
    pub(super) fn over_in<'n>(&'n self, text: &'n str) -> impl Iterator<Item = (usize, &'n str)> {
        self.over.iter().filter_map(|name| {
            let file = format!("{name}.md");
            let is_whole = |at: usize| text.get(..at).is_some_and(|before| !before.ends_with(is_in_name));
            let (at, _) = text.match_indices(&file).find(|(at, _)| is_whole(*at))?;
            Some((at, name.as_str()))
        })
    }
}

/// Where the list of an event's earlier addresses is.
fn earlier_addresses(file: &OpenFile) -> Option<Range<usize>> {
    let (path, _) = keys::entry(file, "was").filter(|_| file.path().top_folder() == "events")?;
    let start = file.start_of(&path)?;
    Some(start..start + file.text_of(&path)?.len())
}

/// True for what can be before or after a name if that is a part of a longer one.
fn is_in_name(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '-' || ch == '_'
}

/// True if a text ends with this key and its colon.
fn ends_with_key(text: &str, key: &'static str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let written = line.trim_end().strip_suffix(':').unwrap_or_default();
    is_key(written.rsplit([' ', '{', ',']).next().unwrap_or_default(), key)
}

fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".md").unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::ContentPath;

    fn names() -> NewNames {
        let renamed = [("2027-03-04-fair", "2028-03-09-fair"), ("2027-03-05", "2028-03-10")];
        let renamed = renamed.map(|(old, new)| (old.to_owned(), new.to_owned())).to_vec();
        NewNames::new(renamed, vec!["2026-11-26-visit".to_owned()]).expect("few names")
    }

    #[test]
    fn links_and_keys_get_the_new_name() {
        for (text, expected) in [
            ("[Fair](../events/2027-03-04-fair.md#when)", "[Fair](../events/2028-03-09-fair.md#when)"),
            ("event: 2027-03-04-fair\n", "event: 2028-03-09-fair\n"),
            ("Event: 2027-03-05\ndate: 2027-03-05\n", "Event: 2028-03-10\ndate: 2027-03-05\n"),
            ("2027-03-04-fair-of-others.md", "2027-03-04-fair-of-others.md"),
        ] {
            assert_eq!(names().in_text(text), expected);
        }
    }

    #[test]
    fn earlier_addresses_of_an_event_stay() {
        let text = "---\ntitle: Fair\nwas: [2027-03-04-fair]\n---\n[Here](2027-03-04-fair.md)\n";
        let file = OpenFile::new(ContentPath::new("events/2028-03-09-fair.md"), text.into()).expect("text");
        let next = names().in_file(&file).expect("plain YAML");
        assert_eq!(next.text(), "---\ntitle: Fair\nwas: [2027-03-04-fair]\n---\n[Here](2028-03-09-fair.md)\n");
    }

    #[test]
    fn an_activity_no_longer_names_an_event_that_is_over() {
        let text = "---\nactivities:\n  - title: Visit\n    event: 2026-11-26-visit\n  - title: Both\n    Event: [2026-11-26-visit, 2027-03-04-fair]\n---\n";
        let file = OpenFile::new(ContentPath::new("programme/year-9.md"), text.into()).expect("text");
        let next = names().in_file(&file).expect("plain YAML");
        assert_eq!(
            next.text(),
            "---\nactivities:\n  - title: Visit\n  - title: Both\n    Event: [2028-03-09-fair]\n---\n"
        );
    }
}
