//! Single values that are checked when they are parsed: text, days, times, addresses.

use std::fmt;
use std::ops::Deref;

use jiff::civil::Time;
use serde_json::{Value as Json, json};

use super::unread_markdown::UnreadMarkdown;
use super::{Control, FieldReader, FromNode};
use crate::programme::findings::{ContentProblem, Expected};
use crate::programme::link_user::has_user;
use crate::programme::prose::typeset;
use crate::programme::rich_text::{RichText, on_one_line};
use crate::read::Node;

/// Text on one line, or folded over several, typeset as Markdown is.
pub type Text = String;

impl FromNode for String {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        Some(typeset(&one_line(node, reader)?))
    }
    fn schema() -> Json {
        json!({ "type": ["string", "number", "boolean"] })
    }
    fn control() -> Control {
        Control::Text
    }
}

impl FromNode for RichText {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = line_without_markdown(node, reader, &[UnreadMarkdown::Picture, UnreadMarkdown::List])?;
        Some(Self::parse(typeset(&text), &reader.source.path, node.span.start))
    }
    fn schema() -> Json {
        String::schema()
    }
    fn control() -> Control {
        Control::LongText
    }
    const IS_RICH: bool = true;
}

/// Text exactly as it is written, because something else has it so: the name of a file, or words of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verbatim(String);

impl Deref for Verbatim {
    type Target = String;
    fn deref(&self) -> &String {
        &self.0
    }
}

impl fmt::Display for Verbatim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromNode for Verbatim {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        one_line(node, reader).map(Self)
    }
    fn schema() -> Json {
        String::schema()
    }
    fn control() -> Control {
        Control::Text
    }
}

/// The words of a text with single spaces between them.
fn one_line(node: &Node, reader: &mut FieldReader<'_>) -> Option<String> {
    line_without_markdown(node, reader, &UnreadMarkdown::ALL)
}

/// The same. Reports Markdown of these kinds, which visitors would see as it is written.
fn line_without_markdown(node: &Node, reader: &mut FieldReader<'_>, unread: &[UnreadMarkdown]) -> Option<String> {
    let text = reader.scalar(node, Expected::Text)?;
    if text.is_empty() {
        return reader.reject(node, ContentProblem::EmptyText);
    }
    if text.starts_with(['“', '”']) && text.ends_with(['“', '”']) {
        let place = reader.place(node);
        reader.findings.add(ContentProblem::CurlyQuotes, place);
    }
    report_comment(node, reader);
    if let Some(markdown) = unread.iter().find(|markdown| markdown.is_in(text)) {
        let place = reader.place(node);
        reader.findings.add(ContentProblem::MarkdownInKey { what: markdown.name() }, place);
    }
    Some(on_one_line(text))
}

/// Reports `title: Fair #2`, which loses its number, because `#` after a space starts a comment. Intended comments have
/// a space after the `#` too.
fn report_comment(node: &Node, reader: &mut FieldReader<'_>) {
    let rest = reader.source.text.get(node.span.end..).unwrap_or_default();
    let comment = rest.trim_start_matches([' ', '\t']);
    if rest.starts_with(' ') && comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        let start = node.span.end + rest.len() - comment.len();
        // A line may be as long as its file, so its end is looked for only where it is needed.
        let comment = comment.lines().next().unwrap_or_default().trim_end().to_owned();
        let place = reader.source.place(start..start + comment.len());
        reader.findings.add(ContentProblem::CutShort { comment }, place);
    }
}

impl FromNode for bool {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        yes_or_no(reader.scalar(node, Expected::YesNo)?).or_else(|| reader.wrong_type(node, Expected::YesNo))
    }
    fn schema() -> Json {
        json!({ "enum": ["yes", "no", true, false] })
    }
    fn control() -> Control {
        Control::YesNo
    }
}

/// Parses yes or no in any case, and the other words that YAML has for them.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "on" | "y" => Some(true),
        "no" | "false" | "off" | "n" => Some(false),
        _ => None,
    }
}

