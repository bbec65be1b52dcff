//! The words of what is wrong with the form of a file: its YAML, and values of the wrong sort. See `words.rs` for the
//! manner.

use super::{Wanted, YamlTrouble};

impl YamlTrouble {
    /// One line: what is wrong.
    pub(super) fn message(self, detail: &str) -> String {
        match self {
            Self::SecondColon => "there is a second colon in this line: the rest looks like another key".into(),
            Self::Tab => "there is a tab where spaces belong".into(),
            Self::UnclosedQuote => "a quotation mark is opened here and never closed".into(),
            Self::SpecialSign(sign) => format!("a value cannot begin with `{sign}`"),
            Self::Indentation => "this line does not line up with the lines around it".into(),
            Self::NoSpace => "a space is missing behind the colon".into(),
            Self::NoSpaceBehindDash => "a space is missing behind the dash".into(),
            Self::QuoteInside => "a quotation mark inside this value ends it too early".into(),
            Self::UnclosedBracket => "a bracket is opened here and never closed".into(),
            Self::Other => format!("this cannot be read as YAML ({detail})"),
        }
    }

    /// How to mend it.
    pub(super) fn help(self) -> String {
        match self {
        Self::SecondColon => "Put quotation marks round the value: title: \"Careers: the fair\".",
        Self::Tab => "Delete it. Where lines belong below another, indent them with two spaces.",
        Self::UnclosedQuote => "Add the closing mark at the end of the value, or take the opening one away.",
        Self::SpecialSign(_) => "Put quotation marks round the value.",
        Self::Indentation => {
            "Give keys that belong together the same number of spaces in front, and a space behind each colon and dash."
        }
        Self::NoSpace => "Write a space behind it: name: Priya.",
        Self::NoSpaceBehindDash => "Write a space behind it: - pupils.",
        Self::QuoteInside => "Put the other kind of mark round the whole: \"it's fun\".",
        Self::UnclosedBracket => "Close it at the end of the list: [pupils, parents].",
        Self::Other => "Look at this line and the one before: is a colon, a dash or a quotation mark amiss?",
    }
    .into()
    }
}

impl Wanted {
    /// What belongs there.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Text => "some text",
            Self::YesNo => "yes or no",
            Self::Number => "a whole number",
            Self::List => "a list",
            Self::Keys => "keys with values",
            Self::One => "a value or a list of values",
        }
    }

    /// How to write it.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Text => "Write the text on the same line, behind the colon. Quotation marks round it never hurt.",
            Self::YesNo => "Write yes or no.",
            Self::Number => "Write digits only, such as 84.",
            Self::List => "Write one entry a line, each behind a dash and a space.",
            Self::Keys => "Write `key: value` lines below, indented by two spaces. Is a space missing behind a colon?",
            Self::One => "Write one value, or several in square brackets: [pupils, parents].",
        }
    }
}
