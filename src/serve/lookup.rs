//! Finds what to show for a path: a file of the site, its 404 page, or the page for a site that can't be built yet.

use bytes::Bytes;
use hyper::StatusCode;

use super::inject::rebase_links;
use super::preview::Preview;
use super::route::SitePath;
use super::served_site::Lookup;

/// Shown while there is no site.
const NO_SITE: &str = include_str!("browser/no-site.html");

pub(super) struct Resolved {
    pub(super) status: StatusCode,
    /// The path of the site's file. `None` if the body isn't one.
    pub(super) file: Option<String>,
    pub(super) bytes: Bytes,
    /// A hash of what a reader sees, except for the stylesheet.
    pub(super) content_hash: u64,
    /// The address of the stylesheet.
    pub(super) style: Option<String>,
}

/// Resolves a path. `None` if it is a folder without its final slash.
pub(super) fn resolve_page(preview: &Preview, path: &SitePath) -> Option<Resolved> {
    let Some(site) = &preview.site else {
        let bytes = Bytes::from_static(NO_SITE.as_bytes());
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Some(Resolved { status, file: None, bytes, content_hash: 0, style: None });
    };
    let style = site.style().map(|style| format!("{}{style}", path.base));
    match site.lookup(&path.path) {
        Lookup::File(file, bytes) => {
            let content_hash = site.content_hash(bytes);
            Some(Resolved { status: StatusCode::OK, file: Some(file), bytes: bytes.clone(), content_hash, style })
        }
        Lookup::Folder => None,
        Lookup::NotFound(page) => {
            let html =
                page.map_or_else(|| Ok("Page not found"), |bytes| std::str::from_utf8(bytes)).unwrap_or_default();
            let bytes = Bytes::from(rebase_links(html, &path.base, site.style()));
            // Inverted, so that a page of the site with the same bytes has a different hash.
            let content_hash = !site.content_hash(&bytes);
            Some(Resolved { status: StatusCode::NOT_FOUND, file: None, bytes, content_hash, style })
        }
    }
}