impl FromNode for u32 {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Number)?;
        let digits = text.replace([',', ' '], "");
        digits.parse().ok().or_else(|| reader.wrong_type(node, Expected::Number))
    }
    fn schema() -> Json {
        json!({ "type": "integer", "minimum": 0 })
    }
    fn control() -> Control {
        Control::Number { min: 0, max: None }
    }
}

/// A time of day, written `17:30`, `5:30pm`, `5.30 pm` or `5pm`.
pub type Clock = Time;

impl FromNode for Time {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Text)?;
        let plain =
            text.to_lowercase().replace('.', ":").replace(' ', "").replace("noon", "12pm").replace("1212pm", "12pm");
        ["%H:%M", "%I:%M%p", "%I%p"]
            .iter()
            .find_map(|pattern| Time::strptime(pattern, &plain).ok())
            .or_else(|| reader.reject(node, ContentProblem::BadTime { value: text.to_owned() }))
    }
    fn schema() -> Json {
        json!({ "type": "string", "examples": ["17:30", "5:30pm"] })
    }
    fn control() -> Control {
        Control::Time
    }
}

macro_rules! address {
    ($(#[doc = $doc:literal])* $name:ident, $problem:ident, $is_valid:expr, $schema:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromNode for $name {
            fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
                let text = reader.scalar(node, Expected::Text)?;
                let is_valid: fn(&str) -> bool = $is_valid;
                if is_valid(text) {
                    Some(Self(text.to_owned()))
                } else {
                    reader.reject(node, ContentProblem::$problem { value: text.to_owned() })
                }
            }
            fn schema() -> Json {
                $schema
            }
            fn control() -> Control {
                Control::$name
            }
        }
    };
}

address!(Email, BadEmail, is_email, json!({ "type": "string", "format": "email" }));
address!(
    /// A telephone number, as people write it.
    Phone, BadPhone, is_phone, json!({ "type": "string", "examples": ["01632 960123"] })
);
address!(
    /// A web address that begins with `https://`, `http://`, `mailto:` or `tel:`.
    Link, BadLink, is_link, json!({ "type": "string", "format": "uri" })
);
address!(
    /// A colour: `#0b5d4e` or a CSS name.
    Colour, BadColour, |text| csscolorparser::parse(text).is_ok(), json!({ "type": "string", "examples": ["#0b5d4e"] })
);

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.contains([' ', '<', '>', '"', ',', ';'])
        && host.chars().all(|ch| ch.is_alphanumeric() || ch == '.' || ch == '-')
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text.to_lowercase().replace("extension", "").replace("ext", "");
    (6..=20).contains(&digits) && plain.chars().all(|ch| ch.is_ascii_digit() || " +()-.".contains(ch))
}

/// True for complete web addresses whose scheme a careers site may link to.
fn is_link(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let plain = !text.contains(char::is_whitespace) && !text.contains(['"', '<', '>']) && !has_user(text);
    let host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    plain
        && (host
            || text.strip_prefix("mailto:").is_some_and(is_email)
            || text.strip_prefix("tel:").is_some_and(is_phone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn incomplete_and_unsafe_addresses_are_refused() {
        assert!(is_email("careers@ridgeway.example") && !is_email("careers@ridgeway") && !is_email("a b@c.example"));
        assert!(is_phone("01632 960123") && is_phone("+44 (0)1632 960123 ext 4") && !is_phone("ask the office"));
        assert!(is_link("https://a.example/x") && is_link("mailto:a@b.example") && !is_link("tel:01632 960123"));
        assert!(!is_link("https://me:secret@a.example/") && is_link("https://a.example/@me"));
        assert!(!is_link("javascript:alert(1)") && !is_link("www.a.example") && !is_link("https://"));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_parsed_or_refused(text: String) {
            let _ = is_link(&text);
        }
    }
}
