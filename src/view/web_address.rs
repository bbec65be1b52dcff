//! The web address of the site, for calendars, feeds and search engines, which need absolute addresses.

use crate::programme::format::Link;
use crate::view::address::Address;

/// The web address of the site's root. It begins with `https://` or `http://` and ends with `/`.
#[derive(Clone, Debug)]
pub struct WebAddress(String);

impl WebAddress {
    /// `None` if the link isn't an HTTP address.
    pub(crate) fn new(link: &Link) -> Option<Self> {
        let link = link.as_str();
        link.starts_with("http").then(|| Self(format!("{}/", link.trim_end_matches('/'))))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The absolute address of a page or file, percent-encoded.
    pub fn of(&self, address: &Address) -> String {
        format!("{}{}", self.0, address.encoded())
    }

    /// The address without the scheme: `careers.school.example/`.
    pub fn without_scheme(&self) -> &str {
        self.0.split_once("://").map_or(self.0.as_str(), |(_, address)| address)
    }

    pub fn is_root_of_host(&self) -> bool {
        self.without_scheme().matches('/').count() == 1
    }
}
