//! The path that the site stands at, on its host and in the preview.

use std::fmt;
use std::str::FromStr;

/// A path that begins and ends with a slash, such as `/` or `/careers/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The path, with a slash at both ends.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = String;

    /// Takes it with or without slashes at the ends. Refuses what could not be a folder on a host.
    fn from_str(text: &str) -> Result<Self, String> {
        let inner = text.trim_matches('/');
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~".contains(letter);
        let sound = |part: &str| !part.is_empty() && !part.starts_with('.') && part.chars().all(plain);
        match inner {
            "" => Ok(Self::default()),
            inner if inner.split('/').all(sound) => Ok(Self(format!("/{inner}/"))),
            _ => Err("write a path such as /careers/, of plain letters, digits and hyphens".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn slashes_at_the_ends_are_added() {
        for (written, base) in [("", "/"), ("/", "/"), ("careers", "/careers/"), ("/a/b/", "/a/b/")] {
            assert_eq!(written.parse::<Base>().expect(written).as_str(), base);
        }
    }

    #[test]
    fn what_is_no_folder_on_a_host_is_refused() {
        for written in ["a//b", "../up", "a b", ".fingerpost", "https://elsewhere.example/", "a?b"] {
            assert!(written.parse::<Base>().is_err(), "{written}");
        }
    }
}
