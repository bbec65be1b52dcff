//! What is known of a link to another website after asking.

use serde::{Deserialize, Serialize};

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum Verdict {
    /// The page is there.
    Good,
    /// The page is there, and has moved for good.
    Moved {
        /// Where it is now.
        to: String,
    },
    /// The page is gone.
    Gone {
        /// How we know.
        why: Loss,
    },
    /// We could not tell.
    Unsure {
        /// Why not.
        why: Doubt,
    },
}

/// How we know that a page is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// The website says so (404 or 410).
    Page,
    /// No website has this name.
    Website,
}

/// Why we could not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// The website does not answer programs, or wants people to sign in (401, 403 and the like).
    Refused,
    /// The website asked us to stay away for a while (429).
    Busy,
    /// The website is in trouble itself (500 and above).
    Trouble,
    /// It took too long.
    TimedOut,
    /// Nobody opened.
    NoConnection,
    /// The connection is not safe.
    Insecure,
    /// The address leads on and on, or to what is no web page.
    GoesRound,
    /// The answer could not be read.
    Garbled,
    /// From here it leads into a private network.
    Private,
}

impl Doubt {
    /// Every reason, in the order they are told.
    pub const ALL: [Self; 9] = [
        Self::Refused,
        Self::Busy,
        Self::Trouble,
        Self::TimedOut,
        Self::NoConnection,
        Self::Insecure,
        Self::GoesRound,
        Self::Garbled,
        Self::Private,
    ];
}

impl Verdict {
    /// True if somebody answered, whatever was said.
    pub(super) fn is_answer(&self) -> bool {
        !matches!(self, Self::Gone { why: Loss::Website } | Self::Unsure { why: Doubt::TimedOut | Doubt::NoConnection })
    }
}
