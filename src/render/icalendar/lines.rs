//! Content lines of iCalendar: text is escaped, long lines are folded (RFC 5545, sections 3.1 and 3.3.11).

/// Per line, without the line break.
const MAX_OCTETS: usize = 75;

/// The content lines of a file.
pub(super) struct Lines(String);

impl Lines {
    /// Reserves space for this many entries.
    pub(super) fn new(entries: usize) -> Self {
        Self(String::with_capacity(1024 * (1 + entries)))
    }

    /// Adds a line whose value isn't escaped: a keyword, a time, an address.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        self.fold(&[name, ":", value]);
    }

    /// Adds a line with a text value.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.add(name, &escaped(value));
    }

    /// Adds a line with a list of text values.
    pub(super) fn texts(&mut self, name: &str, values: &[String]) {
        let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
        self.add(name, &values.join(","));
    }

    /// Adds complete lines.
    pub(super) fn raw(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// Writes a line. A long one is folded between characters; continuation lines begin with a space.
    fn fold(&mut self, parts: &[&str]) {
        let mut length = 0;
        for ch in parts.iter().flat_map(|part| part.chars()) {
            if length + ch.len_utf8() > MAX_OCTETS {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(ch);
            length += ch.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for ch in text.chars() {
        match ch {
            '\\' | ',' | ';' => escaped.extend(['\\', ch]),
            '\n' => escaped.push_str("\\n"),
            ch if ch.is_control() => {}
            ch => escaped.push(ch),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        let mut lines = Lines::new(0);
        lines.text("SUMMARY", text);
        String::from_utf8(lines.into_bytes()).expect("UTF-8")
    }

    #[test]
    fn special_characters_are_escaped() {
        assert_eq!(line("a, b; c\\d\ne\u{7}"), "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n");
    }

    #[test]
    fn line_of_75_octets_is_not_folded_and_one_of_76_is() {
        assert_eq!(line(&"x".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(line(&"x".repeat(68)).matches("\r\n").count(), 2);
    }

    proptest::proptest! {
        #[test]
        fn folded_lines_have_at_most_75_octets_and_lose_nothing(text in "\\PC{0,300}") {
            let folded = line(&text);
            proptest::prop_assert!(folded.split("\r\n").all(|line| line.len() <= MAX_OCTETS));
            let unfolded = folded.replace("\r\n ", "");
            proptest::prop_assert_eq!(unfolded, format!("SUMMARY:{}\r\n", escaped(&text)));
        }
    }
}
