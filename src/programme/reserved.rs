//! Addresses and numbers that reach nobody, because they are reserved for examples, tests and drama.

use super::institution::Institution;
use crate::framework::ReservedContacts;

impl Institution {
    /// True if an e-mail address or a telephone number reaches somebody. In a school that is itself an example, because
    /// its own website has a reserved address, every address and number does.
    pub(super) fn reaches_somebody(&self, contact: &str, reserved: &ReservedContacts) -> bool {
        let website = self.details.website.as_ref().or(self.details.web_address.as_ref());
        let is_example = website.is_some_and(|link| is_reserved_host(host(link.as_str()), reserved));
        let is_reserved = match contact.rsplit_once('@') {
            Some((_, host)) => is_reserved_host(host, reserved),
            None => is_reserved_number(contact, reserved),
        };
        is_example || !is_reserved
    }
}

/// The host of a web address.
fn host(link: &str) -> &str {
    let after = link.split_once("://").map_or(link, |(_, after)| after);
    after.split(['/', ':', '?', '#']).next().unwrap_or_default()
}

fn is_reserved_host(host: &str, reserved: &ReservedContacts) -> bool {
    let host = host.trim_end_matches('.').to_lowercase();
    reserved
        .domains
        .iter()
        .any(|domain| host.strip_suffix(domain.as_str()).is_some_and(|left| left.is_empty() || left.ends_with('.')))
}

fn is_reserved_number(number: &str, reserved: &ReservedContacts) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("00").unwrap_or(&digits);
    let national =
        abroad.strip_prefix("44").map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
    reserved.numbers.iter().any(|start| national.starts_with(start.as_str()))
}
