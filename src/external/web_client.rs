//! One request to another website, through `ureq`.
//!
//! Certificates are checked as the system does it, so that a school's own filter does not make every
//! website look unsafe. Names that lead into a private network are refused before anything is sent.
#![expect(clippy::disallowed_methods, reason = "waiting between two questions is what this room is for")]

use std::io::ErrorKind;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::http::header::{LOCATION, RETRY_AFTER};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};
use url::Url;

use super::client::{Answer, Door, Method, Reply, Silence};
use crate::check::links::is_public_address;

/// Who we are, for those who wonder in their logs.
const NAME: &str = concat!("fingerpost/", env!("CARGO_PKG_VERSION"), " (link check)");
/// How long we wait for a connection, and for the whole head of an answer.
const CONNECT: Duration = Duration::from_secs(8);
const WHOLE: Duration = Duration::from_secs(15);
/// What the refusal of a private address says; it never leaves this file.
const PRIVATE: &str = "a private address";

/// The public web.
#[derive(Debug)]
pub struct Web {
    agent: Agent,
}

impl Web {
    /// The door to the public internet, through the system's proxy if there is one.
    pub fn public() -> Self {
        Self::new(Config::builder().build(), PublicOnly::default())
    }

    /// A door for which names lead where `resolver` says, without a proxy: for tests.
    pub fn by(resolver: impl Resolver) -> Self {
        Self::new(Config::builder().proxy(None).build(), resolver)
    }

    fn new(base: Config, resolver: impl Resolver) -> Self {
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Config::builder()
            .proxy(base.proxy().cloned())
            .tls_config(tls)
            .user_agent(NAME)
            .accept("text/html, */*")
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE))
            .build();
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver) }
    }
}

impl Door for Web {
    fn ask(&self, method: Method, address: &Url) -> Reply {
        let reply = match method {
            Method::Head => self.agent.head(address.as_str()).call(),
            Method::Get => self.agent.get(address.as_str()).call(),
        };
        match reply {
            // The body is left unread: dropping it ends the connection.
            Ok(answer) => {
                let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok());
                Reply::Answer(Answer {
                    status: answer.status().as_u16(),
                    location: header(LOCATION).map(str::to_owned),
                    retry_after: header(RETRY_AFTER).map(|value| value.trim().parse().unwrap_or(u64::MAX)),
                })
            }
            Err(error) => Reply::Silence(silence(&error)),
        }
    }

    fn wait(&self, pause: Duration) {
        std::thread::sleep(pause);
    }
}

fn silence(error: &Error) -> Silence {
    match error {
        Error::HostNotFound => Silence::UnknownHost,
        Error::Timeout(_) => Silence::TimedOut,
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => Silence::Insecure,
        Error::Io(error) if error.to_string() == PRIVATE => Silence::Private,
        Error::Io(error) => match error.kind() {
            ErrorKind::TimedOut => Silence::TimedOut,
            // `rustls` tells of bad certificates in this way.
            ErrorKind::InvalidData => Silence::Insecure,
            _ => Silence::NoConnection,
        },
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => Silence::NoConnection,
        _ => Silence::Garbled,
    }
}

/// The system's own look-up of names, but for those that lead into a private network.
#[derive(Debug, Default)]
struct PublicOnly(DefaultResolver);

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.0.resolve(uri, config, timeout).map_err(unknown_host)?;
        let mut public = self.empty();
        found.iter().filter(|address| is_public_address(address.ip())).for_each(|address| public.push(*address));
        if public.is_empty() { Err(Error::Io(std::io::Error::other(PRIVATE))) } else { Ok(public) }
    }
}

/// Systems tell of unknown names in words of their own. All else, such as a look-up that failed for
/// now, says nothing of the name.
fn unknown_host(error: Error) -> Error {
    /// Windows' number for it (WSAHOST_NOT_FOUND), and the words of glibc and macOS, musl, and glibc again.
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
    fn private_addresses_are_refused_before_anything_is_sent() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let url = Url::parse(&format!("http://127.0.0.1:{port}/")).expect("a web address");
        let web = Web::by(PublicOnly::default());
        assert_eq!(web.ask(Method::Head, &url), Reply::Silence(Silence::Private));
        listener.set_nonblocking(true).expect("it does not wait");
        assert!(listener.accept().is_err(), "somebody knocked");
    }
}
