//! The HTTP client that the link checker needs, as a trait: tests replace the network and the clock.

use std::time::Duration;

use url::Url;

pub trait HttpClient: Sync {
    /// Sends one request. Follows no redirect, and reads only the head of the response.
    fn request(&self, method: HttpMethod, address: &Url) -> Reply;
    /// Waits between two requests to a website.
    fn wait(&self, pause: Duration);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpMethod {
    Head,
    Get,
}

/// The head of the response, or why there is none.
pub type Reply = Result<ResponseHead, RequestError>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseHead {
    pub status: u16,
    pub location: Option<String>,
    pub retry_after: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestError {
    /// No website has this name.
    UnknownHost,
    /// The name resolves to an address in a private network.
    Private,
    NoConnection,
    TimedOut,
    /// A certificate is wrong or out of date.
    Insecure,
    /// The response is not valid HTTP.
    InvalidResponse,
}
