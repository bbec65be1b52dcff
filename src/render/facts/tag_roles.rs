//! What the attributes of a tag mean for links and ids.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AttributeRole {
    /// The target of a link that people follow.
    Link,
    /// The target of something shown or loaded.
    Load,
    /// Several such targets, for different screen sizes.
    LoadSet,
    Id,
    /// An id in the form of older HTML.
    Name,
}

pub(super) fn role_of(tag: &str, attribute: &str) -> Option<AttributeRole> {
    let is_named = |name: &str| attribute.eq_ignore_ascii_case(name);
    let is_on = |names: &[&str]| names.iter().any(|name| tag.eq_ignore_ascii_case(name));
    match attribute.len() {
        2 if is_named("id") => Some(AttributeRole::Id),
        3 if is_named("src") => Some(AttributeRole::Load),
        4 if is_named("href") && is_on(&["a", "area"]) => Some(AttributeRole::Link),
        4 if is_named("href") && is_on(&["link", "image", "use"]) => Some(AttributeRole::Load),
        4 if is_named("data") && is_on(&["object"]) => Some(AttributeRole::Load),
        4 if is_named("name") && is_on(&["a"]) => Some(AttributeRole::Name),
        6 if is_named("srcset") => Some(AttributeRole::LoadSet),
        6 if is_named("poster") && is_on(&["video"]) => Some(AttributeRole::Load),
        _ => None,
    }
}
