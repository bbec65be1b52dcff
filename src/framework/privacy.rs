//! What tells that a text, a sheet or an address is about a person.

use serde::Deserialize;

/// Lists of words that tell of persons.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PrivacyWords {
    /// Mail services that people use at home.
    pub webmail: Webmail,
    /// How mobile numbers begin.
    pub mobile: Mobile,
    /// Columns of a sheet that tell who somebody is.
    pub columns: Columns,
    /// Words beside which a small number of people tells too much.
    pub sensitive: Sensitive,
}

/// Mail services that people use at home.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Webmail {
    /// What stands behind the `@`.
    pub domains: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub read_on: String,
}

/// How mobile numbers of the United Kingdom begin.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Mobile {
    /// Their first digits.
    pub begins: Vec<String>,
    /// The first digits of those that belong to nobody.
    pub invented: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub read_on: String,
}

/// Columns of a sheet that tell who somebody is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Columns {
    /// One of these is enough.
    pub telling: Vec<String>,
    /// One of these is enough together with one of the next.
    pub naming: Vec<String>,
    /// What stands beside a person's name, and not beside a firm's.
    pub beside: Vec<String>,
    /// What forms write in place of a name.
    pub nobody: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub read_on: String,
}

/// Words beside which a small number of people tells too much.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sensitive {
    /// What is nobody else's business.
    pub words: Vec<String>,
    /// Whom the number counts.
    pub people: Vec<String>,
    /// Words before a number that does not count particular people.
    pub not_after: Vec<String>,
    /// Words after a number that is a rule or a share.
    pub not_before: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// When it was read.
    pub read_on: String,
}
