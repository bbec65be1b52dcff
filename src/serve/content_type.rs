//! The content types of a site's files.

pub(super) const HTML: &str = "text/html; charset=utf-8";

pub(super) fn content_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "text/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => "application/octet-stream",
    }
}

/// The Content-Security-Policy for a file that could run scripts or that no browser should open as a page. `None` for pages,
/// whose policy is in their text, and for files that can't.
pub(super) fn policy(content_type: &str) -> Option<&'static str> {
    let is_active = content_type.starts_with("image/svg") || content_type.starts_with("text/xml");
    (is_active || content_type == "application/octet-stream")
        .then_some("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:")
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
