//! The path of the site on its web host, which the preview uses too.

use std::fmt;
use std::str::FromStr;

/// A path that begins and ends with a slash, such as `/` or `/careers/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

impl BasePath {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for BasePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BasePath {
    type Err = String;

    /// Rejects a path that can't be a folder on a web host.
    fn from_str(text: &str) -> Result<Self, String> {
        let inner = text.trim_matches('/');
        let is_plain = |ch: char| ch.is_ascii_alphanumeric() || "-_.~".contains(ch);
        let is_valid = |part: &str| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_plain);
        match inner {
            "" => Ok(Self::default()),
            // The dashboard is there.
            inner if inner == "-" || inner.starts_with("-/") => Err("the preview needs /-/ for itself".to_owned()),
            inner if inner.split('/').all(is_valid) => Ok(Self(format!("/{inner}/"))),
            _ => Err("write a path such as /careers/, using only unaccented letters, digits and hyphens".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BasePath;

    #[test]
    fn missing_slashes_are_added() {
        for (input, expected) in [("", "/"), ("/", "/"), ("careers", "/careers/"), ("/a/b/", "/a/b/")] {
            assert_eq!(input.parse::<BasePath>().expect(input).as_str(), expected);
        }
    }

    #[test]
    fn paths_that_cannot_be_folders_on_a_host_are_rejected() {
        for input in ["a//b", "../up", "a b", ".fingerpost", "-", "/-/a", "https://elsewhere.example/", "a?b"] {
            assert!(input.parse::<BasePath>().is_err(), "{input}");
        }
    }
}
