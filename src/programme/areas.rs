//! The areas of learning: a second axis of the programme, next to the benchmarks.

use super::findings::{ContentProblem, MAX_LISTED};
use super::format::{Control, FieldReader, FromNode, Located, ProseKey, Record, RichText, Text, record};
use super::groups::slug;
use crate::framework::AreaFrameworks;
use crate::read::{Node, Value};
use crate::report::{Findings, Place, did_you_mean};

record! {
    /// An area of learning as a map.
    pub struct AreaData {
        /// Its name.
        required name: Text = "Explore possibilities", prose;
        /// Its name in other files. Made from the name if left out.
        optional id: Text;
        /// One line about it.
        optional about: RichText, prose;
    }
}

/// `cdi`, or the school's own areas or strands.
#[derive(Clone, Debug)]
pub enum AreasData {
    /// Those of the Career Development Framework.
    Cdi,
    Own(Vec<Area>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub id: String,
    pub name: String,
    pub about: Option<RichText>,
}

impl Area {
    fn named(name: &str) -> Self {
        Self { id: slug(name), name: name.to_owned(), about: None }
    }
}

impl AreasData {
    pub fn areas(&self, frameworks: &AreaFrameworks) -> Vec<Area> {
        match self {
            Self::Cdi => frameworks.cdi.areas.iter().map(|name| Area::named(name)).collect(),
            Self::Own(areas) => areas.clone(),
        }
    }
}

impl FromNode for AreasData {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar(text) if text.trim().eq_ignore_ascii_case("cdi") => Some(Self::Cdi),
            Value::List(items) => {
                let area = |item: &Node| {
                    if !matches!(item.value, Value::Map(_)) {
                        return Text::from_node(item, reader).map(|name| Area::named(&name));
                    }
                    let AreaData { name, id, about, .. } = AreaData::from_node(item, reader)?;
                    Some(Area { id: slug(id.as_ref().unwrap_or(&name)), name, about })
                };
                Some(Self::Own(items.iter().filter_map(area).collect()))
            }
            _ => Text::from_node(node, reader).map(|name| Self::Own(vec![Area::named(&name)])),
        }
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({
            "anyOf": [
                { "type": "string", "examples": ["cdi"] },
                { "type": "array", "items": { "anyOf": [{ "type": "string" }, AreaData::schema()] } },
            ],
        })
    }
    fn control() -> Control {
        Control::WordOr {
            word: "cdi",
            other: Box::new(Control::List(Box::new(Control::TextOrRecord {
                text_key: "name",
                fields: AreaData::fields,
            }))),
        }
    }
    fn prose_keys() -> Vec<ProseKey> {
        AreaData::prose_keys()
    }
}

/// Resolves the named areas, as indices in order. Reports unknown names.
pub(super) fn resolve_areas(written: &[Located<Text>], areas: &[Area], findings: &mut Findings) -> Vec<usize> {
    if areas.is_empty() && !written.is_empty() {
        // The same finding each time, so that it is reported once.
        findings.add(ContentProblem::MissingAreas, Place::of_file("school.yaml"));
        return Vec::new();
    }
    let find = |name: &Located<Text>| {
        let wanted = slug(&name.value);
        let found = areas.iter().position(|area| area.id == wanted || slug(&area.name) == wanted);
        if found.is_none() {
            let known = areas.iter().take(MAX_LISTED + 1).map(|area| area.id.clone()).collect();
            let suggestion = did_you_mean(&wanted, areas.iter().map(|area| area.id.as_str())).map(str::to_owned);
            let problem = ContentProblem::UnknownValue { value: name.value.clone(), known, suggestion };
            findings.add(problem, name.place.clone());
        }
        found
    };
    let mut set: Vec<usize> = written.iter().filter_map(find).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_areas_are_reported_once_however_often_they_are_named() {
        let named = |path| [Located { value: Text::from("explore"), place: Place::of_file(path) }];
        let mut findings = Findings::default();
        for path in ["programme/year-7.md", "programme/year-8.md"] {
            assert!(resolve_areas(&named(path), &[], &mut findings).is_empty());
        }
        let findings: Vec<String> = findings.sorted().iter().map(|finding| finding.place.path().to_string()).collect();
        assert_eq!(findings, ["school.yaml"]);
    }
}
