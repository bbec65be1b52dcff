//! The HTTP client for the public internet, on top of `ureq`.
//!
//! Certificates are checked by the operating system, because a school's web filter has its own certificate there.
//! Names that resolve to a private address are refused before anything is sent. A proxy resolves names itself.
#![expect(clippy::disallowed_methods, reason = "the pause between two requests")]

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::http::header::{LOCATION, RETRY_AFTER};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};
use url::Url;

use super::client::{HttpClient, HttpMethod, Reply, RequestError, ResponseHead};
use crate::check::links::is_public_address;

/// For the logs of the websites.
const USER_AGENT: &str = concat!("fingerpost/", env!("CARGO_PKG_VERSION"), " (link check)");
const CONNECT_TIMEOUT: Duration = Duration::from_secs(8);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(15);
/// The message of the error for a private address. Only this file uses it.
const PRIVATE: &str = "a private address";

#[derive(Debug)]
pub struct WebClient {
    agent: Agent,
}

impl WebClient {
    /// Uses the proxy that the environment names (`HTTPS_PROXY` and the like), and refuses private addresses.
    pub fn new_public() -> Self {
        Self::new(Config::builder().build(), PublicOnly::default())
    }

    /// Resolves names with `resolver`, without a proxy: for tests.
    pub fn with_resolver(resolver: impl Resolver) -> Self {
        Self::new(Config::builder().proxy(None).build(), resolver)
    }

    fn new(base: Config, resolver: impl Resolver) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Config::builder()
            .proxy(base.proxy().cloned())
            .tls_config(tls)
            .user_agent(USER_AGENT)
            .accept("text/html, */*")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .timeout_global(Some(TOTAL_TIMEOUT))
            .build();
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver) }
    }
}

impl HttpClient for WebClient {
    fn request(&self, method: HttpMethod, address: &Url) -> Reply {
        let reply = match method {
            HttpMethod::Head => self.agent.head(address.as_str()).call(),
            HttpMethod::Get => self.agent.get(address.as_str()).call(),
        };
        match reply {
            // The body is not read: dropping it closes the connection.
            Ok(response) => {
                let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
                Ok(ResponseHead {
                    status: response.status().as_u16(),
                    location: header(LOCATION).map(str::to_owned),
                    retry_after: header(RETRY_AFTER).map(|value| value.trim().parse().unwrap_or(u64::MAX)),
                })
            }
            Err(error) => Err(request_error(&error)),
        }
    }

    fn wait(&self, pause: Duration) {
        std::thread::sleep(pause);
    }
}

fn request_error(error: &Error) -> RequestError {
    match error {
        Error::HostNotFound => RequestError::UnknownHost,
        Error::Timeout(_) => RequestError::TimedOut,
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => RequestError::Insecure,
        Error::Io(error) if error.to_string() == PRIVATE => RequestError::Private,
        Error::Io(error) => match error.kind() {
            ErrorKind::TimedOut => RequestError::TimedOut,
            // `rustls` reports invalid certificates this way.
            ErrorKind::InvalidData => RequestError::Insecure,
            _ => RequestError::NoConnection,
        },
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => RequestError::NoConnection,
        _ => RequestError::InvalidResponse,
    }
}

/// The system's resolver, without addresses in private networks.
#[derive(Debug, Default)]
struct PublicOnly(DefaultResolver);

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let resolved = self.0.resolve(uri, config, timeout).map_err(unknown_host)?;
        let mut public = self.empty();
        // That of a school is in its own network.
        let is_proxy = config.proxy().is_some_and(|proxy| proxy.uri() == uri);
        let is_allowed = |address: &&SocketAddr| is_proxy || is_public_address(address.ip());
        resolved.iter().filter(is_allowed).for_each(|address| public.push(*address));
        if public.is_empty() { Err(Error::Io(std::io::Error::other(PRIVATE))) } else { Ok(public) }
    }
}

/// Recognises the errors of the operating systems for an unknown name. Other errors, such as a temporary failure,
/// do not show that the name is unknown.
fn unknown_host(error: Error) -> Error {
    /// The error number on Windows (WSAHOST_NOT_FOUND), and the messages of glibc and macOS, musl, and glibc again.
    const WINDOWS: i32 = 11001;
    const WORDS: [&str; 3] = ["not known", "does not resolve", "No address associated"];
    match &error {
        Error::Io(inner) => {
            let text = inner.to_string();
            let is_unknown = inner.raw_os_error() == Some(WINDOWS) || WORDS.iter().any(|words| text.contains(words));
            if is_unknown { Error::HostNotFound } else { error }
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_address_is_refused_before_connecting() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("the listener has an address").port();
        let url = Url::parse(&format!("http://127.0.0.1:{port}/")).expect("a valid URL");
        let web = WebClient::with_resolver(PublicOnly::default());
        assert_eq!(web.request(HttpMethod::Head, &url), Err(RequestError::Private));
        listener.set_nonblocking(true).expect("a non-blocking listener");
        assert!(listener.accept().is_err(), "a connection was made");
    }
}
