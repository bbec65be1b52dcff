//! The words of what is wrong with the words of the interface. See `words.rs` for the manner.

use super::{Severity, WordsTrouble, list};

impl WordsTrouble {
    /// How much it matters: the site can be built without.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::NoLanguage { .. } | Self::OtherLanguage { .. } | Self::Missing { .. } => Severity::Could,
            Self::Syntax { .. } | Self::NoMessage { .. } | Self::NoPlace { .. } => Severity::Should,
        }
    }

    /// One line: what is wrong.
    pub(super) fn message(&self) -> String {
        match self {
            Self::NoLanguage { tag, .. } => format!("we have no menus, headings and dates in `{tag}`"),
            Self::OtherLanguage { language } => format!("this file is not used: the site is in `{language}`"),
            Self::Syntax { .. } => "we cannot read this message".into(),
            Self::NoMessage { key, .. } => format!("the site has no message `{key}`"),
            Self::NoPlace { key, name, .. } => format!("the message `{key}` is given no `${name}`"),
            Self::Missing { count: 1, some } => format!("the message {} is missing", list(some)),
            Self::Missing { count, some } => {
                let more = if *count > some.len() { " and more" } else { "" };
                format!("{count} messages are missing: {}{more}", some.join(", "))
            }
        }
    }

    /// What it means and how to mend it.
    pub(super) fn help(&self) -> String {
        match self {
            Self::NoLanguage { tag, known } => format!(
                "Those words stay in English; your own texts are shown as you write them. We have {}. To add \
                 words, write theme/strings/{tag}.ftl.",
                list(known)
            ),
            Self::OtherLanguage { .. } => {
                "Name it after the `language:` in school.yaml, such as cy.ftl for cy, or take it out.".into()
            }
            Self::Syntax { detail } => format!(
                "A message is a line such as `all_events = Pob digwyddiad`, and what it is given stands in braces: \
                 `{{ $count }}`. The reader says: {}. Until then ours is used.",
                detail.trim_end_matches('.')
            ),
            Self::NoMessage { suggestion: Some(near), .. } => format!("Did you mean `{near}`?"),
            Self::NoMessage { .. } => "Take it out, or look up the name in our file of words.".into(),
            Self::NoPlace { known, .. } if known.is_empty() => {
                "It is given nothing. Take the braces out, or use what the school calls its people, such as \
                 `{ $pupils }`."
                    .into()
            }
            Self::NoPlace { known, .. } => format!("It is given {}.", list(known)),
            Self::Missing { .. } => "They are said in English until you add them.".into(),
        }
    }
}
