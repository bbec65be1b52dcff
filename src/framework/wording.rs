//! Word lists of the rules for texts.

use rustc_hash::FxHashSet;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Wording {
    /// For the rule `capitals`.
    pub capitals: CapitalWords,
    pub link_text: LinkWords,
    /// For the rule `colour-or-place`.
    pub colour_or_place: PositionWords,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CapitalWords {
    /// Short forms of four letters and more that look like words.
    pub short_forms: FxHashSet<String>,
    /// Short words that are not short forms.
    pub words: FxHashSet<String>,
}

/// Words of links, in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LinkWords {
    /// Link texts that do not say where a link leads.
    pub vague: FxHashSet<String>,
    /// Words around them that do not make them clearer.
    pub fillers: FxHashSet<String>,
}

/// Words that describe something on a page by its colour or position, in lower case.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct PositionWords {
    pub colours: FxHashSet<String>,
    pub sides: FxHashSet<String>,
    /// Things on a page that have a colour.
    pub things: FxHashSet<String>,
    /// What people do with things on a page.
    pub actions: FxHashSet<String>,
    /// Words before “in red”.
    pub shown: FxHashSet<String>,
}
