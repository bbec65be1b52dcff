//! One part of a Word, Excel, PowerPoint or OpenDocument file: what its XML says about people.
//!
//! Programs name parts and prefixes as they like, so elements are recognised by their name and namespace.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use memchr::memmem;
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::hidden_cells::HiddenCells;
use super::info::DocumentInfo;
use crate::read::xml_entity::entity_text;

/// Text that every part has that is worth reading.
const WORTH_READING: [&[u8]; 19] = [
    b":ins",
    b":del",
    b"<ins",
    b"<del",
    b"Change",
    b"move",
    b"omment",
    b":cm",
    b"erson",
    b"anish",
    b"reator",
    b"odifiedBy",
    b"anager",
    b"uthor",
    b"idden",
    b"nnotation",
    b"hanged-region",
    b"display=",
    b"visibility=",
];
/// Elements of tracked changes in Word, besides those whose name ends in `Change`.
const CHANGES: [&[u8]; 9] = [
    b"ins",
    b"del",
    b"moveFrom",
    b"moveTo",
    b"cellIns",
    b"cellDel",
    b"cellMerge",
    b"customXmlInsRangeStart",
    b"customXmlDelRangeStart",
];
/// Elements of changes in OpenDocument and Excel.
const OTHER_CHANGES: [&[u8]; 4] = [b"changed-region", b"cell-content-change", b"rcc", b"rrc"];
/// Elements whose text is a name.
const NAMES: [&[u8]; 7] =
    [b"creator", b"lastModifiedBy", b"initial-creator", b"printed-by", b"Manager", b"sender-initials", b"author"];
/// Attributes whose value is a name.
const NAME_ATTRIBUTES: [&[u8]; 3] = [b"author", b"displayName", b"userName"];

/// Reads a part. Damaged parts end where the damage begins.
pub(super) fn inspect(bytes: &[u8], inside: &mut DocumentInfo) {
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            Some(encoding.decode(bytes).0.into_owned())
        }
        _ => None,
    };
    let bytes = decoded.as_ref().map_or(bytes, |text| text.as_bytes());
    if !WORTH_READING.iter().any(|word| memmem::find(bytes, word).is_some()) && memmem::find(bytes, b"show=").is_none()
    {
        return;
    }
    let mut reader = NsReader::from_reader(bytes);
    let mut part = PartReader {
        root: Vec::new(),
        is_name: false,
        is_custom_author: false,
        name: String::new(),
        cells: HiddenCells::default(),
        inside,
    };
    while let Ok((namespace, event)) = reader.read_resolved_event() {
        match event {
            Event::Start(tag) => part.start(&namespace, &tag),
            Event::Empty(tag) => {
                part.start(&namespace, &tag);
                part.is_name = false;
            }
            Event::Text(text) => {
                if let (true, Ok(name)) = (part.is_name || part.is_custom_author, text.decode()) {
                    part.name += &name;
                }
            }
            // O&apos;Brien is one name.
            Event::GeneralRef(entity) if part.is_name || part.is_custom_author => {
                part.name += &entity_text(&entity);
            }
            Event::End(tag) => {
                let name = std::mem::take(&mut part.name);
                part.inside.add_person(&name);
                part.is_name = false;
                part.is_custom_author &= tag.local_name().as_ref() != b"property";
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

struct PartReader<'i> {
    /// The name of the outermost element.
    root: Vec<u8>,
    is_name: bool,
    /// True inside a property of the document that programs add, such as `_AuthorEmail`.
    is_custom_author: bool,
    /// What was read so far of a name.
    name: String,
    cells: HiddenCells,
    inside: &'i mut DocumentInfo,
}

impl PartReader<'_> {
    fn start(&mut self, namespace: &ResolveResult<'_>, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.root.is_empty() {
            self.root = name.to_vec();
        }
        let is_in = |word: &[u8]| matches!(namespace, ResolveResult::Bound(bound) if memmem::find(bound.as_ref(), word).is_some());
        let is_word = is_in(b"wordprocessingml") || is_in(b"word/20");
        let is_change =
            is_word && (CHANGES.contains(&name) || name.ends_with(b"PrChange") || name == b"numberingChange");
        self.inside.has_changes |= is_change || OTHER_CHANGES.contains(&name);
        let is_comment = match name {
            b"comment" | b"threadedComment" => true,
            b"cm" => is_in(b"presentationml") || is_in(b"powerpoint"),
            // MathML has annotations of another kind.
            b"annotation" => is_in(b"opendocument") || matches!(namespace, ResolveResult::Unknown(_)),
            _ => false,
        };
        self.inside.has_comments |= is_comment;
        self.inside.has_hidden_text |= self.is_hidden(name, is_word, tag);
        let is_person = is_change || is_comment || matches!(name, b"person" | b"cmAuthor");
        if is_person {
            for attribute in tag.attributes().flatten() {
                let key = attribute.key.local_name();
                let is_name = NAME_ATTRIBUTES.contains(&key.as_ref()) || name == b"cmAuthor" && key.as_ref() == b"name";
                if let Ok(value) = attribute.normalized_value(quick_xml::XmlVersion::default())
                    && is_name
                {
                    self.inside.add_person(&value);
                }
            }
        }
        // A bibliography has authors, too.
        self.is_name = NAMES.contains(&name) && (name != b"author" || self.root.as_slice() == b"comments");
        if name == b"property" {
            let author = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == b"name");
            self.is_custom_author = author.is_some_and(|name| memmem::find(&name.value, b"Author").is_some());
        }
    }

    /// True for text, slides, sheets and cells that people don't see. Styles may hide text that is nowhere.
    fn is_hidden(&mut self, name: &[u8], is_word: bool, tag: &BytesStart<'_>) -> bool {
        let value = |key: &[u8]| {
            let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == key);
            attribute.map(|attribute| String::from_utf8_lossy(&attribute.value).into_owned())
        };
        let is = |key: &[u8], values: &[&str]| value(key).is_some_and(|value| values.contains(&value.as_str()));
        // LibreOffice writes the styles in use next to the content.
        let is_content = self.root.as_slice() == b"document-content";
        if (is_content || self.root.as_slice() == b"worksheet") && self.cells.start(name, value) {
            return true;
        }
        match name {
            b"vanish" => {
                let is_used = !matches!(self.root.as_slice(), b"styles" | b"numbering" | b"glossaryDocument");
                is_word && is_used && !is(b"val", &["0", "false", "off"])
            }
            b"sld" => is(b"show", &["0", "false"]),
            b"sheet" => is(b"state", &["hidden", "veryHidden"]),
            b"hidden-text" | b"hidden-paragraph" => true,
            b"table-properties" => is_content && is(b"display", &["false"]),
            b"text-properties" => is_content && is(b"display", &["none"]),
            b"drawing-page-properties" => is_content && is(b"visibility", &["hidden"]),
            b"section" => is(b"display", &["none"]) || is(b"is-hidden", &["true"]),
            _ => false,
        }
    }
}
