//! What each host is to send with the site's files.

use url::Url;

use crate::render::content_type::{ACTIVE_FILE_POLICY, CONTENT_TYPES, is_active};
use crate::view::Site;

/// The Content-Security-Policy of pages, as the page frame of the default theme has it.
pub const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
                               connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What all files have in common. Pages say the second in their text too.
const HEADERS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// Files with a hash in their name never change, so browsers may keep them for a year.
pub(super) const HASHED_CACHE: &str = "public, max-age=31536000, immutable";

/// Browsers ask each time whether a page, calendar or feed has changed.
pub(super) const CACHE: &str = "no-cache";

pub(super) struct HostSettings {
    /// The path of the site's root: `/`, or `/careers/` in a sub-folder of a website.
    pub(super) base: String,
    /// Sent with every file.
    pub(super) headers: [(&'static str, &'static str); 3],
    /// The Content-Security-Policy of pages.
    pub(super) policy: String,
    /// That of files in which a script could be, by extension.
    pub(super) active_extensions: Vec<&'static str>,
    pub(super) active_policy: &'static str,
}

impl HostSettings {
    pub(super) fn new(site: &Site<'_>, has_own_frame: bool) -> Self {
        let address = site.web_address.as_ref().and_then(|address| Url::parse(address.as_str()).ok());
        let active = CONTENT_TYPES.iter().filter(|(_, content_type)| is_active(content_type));
        Self {
            base: address.map_or_else(|| "/".to_owned(), |address| address.path().to_owned()),
            headers: HEADERS,
            policy: policy(site.layout.website, has_own_frame),
            active_extensions: active.map(|(extension, _)| *extension).collect(),
            active_policy: ACTIVE_FILE_POLICY,
        }
    }

    /// The page for missing addresses, from the root of the host.
    pub(super) fn missing_page(&self) -> String {
        format!("{}404.html", self.base)
    }

    /// A regular expression for addresses of the site: `^/careers/`.
    pub(super) fn base_pattern(&self) -> String {
        let is_plain = |ch: char| ch.is_alphanumeric() || ch == '/';
        let escaped = |ch: char| if is_plain(ch) { ch.to_string() } else { format!("\\{ch}") };
        format!("^{}", self.base.chars().map(escaped).collect::<String>())
    }

    /// One for files with a hash in their name.
    pub(super) fn hashed_pattern(&self) -> String {
        format!("{}assets/", self.base_pattern())
    }

    /// One for files in which a script could be.
    pub(super) fn active_pattern(&self) -> String {
        format!("\\.({})$", self.active_extensions.join("|"))
    }
}

/// Only the school's own website may show pages in a frame, which the policy in a page can't say. A frame of the school's own
/// theme may allow more than ours, so its policy stays in the pages.
fn policy(website: Option<&str>, has_own_frame: bool) -> String {
    let website = website.and_then(|website| Url::parse(website).ok()).filter(Url::has_host);
    let origin = website.map(|website| format!(" {}", website.origin().ascii_serialization())).unwrap_or_default();
    let frame = format!("frame-ancestors 'self'{origin}");
    if has_own_frame { frame } else { format!("{PAGE_POLICY}; {frame}") }
}

/// Extensions and their types, without character sets.
pub(super) fn types() -> impl Iterator<Item = (&'static str, &'static str)> {
    CONTENT_TYPES.iter().map(|(extension, content_type)| {
        (*extension, content_type.split_once(';').map_or(*content_type, |(content_type, _)| content_type))
    })
}

/// The extensions and types of files that are text.
pub(super) fn text_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    let texts = CONTENT_TYPES.iter().map(|(_, content_type)| content_type.contains("charset"));
    types().zip(texts).filter_map(|(one, is_text)| is_text.then_some(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_schools_website_may_frame_pages() {
        let policy = policy(Some("https://www.ridgeway.example/about"), false);
        assert!(
            policy.starts_with(PAGE_POLICY)
                && policy.ends_with("; frame-ancestors 'self' https://www.ridgeway.example")
        );
        assert_eq!(super::policy(None, true), "frame-ancestors 'self'");
    }
}
