//! The HTTP client that the link checker needs, as a trait: tests replace the network and the clock.

use std::time::Duration;

use url::Url;

/// Sends requests to other websites.
pub trait HttpClient: Sync {
    /// Sends one request. Follows no redirect, and reads only the head of the response.
    fn request(&self, method: HttpMethod, address: &Url) -> Reply;
    /// Waits between two requests to a website.
    fn wait(&self, pause: Duration);
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    /// For the head only.
    Head,
    /// For the page.
    Get,
}

/// The head of the response, or why there is none.
pub type Reply = Result<ResponseHead, RequestError>;

/// The head of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseHead {
    /// The status, such as 200 or 404.
    pub status: u16,
    /// The target of a redirect.
    pub location: Option<String>,
    /// Seconds to wait before the next request.
    pub retry_after: Option<u64>,
}

/// Why there is no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestError {
    /// No website has this name.
    UnknownHost,
    /// The name resolves to an address in a private network.
    Private,
    /// The connection was refused, or broke.
    NoConnection,
    /// The response took too long.
    TimedOut,
    /// A certificate is wrong or out of date.
    Insecure,
    /// The response is not valid HTTP.
    InvalidResponse,
}
