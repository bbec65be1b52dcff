//! The text of references in XML, such as `&apos;` and `&#39;`.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;

/// What a reference stands for. Empty for an entity that XML does not define.
pub(super) fn entity_text(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(ch)) = entity.resolve_char_ref() {
        return ch.to_string();
    }
    let name = entity.decode().unwrap_or_default();
    resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
