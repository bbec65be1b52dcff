//! The result of checking a link to another website.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum Verdict {
    /// The page exists.
    Good,
    /// The page exists, and has moved for good.
    Moved {
        to: String,
    },
    Gone {
        why: GoneReason,
    },
    Unsure {
        why: UnsureReason,
    },
}

/// The evidence that a page is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoneReason {
    /// The website responded with 404 or 410.
    Page,
    /// No website has this name.
    Website,
}

/// Why the check had no certain result. See the texts of `link-unsure`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnsureReason {
    /// The website refuses programs, or asks people to sign in (401, 403 and similar).
    Refused,
    /// The website asked for fewer requests (429).
    Busy,
    /// The website has an error (500 and above).
    ServerError,
    TimedOut,
    NoConnection,
    Insecure,
    /// Too many redirects.
    RedirectLoop,
    InvalidResponse,
    /// From this computer it leads into a private network.
    Private,
}

impl UnsureReason {
    /// In the order of the report.
    pub const ALL: [Self; 9] = [
        Self::Refused,
        Self::Busy,
        Self::ServerError,
        Self::TimedOut,
        Self::NoConnection,
        Self::Insecure,
        Self::RedirectLoop,
        Self::InvalidResponse,
        Self::Private,
    ];
}

impl Verdict {
    /// True if the website responded at all.
    pub(super) fn is_reachable(&self) -> bool {
        !matches!(
            self,
            Self::Gone { why: GoneReason::Website }
                | Self::Unsure { why: UnsureReason::TimedOut | UnsureReason::NoConnection }
        )
    }
}
