//! Who may ask, and how.
//!
//! A page on the web must not be able to read drafts through the browser of whoever previews them:
//! not by a name that it makes point to this computer (DNS rebinding), and not by embedding what we
//! serve. So only our own names and addresses are answered to, and what a page elsewhere asks for is refused.

use std::net::{Ipv4Addr, SocketAddr};

use hyper::header::{HOST, HeaderMap};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};

/// The names under which the preview may be asked, in lower case and with the port.
#[derive(Clone, Debug)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The names of the addresses that we listen at.
    pub(super) fn of(addresses: &[SocketAddr]) -> Self {
        let mut names = Vec::new();
        for address in addresses {
            let mut hosts = vec![address.ip().to_string()];
            if address.ip().is_loopback() {
                hosts.extend(["localhost".to_owned(), Ipv4Addr::LOCALHOST.to_string()]);
            }
            for host in hosts {
                if address.port() == 80 {
                    names.push(host.clone());
                }
                names.push(format!("{host}:{}", address.port()));
            }
        }
        Self(names)
    }

    fn know(&self, name: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It wants to change something.
    Method,
    /// It is for another host.
    Host,
    /// A page elsewhere asks.
    Elsewhere,
}

impl Refusal {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Host | Self::Elsewhere => StatusCode::FORBIDDEN,
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Method => "The preview can only be read.",
            Self::Host => "The preview answers only to the address that fingerpost serve has printed.",
            Self::Elsewhere => "Other websites cannot use the preview.",
        }
    }
}

/// Whether a request may be answered.
pub(super) fn admit(request: &Parts, names: &Names) -> Result<(), Refusal> {
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err(Refusal::Method);
    }
    let mut hosts = request.headers.get_all(HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let (host, second) = (hosts.next().unwrap_or_default(), hosts.next());
    let target = request.uri.authority().map_or(host, |authority| authority.as_str());
    if second.is_some() || !names.know(host) || !names.know(target) {
        return Err(Refusal::Host);
    }
    // Browsers say where a request comes from. Following a link from anywhere is harmless.
    let origin = header(&request.headers, "sec-fetch-site");
    let follows = header(&request.headers, "sec-fetch-mode") == Some("navigate");
    match origin {
        None | Some("same-origin" | "none") => Ok(()),
        Some(_) if follows => Ok(()),
        Some(_) => Err(Refusal::Elsewhere),
    }
}

/// Whether a page of ours, and of this run, asks for something to be done. Pages elsewhere cannot
/// know the token, and a browser lets none of them send a header of its own without asking us first.
pub(super) fn may_act(request: &Parts, token: &str) -> bool {
    let sent = header(&request.headers, "fingerpost-token").unwrap_or_default();
    let from_us = matches!(header(&request.headers, "sec-fetch-site"), None | Some("same-origin"));
    request.method == Method::GET && from_us && sent == token
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(headers: &[(&str, &str)]) -> Result<(), Refusal> {
        let names = Names::of(&["127.0.0.1:4700".parse().expect("an address")]);
        let mut request = hyper::Request::builder().uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        admit(&request.body(()).expect("a request").into_parts().0, &names)
    }

    #[test]
    fn only_our_own_names_are_answered_to() {
        for host in ["127.0.0.1:4700", "localhost:4700", "LOCALHOST:4700"] {
            assert_eq!(ask(&[("host", host)]), Ok(()), "{host}");
        }
        for host in ["evil.example", "evil.example:4700", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:4700"] {
            assert_eq!(ask(&[("host", host)]), Err(Refusal::Host), "{host}");
        }
        assert_eq!(ask(&[]), Err(Refusal::Host));
        assert_eq!(ask(&[("host", "localhost:4700"), ("host", "evil.example")]), Err(Refusal::Host));
    }

    #[test]
    fn pages_elsewhere_may_link_but_not_embed() {
        let from = |site, mode| ask(&[("host", "localhost:4700"), ("sec-fetch-site", site), ("sec-fetch-mode", mode)]);
        assert_eq!(from("same-origin", "cors"), Ok(()));
        assert_eq!(from("cross-site", "navigate"), Ok(()));
        assert_eq!(from("cross-site", "no-cors"), Err(Refusal::Elsewhere));
        assert_eq!(from("same-site", "cors"), Err(Refusal::Elsewhere));
    }
}
