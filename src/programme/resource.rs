//! Materials and films that a page lists.

use super::format::{Control, FieldReader, FromNode, Link, ProseKey, Record, Text, record};
use crate::read::{Node, Value};

record! {
    /// Something that people can use, such as slides, a form or a website.
    pub struct Resource {
        /// What it is.
        required what: Text = "Slides for the options assembly", prose;
        /// Who looks after it: a role or a name.
        optional owner: Text;
        /// Where it is, in words: a folder, a room, a shared drive.
        optional place: Text;
        /// A link to it.
        optional link: Link;
    }
}

/// A resource as a map, or as one line of text.
#[derive(Clone, Debug)]
pub struct ResourceEntry(pub Resource);

impl FromNode for ResourceEntry {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return Resource::from_node(node, reader).map(Self);
        }
        let what = Text::from_node(node, reader)?;
        Some(Self(Resource { at: reader.place(node), what, owner: None, place: None, link: None }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, Resource::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "what", fields: Resource::fields }
    }
    fn prose_keys() -> Vec<ProseKey> {
        Resource::prose_keys()
    }
}

record! {
    /// A film on another website. Pages link to it and show its transcript.
    pub struct Film {
        /// Its title.
        required title: Text = "Careers at our school", prose;
        /// A link to it.
        required link: Link = "https://films.example/careers";
        /// How long it is, such as “3 minutes”.
        optional length: Text;
        /// Whether it is in British Sign Language, or has a BSL interpreter.
        optional signed: bool;
        /// What is said and shown in it. A page whose text is the transcript needs none here.
        optional transcript: Text, prose, long;
    }
}
