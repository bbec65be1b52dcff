//! Composite values: a value with its place, a choice of groups, scores and tallies.

use serde_json::{Value as Json, json};

use super::{FieldReader, FromNode};
use crate::programme::findings::{ContentProblem, Expected};
use crate::read::{Node, Value};
use crate::report::Place;

/// A value with its place, for later findings about it.
#[derive(Clone, Debug)]
pub struct Located<T> {
    pub value: T,
    pub place: Place,
}

impl<T: FromNode> FromNode for Located<T> {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Some(Self { value: T::from_node(node, reader)?, place: reader.place(node) })
    }
    fn schema() -> Json {
        T::schema()
    }
    fn prose_keys() -> Vec<&'static str> {
        T::prose_keys()
    }
    const SPLITS_AT_COMMAS: bool = T::SPLITS_AT_COMMAS;
}

/// `all`, or the names of groups.
#[derive(Clone, Debug)]
pub enum Groups {
    All,
    Named(Vec<Located<String>>),
}

impl FromNode for Groups {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::List(items) => {
                Some(Self::Named(items.iter().filter_map(|item| Located::from_node(item, reader)).collect()))
            }
            Value::Scalar(text) if ["all", "everyone"].contains(&text.trim().to_lowercase().as_str()) => {
                Some(Self::All)
            }
            _ => Some(Self::Named(vec![Located::from_node(node, reader)?])),
        }
    }
    fn schema() -> Json {
        json!({ "anyOf": [{ "const": "all" }, { "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}

/// The count of each answer, in the order of the file.
#[derive(Clone, Debug)]
pub struct Tally(pub Vec<(String, u32)>);

impl FromNode for Tally {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let entries = reader.entries(node)?;
        let counts = entries.iter().filter_map(|entry| Some((entry.key.clone(), u32::from_node(&entry.node, reader)?)));
        Some(Self(counts.collect()))
    }
    fn schema() -> Json {
        json!({ "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } })
    }
}

/// A benchmark's score, as the tool shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// A whole percentage. Compass cuts off decimals, so it is never recomputed.
    Percent(u8),
    NotStated,
}

impl FromNode for Score {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Number)?;
        if text.eq_ignore_ascii_case("not stated") {
            return Some(Self::NotStated);
        }
        match text.trim_end_matches('%').trim().parse::<u8>() {
            Ok(percent @ 0..=100) => Some(Self::Percent(percent)),
            _ => reader.reject(node, ContentProblem::OutOfRange { value: text.to_owned(), from: 0, to: 100 }),
        }
    }
    fn schema() -> Json {
        json!({ "anyOf": [{ "type": "integer", "minimum": 0, "maximum": 100 }, { "const": "not stated" }] })
    }
}
