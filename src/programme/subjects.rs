//! The subjects that a school teaches, and in which years.

use super::format::{Control, FieldReader, FromNode, Located, Record, Text, record};
use crate::read::{Node, Value};

record! {
    /// A subject as a map.
    pub struct SubjectData {
        /// Its name.
        required name: Located<Text> = "Drama";
        /// The national curriculum years in which it is taught, if not in all.
        list years: Located<u32>;
    }
}

/// A subject: its name, or a map with the years in which it is taught.
#[derive(Clone, Debug)]
pub struct TaughtSubject {
    pub name: Located<Text>,
    /// Empty if it is taught in all.
    pub(super) years: Vec<u32>,
}

impl TaughtSubject {
    /// True if it is taught to a group of these years.
    pub(super) fn is_taught_in(&self, years: &[u8]) -> bool {
        self.years.is_empty() || years.iter().any(|year| self.years.contains(&u32::from(*year)))
    }
}

impl FromNode for TaughtSubject {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            let SubjectData { name, years, .. } = SubjectData::from_node(node, reader)?;
            return Some(Self { name, years: years.into_iter().map(|year| year.value).collect() });
        }
        Located::<Text>::from_node(node, reader).map(|name| Self { name, years: Vec::new() })
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, SubjectData::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "name", fields: SubjectData::fields }
    }
}
