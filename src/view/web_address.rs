//! Where the site is published, for what must name whole addresses: calendars, feeds, search engines.

use crate::programme::format::Link;
use crate::view::address::Address;

/// The web address of the site's root. It begins with `https://` or `http://` and ends with `/`.
#[derive(Clone, Debug)]
pub struct WebAddress(String);

impl WebAddress {
    /// From what `school.yaml` says; `None` if it is no address of a website.
    pub(crate) fn new(link: &Link) -> Option<Self> {
        let link = link.as_str();
        link.starts_with("http").then(|| Self(format!("{}/", link.trim_end_matches('/'))))
    }

    /// The address of the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole address of a page or file. Letters that addresses cannot have are encoded.
    pub fn of(&self, address: &Address) -> String {
        format!("{}{}", self.0, address.encoded())
    }

    /// The same without the scheme: `careers.school.example/`.
    pub fn without_scheme(&self) -> &str {
        self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest)
    }

    /// True if the site stands at the root of its host.
    pub fn is_root_of_host(&self) -> bool {
        self.without_scheme().matches('/').count() == 1
    }
}
