//! Where the main element of a page is.

/// What is before `<main>`, the main element, and what follows it.
pub(super) fn parts(html: &str) -> (&str, &str, &str) {
    let Some(start) = find(html, "<main") else { return (html, "", "") };
    let end = html.get(start..).and_then(|main| find(main, "</main")).map_or(html.len(), |length| start + length);
    let (before, rest) = html.split_at_checked(start).unwrap_or((html, ""));
    let (main, after) = rest.split_at_checked(end - start).unwrap_or((rest, ""));
    (before, main, after)
}

pub(super) fn find(html: &str, tag: &str) -> Option<usize> {
    memchr::memmem::find(html.as_bytes(), tag.as_bytes())
}

pub(super) fn rfind(html: &str, tag: &str) -> Option<usize> {
    memchr::memmem::rfind(html.as_bytes(), tag.as_bytes())
}
