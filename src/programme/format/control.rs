//! How the values of the format are asked for in a form. `record!` and `string_enum!` make these from the same definition
//! as the parser and the schema, so every field has a form.

use super::synonyms::is_key;

/// A field of a record.
#[derive(Clone, Debug)]
pub struct FieldDefinition {
    /// The key in the file. Empty for the Markdown below the front matter.
    pub key: &'static str,
    /// What the field is called.
    pub label: String,
    /// What to write in it, in a sentence or more.
    pub hint: &'static str,
    /// A value that a teacher could have written.
    pub example: Option<&'static str>,
    pub is_required: bool,
    pub control: Control,
    /// What a list has several of, if its label does not say it.
    pub item: Option<&'static str>,
    /// The heading that a form folds it away below. `None` if it is always in sight.
    pub fold: Option<&'static str>,
}

/// What a definition says about a field besides its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::programme) enum FieldMark {
    /// Sentences or titles on the site.
    Prose,
    /// Text for more than one line.
    Long,
    /// The names of things in other files.
    Names(NamedThing),
}

/// Things that a value names, and that are written in another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedThing {
    /// The areas of learning of school.yaml.
    Area,
    /// The subjects of school.yaml.
    Subject,
    /// The pictures in media/.
    Picture,
    /// The criteria of the benchmarks.
    Criterion,
}

/// A value that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// As the file has it.
    pub value: &'static str,
    /// What people read, if it is not the value with a capital letter.
    label: Option<&'static str>,
    /// What it means. Empty if the label says it all.
    pub hint: &'static str,
}

/// How a value is asked for.
#[derive(Clone, Debug)]
pub enum Control {
    /// Words on one line.
    Text,
    /// Words for several lines, such as a note or a sentence.
    LongText,
    /// The Markdown below the front matter.
    Markdown,
    Email,
    Phone,
    Link,
    Colour,
    /// A day, such as 4 March 2027.
    Day,
    /// A day, a month, a term or a year, in words.
    Period,
    /// A time of day.
    Time,
    YesNo,
    /// Yes, no or words, such as a reason.
    YesNoOrText,
    /// A whole number.
    Number {
        min: u32,
        max: Option<u32>,
    },
    /// A number that may have decimals.
    Decimal,
    /// A number, a percentage or a few words, such as “not stated”.
    Figure,
    /// One of the eight benchmarks.
    Benchmark,
    /// The name of one of the school's groups.
    Group,
    /// The name of one of these, or another text.
    Name(NamedThing),
    /// One of several words.
    Choice(&'static [ChoiceOption]),
    /// Several of a set of values: `item` is a choice, a benchmark or a group. With `all` a word that stands for
    /// all of them.
    Several {
        item: Box<Self>,
        all: Option<&'static str>,
    },
    /// Any number of values, in order.
    List(Box<Self>),
    /// The keys of a record.
    Record(fn() -> Vec<FieldDefinition>),
    /// A record that can also be written as only the text of this key.
    TextOrRecord {
        text_key: &'static str,
        fields: fn() -> Vec<FieldDefinition>,
    },
    /// A word, or else this.
    WordOr {
        word: &'static str,
        other: Box<Self>,
    },
    /// Any number of labels, each with a value, in order.
    Labelled(Box<Self>),
    /// A value for each benchmark, 1 to 8.
    PerBenchmark(Box<Self>),
}

impl FieldDefinition {
    /// A field with an `example` is required.
    pub(in crate::programme) fn new(
        (key, label): (&'static str, Option<&'static str>),
        hint: &'static str,
        control: Control,
        example: Option<&'static str>,
    ) -> Self {
        let label = label.map_or_else(|| words(key), str::to_owned);
        let is_required = example.is_some();
        Self { key, label, hint: hint.trim(), example, is_required, control, item: None, fold: None }
    }

    /// Adds what the definition of a record says about the field besides its name and type.
    pub(in crate::programme) fn complete(
        &mut self,
        (item, fold): (Option<&'static str>, Option<&'static str>),
        marks: &[FieldMark],
    ) {
        self.item = self.item.or(item);
        self.fold = self.fold.or(fold);
        for mark in marks {
            self.control = self.control.marked(*mark);
        }
    }

    /// What a list has several of, in lower case: “activity” for “Activities”.
    pub fn item_name(&self) -> String {
        self.item.map_or_else(|| singular(&self.label.to_lowercase()), str::to_owned)
    }

    /// The text below the front matter.
    pub fn body(hint: &'static str) -> Self {
        Self::new(("", Some("Text")), hint, Control::Markdown, None)
    }

    /// The same field with another control.
    #[must_use]
    pub fn with_control(&self, control: Control) -> Self {
        Self { control, ..self.clone() }
    }

    /// True if this field reads a key as it is written in a file: in any case, or with another word for an audience.
    pub fn reads(&self, written: &str) -> bool {
        !self.key.is_empty() && is_key(written, self.key)
    }
}

impl ChoiceOption {
    /// `hint` and `label` come from the definition of an enum.
    pub(in crate::programme) const fn new(
        value: &'static str,
        label: Option<&'static str>,
        hint: &'static str,
    ) -> Self {
        Self { value, label, hint }
    }

    /// What people read.
    pub fn label(&self) -> String {
        self.label.map_or_else(|| words(self.value), str::to_owned)
    }
}

impl Control {
    /// A list of these: several of a set, if there is one.
    pub(in crate::programme) fn list_of(item: Self) -> Self {
        match item {
            Self::Choice(_) | Self::Benchmark | Self::Group | Self::Name(_) => {
                Self::Several { item: Box::new(item), all: None }
            }
            item => Self::List(Box::new(item)),
        }
    }

    /// True for a value on a line of its own.
    pub fn is_short(&self) -> bool {
        !matches!(
            self,
            Self::LongText
                | Self::Markdown
                | Self::Several { .. }
                | Self::List(_)
                | Self::Record(_)
                | Self::TextOrRecord { .. }
                | Self::WordOr { .. }
                | Self::Labelled(_)
                | Self::PerBenchmark(_)
        )
    }

    fn marked(&self, mark: FieldMark) -> Self {
        match (mark, self) {
            (FieldMark::Long, Self::Text) => Self::LongText,
            (FieldMark::Names(thing), Self::Text) => Self::Name(thing),
            (_, Self::List(item)) => Self::list_of(item.marked(mark)),
            (_, Self::Labelled(item)) => Self::Labelled(Box::new(item.marked(mark))),
            _ => self.clone(),
        }
    }

    /// True for words for people, which are written in quotation marks if another program could take them for something
    /// else.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text | Self::LongText | Self::YesNoOrText | Self::Group | Self::Name(_))
    }
}

/// “activities” → “activity”.
fn singular(label: &str) -> String {
    match label.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => label.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(label).to_owned(),
    }
}

/// `needs-by` → “Needs by”.
fn words(key: &str) -> String {
    let words = key.replace('-', " ");
    let mut chars = words.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_labels() {
        assert_eq!((words("needs-by"), words("title"), words("")), ("Needs by".into(), "Title".into(), String::new()));
    }

    #[test]
    fn labels_of_lists_name_one_item() {
        for (label, expected) in [("activities", "activity"), ("films", "film"), ("help", "help"), ("boss", "boss")] {
            assert_eq!(singular(label), expected);
        }
    }
}
