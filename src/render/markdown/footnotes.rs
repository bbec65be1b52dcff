//! Footnotes: numbered in the order of the text, listed at its end, linked both ways.

use pulldown_cmark::Event;

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    /// Labels in the order in which the text refers to them.
    order: Vec<String>,
    /// The notes.
    notes: Vec<(String, Vec<Event<'a>>)>,
    /// The note that is being read.
    open: Option<usize>,
}

impl<'a> Footnotes<'a> {
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
        self.notes.push((label.to_owned(), Vec::new()));
        self.open = Some(self.notes.len() - 1);
    }

    /// The note ends.
    pub(super) fn end(&mut self) {
        self.open = None;
    }

    /// Takes an event if it belongs to a note, or gives it back.
    pub(super) fn take(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match self.open.and_then(|index| self.notes.get_mut(index)) {
            Some((_, events)) => {
                events.push(event);
                None
            }
            None => Some(event),
        }
    }

    /// The list at the end of the text.
    pub(super) fn list(self, prefix: &str) -> Vec<Event<'a>> {
        let Self { order, mut notes, .. } = self;
        let mut list = Vec::new();
        let html = |html: String| Event::Html(html.into());
        for (index, label) in order.iter().enumerate() {
            let Some(at) = notes.iter().position(|(known, _)| known == label) else { continue };
            let (_, events) = notes.swap_remove(at);
            let number = index + 1;
            list.push(html(format!("<li id=\"{prefix}note-{number}\">")));
            list.extend(events);
            list.push(html(format!(
                "<a href=\"#{prefix}note-mark-{number}\">Back to the text at note {number}</a></li>\n"
            )));
        }
        if !list.is_empty() {
            list.insert(0, html("<ol class=\"notes\">\n".into()));
            list.push(html("</ol>\n".into()));
        }
        list
    }
}
