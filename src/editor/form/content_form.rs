//! The form of a content file.

use super::file_values;
use super::form_edits::EditList;
use super::form_field::{self, FieldPlace, FormField};
use super::form_value::FormValue;
use super::submission::Submission;
use super::text_parts::{self, TextPart};
use crate::editor::file_edit::{FileEdit, PathStep, ValuePath, YamlValue};
use crate::editor::open_file::OpenFile;
use crate::programme::format::{Control, FieldDefinition};
use crate::programme::{CONTENT_FILES, ContentFileKind, content_file_kind};
use crate::report::ContentPath;

/// The form of a kind of content file.
#[derive(Clone, Debug)]
pub struct ContentForm {
    kind: &'static ContentFileKind,
    fields: Vec<FieldDefinition>,
}

impl ContentForm {
    /// The form of the file with this path. `None` if it is not a content file.
    pub fn of_path(path: &ContentPath) -> Option<Self> {
        Some(Self::new(content_file_kind(path)?, path.extension() == "md"))
    }

    /// The form of a kind of file, such as `event`. `None` if there is no such kind.
    pub fn of_kind(name: &str) -> Option<Self> {
        let kind = CONTENT_FILES.iter().find(|kind| kind.name == name)?;
        Some(Self::new(kind, kind.files.contains(".md")))
    }

    fn new(kind: &'static ContentFileKind, is_markdown: bool) -> Self {
        let mut fields = kind.fields();
        let is_body = |field: &FieldDefinition| matches!(field.control, Control::Markdown);
        if !is_markdown {
            fields.retain(|field| !is_body(field));
        } else if !fields.iter().any(is_body) {
            fields.push(FieldDefinition::body("The main text of the page."));
        }
        Self { kind, fields }
    }

    /// The kind of file.
    pub fn kind(&self) -> &'static ContentFileKind {
        self.kind
    }

    /// Its fields, in the order of the format.
    pub fn definitions(&self) -> &[FieldDefinition] {
        &self.fields
    }

    /// The values of a file.
    pub fn values(&self, file: &OpenFile) -> FormValue {
        let FormValue::Fields(mut values) = file_values::record(&self.fields, &map_of(file)) else {
            return FormValue::TextOnly;
        };
        for (_, value) in values.iter_mut().filter(|(key, _)| key.is_empty()) {
            *value = FormValue::Text(file.body());
        }
        FormValue::Fields(values)
    }

    /// The values of an empty form.
    pub fn empty(&self) -> FormValue {
        file_values::record(&self.fields, &[])
    }

    /// The values that a browser has sent: the names and values of its fields, in their order.
    pub fn sent(&self, pairs: &[(String, String)]) -> FormValue {
        Submission { pairs }.record("", &self.fields)
    }

    /// The values to show after some were sent, and before they are saved: those of the file, or of a new one, with what was
    /// sent in their place.
    pub fn shown(&self, file: Option<&OpenFile>, sent: &FormValue) -> FormValue {
        let before = file.map_or_else(|| self.empty(), |file| self.values(file));
        file_values::complete_record(&self.fields, &before.with(sent))
    }

    /// The fields of a form with these values, which are those of the file or what was sent for it. Without a file, those
    /// of a new one.
    pub fn fields(&self, file: Option<&OpenFile>, values: &FormValue) -> Vec<FormField> {
        let map = file.map(map_of).unwrap_or_default();
        form_field::record(&self.fields, FieldPlace { prefix: "", path: &ValuePath::default(), map: &map }, values)
    }

    /// The edits that give the file the values that were sent. Fields that were not sent stay.
    pub fn edits(&self, file: &OpenFile, sent: &FormValue) -> Vec<FileEdit> {
        let before = self.values(file);
        let after = before.with(sent);
        let mut list = EditList::default();
        let fields: Vec<FieldDefinition> = self.fields.iter().filter(|field| !field.key.is_empty()).cloned().collect();
        list.record(&fields, (&ValuePath::default(), &map_of(file)), &before, &after);
        if let (Some(FormValue::Text(before)), Some(FormValue::Text(after))) = (before.field(""), after.field(""))
            && before != after
        {
            list.edits.push(FileEdit::SetBody { text: after.clone() });
        }
        list.edits
    }

    /// The parts of the file that can only be changed as text.
    pub fn text_parts(&self, file: &OpenFile) -> Vec<TextPart> {
        text_parts::text_parts(&self.fields, file)
    }

    /// The keys of the record at a path, in the order of the format. Empty if there is none.
    pub fn order(&self, path: &ValuePath) -> Vec<&'static str> {
        let mut fields = self.fields.clone();
        for step in &path.0 {
            let PathStep::Key(key) = step else { continue };
            let control = fields.iter().find(|field| field.reads(key)).map(|field| field.control.clone());
            fields = control.as_ref().map(fields_in).unwrap_or_default();
        }
        fields.iter().map(|field| field.key).filter(|key| !key.is_empty()).collect()
    }
}

fn fields_in(control: &Control) -> Vec<FieldDefinition> {
    match control {
        Control::Record(fields) | Control::TextOrRecord { fields, .. } => fields(),
        Control::List(item) => fields_in(item),
        Control::WordOr { other, .. } => fields_in(other),
        _ => Vec::new(),
    }
}

fn map_of(file: &OpenFile) -> Vec<(String, YamlValue)> {
    match file.values() {
        YamlValue::Map(map) => map,
        _ => Vec::new(),
    }
}
