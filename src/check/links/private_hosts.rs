//! Recognises addresses that only computers inside the school's network can reach.

use std::net::{IpAddr, Ipv6Addr};

use url::{Host, Url};

/// Suffixes of host names that are never assigned on the internet (RFC 6761, RFC 6762, RFC 8375, and
/// ICANN's reservation of `.internal`, 2024), or that Windows networks often use.
const PRIVATE_SUFFIXES: [&str; 8] =
    [".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp", ".private"];

/// True if the host is in a private network, which visitors at home cannot reach.
pub(crate) fn is_private_host(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => !is_public_address(address.into()),
        Some(Host::Ipv6(address)) => !is_public_address(address.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_lowercase();
            !name.contains('.') || PRIVATE_SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
        }
        None => false,
    }
}

/// True for an address on the public internet (IANA special-purpose address registries).
pub fn is_public_address(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [first, second, ..] = address.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            let is_for_tests = first == 198 && (18..20).contains(&second);
            !(address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_unspecified()
                || address.is_multicast()
                || address.is_documentation()
                || is_shared
                || is_for_tests
                || first == 0
                || first >= 240)
        }
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_address(address.into()),
            None => !is_private_v6(address),
        },
    }
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    let is_documentation = address.segments().starts_with(&[0x2001, 0x0db8]);
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || address.is_unique_local()
        || address.is_unicast_link_local()
        || is_documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_hosts_are_recognised() {
        let is_private = |address: &str| is_private_host(&Url::parse(address).expect("an address"));
        for address in [
            "http://10.1.2.3/",
            "http://192.168.0.1/x",
            "http://172.20.1.1",
            "http://127.0.0.1:8000/",
            "http://127.1/",
            "http://0x7f000001/",
            "http://100.64.1.1/",
            "http://169.254.1.1/",
            "http://[::1]/",
            "http://[fd00::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://localhost/",
            "http://intranet/careers",
            "https://server.ridgeway.local/",
            "https://portal.ridgeway.internal./",
        ] {
            assert!(is_private(address), "{address}");
        }
        for address in [
            "https://www.gov.uk/",
            "http://8.8.8.8/",
            "http://172.32.0.1/",
            "http://100.128.0.1/",
            "http://[2606:4700::1]/",
            "https://local.example/",
            "https://intranet.ridgeway.sch.uk/",
        ] {
            assert!(!is_private(address), "{address}");
        }
    }
}
