//! The objects of a PDF: comments, attached files, photographs, and the properties in XMP.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::info::DocumentInfo;
use super::pdf_string::text;
use super::photo;
use crate::read::xml_entity::entity_text;

/// Annotations that people write. Links and form fields are others.
const COMMENTS: [&str; 17] = [
    "Text",
    "FreeText",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Caret",
    "Ink",
    "Stamp",
    "FileAttachment",
    "Line",
    "Square",
    "Circle",
    "Polygon",
    "PolyLine",
    "Redact",
    "Sound",
];
/// How deeply objects are nested inside each other.
const MAX_DEPTH: usize = 6;
/// How much of a stream is unpacked, in bytes.
const MAX_STREAM: u64 = 4_000_000;

/// Adds what the objects say. Objects that another refers to are listed by themselves.
pub(super) fn inspect(pdf: &Pdf, inside: &mut DocumentInfo) {
    for object in pdf.objects() {
        add(&object, MAX_DEPTH, inside);
    }
}

fn add(object: &Object<'_>, depth: usize, inside: &mut DocumentInfo) {
    if depth == 0 {
        return;
    }
    match object {
        Object::Dict(dict) => add_dict(dict, depth, inside),
        Object::Array(array) => add_array(array, depth, inside),
        Object::Stream(stream) => {
            let is_photo = stream.dict().get::<Name<'_>>("Subtype").is_some_and(|name| name.as_str() == "Image");
            inside.has_photo_places |= is_photo && photo::has_place(&stream.raw_data());
            add_dict(stream.dict(), depth, inside);
        }
        _ => {}
    }
}

fn add_array(array: &Array<'_>, depth: usize, inside: &mut DocumentInfo) {
    for item in array.raw_iter() {
        if let hayro_syntax::object::MaybeRef::NotRef(item) = item {
            add(&item, depth - 1, inside);
        }
    }
}

fn add_dict(dict: &Dict<'_>, depth: usize, inside: &mut DocumentInfo) {
    let subtype = dict.get::<Name<'_>>("Subtype");
    let is_comment = dict.contains_key("Rect")
        && subtype.is_some_and(|name| COMMENTS.contains(&name.as_str()))
        && (dict.contains_key("Contents") || dict.contains_key("T") || dict.contains_key("RC"));
    if is_comment {
        inside.has_comments = true;
        if let Some(author) = string(dict, "T") {
            inside.add_person(&author);
        }
    }
    if dict.contains_key("EF") {
        let name = string(dict, "UF").or_else(|| string(dict, "F")).unwrap_or_else(|| "a file".to_owned());
        if !inside.attachments.contains(&name) {
            inside.attachments.push(name);
        }
    }
    for (_, value) in dict.entries() {
        if let hayro_syntax::object::MaybeRef::NotRef(value) = value {
            add(&value, depth - 1, inside);
        }
    }
}

fn string(dict: &Dict<'_>, key: &str) -> Option<String> {
    let value = dict.get::<Object<'_>>(key).and_then(Object::into_string)?;
    Some(text(value.as_bytes()))
}

/// Adds the people of the properties in XMP, and returns whether they have a title.
pub(super) fn inspect_xmp(root: &Dict<'_>, inside: &mut DocumentInfo) -> bool {
    let Some(bytes) = root.get::<Stream<'_>>("Metadata").and_then(|stream| unpacked(&stream)) else { return false };
    let mut reader = Reader::from_reader(bytes.as_slice());
    let mut open: Vec<Vec<u8>> = Vec::new();
    let mut words = String::new();
    let mut has_title = false;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                add_attributes(&tag, inside);
                words.clear();
                open.push(tag.local_name().as_ref().to_vec());
            }
            Event::Empty(tag) => add_attributes(&tag, inside),
            Event::End(_) => {
                let text = std::mem::take(&mut words);
                let is_in = |names: &[&[u8]]| open.iter().any(|name| names.contains(&name.as_slice()));
                if is_in(&[b"creator", b"contributor", b"Author"]) {
                    inside.add_person(&text);
                }
                has_title |= is_in(&[b"title"]) && !text.trim().is_empty();
                open.pop();
            }
            Event::Text(text) => words += &text.decode().unwrap_or_default(),
            // O&apos;Brien is one name.
            Event::GeneralRef(entity) => words += &entity_text(&entity),
            Event::Eof => break,
            _ => {}
        }
    }
    has_title
}

fn add_attributes(tag: &quick_xml::events::BytesStart<'_>, inside: &mut DocumentInfo) {
    for attribute in tag.attributes().flatten() {
        if matches!(attribute.key.local_name().as_ref(), b"Author" | b"creator")
            && let Ok(name) = attribute.normalized_value(quick_xml::XmlVersion::default())
        {
            inside.add_person(&name);
        }
    }
}

/// The bytes of a stream, if they are few. The library would unpack any number.
fn unpacked(stream: &Stream<'_>) -> Option<Vec<u8>> {
    let raw = stream.raw_data();
    if stream.filters().is_empty() {
        return (raw.len() as u64 <= MAX_STREAM).then(|| raw.into_owned());
    }
    let mut bytes = Vec::new();
    ZlibDecoder::new(&*raw).take(MAX_STREAM).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
