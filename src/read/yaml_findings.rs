//! The mistakes that make YAML impossible to parse.

use crate::report::Severity::Error;
use crate::report::findings;

findings! {
    /// The likely mistake in a line that is not valid YAML.
    pub enum YamlMistake {
        /// Fingerpost cannot read this line. Keys and values are written in a format called YAML, which is strict
        /// about a few characters: a colon inside a value, quotation marks and brackets that are not closed, tabs,
        /// and lines that are not indented alike. Quotation marks round the value fix most of these.
        ///
        /// Wrong:
        ///
        /// ```text
        /// title: Careers: the fair
        /// summary: "Meet employers
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// title: "Careers: the fair"
        /// summary: "Meet employers"
        /// ```
        SecondColon { quoted: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: "there is a second colon in this line, so the rest looks like another key",
            help: format!("Put quotation marks round the value: {quoted}."),
        }
        CurlyQuotes { quoted: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: "these quotation marks are curly, as Word makes them, and do not count as quotation marks",
            help: format!("Replace them with straight ones: {quoted}."),
        }
        Tab { lines: String, spaces: usize } => {
            code: "yaml-syntax",
            severity: Error,
            message: format!("there is a tab where spaces belong, in {lines}"),
            help: match *spaces {
                0 => "Delete each tab, so that the line begins where the keys above it begin.".to_owned(),
                spaces => format!("Replace each tab at the start of a line with spaces: this line needs {spaces}."),
            },
        }
        ListCharacter { character: char, item: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: format!("this list begins its lines with `{character}`, as Word does, and not with a hyphen"),
            help: format!("Begin each line with a hyphen and a space: - {item}."),
        }
        MissingColon { word: String, fixed: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: format!("the colon after `{word}` is missing"),
            help: format!("Write `{fixed}`."),
        }
        UnclosedQuote => {
            code: "yaml-syntax",
            severity: Error,
            message: "the quotation mark that opens here is never closed",
            help: "Add the closing mark at the end of the value, or take the opening one away.",
        }
        SpecialCharacter { character: char } => {
            code: "yaml-syntax",
            severity: Error,
            message: format!("a value cannot begin with `{character}`"),
            help: "Put quotation marks round the value.",
        }
        Indentation => {
            code: "yaml-syntax",
            severity: Error,
            message: "this line is not indented like the lines around it",
            help: "Put the same number of spaces before keys that belong together, and a space after each colon and dash.",
        }
        NoSpaceAfterColon { fixed: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: "a space is missing after the colon",
            help: format!("Write a space after it: {fixed}."),
        }
        NoSpaceAfterDash => {
            code: "yaml-syntax",
            severity: Error,
            message: "a space is missing after the dash",
            help: "Write a space after it: - pupils.",
        }
        QuoteInside => {
            code: "yaml-syntax",
            severity: Error,
            message: "a quotation mark inside this value ends it too early",
            help: "Put the other kind of mark round the whole value: \"it's fun\".",
        }
        UnclosedBracket => {
            code: "yaml-syntax",
            severity: Error,
            message: "the bracket that opens here is never closed",
            help: "Close it at the end of the list: [pupils, parents].",
        }
        Other { detail: String } => {
            code: "yaml-syntax",
            severity: Error,
            message: format!("Fingerpost can't read this as YAML ({detail})"),
            help: "Look at this line and the one before it. Is there a mistake in a colon, a dash or a quotation mark?",
        }
    }
}
