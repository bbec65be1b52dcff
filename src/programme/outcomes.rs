//! Learning outcomes: what pupils know or can do by the end of the year.

use super::areas::{Area, resolve_areas};
use super::format::{Control, FieldReader, FromNode, Located, ProseKey, Record, RichText, Text, record};
use crate::read::{Node, Value};
use crate::report::Findings;

record! {
    /// A learning outcome as a map.
    pub struct OutcomeData {
        /// What pupils know or can do.
        required can: RichText as "What pupils know or can do" = "I can name three routes after Year 11", prose;
        /// The area of learning it belongs to, from school.yaml.
        optional area: Located<Text>, areas;
        /// How far it goes, in your words, such as “with help” or “on my own”.
        optional level: Text, prose;
    }
}

/// A learning outcome: its text, or a map.
#[derive(Clone, Debug)]
pub struct OutcomeEntry(pub OutcomeData);

impl FromNode for OutcomeEntry {
    const IS_RICH: bool = true;

    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return OutcomeData::from_node(node, reader).map(Self);
        }
        let can = RichText::from_node(node, reader)?;
        Some(Self(OutcomeData { at: reader.place(node), can, area: None, level: None }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, OutcomeData::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "can", fields: OutcomeData::fields }
    }
    fn prose_keys() -> Vec<ProseKey> {
        OutcomeData::prose_keys()
    }
}

/// What pupils know or can do.
#[derive(Clone, Debug)]
pub struct LearningOutcome {
    pub can: RichText,
    /// By index.
    pub area: Option<usize>,
    /// How far it goes, in the school's words.
    pub level: Option<Text>,
}

impl LearningOutcome {
    /// Looks up the area. Reports one that the school does not have.
    pub(super) fn new(OutcomeEntry(data): OutcomeEntry, areas: &[Area], findings: &mut Findings) -> Self {
        let area =
            data.area.as_ref().map_or_else(Vec::new, |area| resolve_areas(std::slice::from_ref(area), areas, findings));
        Self { can: data.can, area: area.first().copied(), level: data.level }
    }
}
