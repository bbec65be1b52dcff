//! The content types of a site's files.

/// The type of pages.
pub const HTML: &str = "text/html; charset=utf-8";

/// The type of each extension that a site's files have.
pub(super) const CONTENT_TYPES: &[(&str, &str)] = &[
    ("html", HTML),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "text/xml; charset=utf-8"),
    ("atom", "application/atom+xml; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("pdf", "application/pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
];

/// The type of any other file.
pub const UNKNOWN: &str = "application/octet-stream";

/// The content type of a file, by its extension.
pub fn content_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let known = CONTENT_TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
    known.map_or(UNKNOWN, |(_, content_type)| content_type)
}

/// The Content-Security-Policy for a file that could run scripts when it is opened by itself.
pub const ACTIVE_FILE_POLICY: &str =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/// True for the content type of a file, other than a page, that could run scripts when it is opened by itself.
pub fn is_active(content_type: &str) -> bool {
    content_type.starts_with("image/svg") || content_type.starts_with("text/xml")
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn text_has_a_charset_and_binary_has_none() {
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("assets/style.1.css", "text/css; charset=utf-8"),
            ("live.js", "text/javascript; charset=utf-8"),
            ("calendars/all.ics", "text/calendar; charset=utf-8"),
            ("media/logo.svg", "image/svg+xml; charset=utf-8"),
            ("feeds/all.atom", "application/atom+xml; charset=utf-8"),
            ("programme.json", "application/json; charset=utf-8"),
            ("media/a.PNG", "image/png"),
            ("policies/a.pdf", "application/pdf"),
            ("media/b.unheard-of", "application/octet-stream"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
