//! Footnotes: numbered in the order of their references, listed at the end of the text, linked both ways.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::placeholders::NOTE_BACK;

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The labels of notes, numbered in the order of their references.
    numbers: HashMap<String, usize>,
    notes: Vec<Note>,
    /// The index of the current note.
    open: Option<usize>,
}

struct Note {
    label: String,
    span: Range<usize>,
    html: String,
}

/// The footnotes of a finished text.
pub(super) struct WrittenNotes {
    /// Of notes and references.
    pub(super) ids: Vec<String>,
    /// The spans of notes that aren't shown.
    pub(super) unused: Vec<Range<usize>>,
}

impl Footnotes {
    /// The HTML of a reference.
    pub(super) fn reference(&mut self, label: &str, prefix: &str) -> String {
        let known = self.numbers.get(label).copied();
        let number = known.unwrap_or(self.numbers.len() + 1);
        // A note links back to its first reference.
        let id = if known.is_none() {
            self.numbers.insert(label.to_owned(), number);
            format!(" id=\"{prefix}{}\"", mark_id(number))
        } else {
            String::new()
        };
        format!("<sup><a{id} href=\"#{prefix}{}\">[{number}]</a></sup>", note_id(number))
    }

    pub(super) fn begin(&mut self, label: &str, span: Range<usize>) {
        self.notes.push(Note { label: label.to_owned(), span, html: String::new() });
        self.open = Some(self.notes.len() - 1);
    }

    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// The HTML of the current note.
    pub(super) fn open_note(&mut self) -> Option<&mut String> {
        let index = self.open?;
        self.notes.get_mut(index).map(|note| &mut note.html)
    }

    /// Writes the list at the end of the text, without notes that the text doesn't refer to.
    pub(super) fn write_list(&self, prefix: &str, html: &mut String) -> WrittenNotes {
        let mut unused = Vec::new();
        // Of two notes with the same label, the first is shown.
        let mut used: BTreeMap<usize, &str> = BTreeMap::new();
        for note in &self.notes {
            match self.numbers.get(&note.label) {
                Some(number) if !used.contains_key(number) => {
                    used.insert(*number, &note.html);
                }
                _ => unused.push(note.span.clone()),
            }
        }
        let references = (1..=self.numbers.len()).map(mark_id);
        let ids = references.chain(used.keys().copied().map(note_id)).collect();
        if used.is_empty() {
            return WrittenNotes { ids, unused };
        }
        html.push_str("<ol class=\"footnotes\">\n");
        for (number, note) in used {
            let back = format!("<a href=\"#{prefix}{}\">{NOTE_BACK}{number};</a>", mark_id(number));
            html.push_str(&format!("<li id=\"{prefix}{}\">{note}{back}</li>\n", note_id(number)));
        }
        html.push_str("</ol>\n");
        WrittenNotes { ids, unused }
    }
}

/// All ids that the notes of a text may have.
pub(super) fn ids(text: &str) -> impl Iterator<Item = String> {
    (1..=text.matches("[^").count()).flat_map(|number| [note_id(number), mark_id(number)])
}

fn note_id(number: usize) -> String {
    format!("note-{number}")
}

fn mark_id(number: usize) -> String {
    format!("note-mark-{number}")
}
