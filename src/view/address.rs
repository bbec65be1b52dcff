//! Addresses of pages and files, relative to the site's root. The last part of each is a file name.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::{Serialize, Serializer};
use url::form_urlencoded;

/// The path of a page or file in the site, such as `pupils/year-9.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Empty, `../` or more of them. A link to another page is this followed by that page's address.
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The path with spaces and characters outside ASCII percent-encoded.
    pub fn encoded(&self) -> String {
        const PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'?').add(b'`').add(b'%');
        utf8_percent_encode(&self.0, PATH).to_string()
    }

    /// The address with a query, such as `for=parents`, which the page's scripts read.
    pub fn with(&self, values: &[(&str, &str)]) -> Self {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        Self(format!("{}?{query}", self.0).into())
    }

    pub fn part(&self, part: &str) -> Self {
        Self(format!("{}#{part}", self.0).into())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn root_goes_up_once_per_folder() {
        assert_eq!(Address::new("index.html").root(), "");
        assert_eq!(Address::new("pupils/year-9.html").root(), "../");
    }

    #[test]
    fn query_follows_the_page() {
        let address = Address::new("events/index.html").with(&[("for", "parents"), ("group", "skills & ü")]);
        assert_eq!(address.as_str(), "events/index.html?for=parents&group=skills+%26+%C3%BC");
    }
}
