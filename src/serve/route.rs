//! Parses the path of a request into a [`Route`].
//!
//! Files are looked up by exact path in a map of the site's files, so no path can lead out of the site.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use super::base_path::BasePath;

/// The root of the preview's own addresses. Content can't have such a path, because hidden files are skipped.
pub(super) const PREVIEW_ROOT: &str = "/.fingerpost/";

/// The root of the dashboard. A page of the site can't have such an address.
pub(super) const DASHBOARD_ROOT: &str = "/-/";

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// A page or another file of the site.
    Page(SitePath),
    /// The event stream for a page.
    Events(SitePath),
    /// Open this content file in the editor.
    Edit(String),
    /// What is at this path below the root of the dashboard.
    Dashboard(String),
    /// A script or stylesheet of the preview.
    PreviewFile(String),
    Redirect(String),
    NotFound,
    BadRequest,
}

/// A path in the site for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SitePath {
    /// The path of the site's root, with a slash at both ends.
    pub(super) base: String,
    /// The path below `base`.
    pub(super) path: String,
    /// `None` for today.
    pub(super) day: Option<Date>,
    /// The form whose unsaved text the page shows.
    pub(super) draft: Option<String>,
}

pub(super) fn route(raw_path: &str, base: &BasePath) -> Route {
    let Ok(path) = percent_decode_str(raw_path).decode_utf8() else { return Route::BadRequest };
    if !path.starts_with('/') || path.chars().any(char::is_control) {
        return Route::BadRequest;
    }
    if let Some(path) = path.strip_prefix(DASHBOARD_ROOT) {
        return Route::Dashboard(path.to_owned());
    }
    if path == "/-" {
        return Route::Redirect(DASHBOARD_ROOT.to_owned());
    }
    let Some(preview_path) = path.strip_prefix(PREVIEW_ROOT) else {
        return match (site_path(&path, base), path.as_ref()) {
            (Some(path), _) => Route::Page(path),
            (None, path) if path == "/" || format!("{path}/") == base.as_str() => Route::Redirect(base.to_string()),
            _ => Route::NotFound,
        };
    };
    match preview_path.split_once('/') {
        Some(("events", remaining)) => site_path(&format!("/{remaining}"), base).map_or(Route::NotFound, Route::Events),
        Some(("edit", file)) => Route::Edit(file.to_owned()),
        _ => site_path(&path, base).map_or_else(|| Route::PreviewFile(preview_path.to_owned()), Route::Page),
    }
}

fn site_path(path: &str, base: &BasePath) -> Option<SitePath> {
    if let Some(remaining) = path.strip_prefix(PREVIEW_ROOT) {
        if let Some((id, path)) = remaining.strip_prefix(DRAFT).and_then(|remaining| remaining.split_once('/')) {
            let base = draft_root(id);
            return Some(SitePath { base, path: path.to_owned(), day: None, draft: Some(id.to_owned()) });
        }
        let (day, path) = remaining.strip_prefix("on/")?.split_once('/')?;
        let date: Date = day.parse().ok().filter(|date: &Date| date.to_string() == day)?;
        return Some(SitePath { base: base_for_day(date), path: path.to_owned(), day: Some(date), draft: None });
    }
    let path = path.strip_prefix(base.as_str())?;
    Some(SitePath { base: base.to_string(), path: path.to_owned(), day: None, draft: None })
}

/// What the root of the previews of unsaved text begins with, below that of the preview.
const DRAFT: &str = "draft/";

/// The path of the site's root with what is typed in the form with this id. Its pages run no scripts.
pub(super) fn draft_root(id: &str) -> String {
    format!("{PREVIEW_ROOT}{DRAFT}{id}/")
}

/// The path of the site's root for another day. Links within a site are relative, so they stay on that day.
fn base_for_day(day: Date) -> String {
    format!("{PREVIEW_ROOT}on/{day}/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(path: &str, base: &str) -> Route {
        route(path, &base.parse().expect("a base"))
    }

    fn page(base: &str, path: &str) -> Route {
        Route::Page(SitePath { base: base.into(), path: path.into(), day: None, draft: None })
    }

    #[test]
    fn site_is_at_its_base_only() {
        assert_eq!(parse("/pupils/", "/"), page("/", "pupils/"));
        assert_eq!(parse("/careers/a%20b.html", "careers"), page("/careers/", "a b.html"));
        assert_eq!(parse("/", "careers"), Route::Redirect("/careers/".into()));
        assert_eq!(parse("/careers", "careers"), Route::Redirect("/careers/".into()));
        assert_eq!(parse("/pupils/", "careers"), Route::NotFound);
    }

    #[test]
    fn another_day_has_its_own_root() {
        let Route::Page(path) = parse("/.fingerpost/on/2027-03-04/pupils/index.html", "careers") else {
            panic!("a page")
        };
        assert_eq!((path.base.as_str(), path.path.as_str()), ("/.fingerpost/on/2027-03-04/", "pupils/index.html"));
        assert!(matches!(parse("/.fingerpost/events/.fingerpost/on/2027-03-04/", "/"), Route::Events(_)));
        assert_eq!(parse("/.fingerpost/on/2027-02-30/", "/"), Route::PreviewFile("on/2027-02-30/".into()));
    }

    #[test]
    fn unsaved_text_has_its_own_root() {
        let Route::Page(path) = parse("/.fingerpost/draft/0a/pupils/index.html", "careers") else { panic!("a page") };
        assert_eq!((path.base.as_str(), path.path.as_str()), ("/.fingerpost/draft/0a/", "pupils/index.html"));
        assert_eq!(path.draft.as_deref(), Some("0a"));
    }

    #[test]
    fn invalid_text_is_a_bad_request() {
        for path in ["/%ff", "/a%00b", "/%0d%0aSet-Cookie:x", "*", "//%c0%af"] {
            assert_eq!(parse(path, "/"), Route::BadRequest, "{path}");
        }
    }
}
