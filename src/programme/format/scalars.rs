//! Single values that are checked when they are parsed: text, days, times, addresses.

use std::fmt;
use std::ops::Deref;

use jiff::civil::{Date, Time, Weekday};
use serde_json::{Value as Json, json};

use super::unread_markdown::UnreadMarkdown;
use super::{Control, FieldReader, FromNode};
use crate::programme::dates::{WEEKDAYS, date_in_words, weekday_name};
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
        return reader.reject(node, ContentProblem::EmptyValue { key: "this key".into() });
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
    let rest = reader.source.text.get(node.span.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let comment = rest.trim_start();
    if rest.starts_with(' ') && comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        let start = node.span.end + rest.len() - comment.len();
        let comment = comment.trim_end().to_owned();
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
pub(in crate::programme) fn yes_or_no(text: &str) -> Option<bool> {
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

/// A day, written `2027-03-04` or `Thursday 4 March 2027`. It must exist, and its weekday must be right.
pub type Day = Date;

impl FromNode for Date {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = reader.scalar(node, Expected::Text)?;
        read_day(text).map_or_else(|problem| reader.reject(node, problem), Some)
    }
    fn schema() -> Json {
        json!({ "type": "string", "examples": ["2027-03-04", "Thursday 4 March 2027"] })
    }
    fn control() -> Control {
        Control::Day
    }
}

pub(super) fn read_day(text: &str) -> Result<Date, ContentProblem> {
    let value = || text.to_owned();
    let bad_date = || ContentProblem::BadDate { value: value() };
    let (written, rest) = split_weekday(text);
    let date = if let Some(figures) = day_in_figures(rest) {
        match figures {
            DayInFigures::Certain(day) => day,
            DayInFigures::Ambiguous(day) => {
                let likely = date_in_words(day);
                return Err(ContentProblem::AmbiguousDate { value: value(), likely, iso: day.to_string() });
            }
            DayInFigures::NoSuchDay => return Err(ContentProblem::NoSuchDay { value: value() }),
        }
    } else if is_iso(rest) {
        rest.parse::<Date>().map_err(|_| ContentProblem::NoSuchDay { value: value() })?
    } else {
        let words = rest.replace(',', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let (day, month_year) = words.split_once(' ').ok_or_else(bad_date)?;
        let day = day.trim_end_matches(|ch: char| ch.is_alphabetic());
        let day: i8 = day.parse().map_err(|_| bad_date())?;
        let first = ["%d %B %Y", "%d %b %Y"]
            .iter()
            .find_map(|pattern| Date::strptime(pattern, format!("1 {month_year}")).ok())
            .ok_or_else(bad_date)?;
        first.with().day(day).build().map_err(|_| ContentProblem::NoSuchDay { value: value() })?
    };
    match written {
        Some((written, weekday)) if weekday != date.weekday() => Err(ContentProblem::WrongWeekday {
            written,
            date: date_in_words(date),
            actual: weekday_name(date.weekday()),
        }),
        _ => Ok(date),
    }
}

/// A day in figures, the day of the month first.
enum DayInFigures {
    /// `24/03/2027` can't begin with a month.
    Certain(Date),
    /// `04/03/2027` means another day in other countries.
    Ambiguous(Date),
    /// `31/02/2027`
    NoSuchDay,
}

fn day_in_figures(text: &str) -> Option<DayInFigures> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let (is_short, is_whole_year) = (day.len() <= 2, year.len() == 4);
    let year: i16 = year.parse().ok().map(|year: i16| if year < 100 { 2000 + year } else { year })?;
    let (day, month): (i8, i8) = (day.parse().ok()?, month.parse().ok()?);
    if !is_short || !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    Some(match Date::new(year, month, day) {
        Ok(date) if day > 12 && is_whole_year => DayInFigures::Certain(date),
        Ok(date) => DayInFigures::Ambiguous(date),
        Err(_) => DayInFigures::NoSuchDay,
    })
}

fn split_weekday(text: &str) -> (Option<(&'static str, Weekday)>, &str) {
    let Some((first, rest)) = text.split_once([' ', ',']) else { return (None, text) };
    let first = first.to_lowercase();
    let weekday = WEEKDAYS.iter().find(|(name, _)| {
        let name = name.to_lowercase();
        first.len() >= 3 && name.starts_with(&first)
    });
    weekday.map_or((None, text), |weekday| (Some(*weekday), rest.trim_start_matches([' ', ','])))
}

fn is_iso(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
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
    let tail = text.to_lowercase();
    let tail = tail.replace("extension", "").replace("ext", "");
    (6..=20).contains(&digits) && tail.chars().all(|ch| ch.is_ascii_digit() || " +()-.".contains(ch))
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

/// Parses a day. `None` if it is invalid.
pub fn day(text: &str) -> Option<Day> {
    read_day(text).ok()
}

/// The problem with a written date whose weekday is wrong.
pub fn wrong_weekday(text: &str) -> Option<ContentProblem> {
    read_day(text).err().filter(|problem| matches!(problem, ContentProblem::WrongWeekday { .. }))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_parsed_in_all_common_formats() {
        for text in
            ["2027-03-04", "4 March 2027", "Thursday 4 March 2027", "Thu 4th Mar 2027", "Thursday, 4 March 2027"]
        {
            assert_eq!(read_day(text), Ok(date(2027, 3, 4)), "{text}");
        }
        for text in ["24/03/2027", "24.3.2027", "24-03-2027", "Wednesday 24/3/2027"] {
            assert_eq!(read_day(text), Ok(date(2027, 3, 24)), "{text}");
        }
    }

    #[test]
    fn each_kind_of_invalid_day_has_its_own_problem() {
        for text in ["2027-02-31", "31 February 2027", "31/02/2027"] {
            assert_eq!(read_day(text), Err(ContentProblem::NoSuchDay { value: text.into() }));
        }
        for text in ["04/03/2027", "4.3.27", "04-03-2027"] {
            let (likely, iso) = ("4 March 2027".to_owned(), "2027-03-04".to_owned());
            assert_eq!(read_day(text), Err(ContentProblem::AmbiguousDate { value: text.into(), likely, iso }));
        }
        for text in ["March", "31 Febuary 2027", "03/24/2027"] {
            assert_eq!(read_day(text), Err(ContentProblem::BadDate { value: text.into() }));
        }
        let wrong_weekday =
            ContentProblem::WrongWeekday { written: "Friday", date: "16 December 2023".into(), actual: "Saturday" };
        assert_eq!(read_day("Friday 16 December 2023"), Err(wrong_weekday));
        assert_eq!(read_day("2028-02-29"), Ok(date(2028, 2, 29)));
    }

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
            let _ = read_day(&text);
            let _ = is_link(&text);
        }

        #[test]
        fn every_formatted_day_is_parsed_again(days in 0i64..40_000) {
            let day = date(1990, 1, 1).saturating_add(jiff::Span::new().days(days));
            proptest::prop_assert_eq!(read_day(&day.to_string()), Ok(day));
            proptest::prop_assert_eq!(read_day(&day.strftime("%A %-d %B %Y").to_string()), Ok(day));
        }
    }
}
