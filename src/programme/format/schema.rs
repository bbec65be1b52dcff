//! JSON Schemas, so that an editor can complete keys and underline mistakes while a teacher types.

use serde_json::{Map, Value as Json, json};

use super::FromNode;

/// The schema of a record, growing key by key.
#[derive(Debug)]
pub struct Schema {
    about: String,
    properties: Map<String, Json>,
    required: Vec<&'static str>,
}

impl Schema {
    /// A record without keys yet.
    pub fn new(about: &str) -> Self {
        Self { about: about.to_owned(), properties: Map::new(), required: Vec::new() }
    }

    /// A key that must be there.
    pub fn required<T: FromNode>(&mut self, key: &'static str, doc: &str, example: &str) {
        let mut schema = T::schema();
        if let Some(object) = schema.as_object_mut() {
            object.insert("examples".into(), json!([example]));
        }
        self.add(key, doc, schema);
        self.required.push(key);
    }

    /// A key that may be missing.
    pub fn optional<T: FromNode>(&mut self, key: &'static str, doc: &str) {
        self.add(key, doc, T::schema());
    }

    /// A key with a list, or a single entry of it.
    pub fn list<T: FromNode>(&mut self, key: &'static str, doc: &str) {
        let item = T::schema();
        self.add(key, doc, json!({ "anyOf": [{ "type": "array", "items": item.clone() }, item] }));
    }

    fn add(&mut self, key: &'static str, doc: &str, mut schema: Json) {
        if let Some(object) = schema.as_object_mut() {
            object.insert("description".into(), json!(doc.trim()));
        }
        self.properties.insert(key.to_owned(), schema);
    }

    /// The finished schema.
    pub fn finish(self) -> Json {
        json!({
            "type": "object",
            "description": self.about,
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

/// The whole schema file of a record.
pub fn describe<T: FromNode>(title: &str) -> Json {
    let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title });
    if let (Some(whole), Json::Object(rest)) = (schema.as_object_mut(), T::schema()) {
        whole.extend(rest);
    }
    schema
}
