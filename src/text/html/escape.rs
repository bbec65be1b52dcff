//! Escaping, and ids of headings and notes.

use crate::programme::{slug, translation_of};
use crate::report::ContentPath;

/// Escapes text for HTML and for quoted attribute values.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The prefix of a body's ids, so that no two bodies on one page share an id. Empty for texts that have a page to
/// themselves.
pub(crate) fn anchor_prefix(path: &ContentPath) -> String {
    let has_page =
        ["events", "pages", "policies"].iter().any(|folder| path.as_str().starts_with(&format!("{folder}/")))
            || translation_of(path).is_some();
    if has_page { String::new() } else { format!("{}-", slug(path.stem())) }
}
