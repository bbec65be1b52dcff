//! A secret of one run of the preview.

use std::fmt;
use std::io;

use subtle::ConstantTimeEq;

/// 256 random bits, in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secret(String);

impl Secret {
    /// A new one. Fails if the system has no random numbers.
    pub(super) fn random() -> io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(io::Error::other)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// True if the text is this secret. How long that takes does not depend on where they differ.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.as_bytes().ct_eq(text.as_bytes()).into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn only_the_whole_secret_is_accepted_and_none_is_like_another() {
        let (secret, other) = (Secret::random().expect("random numbers"), Secret::random().expect("random numbers"));
        assert!(secret.is(secret.as_str()) && secret.as_str().len() == 64);
        for text in ["", &secret.as_str()[1..], &format!("{}0", secret.as_str()), other.as_str()] {
            assert!(!secret.is(text), "{text}");
        }
        assert!(!format!("{secret:?}").contains(secret.as_str()));
    }
}
