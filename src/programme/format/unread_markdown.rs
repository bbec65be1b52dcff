//! Finds Markdown in keys that don't read it, where visitors would see its symbols.

use crate::programme::rich_text::{RichMark, RichPart, on_one_line, rich_parts};

/// A kind of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnreadMarkdown {
    Picture,
    Link,
    Bold,
    Emphasis,
    List,
}

impl UnreadMarkdown {
    pub(super) const ALL: [Self; 5] = [Self::Picture, Self::Link, Self::Bold, Self::Emphasis, Self::List];

    pub(super) fn is_in(self, text: &str) -> bool {
        match self {
            Self::Picture => text.split("![").skip(1).any(|rest| rest.contains("](")),
            Self::Link => text.contains("]("),
            Self::Bold => text.contains("**"),
            Self::Emphasis => {
                let text = on_one_line(text);
                rich_parts(&text).is_some_and(|parts| parts.contains(&RichPart::Start(RichMark::Emphasis)))
            }
            Self::List => {
                let is_item = |line: &&str| line.trim_start().starts_with("- ") || line.trim_start().starts_with("* ");
                text.lines().filter(is_item).count() > 1
            }
        }
    }

    /// For the message of the finding.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Picture => "a picture",
            Self::Link => "a link",
            Self::Bold => "bold text",
            Self::Emphasis => "emphasis",
            Self::List => "a list",
        }
    }
}
