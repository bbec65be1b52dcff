//! JSON Schemas, with which editors complete keys and underline mistakes as a teacher types.

use serde_json::{Map, Value as Json, json};

use super::FromNode;

/// Builds the schema of a record key by key.
#[derive(Debug)]
pub struct Schema {
    description: String,
    properties: Map<String, Json>,
    required: Vec<&'static str>,
}

impl Schema {
    pub fn new(description: &str) -> Self {
        Self { description: description.to_owned(), properties: Map::new(), required: Vec::new() }
    }

    pub fn required<T: FromNode>(&mut self, key: &'static str, doc: &str, example: &str) {
        let mut schema = T::schema();
        if let Some(object) = schema.as_object_mut() {
            object.insert("examples".into(), json!([example]));
        }
        self.add(key, doc, schema);
        self.required.push(key);
    }

    pub fn optional<T: FromNode>(&mut self, key: &'static str, doc: &str) {
        self.add(key, doc, T::schema());
    }

    /// Adds a key whose value is a list or a single item.
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

    pub fn finish(self) -> Json {
        json!({
            "type": "object",
            "description": self.description,
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

pub fn describe<T: FromNode>(title: &str) -> Json {
    let mut schema = json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title });
    if let (Some(file), Json::Object(record)) = (schema.as_object_mut(), T::schema()) {
        file.extend(record);
    }
    schema
}
