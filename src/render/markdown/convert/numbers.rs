//! Telephone numbers in a text from right to left: without a frame of their own their groups of digits
//! would change places (Unicode Bidirectional Algorithm, rule N1).

use std::ops::Range;

use crate::render::markdown::attribute;

/// So many digits in groups are a telephone number, and no date or year.
const FEWEST_DIGITS: usize = 8;

/// The first telephone number whose groups stand apart.
pub(super) fn next_in(text: &str) -> Option<Range<usize>> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '-' | '(' | ')');
    let starts = text.char_indices().filter(|(_, letter)| matches!(letter, '0' | '+' | '('));
    starts.map(|(start, _)| start).find_map(|start| {
        let rest = text.get(start..)?;
        let sign = usize::from(rest.starts_with('+'));
        let length = rest.get(sign..)?.find(|letter| !is_part(letter)).map_or(rest.len(), |at| at + sign);
        let number = rest.get(..length)?.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let digits = number.chars().filter(char::is_ascii_digit).count();
        (digits >= FEWEST_DIGITS && number.contains([' ', '-'])).then(|| start..start + number.len())
    })
}

/// A text as HTML, each number in a frame.
pub(super) fn isolated(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(number) = next_in(rest) {
        html.push_str(&attribute(rest.get(..number.start).unwrap_or_default()));
        html.push_str("<bdi dir=\"ltr\">");
        // A number is not broken at the end of a line.
        html.push_str(&rest.get(number.clone()).unwrap_or_default().replace(' ', "\u{a0}"));
        html.push_str("</bdi>");
        rest = rest.get(number.end..).unwrap_or_default();
    }
    html + &attribute(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_telephones_are_kept_whole_and_dates_are_left_alone() {
        assert_eq!(
            isolated("فون 01632 960123 & +44 1632 960124."),
            "فون <bdi dir=\"ltr\">01632\u{a0}960123</bdi> &amp; <bdi dir=\"ltr\">+44\u{a0}1632\u{a0}960124</bdi>."
        );
        for text in ["26 فروری 2027", "2026-27", "01632960123", "0 1 2"] {
            assert_eq!(next_in(text), None, "{text}");
        }
    }
}
