//! The lines of a calendar, as properties with parameters (RFC 5545, section 3.1).
//!
//! Libraries stop at the first line that breaks the rules, but exports break them often, and one such line must not hide
//! the events around it. Lines are joined before they are decoded, because long ones may be split inside a character.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Properties with dates. Nothing in their values contains a colon, but the name of a time zone may.
const DATES: [&str; 6] = ["DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"];
/// Properties whose text programs sometimes continue on lines of its own.
const TEXTS: [&str; 4] = ["DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"];
/// Lower-case names are properties too if they are one of these.
const KNOWN: [&str; 20] = [
    "BEGIN",
    "END",
    "VERSION",
    "PRODID",
    "METHOD",
    "UID",
    "DTSTAMP",
    "CLASS",
    "STATUS",
    "DURATION",
    "RRULE",
    "SEQUENCE",
    "CATEGORIES",
    "ORGANIZER",
    "ATTENDEE",
    "CREATED",
    "URL",
    "TRANSP",
    "PRIORITY",
    "LAST-MODIFIED",
];

/// One property, such as `DTSTART;TZID=Europe/London:20270304T173000`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CalendarProperty {
    /// In capitals.
    pub(super) name: String,
    params: Vec<(String, String)>,
    /// As written, with its escapes.
    pub(super) value: String,
    /// The number of its first line in the file, from 1.
    pub(super) line: usize,
}

impl CalendarProperty {
    /// The value of a parameter, without quotation marks.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The value as text, without escapes and control characters.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.value.len());
        let mut chars = self.value.chars();
        while let Some(ch) = chars.next() {
            match ch {
                '\\' => match chars.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped @ ('\\' | ';' | ',' | ':' | '"')) => text.push(escaped),
                    Some(other) => text.extend(['\\', other]),
                    None => text.push('\\'),
                },
                '\t' => text.push(' '),
                ch => text.push(ch),
            }
        }
        text.retain(|ch| ch == '\n' || !ch.is_control());
        text
    }

    fn is_text(&self) -> bool {
        TEXTS.contains(&self.name.as_str())
    }
}

/// The properties of a file, and the numbers of the lines that are none.
pub(super) struct CalendarLines {
    pub(super) properties: Vec<CalendarProperty>,
    pub(super) unread: Vec<usize>,
}

impl CalendarLines {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut lines = Self { properties: Vec::new(), unread: Vec::new() };
        for (number, line) in joined_lines(&in_one_byte_units(bytes)) {
            lines.add(number, &line);
        }
        lines
    }

    fn add(&mut self, number: usize, line: &[u8]) {
        let text = decode(line);
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return;
        }
        let last = self.properties.last_mut().filter(|property| property.is_text());
        match (property(text, number), last) {
            (Some(property), None) => self.properties.push(decoded(property)),
            (Some(property), Some(_)) if is_property_name(text, &property.name) => {
                self.properties.push(decoded(property));
            }
            // The text of the property above was not joined to one line.
            (_, Some(last)) => last.value.push_str(&format!("\\n{}", text.trim_end().replace('\\', "\\\\"))),
            (None, None) => self.unread.push(number),
        }
    }
}

/// True for a name in capitals, and for names that every calendar has.
fn is_property_name(line: &str, name: &str) -> bool {
    let known = [&DATES[..], &TEXTS[..], &KNOWN[..]].into_iter().flatten().any(|known| *known == name);
    known || name.starts_with("X-") || line.starts_with(name)
}

/// UTF-16, as Notepad saves it, becomes UTF-8. Other encodings stay as they are.
fn in_one_byte_units(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            Cow::Owned(encoding.decode(bytes).0.into_owned().into_bytes())
        }
        _ => Cow::Borrowed(bytes),
    }
}

/// Text in UTF-8 or, as old programs write it, Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The lines of a file, joined where one continues on the next, with the number of the first.
fn joined_lines(bytes: &[u8]) -> Vec<(usize, Vec<u8>)> {
    let mut joined: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut number = 0;
    let mut rest = bytes;
    while !rest.is_empty() {
        number += 1;
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let (line, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        rest = after.strip_prefix(b"\r\n").or_else(|| after.get(1..)).unwrap_or_default();
        let last = joined.last_mut().map(|(_, last)| last);
        match (line, last) {
            (_, Some(last)) if last.ends_with(b"=") && is_quoted_printable(last) => {
                last.pop();
                last.extend_from_slice(line);
            }
            ([b' ' | b'\t', continued @ ..], Some(last)) => last.extend_from_slice(continued),
            _ => joined.push((number, line.to_vec())),
        }
    }
    joined
}

/// True for a property of vCalendar 1.0 in quoted-printable.
fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.get(..line.len().min(120)).unwrap_or_default().to_ascii_uppercase();
    memchr::memmem::find(&head, b"QUOTED-PRINTABLE").is_some()
}

