//! What can be wrong with the interface messages.

use crate::report::Severity::{Could, Should};
use crate::report::{findings, list};

findings! {
    /// Why an interface message is missing or cannot be used.
    pub enum LanguageProblem {
        /// A file of your own words for the site, in theme/strings/, contains something that the site cannot use, or a language
        /// lacks words. Menus, headings, dates and all other words that you have not written yourself are in the
        /// language that school.yaml names. Fingerpost has English (en), Welsh (cy) and Urdu (ur); your own texts are
        /// shown as you write them in any language. You can change single words, or add a language, in a file such
        /// as theme/strings/cy.ftl. Each line is a message: its name, an equals sign, its words. A variable, such as
        /// a number or a name, is in braces. Fingerpost reports lines that it cannot read, and messages and variables
        /// that it does not know; it uses the built-in messages for them.
        ///
        /// Wrong:
        ///
        /// ```text
        /// all_events = Pob digwyddiad ({ $count })
        /// ```
        ///
        /// Right:
        ///
        /// ```text
        /// all_events = Pob digwyddiad
        /// ```
        NoLanguage { tag: String, known: Vec<String> } => {
            code: "words",
            severity: Could,
            message: format!("Fingerpost has no menus, headings and dates in `{tag}`"),
            help: format!(
                "They stay in English; your own texts are shown as you write them. Fingerpost has {}. To add a \
                 translation, write theme/strings/{tag}.ftl.",
                list(known)
            ),
        }
        OtherLanguage { language: String } => {
            code: "words",
            severity: Could,
            message: format!("this file is not used: the site is in `{language}`"),
            help: "Name it after the `language:` in school.yaml, such as cy.ftl for cy, or remove it.",
        }
        Syntax { detail: String } => {
            code: "words",
            severity: Should,
            message: "Fingerpost can't read this message",
            help: format!(
                "A message is a line such as `all_events = Pob digwyddiad`, with variables in braces: `{{ $count }}`. \
                 {detail} Until it is fixed, the built-in message is used."
            ),
        }
        UnknownMessage { key: String, suggestion: Option<String> } => {
            code: "words",
            severity: Should,
            message: format!("the site has no message `{key}`"),
            help: match suggestion {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Remove it, or look up the name in the built-in messages.".into(),
            },
        }
        UnknownVariable { key: String, name: String, known: Vec<String> } => {
            code: "words",
            severity: Should,
            message: format!("the message `{key}` has no variable `${name}`"),
            help: if known.is_empty() {
                "This message has no variables. Take the braces out, or use the school's own words, such as \
                 `{ $pupils }`."
                    .into()
            } else {
                format!("Its variables are {}.", list(known))
            },
        }
        Missing { count: usize, some: Vec<String> } => {
            code: "words",
            severity: Could,
            message: match count {
                1 => format!("the message {} is missing", list(some)),
                _ => {
                    let more = if *count > some.len() { " and more" } else { "" };
                    format!("{count} messages are missing: {}{more}", some.join(", "))
                }
            },
            help: "They are shown in English until you add them.",
        }
    }
}
