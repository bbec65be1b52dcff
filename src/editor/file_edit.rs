//! What can be changed in a content file.

use std::fmt;

use super::scalar::is_ambiguous;
use crate::read::{Entry, Node, Value};

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PathStep {
    /// To the value of a key.
    Key(String),
    /// To an item of a list, from 0.
    Index(usize),
}

/// The way from the whole file to a value. Written `activities.2.title`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ValuePath(pub Vec<PathStep>);

impl ValuePath {
    /// The path of a key in the value with this path.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(PathStep::Key(key.to_owned()))
    }

    /// The path of an item of the list with this path.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(PathStep::Index(index))
    }

    fn with(&self, step: PathStep) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The path of the value around this one, and the last step. `None` for the whole file.
    pub fn split(&self) -> Option<(Self, &PathStep)> {
        let (last, rest) = self.0.split_last()?;
        Some((Self(rest.to_vec()), last))
    }
}

impl fmt::Display for ValuePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            match step {
                PathStep::Key(key) => f.write_str(key)?,
                PathStep::Index(index) => write!(f, "{index}")?,
            }
        }
        Ok(())
    }
}

/// A value of a content file. Two are equal if the reader reads them alike.
#[derive(Clone, Debug)]
pub enum YamlValue {
    /// Nothing after the key.
    Null,
    /// Words for people. Written in quotation marks if another program could take them for a number, a date or a yes.
    Text(String),
    /// A number, a date, a time, yes or no, a word of the format or an address: without quotation marks wherever possible.
    Word(String),
    /// A list.
    List(Vec<Self>),
    /// Keys with values, in order.
    Map(Vec<(String, Self)>),
}

impl YamlValue {
    /// The value of a node of a file with this text.
    pub fn of(node: &Node, source: &str) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Scalar(text) => {
                let is_quoted = source.get(node.span.start..).is_some_and(|rest| rest.starts_with(['"', '\'']));
                if is_ambiguous(text) && !is_quoted { Self::Word(text.clone()) } else { Self::Text(text.clone()) }
            }
            Value::List(items) => Self::List(items.iter().map(|item| Self::of(item, source)).collect()),
            Value::Map(entries) => {
                let entry = |entry: &Entry| (entry.key.clone(), Self::of(&entry.node, source));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }

    /// The value at a path inside this one.
    pub fn at(&self, path: &ValuePath) -> Option<&Self> {
        path.0.iter().try_fold(self, |value, step| match (value, step) {
            (Self::Map(entries), PathStep::Key(key)) => {
                entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
            }
            (Self::List(items), PathStep::Index(index)) => items.get(*index),
            _ => None,
        })
    }
}

impl PartialEq for YamlValue {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Text(one) | Self::Word(one), Self::Text(other) | Self::Word(other)) => one == other,
            (Self::List(one), Self::List(other)) => one == other,
            (Self::Map(one), Self::Map(other)) => one == other,
            _ => false,
        }
    }
}

impl Eq for YamlValue {}

/// One change of a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileEdit {
    /// Replaces the value of a key or an item that is there, also an empty one. Comments of a new site that call the value
    /// or its record made up go with it.
    Set { path: ValuePath, value: YamlValue },
    /// Says that a value is right as it is: comments of a new site directly above it that call it made up are removed.
    Confirm { path: ValuePath },
    /// Adds a key to the keys at `path`, where the order of the format puts it: after the nearest key of `order` that comes
    /// before it and is there, or else first. Without an order, or with a key that is not in it, last. Keys can also be added
    /// to an empty value, and to a Markdown file without front matter.
    AddKey { path: ValuePath, key: String, value: YamlValue, order: Vec<&'static str> },
    /// Removes a key with its value and the comment lines directly above it. If it is the last inside another value, `{}`
    /// stays.
    RemoveKey { path: ValuePath },
    /// Gives a key another name.
    RenameKey { path: ValuePath, name: String },
    /// Adds an item to the end of the list at `path`.
    Append { path: ValuePath, value: YamlValue },
    /// Removes an item with the comment lines directly above it. Instead of the last one, `[]` stays.
    RemoveItem { path: ValuePath },
    /// Moves an item of a list, or a key of a map, with the comment lines directly above it. `to` counts after it was taken
    /// out. Blank lines stay where they are.
    MoveItem { path: ValuePath, from: usize, to: usize },
    /// Replaces the text of a key with its value, or of an item, as it is written in the file.
    SetText { path: ValuePath, text: String },
    /// Replaces the Markdown below the front matter. The blank lines around it stay.
    SetBody { text: String },
}
