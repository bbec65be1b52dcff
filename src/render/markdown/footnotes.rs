//! Footnotes: numbered in the order of the text, listed at its end, linked both ways.

use crate::language::{Language, message};

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Labels in the order in which the text refers to them.
    order: Vec<String>,
    /// The notes, as HTML.
    notes: Vec<(String, String)>,
    /// The note that is being read.
    open: Option<usize>,
}

impl Footnotes {
    /// The mark in the text for a label.
    pub(super) fn mark(&mut self, label: &str, prefix: &str) -> String {
        let known = self.order.iter().position(|known| known == label);
        let number = known.map_or_else(
            || {
                self.order.push(label.to_owned());
                self.order.len()
            },
            |index| index + 1,
        );
        // Only the first mark can be the way back.
        let id = if known.is_none() { format!(" id=\"{prefix}note-mark-{number}\"") } else { String::new() };
        format!("<sup><a{id} href=\"#{prefix}note-{number}\">[{number}]</a></sup>")
    }

    /// A note begins.
    pub(super) fn begin(&mut self, label: &str) {
        self.notes.push((label.to_owned(), String::new()));
        self.open = Some(self.notes.len() - 1);
    }

    /// The note ends.
    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// The note that is being read.
    pub(super) fn open_note(&mut self) -> Option<&mut String> {
        let index = self.open?;
        self.notes.get_mut(index).map(|(_, html)| html)
    }

    /// The list at the end of the text: only notes that the text refers to.
    pub(super) fn write_list(&self, prefix: &str, language: &Language, html: &mut String) {
        let noted: Vec<(usize, &str)> = self
            .order
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let (_, note) = self.notes.iter().find(|(known, _)| known == label)?;
                Some((index + 1, note.as_str()))
            })
            .collect();
        if noted.is_empty() {
            return;
        }
        html.push_str("<ol class=\"footnotes\">\n");
        for (number, note) in noted {
            let words = message!(language, "note_back", number = number);
            let back = format!("<a href=\"#{prefix}note-mark-{number}\">{words}</a>");
            html.push_str(&format!("<li id=\"{prefix}note-{number}\">{note}{back}</li>\n"));
        }
        html.push_str("</ol>\n");
    }
}