/// Decodes quoted-printable.
fn decoded(mut property: CalendarProperty) -> CalendarProperty {
    let encoded = property.param("ENCODING").is_some_and(|encoding| encoding.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
        || property.param("QUOTED-PRINTABLE").is_some();
    if !encoded {
        return property;
    }
    let mut bytes = Vec::with_capacity(property.value.len());
    let mut rest = property.value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        match code.filter(|_| *first == b'=') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let named = property.param("CHARSET").and_then(|name| Encoding::for_label(name.as_bytes()));
    let text = match named {
        Some(encoding) => encoding.decode_without_bom_handling(&bytes).0,
        None => decode(&bytes),
    };
    property.value = text.replace("\r\n", "\\n").replace('\n', "\\n");
    property
}

/// Parses a property. `None` if the line is not one.
fn property(line: &str, number: usize) -> Option<CalendarProperty> {
    let name_end = line.find([':', ';'])?;
    let name = line.get(..name_end)?.trim().to_ascii_uppercase();
    // A group may precede the name: `work.SUMMARY`.
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') {
        return None;
    }
    let rest = line.get(name_end..)?;
    let colon = if DATES.contains(&name.as_str()) { rest.rfind(':')? } else { value_start(rest)? };
    let (params, value) = (rest.get(..colon)?, rest.get(colon + 1..)?);
    Some(CalendarProperty { name, params: parameters(params), value: value.to_owned(), line: number })
}

/// The colon before the value: the first outside quotation marks that isn't part of an address.
fn value_start(rest: &str) -> Option<usize> {
    let is_start = |at: &usize| rest.get(..*at).is_some_and(|before| before.is_empty()) || !is_address(rest, *at);
    let mut quoted = false;
    let unquoted = rest.bytes().enumerate().filter(|(_, byte)| {
        quoted ^= *byte == b'"';
        *byte == b':' && !quoted
    });
    let found = unquoted.map(|(at, _)| at).find(is_start);
    // A quotation mark that is never closed is part of a value.
    found.or_else(|| rest.match_indices(':').map(|(at, _)| at).find(is_start))
}

/// True for the colon of `https://` in a parameter.
fn is_address(rest: &str, colon: usize) -> bool {
    rest.get(colon..).is_some_and(|rest| rest.starts_with("://"))
}

/// The parameters in `;KEY=value;KEY="value"`.
fn parameters(text: &str) -> Vec<(String, String)> {
    let mut params = Vec::new();
    let mut quoted = false;
    let pieces = text.split(|ch: char| {
        quoted ^= ch == '"';
        ch == ';' && !quoted
    });
    for piece in pieces.map(str::trim).filter(|piece| !piece.is_empty()) {
        let (key, value) = piece.split_once('=').unwrap_or((piece, ""));
        params.push((key.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()));
    }
    params
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &[u8]) -> Vec<(String, String)> {
        let lines = CalendarLines::read(text);
        lines.properties.iter().map(|property| (property.name.clone(), property.text())).collect()
    }

    fn value(text: &[u8]) -> String {
        values(text).first().map(|(_, value)| value.clone()).expect("a property")
    }

    #[test]
    fn lines_are_joined_before_they_are_decoded() {
        assert_eq!(value(b"SUMMARY:Caf\xC3\r\n \xA9 care\r\n ers\r\n"), "Café careers");
        assert_eq!(value(b"SUMMARY:Caf\xE9 \xA35 talk"), "Café £5 talk");
        assert_eq!(value(b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=C3=A9 careers=\r\n talk"), "Café careers talk");
        assert_eq!(value(b"SUMMARY;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9"), "Café");
        assert_eq!(value(b"\xFF\xFES\0U\0M\0M\0A\0R\0Y\0:\0a\0"), "a");
    }

    #[test]
    fn parameters_are_read_whatever_they_contain() {
        for (line, zone) in [
            ("DTSTART;TZID=tzone://Microsoft/Utc:20270604T080000", "tzone://Microsoft/Utc"),
            ("DTSTART;TZID=\"(UTC+00:00) London\":20270604T080000", "(UTC+00:00) London"),
            ("dtstart;tzid=Europe/London;:20270604T080000", "Europe/London"),
            ("DTSTART;TZID=(UTC+00:00) Dublin, London:20270604T080000", "(UTC+00:00) Dublin, London"),
        ] {
            let lines = CalendarLines::read(line.as_bytes());
            let property = lines.properties.first().expect("a property");
            assert_eq!((property.param("TZID"), property.value.as_str()), (Some(zone), "20270604T080000"), "{line}");
        }
        assert_eq!(value(b"SUMMARY;ALTREP=http://a.example:b: c"), "b: c");
        assert_eq!(value(b"SUMMARY;LANGUAGE=\"en:b"), "b");
    }

    #[test]
    fn text_on_lines_of_its_own_is_joined_to_its_property() {
        let text = b"DESCRIPTION:First\r\nsecond\r\nTime: 5 pm\r\nLOCATION:Hall\r\nUID:1\r\nstray\r\n";
        let expected = [("DESCRIPTION", "First\nsecond\nTime: 5 pm"), ("LOCATION", "Hall"), ("UID", "1")];
        assert_eq!(values(text), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(CalendarLines::read(text).unread, [6]);
    }

    #[test]
    fn control_characters_are_removed_from_texts() {
        assert_eq!(value(b"SUMMARY:a\x0bb\x1b\\nc"), "ab\nc");
        assert_eq!(value(b"SUMMARY:a\\\0\0b"), "a\\b");
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(bytes: Vec<u8>) {
            let _ = CalendarLines::read(&[b"DTSTART;".as_slice(), &bytes].concat());
        }
    }
}
