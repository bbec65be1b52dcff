//! A content file that is open for edits.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use xxhash_rust::xxh3::xxh3_128;

use super::changed_text::is_changed_only_at;
use super::edit_error::EditError;
use super::edited_text::{content_of, joined, path_of, with_body, with_part, with_yaml_edit};
use super::expected;
use super::file_edit::{FileEdit, PathStep, ValuePath, YamlValue};
use super::layout::line_end_of;
use super::syntax::SyntaxNode;
use crate::programme::is_example_comment;
use crate::read::{Document, TextEncoding, Value, decode, document, yaml_span};
use crate::report::{ContentPath, Findings};

/// A hash of a file's bytes, by which a later save sees whether the file has changed. Written in hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileVersion(u128);

impl FileVersion {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }
}

impl fmt::Display for FileVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for FileVersion {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

/// A file as it was read, or as it will be written. Invalid YAML is accepted: it can be changed as text.
#[derive(Clone, Debug)]
pub struct OpenFile {
    path: ContentPath,
    bytes: Vec<u8>,
    encoding: TextEncoding,
    document: Document,
}

impl OpenFile {
    /// Opens a file.
    ///
    /// # Errors
    /// [`EditError::NotText`].
    pub fn new(path: ContentPath, bytes: Vec<u8>) -> Result<Self, EditError> {
        let (text, encoding) = decode(bytes.clone()).ok_or(EditError::NotText)?;
        // An encoding that does not give the same bytes again would change what nobody has edited.
        if encoding.encode(&text).ok().as_ref() != Some(&bytes) {
            return Err(EditError::NotText);
        }
        let document = document(path.clone(), bytes.clone(), &mut Findings::default()).ok_or(EditError::NotText)?;
        Ok(Self { path, bytes, encoding, document })
    }

    /// The path in the content folder.
    pub fn path(&self) -> &ContentPath {
        &self.path
    }

    /// The bytes, in the encoding of the file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// All of the text.
    pub fn text(&self) -> &str {
        &self.document.source.text
    }

    /// The parsed file.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The hash of the bytes.
    pub fn seen(&self) -> FileVersion {
        FileVersion::of(&self.bytes)
    }

    /// The keys and values of the YAML. Empty if there are none.
    pub fn values(&self) -> YamlValue {
        let value = self.document.data.as_ref().map(|node| YamlValue::of(node, self.text()));
        value.unwrap_or_else(|| YamlValue::Map(Vec::new()))
    }

    /// The Markdown below the front matter, without the blank lines around it, with `\n` as its line ends.
    pub fn body(&self) -> String {
        let body = self.text().get(self.document.body.clone()).unwrap_or_default();
        body.get(content_of(body)).unwrap_or_default().replace("\r\n", "\n")
    }

    /// A value as it is written, with its key. `None` if there is none with this path, or the YAML is not supported.
    pub fn text_of(&self, path: &ValuePath) -> Option<String> {
        self.text().get(self.span_of(path)?).map(str::to_owned)
    }

    fn span_of(&self, path: &ValuePath) -> Option<Range<usize>> {
        let span = yaml_span(&self.path, self.text())?;
        let root = SyntaxNode::parse(self.text(), span).ok()??;
        let located = root.locate(path)?;
        Some(located.owner.unwrap_or(located.node.start)..located.node.end)
    }

    /// True if a comment of a new site directly above a value calls it made up.
    pub fn is_made_up(&self, path: &ValuePath) -> bool {
        // Most files have none.
        let has_comment = self.text().lines().any(|line| is_example_comment(line.trim()));
        has_comment && {
            let confirmed = self.with_edit(&FileEdit::Confirm { path: path.clone() });
            confirmed.is_ok_and(|confirmed| confirmed.bytes != self.bytes)
        }
    }

    /// Where a value with its key begins, in bytes of the text. `None` if there is none with this path.
    pub fn start_of(&self, path: &ValuePath) -> Option<usize> {
        let mut node = self.document.data.as_ref()?;
        let mut start = node.span.start;
        for step in &path.0 {
            match (step, &node.value) {
                (PathStep::Key(key), Value::Map(entries)) => {
                    let entry = entries.iter().find(|entry| entry.key == *key)?;
                    (node, start) = (&entry.node, entry.key_span.start);
                }
                (PathStep::Index(index), Value::List(items)) => {
                    node = items.get(*index)?;
                    start = node.span.start;
                }
                _ => return None,
            }
        }
        Some(start)
    }

    /// Why no edit of the YAML is possible. The text below the front matter can still be changed.
    ///
    /// # Errors
    /// [`EditError::Invalid`] and [`EditError::Unsupported`].
    pub fn check(&self) -> Result<(), EditError> {
        if self.document.unreadable {
            return Err(EditError::Invalid);
        }
        match yaml_span(&self.path, self.text()) {
            Some(span) => SyntaxNode::parse(self.text(), span).map(|_| ()),
            None => Ok(()),
        }
    }

