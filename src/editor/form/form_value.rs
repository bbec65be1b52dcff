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
    /// All items of a list of short values, as a form sends them: a line each.
    Lines(Vec<String>),
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
            Self::Chosen(values) | Self::Lines(values) => values.is_empty(),
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
            (Self::Rows(rows), Self::Lines(lines)) => Self::Rows(rows.with_lines(lines)),
            (_, sent) => sent.with_rows(),
        }
    }

    /// This value, with new rows in place of lines.
    fn with_rows(&self) -> Self {
        match self {
            Self::Lines(lines) => Self::Rows(FormRows::default().with_lines(lines)),
            Self::Fields(fields) => Self::Fields(fields.iter().map(|(key, value)| (*key, value.with_rows())).collect()),
            Self::Rows(rows) => {
                let row = |row: &FormRow| FormRow { value: row.value.with_rows(), ..row.clone() };
                Self::Rows(FormRows { rows: rows.rows.iter().map(row).collect(), ..*rows })
            }
            other => other.clone(),
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

    /// The rows with these texts. A line is the item of the file with the same text, or else the one after that of the line
    /// above, whose text was changed.
    fn with_lines(&self, lines: &[String]) -> Self {
        let text = |row: &FormRow| match &row.value {
            FormValue::Text(text) => Some(text.clone()),
            _ => None,
        };
        let mut is_taken = vec![false; self.rows.len()];
        let mut origins: Vec<Option<usize>> = Vec::new();
        for line in lines {
            let same =
                self.rows.iter().zip(&is_taken).position(|(row, taken)| !taken && text(row).as_ref() == Some(line));
            if let Some(taken) = same.and_then(|at| is_taken.get_mut(at)) {
                *taken = true;
            }
            origins.push(same);
        }
        for at in 0..origins.len() {
            let above = at.checked_sub(1).map(|above| origins.get(above).copied().flatten());
            let next = above.map_or(Some(0), |above| above.map(|above| above + 1));
            let (Some(origin @ None), Some(next)) = (origins.get_mut(at), next) else { continue };
            if let Some(taken @ false) = is_taken.get_mut(next) {
                (*taken, *origin) = (true, Some(next));
            }
        }
        let row = |(line, at): (&String, Option<usize>)| FormRow {
            origin: at.and_then(|at| self.rows.get(at)?.origin),
            label: None,
            value: FormValue::Text(line.clone()),
        };
        Self { rows: lines.iter().zip(origins).map(row).collect(), is_complete: true }
    }

    fn with(&self, sent: &Self) -> Self {
        let merged = |sent: &FormRow| match sent.origin.and_then(|origin| self.row_of(origin)) {
            Some(row) => FormRow {
                origin: row.origin,
                label: sent.label.clone().or_else(|| row.label.clone()),
                value: row.value.with(&sent.value),
            },
            None => FormRow { origin: None, value: sent.value.with_rows(), ..sent.clone() },
        };
        let rows = if sent.is_complete {
            sent.rows.iter().map(merged).collect()
        } else {
            let sent_row =
                |row: &FormRow| row.origin.and_then(|origin| sent.row_of(origin)).map_or_else(|| row.clone(), merged);
            let kept = self.rows.iter().map(sent_row);
            kept.chain(sent.rows.iter().filter(|row| row.origin.is_none()).map(merged)).collect()
        };
        Self { rows, is_complete: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_the_items_that_they_are() {
        let row = |(at, text): (usize, &&str)| FormRow {
            origin: Some(at),
            label: None,
            value: FormValue::Text((*text).to_owned()),
        };
        let before = ["a", "b", "c"];
        let rows = FormRows { rows: before.iter().enumerate().map(row).collect(), is_complete: true };
        for (lines, expected) in [
            (&["a", "b", "c"][..], &[Some(0), Some(1), Some(2)][..]),
            (&["a", "x", "c"], &[Some(0), Some(1), Some(2)]),
            (&["c", "a"], &[Some(2), Some(0)]),
            (&["x", "b"], &[Some(0), Some(1)]),
            (&["a", "b", "c", "d", "d"], &[Some(0), Some(1), Some(2), None, None]),
            (&["b", "x", "y"], &[Some(1), Some(2), None]),
            (&["a", "a"], &[Some(0), Some(1)]),
            (&[], &[]),
        ] {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let found: Vec<Option<usize>> = rows.with_lines(&lines).rows.iter().map(|row| row.origin).collect();
            assert_eq!(found, expected, "{lines:?}");
        }
    }
}
