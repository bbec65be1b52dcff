//! Isolates telephone numbers in right-to-left text: otherwise their groups of digits would be reordered (Unicode
//! Bidirectional Algorithm, rule N1).

use std::ops::Range;

use super::escape::escape;

/// Fewer digits could be a date or a year.
const MIN_DIGITS: usize = 8;

/// The first telephone number written in groups.
pub(super) fn next_in(text: &str) -> Option<Range<usize>> {
    let is_part = |ch: char| ch.is_ascii_digit() || matches!(ch, ' ' | '-' | '(' | ')');
    let starts = text.char_indices().filter(|(_, ch)| matches!(ch, '0' | '+' | '('));
    starts.map(|(start, _)| start).find_map(|start| {
        let remaining = text.get(start..)?;
        let plus = usize::from(remaining.starts_with('+'));
        let length = remaining.get(plus..)?.find(|ch| !is_part(ch)).map_or(remaining.len(), |at| at + plus);
        let number = remaining.get(..length)?.trim_end_matches(|ch: char| !ch.is_ascii_digit());
        let digits = number.chars().filter(char::is_ascii_digit).count();
        (digits >= MIN_DIGITS && number.contains([' ', '-'])).then(|| start..start + number.len())
    })
}

/// A text as HTML, with each number isolated.
pub(super) fn isolated(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut remaining = text;
    while let Some(number) = next_in(remaining) {
        html.push_str(&escape(remaining.get(..number.start).unwrap_or_default()));
        html.push_str("<bdi dir=\"ltr\">");
        // Numbers don't break at the end of a line.
        html.push_str(&remaining.get(number.clone()).unwrap_or_default().replace(' ', "\u{a0}"));
        html.push_str("</bdi>");
        remaining = remaining.get(number.end..).unwrap_or_default();
    }
    html + &escape(remaining)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_isolated_and_dates_are_left_alone() {
        assert_eq!(
            isolated("فون 01632 960123 & +44 1632 960124."),
            "فون <bdi dir=\"ltr\">01632\u{a0}960123</bdi> &amp; <bdi dir=\"ltr\">+44\u{a0}1632\u{a0}960124</bdi>."
        );
        for text in ["26 فروری 2027", "2026-27", "01632960123", "0 1 2"] {
            assert_eq!(next_in(text), None, "{text}");
        }
    }
}
