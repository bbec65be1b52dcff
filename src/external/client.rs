//! What asking another website needs: one request, and time to wait. The network and the clock stand
//! behind it; tests put their own there.

use std::time::Duration;

use url::Url;

/// The door to other websites.
pub trait Door: Sync {
    /// Makes one request. Follows no redirect, and reads no more than the head of the answer.
    fn ask(&self, method: Method, address: &Url) -> Reply;
    /// Waits.
    fn wait(&self, pause: Duration);
}

/// How a website is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For the head of the page alone.
    Head,
    /// For the page.
    Get,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer.
    Answer(Answer),
    /// None.
    Silence(Silence),
}

/// The head of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status, such as 200 or 404.
    pub status: u16,
    /// Where to ask instead.
    pub location: Option<String>,
    /// How long to stay away, in seconds.
    pub retry_after: Option<u64>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// No website has this name.
    UnknownHost,
    /// The name leads into a private network, where we do not go.
    Private,
    /// Nobody opened, or the connection broke.
    NoConnection,
    /// It took too long.
    TimedOut,
    /// The connection is not safe: a certificate is wrong or out of date.
    Insecure,
    /// What came back is no answer we can read.
    Garbled,
}
