//! Content lines of iCalendar: text is escaped, long lines are folded (RFC 5545, sections 3.1 and 3.3.11).

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

/// A file, growing line by line.
pub(super) struct Lines(String);

impl Lines {
    /// A file that will hold about so many entries.
    pub(super) fn new(entries: usize) -> Self {
        Self(String::with_capacity(1024 * (1 + entries)))
    }

    /// A line whose value is written as it is: a word of the format, a time, an address.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        self.fold(&[name, ":", value]);
    }

    /// A line whose value is text for people.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.add(name, &escaped(value));
    }

    /// A line with a list of texts.
    pub(super) fn texts(&mut self, name: &str, values: &[String]) {
        let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
        self.add(name, &values.join(","));
    }

    /// Lines that are finished already.
    pub(super) fn finished(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// The bytes of the file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    /// Writes a line; where it would get too long, between two letters, it goes on in the next
    /// behind a space.
    fn fold(&mut self, parts: &[&str]) {
        let mut length = 0;
        for letter in parts.iter().flat_map(|part| part.chars()) {
            if length + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | ',' | ';' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
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
    fn signs_of_the_format_are_escaped() {
        assert_eq!(line("a, b; c\\d\ne\u{7}"), "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n");
    }

    #[test]
    fn a_line_of_75_octets_stands_alone_and_one_of_76_does_not() {
        assert_eq!(line(&"x".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(line(&"x".repeat(68)).matches("\r\n").count(), 2);
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_none_is_lost(text in "\\PC{0,300}") {
            let folded = line(&text);
            proptest::prop_assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
            let unfolded = folded.replace("\r\n ", "");
            proptest::prop_assert_eq!(unfolded, format!("SUMMARY:{}\r\n", escaped(&text)));
        }
    }
}
