//! Footnotes: numbered in the order of their references, listed at the end of the text, linked both ways.

use crate::language::{Language, message};

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes {
    /// Labels in the order of their references.
    order: Vec<String>,
    /// Labels and their notes as HTML.
    notes: Vec<(String, String)>,
    /// The index of the current note.
    open: Option<usize>,
}

impl Footnotes {
    /// The HTML of a reference.
    pub(super) fn reference(&mut self, label: &str, prefix: &str) -> String {
        let known = self.order.iter().position(|known| known == label);
        let number = known.map_or_else(
            || {
                self.order.push(label.to_owned());
                self.order.len()
            },
            |index| index + 1,
        );
        // A note links back to its first reference.
        let id = if known.is_none() { format!(" id=\"{prefix}note-mark-{number}\"") } else { String::new() };
        format!("<sup><a{id} href=\"#{prefix}note-{number}\">[{number}]</a></sup>")
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
        let used: Vec<(usize, &str)> = self
            .order
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let (_, note) = self.notes.iter().find(|(known, _)| known == label)?;
                Some((index + 1, note.as_str()))
            })
            .collect();
        if used.is_empty() {
            return;
        }
        html.push_str("<ol class=\"footnotes\">\n");
        for (number, note) in used {
            let label = message!(language, "note_back", number = number);
            let back = format!("<a href=\"#{prefix}note-mark-{number}\">{label}</a>");
            html.push_str(&format!("<li id=\"{prefix}note-{number}\">{note}{back}</li>\n"));
        }
        html.push_str("</ol>\n");
    }
}
