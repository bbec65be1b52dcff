//! The file, or the item of a list in it, that a form is for.

use super::form_parts::has_item_pages;
use super::known_files::{file_of_format, known_file};
use super::request::PageRequest;
use crate::editor::form::{ContentForm, FieldContent, FormField, FormRowField, FormValue};
use crate::editor::{OpenFile, SaveError, ValuePath, YamlValue};
use crate::report::ContentPath;

/// What a form is for.
pub(super) struct FormTarget {
    pub(super) form: ContentForm,
    /// Empty if there is no such file yet.
    pub(super) file: OpenFile,
    pub(super) is_new: bool,
    pub(super) item: Option<ItemName>,
}

/// An item of a list that has pages for its items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ItemName {
    /// The name of the list, such as `activities`.
    pub(super) list: &'static str,
    /// Its index in the file. `None` for a new one.
    pub(super) index: Option<usize>,
}

/// Why there is no form.
pub(super) enum NoForm {
    /// There is no such file, or it has no such list.
    NotFound,
    /// The file has no such item.
    NoItem(ContentPath),
    /// It can only be changed as text.
    Text(ContentPath),
    /// It can't be opened.
    Unusable(ContentPath, SaveError),
}

impl FormTarget {
    /// Opens the form of the file with this path, or of an item such as `activities.2`. Empty for the whole file.
    pub(super) fn open(request: &PageRequest, path: &str, item: &str) -> Result<Self, NoForm> {
        let content = &request.state.dashboard.content;
        let (path, file) = match known_file(request, path) {
            Some(path) => {
                let file = content.open(&path).map_err(|error| NoForm::Unusable(path.clone(), error))?;
                (path, Some(file))
            }
            None => (file_of_format(path).ok_or(NoForm::NotFound)?, None),
        };
        let is_new = file.is_none();
        let file = match file {
            Some(file) => file,
            None => OpenFile::new(path.clone(), Vec::new()).map_err(|_| NoForm::NotFound)?,
        };
        let form = ContentForm::of_path(&path).ok_or_else(|| NoForm::Text(path.clone()))?;
        file.check().map_err(|_| NoForm::Text(path))?;
        let item = if item.is_empty() { None } else { Some(item_name(&form, item).ok_or(NoForm::NotFound)?) };
        let target = Self { form, file, is_new, item };
        let fields = target.fields(&target.values(&[]));
        match target.item.is_some() && target.row(&fields).is_none() {
            true => Err(NoForm::NoItem(target.path().clone())),
            false => Ok(target),
        }
    }

    /// The values of the file, with what was sent in their place.
    pub(super) fn values(&self, pairs: &[(String, String)]) -> FormValue {
        let mut pairs = pairs.to_vec();
        let new_row = self.item.as_ref().filter(|item| item.index.is_none());
        if let Some(ItemName { list, .. }) = new_row {
            // A row needs a field to be there, and a form that was sent has fields of its own.
            let inside = format!("{list}.");
            if !pairs.iter().any(|(name, _)| name.starts_with(&inside)) {
                pairs.push((format!("{inside}new@new"), String::new()));
            }
        }
        self.form.values(&self.file).with(&self.form.sent(&pairs))
    }

    pub(super) fn fields(&self, values: &FormValue) -> Vec<FormField> {
        self.form.fields(Some(&self.file), values)
    }

    /// The row of the item among the fields of the file.
    pub(super) fn row<'f>(&self, fields: &'f [FormField]) -> Option<&'f FormRowField> {
        let item = self.item.as_ref()?;
        let list = fields.iter().find(|field| field.name == item.list)?;
        let FieldContent::Rows(rows) = &list.content else { return None };
        match item.index {
            Some(index) => rows.iter().find(|row| row.origin == Some(index)),
            None => rows.last().filter(|row| row.origin.is_none()),
        }
    }

    pub(super) fn path(&self) -> &ContentPath {
        self.file.path()
    }

    /// The path of the list that the item is in, with its key as the file has it. `None` for a whole file.
    pub(super) fn list(&self) -> Option<ValuePath> {
        let item = self.item.as_ref()?;
        let fields = self.fields(&self.form.values(&self.file));
        fields.into_iter().find(|field| field.name == item.list).map(|field| field.path)
    }

    /// How many items that list has.
    pub(super) fn count(&self) -> usize {
        match self.list().and_then(|list| self.file.values().at(&list).cloned()) {
            Some(YamlValue::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// As forms and addresses name the item. Empty for the whole file.
    pub(super) fn item_text(&self) -> String {
        let index = |item: &ItemName| item.index.map_or_else(|| "new".to_owned(), |index| index.to_string());
        self.item.as_ref().map_or_else(String::new, |item| format!("{}.{}", item.list, index(item)))
    }
}

/// The form of a file of the format, which may not be there yet: the last value is true then.
pub(super) fn empty_or_open(request: &PageRequest, path: &str) -> Result<(ContentForm, OpenFile, bool), SaveError> {
    let path = ContentPath::new(path);
    let not_allowed = || SaveError::NotAllowed { path: path.clone(), why: "it is not a text of the site" };
    let form = ContentForm::of_path(&path).ok_or_else(not_allowed)?;
    match request.state.dashboard.content.open(&path) {
        Ok(file) => Ok((form, file, false)),
        Err(SaveError::Missing(_)) => Ok((form, OpenFile::new(path, Vec::new())?, true)),
        Err(error) => Err(error),
    }
}

fn item_name(form: &ContentForm, text: &str) -> Option<ItemName> {
    let (list, index) = text.rsplit_once('.')?;
    let field = form.definitions().iter().find(|field| field.key == list && has_item_pages(&field.control))?;
    let index = if index == "new" { None } else { Some(index.parse().ok()?) };
    Some(ItemName { list: field.key, index })
}