    /// The file with another text, in its encoding.
    ///
    /// # Errors
    /// [`EditError::Unencodable`] and [`EditError::NotText`].
    pub fn with_text(&self, text: &str) -> Result<Self, EditError> {
        let bytes = self.encoding.encode(text).map_err(EditError::Unencodable)?;
        Self::new(self.path.clone(), bytes)
    }

    /// The file with another text, in its encoding. Line ends may be any: lines that stay keep theirs, and new ones end as
    /// most in the file do.
    ///
    /// # Errors
    /// Those of [`OpenFile::with_text`].
    pub fn with_lines(&self, text: &str) -> Result<Self, EditError> {
        self.with_text(&joined(self.text(), &text.replace("\r\n", "\n"), line_end_of(self.text())))
    }

    /// The file after these edits, one after the other. Paths are those after the edits before.
    ///
    /// # Errors
    /// An [`EditError`]. The result has been read again: it has the values that were asked for, and no other.
    pub fn with_edits(&self, edits: &[FileEdit]) -> Result<Self, EditError> {
        let mut edited: Option<Self> = None;
        for edit in edits {
            edited = Some(edited.as_ref().unwrap_or(self).with_edit(edit)?);
        }
        Ok(edited.unwrap_or_else(|| self.clone()))
    }

    fn with_edit(&self, edit: &FileEdit) -> Result<Self, EditError> {
        if let FileEdit::SetBody { text: body } = edit {
            return self.with_other_body(body);
        }
        if self.document.unreadable {
            return Err(EditError::Invalid);
        }
        if let FileEdit::SetText { path, text } = edit {
            return self.with_other_text(path, text);
        }
        if has_long_name(edit) {
            return Err(EditError::LongName);
        }
        if let Some(label) = same_label(edit) {
            return Err(EditError::SameLabel(label.to_owned()));
        }
        let expected = expected::edited(self.values(), edit)?;
        let text = with_yaml_edit(self.text(), yaml_span(&self.path, self.text()), edit)?;
        let edited = self.with_text(&text)?;
        let is_verified = !edited.document.unreadable
            && edited.values() == expected
            && edited.body_as_written() == self.body_as_written();
        if is_verified { Ok(edited) } else { Err(EditError::Unverified(path_of(edit))) }
    }

    fn with_other_text(&self, path: &ValuePath, text: &str) -> Result<Self, EditError> {
        let span = self.span_of(path).ok_or_else(|| EditError::NoSuchValue(path.clone()))?;
        let text = with_part(self.text(), span, text).ok_or(EditError::Invalid)?;
        let edited = self.with_text(&text)?;
        // A form must be able to open it afterwards.
        let is_verified = edited.check().is_ok()
            && is_changed_only_at(path, &self.values(), &edited.values())
            && edited.body_as_written() == self.body_as_written();
        if is_verified { Ok(edited) } else { Err(EditError::TextChangesMore(path.clone())) }
    }

    fn with_other_body(&self, body: &str) -> Result<Self, EditError> {
        let edited = self.with_text(&with_body(self.text(), self.document.body.clone(), body)?)?;
        let body = body.replace("\r\n", "\n");
        let is_verified = edited.document.unreadable == self.document.unreadable
            && edited.values() == self.values()
            && edited.body() == body.trim_matches(['\r', '\n']);
        if is_verified { Ok(edited) } else { Err(EditError::BodyLooksLikeKeys) }
    }

    fn body_as_written(&self) -> &str {
        self.text().get(self.document.body.clone()).unwrap_or_default()
    }
}

/// True for a key that YAML does not allow (1.2.2, section 7.4.2: 1,024 characters with quotation marks).
fn has_long_name(edit: &FileEdit) -> bool {
    const MAX_CHARS: usize = 1_000;
    let (FileEdit::RenameKey { name, .. } | FileEdit::AddKey { key: name, .. }) = edit else { return false };
    name.chars().count() > MAX_CHARS
}

/// A key or label that an edit writes twice, which YAML does not allow in one value.
fn same_label(edit: &FileEdit) -> Option<&str> {
    fn repeated(value: &YamlValue) -> Option<&str> {
        match value {
            YamlValue::List(items) => items.iter().find_map(repeated),
            YamlValue::Map(entries) => {
                let mut labels: Vec<&str> = entries.iter().map(|(label, _)| label.as_str()).collect();
                labels.sort_unstable();
                let same = labels.windows(2).find_map(|pair| match pair {
                    [one, other] if one == other => Some(*one),
                    _ => None,
                });
                same.or_else(|| entries.iter().find_map(|(_, value)| repeated(value)))
            }
            _ => None,
        }
    }
    match edit {
        FileEdit::Set { value, .. } | FileEdit::AddKey { value, .. } | FileEdit::Append { value, .. } => {
            repeated(value)
        }
        _ => None,
    }
}
