//! Footnotes: numbered in the order of their references, listed at the end of the text, linked both ways.

use std::collections::HashMap;

use crate::language::{Language, message};

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The labels of notes, numbered in the order of their references.
    numbers: HashMap<String, usize>,
    /// Labels and their notes as HTML.
    notes: Vec<(String, String)>,
    /// The index of the current note.
    open: Option<usize>,
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

    pub(super) fn begin(&mut self, label: &str) {
        self.notes.push((label.to_owned(), String::new()));
        self.open = Some(self.notes.len() - 1);
    }

    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// The HTML of the current note.
    pub(super) fn open_note(&mut self) -> Option<&mut String> {
        let index = self.open?;
        self.notes.get_mut(index).map(|(_, html)| html)
    }

    /// Writes the list at the end of the text, without notes that the text doesn't refer to.
    pub(super) fn write_list(&self, prefix: &str, language: &Language, html: &mut String) {
        let mut used: Vec<(usize, &str)> = Vec::with_capacity(self.numbers.len());
        used.extend(self.notes.iter().filter_map(|(label, note)| Some((*self.numbers.get(label)?, note.as_str()))));
        // Of two notes with the same label, the first is shown.
        used.sort_by_key(|(number, _)| *number);
        used.dedup_by_key(|(number, _)| *number);
        if used.is_empty() {
            return;
        }
        html.push_str("<ol class=\"footnotes\">\n");
        for (number, note) in used {
            let label = message!(language, "note_back", number = number);
            let back = format!("<a href=\"#{prefix}{}\">{label}</a>", mark_id(number));
            html.push_str(&format!("<li id=\"{prefix}{}\">{note}{back}</li>\n", note_id(number)));
        }
        html.push_str("</ol>\n");
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
