//! Rejects requests from other websites.
//!
//! A page on the web must not be able to read drafts through the browser of the person who previews them:
//! neither through a host name that it points to this computer (DNS rebinding) nor by embedding the preview's pages.
//! So only requests for the addresses that the preview listens on are answered, and not those of other sites' pages.

use std::net::{Ipv4Addr, SocketAddr};

use hyper::header::{HOST, HeaderMap};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};

use super::secret::Secret;

/// The values of the `Host` header that are accepted.
#[derive(Clone, Debug)]
pub(super) struct AllowedHosts(Vec<String>);

impl AllowedHosts {
    /// Those of a listener at this address.
    pub(super) fn new(address: SocketAddr) -> Self {
        let mut hosts = vec![address.ip().to_string()];
        if address.ip().is_loopback() {
            hosts.extend(["localhost".to_owned(), Ipv4Addr::LOCALHOST.to_string()]);
        }
        let mut allowed = Vec::new();
        for host in hosts {
            if address.port() == 80 {
                allowed.push(host.clone());
            }
            allowed.push(format!("{host}:{}", address.port()));
        }
        Self(allowed)
    }

    fn contains(&self, host: &str) -> bool {
        self.0.iter().any(|known| known.eq_ignore_ascii_case(host))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rejection {
    /// The method isn't one that this address takes.
    Method,
    /// The request names another host.
    Host,
    /// A page of another site sent it.
    OtherSite,
}

impl Rejection {
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Host | Self::OtherSite => StatusCode::FORBIDDEN,
        }
    }

    pub(super) fn message(self) -> &'static str {
        match self {
            Self::Method => "The preview is read-only.",
            Self::Host => "The preview is only available at the address that fingerpost serve printed.",
            Self::OtherSite => "Other websites cannot use the preview.",
        }
    }
}

/// Checks every request. `may_post`: whether the address takes forms, which `write_guard` checks further.
pub(super) fn check(request: &Parts, allowed: &AllowedHosts, may_post: bool) -> Result<(), Rejection> {
    let is_read = request.method == Method::GET || request.method == Method::HEAD;
    if !(is_read || may_post && request.method == Method::POST) {
        return Err(Rejection::Method);
    }
    let mut hosts = request.headers.get_all(HOST).iter().map(|host| host.to_str().unwrap_or_default());
    let (host, second) = (hosts.next().unwrap_or_default(), hosts.next());
    let target = request.uri.authority().map_or(host, |authority| authority.as_str());
    if second.is_some() || !allowed.contains(host) || !allowed.contains(target) {
        return Err(Rejection::Host);
    }
    // Browsers send these headers with every request. Following a link from another site is harmless; a form that another
    // site sends is a navigation too, and is not.
    let site = header(&request.headers, "sec-fetch-site");
    let is_link = is_read && header(&request.headers, "sec-fetch-mode") == Some("navigate");
    match site {
        None | Some("same-origin" | "none") => Ok(()),
        Some(_) if is_link => Ok(()),
        Some(_) => Err(Rejection::OtherSite),
    }
}

/// True if a page that this run served sent the request. Pages of other sites can't know the token, and browsers let none
/// of them send a custom header without a preflight request, which the preview rejects.
pub(super) fn has_token(request: &Parts, token: &Secret) -> bool {
    let sent = header(&request.headers, "fingerpost-token").unwrap_or_default();
    let is_same_origin = matches!(header(&request.headers, "sec-fetch-site"), None | Some("same-origin"));
    request.method == Method::GET && is_same_origin && token.is(sent)
}

/// A header that is text and there once. `None` if it is there twice.
pub(super) fn single_header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_headers(headers: &[(&str, &str)]) -> Result<(), Rejection> {
        check_request(Method::GET, headers)
    }

    fn check_request(method: Method, headers: &[(&str, &str)]) -> Result<(), Rejection> {
        let allowed = AllowedHosts::new("127.0.0.1:4700".parse().expect("an address"));
        let mut request = hyper::Request::builder().method(method).uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        check(&request.body(()).expect("a request").into_parts().0, &allowed, true)
    }

    #[test]
    fn only_own_hosts_are_allowed() {
        for host in ["127.0.0.1:4700", "localhost:4700", "LOCALHOST:4700"] {
            assert_eq!(check_headers(&[("host", host)]), Ok(()), "{host}");
        }
        for host in ["evil.example", "evil.example:4700", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:4700"] {
            assert_eq!(check_headers(&[("host", host)]), Err(Rejection::Host), "{host}");
        }
        assert_eq!(check_headers(&[]), Err(Rejection::Host));
        assert_eq!(check_headers(&[("host", "localhost:4700"), ("host", "evil.example")]), Err(Rejection::Host));
    }

    #[test]
    fn other_sites_can_link_but_not_embed() {
        let from = |site, mode| {
            check_headers(&[("host", "localhost:4700"), ("sec-fetch-site", site), ("sec-fetch-mode", mode)])
        };
        assert_eq!(from("same-origin", "cors"), Ok(()));
        assert_eq!(from("cross-site", "navigate"), Ok(()));
        assert_eq!(from("cross-site", "no-cors"), Err(Rejection::OtherSite));
        assert_eq!(from("same-site", "cors"), Err(Rejection::OtherSite));
    }

    #[test]
    fn a_form_of_another_site_is_not_a_link() {
        let host = ("host", "localhost:4700");
        for site in ["cross-site", "same-site", "none", "same-origin"] {
            let headers = [host, ("sec-fetch-site", site), ("sec-fetch-mode", "navigate")];
            let is_allowed = check_request(Method::POST, &headers).is_ok();
            assert_eq!(is_allowed, ["none", "same-origin"].contains(&site), "{site}");
        }
    }
}
