//! The text of a cell in an OpenDocument spreadsheet (OpenDocument 1.2, sections 6.1 and 19.367 to 19.385).

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use crate::read::xml_entity::entity_text;

/// Elements in a cell whose text is not the cell's: comments, frames, drawings, and the reading of a word.
const NO_TEXT: [&[u8]; 5] =
    [b"office:annotation", b"office:event-listeners", b"text:ruby-text", b"table:detective", b"text:tracked-changes"];
/// How many spaces one element can stand for. It can state millions.
const MAX_SPACES: usize = 100;

/// A cell that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenCell {
    text: String,
    /// A date, time or other value as it is stored.
    stored: Option<String>,
    /// How often it repeats.
    pub(super) times: usize,
    /// How many elements without text of the cell's own are open.
    skipped: usize,
    /// How many paragraphs are open.
    paragraphs: usize,
}

/// True for elements whose text is not the cell's.
fn has_no_text(name: &[u8]) -> bool {
    NO_TEXT.contains(&name) || name.starts_with(b"draw:") || name.starts_with(b"dr3d:")
}

impl OpenCell {
    pub(super) fn new(tag: &BytesStart<'_>, times: usize) -> Self {
        Self { stored: stored_value(tag), times, ..Self::default() }
    }

    /// The text of the cell: what is stored for dates and times, and what is shown for everything else.
    pub(super) fn finish(self) -> String {
        self.stored.unwrap_or(self.text)
    }

    pub(super) fn begin(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name();
        if has_no_text(name.as_ref()) {
            self.skipped += 1;
        } else if self.skipped == 0 && is_paragraph(name.as_ref()) {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.paragraphs += 1;
        }
    }

    pub(super) fn end(&mut self, name: &[u8]) {
        if has_no_text(name) {
            self.skipped = self.skipped.saturating_sub(1);
        } else if self.skipped == 0 && is_paragraph(name) {
            self.paragraphs = self.paragraphs.saturating_sub(1);
        }
    }

    /// An element without content.
    pub(super) fn add_empty(&mut self, tag: &BytesStart<'_>) {
        if self.skipped > 0 {
            return;
        }
        match tag.name().as_ref() {
            b"text:s" => {
                let count = attribute(tag, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.text.push_str(&" ".repeat(MAX_SPACES.min(count)));
            }
            b"text:tab" => self.text.push('\t'),
            b"text:line-break" => self.text.push('\n'),
            _ => {}
        }
    }

    /// Adds text; white space in the file is one space.
    pub(super) fn add(&mut self, text: &str) {
        if self.skipped > 0 || self.paragraphs == 0 {
            return;
        }
        for ch in text.chars() {
            if !matches!(ch, ' ' | '\n' | '\r' | '\t') {
                self.text.push(ch);
            } else if !self.text.ends_with([' ', '\n', '\t']) {
                self.text.push(' ');
            }
        }
    }

    /// Adds `&amp;`, `&#39;` and their like.
    pub(super) fn add_entity(&mut self, entity: &BytesRef<'_>) {
        if self.skipped > 0 || self.paragraphs == 0 {
            return;
        }
        self.text.push_str(&entity_text(entity));
    }
}

fn is_paragraph(name: &[u8]) -> bool {
    matches!(name, b"text:p" | b"text:h")
}

/// The stored value of a date, a time or a yes and no, and a text that is stored as an attribute.
fn stored_value(tag: &BytesStart<'_>) -> Option<String> {
    let is_true = |text: String| if text == "true" { "TRUE".to_owned() } else { "FALSE".to_owned() };
    match attribute(tag, "office:value-type")?.as_str() {
        "date" => attribute(tag, "office:date-value"),
        "time" => attribute(tag, "office:time-value").and_then(|value| clock(&value)),
        "boolean" => attribute(tag, "office:boolean-value").map(is_true),
        "string" => attribute(tag, "office:string-value"),
        _ => None,
    }
}

/// `PT09H30M00S` as `09:30:00`.
fn clock(value: &str) -> Option<String> {
    let mut numbers = value.strip_prefix("PT")?.split_inclusive(['H', 'M', 'S']);
    let mut number =
        |unit: char| -> Option<u32> { numbers.next()?.strip_suffix(unit)?.split('.').next()?.parse().ok() };
    let (hours, minutes, seconds) = (number('H')?, number('M')?, number('S').unwrap_or_default());
    Some(format!("{hours:02}:{minutes:02}:{seconds:02}"))
}

pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok().flatten()?;
    Some(value.normalized_value(XmlVersion::default()).ok()?.into_owned())
}
