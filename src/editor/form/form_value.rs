//! The values of a form.

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormValue {
    /// The form did not have this field.
    Absent,
    /// Empty if nothing is written. Lines end with `\n`.
    Text(String),
    /// The values that are chosen.
    Chosen(Vec<String>),
    /// The rows of a list, or of labels and values.
    Rows(FormRows),
    /// The fields of a record, by key.
    Fields(Vec<(&'static str, Self)>),
    /// A value that a form can't express. It stays as it is.
    TextOnly,
}

/// Rows of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormRows {
    pub rows: Vec<FormRow>,
    /// False if the form had only some of the rows.
    pub is_complete: bool,
}

/// A row of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// The index of the item in the file. `None` for a new row.
    pub origin: Option<usize>,
    /// Its label. `None` in lists, and if the form did not have it.
    pub label: Option<String>,
    pub value: FormValue,
}

impl FormValue {
    /// The value of a key of a record.
    pub fn field(&self, key: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The rows of the list with this name, such as `activities` or `activities.2.resources`, to add, remove or move some
    /// before the form is shown again. The numbers of a name count the rows from 0.
    pub fn rows_mut(&mut self, name: &str) -> Option<&mut FormRows> {
        let mut value = self;
        for part in name.split('.') {
            value = match value {
                Self::Fields(fields) => fields.iter_mut().find(|(key, _)| *key == part).map(|(_, value)| value)?,
                Self::Rows(rows) => &mut rows.rows.get_mut(part.parse::<usize>().ok()?)?.value,
                _ => return None,
            };
        }
        match value {
            Self::Rows(rows) => Some(rows),
            _ => None,
        }
    }

    /// True if nothing is written or chosen.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Text(text) => text.is_empty(),
            Self::Chosen(values) => values.is_empty(),
            Self::Rows(rows) => rows.rows.iter().all(FormRow::is_blank),
            Self::Fields(fields) => fields.iter().all(|(_, value)| value.is_blank()),
            Self::TextOnly => false,
        }
    }

    /// This value, with what a form has sent in its place.
    #[must_use]
    pub fn with(&self, sent: &Self) -> Self {
        match (self, sent) {
            (_, Self::Absent) | (Self::TextOnly, _) => self.clone(),
            (Self::Fields(fields), Self::Fields(_)) => {
                let field = |(key, value): &(&'static str, Self)| {
                    (*key, sent.field(key).map_or_else(|| value.clone(), |sent| value.with(sent)))
                };
                Self::Fields(fields.iter().map(field).collect())
            }
            (Self::Rows(rows), Self::Rows(sent)) => Self::Rows(rows.with(sent)),
            (_, sent) => sent.clone(),
        }
    }
}

impl FormRow {
    /// A new row, which is blank.
    pub fn new(label: Option<String>) -> Self {
        Self { origin: None, label, value: FormValue::Absent }
    }

    /// True if nothing is written or chosen in it.
    pub fn is_blank(&self) -> bool {
        self.label.as_ref().is_none_or(String::is_empty) && self.value.is_blank()
    }
}

impl FormRows {
    fn row_of(&self, origin: usize) -> Option<&FormRow> {
        self.rows.iter().find(|row| row.origin == Some(origin))
    }

    fn with(&self, sent: &Self) -> Self {
        let merged = |sent: &FormRow| match sent.origin.and_then(|origin| self.row_of(origin)) {
            Some(row) => FormRow {
                origin: row.origin,
                label: sent.label.clone().or_else(|| row.label.clone()),
                value: row.value.with(&sent.value),
            },
            None => FormRow { origin: None, ..sent.clone() },
        };
        let rows = if sent.is_complete {
            sent.rows.iter().map(merged).collect()
        } else {
            let sent_row =
                |row: &FormRow| row.origin.and_then(|origin| sent.row_of(origin)).map_or_else(|| row.clone(), merged);
            let kept = self.rows.iter().map(sent_row);
            kept.chain(sent.rows.iter().filter(|row| row.origin.is_none()).cloned()).collect()
        };
        Self { rows, is_complete: true }
    }
}
