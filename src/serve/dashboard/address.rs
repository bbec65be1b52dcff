//! The addresses of the dashboard's pages.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::report::ContentPath;
use crate::serve::route::DASHBOARD_ROOT;

/// What stays as it is in the path of an address.
const IN_PATHS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The page that moves the content on to the next school year.
pub(super) const YEAR: &str = "/-/year";

/// The page of a content file, at the value that begins at this byte of its text.
pub(in crate::serve) fn of_file(path: &ContentPath, start: usize) -> String {
    let at = if start == 0 { String::new() } else { format!("?at={start}") };
    format!("{DASHBOARD_ROOT}edit/{}{at}", encoded(path.as_str()))
}

/// The page of an item of a list in a file, such as `activities.2`.
pub(super) fn of_item(path: &ContentPath, item: &str) -> String {
    format!("{DASHBOARD_ROOT}edit/{}?item={}", encoded(path.as_str()), encoded(item))
}

/// The page of a file, or of an item of a list in it. `item` is empty for the whole file.
pub(super) fn of_form(path: &ContentPath, item: &str) -> String {
    if item.is_empty() { of_file(path, 0) } else { of_item(path, item) }
}

/// The page of a file as text.
pub(super) fn of_text(path: &ContentPath) -> String {
    format!("{DASHBOARD_ROOT}text/{}", encoded(path.as_str()))
}

/// The form of a new file of a kind. `group` is whom a plan is for, and else empty.
pub(super) fn of_new(kind: &str, group: &str) -> String {
    let query = if group.is_empty() { String::new() } else { format!("?for={}", encoded(group)) };
    format!("{DASHBOARD_ROOT}new/{kind}{query}")
}

/// A page that says that something was saved. `save` is its number in the history: `None` if nothing can be undone.
pub(super) fn after_save(page: &str, save: Option<u32>) -> String {
    with_saved(page, &save.unwrap_or_default().to_string())
}

/// A page that says that something was undone.
pub(super) fn after_undo(page: &str) -> String {
    with_saved(page, UNDONE)
}

/// In the query of a page: that something was undone.
pub(super) const UNDONE: &str = "undone";

fn with_saved(page: &str, saved: &str) -> String {
    let separator = if page.contains('?') { '&' } else { '?' };
    format!("{page}{separator}saved={saved}")
}

/// A page of the site.
pub(super) fn of_page(base: &str, page: &str) -> String {
    format!("{base}{}", encoded(page))
}

pub(super) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, IN_PATHS).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_encoded() {
        let address = |path: &str, start| of_file(&ContentPath::new(path), start);
        assert_eq!(address("programme/year-9.md", 0), "/-/edit/programme/year-9.md");
        assert_eq!(address("pages/a b?\"<é>#.md", 7), "/-/edit/pages/a%20b%3F%22%3C%C3%A9%3E%23.md?at=7");
    }
}
