//! What an address means.
//!
//! Takes the path of a request as it was sent; gives a [`Route`]. Since a site is looked up by the
//! clean paths of its files, nothing here can lead out of it.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use super::{Base, OWN};

/// What an address means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// A place in the site.
    Page(Spot),
    /// The stream that tells an open page what has changed.
    Events(Spot),
    /// A content file is to be opened in the editor.
    Edit(String),
    /// One of the preview's own files.
    Own(String),
    /// Go there instead.
    Elsewhere(String),
    /// Nothing that we serve.
    Nothing,
    /// It cannot be read.
    Garbled,
}

/// A place in the site as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Where the site's root is, with a slash at both ends.
    pub(super) base: String,
    /// The path below it.
    pub(super) path: String,
    /// The day, if it is not today.
    pub(super) day: Option<Date>,
}

/// What the path of a request means, with the site at `base`.
pub(super) fn route(sent: &str, base: &Base) -> Route {
    let Ok(path) = percent_decode_str(sent).decode_utf8() else { return Route::Garbled };
    if !path.starts_with('/') || path.chars().any(char::is_control) {
        return Route::Garbled;
    }
    let Some(own) = path.strip_prefix(OWN) else {
        return match (spot(&path, base), path.as_ref()) {
            (Some(spot), _) => Route::Page(spot),
            (None, path) if path == "/" || format!("{path}/") == base.as_str() => Route::Elsewhere(base.to_string()),
            _ => Route::Nothing,
        };
    };
    match own.split_once('/') {
        Some(("events", rest)) => spot(&format!("/{rest}"), base).map_or(Route::Nothing, Route::Events),
        Some(("edit", file)) => Route::Edit(file.to_owned()),
        _ => spot(&path, base).map_or_else(|| Route::Own(own.to_owned()), Route::Page),
    }
}

/// The place in the site that a path leads to, as of today or of a day that it names.
fn spot(path: &str, base: &Base) -> Option<Spot> {
    if let Some(rest) = path.strip_prefix(OWN) {
        let (day, path) = rest.strip_prefix("on/")?.split_once('/')?;
        let date: Date = day.parse().ok().filter(|date: &Date| date.to_string() == day)?;
        return Some(Spot { base: base_on(date), path: path.to_owned(), day: Some(date) });
    }
    let path = path.strip_prefix(base.as_str())?;
    Some(Spot { base: base.to_string(), path: path.to_owned(), day: None })
}

/// Where the site's root is as of another day: all links within a site are relative, so that going on from there
/// stays on that day.
pub(super) fn base_on(day: Date) -> String {
    format!("{OWN}on/{day}/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, base: &str) -> Route {
        route(path, &base.parse().expect("a base"))
    }

    fn page(base: &str, path: &str) -> Route {
        Route::Page(Spot { base: base.into(), path: path.into(), day: None })
    }

    #[test]
    fn the_site_stands_at_its_base_and_nowhere_else() {
        assert_eq!(at("/pupils/", "/"), page("/", "pupils/"));
        assert_eq!(at("/careers/a%20b.html", "careers"), page("/careers/", "a b.html"));
        assert_eq!(at("/", "careers"), Route::Elsewhere("/careers/".into()));
        assert_eq!(at("/careers", "careers"), Route::Elsewhere("/careers/".into()));
        assert_eq!(at("/pupils/", "careers"), Route::Nothing);
    }

    #[test]
    fn another_day_is_a_root_of_its_own() {
        let Route::Page(spot) = at("/.fingerpost/on/2027-03-04/pupils/index.html", "careers") else { panic!("a page") };
        assert_eq!((spot.base.as_str(), spot.path.as_str()), ("/.fingerpost/on/2027-03-04/", "pupils/index.html"));
        assert!(matches!(at("/.fingerpost/events/.fingerpost/on/2027-03-04/", "/"), Route::Events(_)));
        assert_eq!(at("/.fingerpost/on/2027-02-30/", "/"), Route::Own("on/2027-02-30/".into()));
    }

    #[test]
    fn what_is_not_text_is_garbled() {
        for path in ["/%ff", "/a%00b", "/%0d%0aSet-Cookie:x", "*", "//%c0%af"] {
            assert_eq!(at(path, "/"), Route::Garbled, "{path}");
        }
    }
}
