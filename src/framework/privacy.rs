//! Words that show that a text, a spreadsheet or an address is about a person.

use serde::Deserialize;

use super::citation::Citation;

/// Words that show that a text or a spreadsheet is about people.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PrivacyWords {
    pub webmail: Webmail,
    pub mobile: Mobile,
    pub columns: Columns,
    pub sensitive: Sensitive,
    pub reserved: ReservedContacts,
}

/// Addresses and numbers that reach nobody.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReservedContacts {
    /// The ends of host names.
    pub domains: Vec<String>,
    /// The first digits of telephone numbers.
    pub numbers: Vec<String>,
    pub from: Citation,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Webmail {
    /// The part after the `@`.
    pub domains: Vec<String>,
    pub from: Citation,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mobile {
    /// Their first digits.
    pub prefixes: Vec<String>,
    /// The first digits of fictional numbers.
    pub fictional: Vec<String>,
    pub from: Citation,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Columns {
    /// Each of these identifies people.
    pub identifying: Vec<String>,
    /// Each of these identifies people if its cells look like names.
    pub people: Vec<String>,
    /// Each of these identifies people if the table also has a column of `next_to_names`.
    pub names: Vec<String>,
    /// Columns next to the name of a person, but not of a firm.
    pub next_to_names: Vec<String>,
    /// What forms write instead of a name.
    pub anonymous: Vec<String>,
    /// The time of an answer, the most useful first.
    pub times: Vec<String>,
    pub from: Citation,
}

/// Words next to which a small number of people reveals too much.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sensitive {
    /// Private matters.
    pub words: Vec<String>,
    /// The people that the number counts.
    pub people: Vec<String>,
    /// Words before a number that does not count particular people.
    pub not_after: Vec<String>,
    /// Words after a number that is a rule or a share.
    pub not_before: Vec<String>,
    pub from: Citation,
}
