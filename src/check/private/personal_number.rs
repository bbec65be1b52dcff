//! A text has a number that identifies one person. Fingerpost looks for unique pupil numbers (UPN), unique learner
//! numbers (ULN) and NHS numbers. It checks the check digit, so other numbers of the same length are not reported (UPN:
//! the government data standards catalogue; ULN: the Higher Education Statistics Agency; NHS number: the epidm
//! package's documentation; as stored in November 2026). UK GDPR, Article 5, asks that personal data be limited to what
//! is needed: nobody who reads a careers page needs it.
//!
//! Wrong:
//!
//! ```text
//! Bring your form with your UPN, such as B801200005001.
//! ```
//!
//! Right:
//!
//! ```text
//! Bring your form. The office will add your pupil number.
//! ```

use std::cell::LazyCell;
use std::ops::Range;

use crate::check::PageText;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{sentence_around, sentences, words};

pub(super) const CODE: Code = Code::new("personal-number");

pub(super) fn check(text: &PageText, findings: &mut Findings) {
    for passage in &text.passages {
        for (what, span) in numbers(text.text_of(passage)) {
            let advice = Advice {
                code: CODE,
                severity: Severity::Must,
                message: format!("this is somebody's {what}"),
                help: "Remove the number. If it is an example, make that clear, and leave out some digits.".into(),
            };
            findings.advise(advice, text.place_of(passage, &span));
        }
    }
}

/// The personal numbers in a text, with their kinds.
fn numbers(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut numbers = Vec::new();
    // Fast path: most texts have too few digits.
    if text.bytes().filter(u8::is_ascii_digit).count() < 10 {
        return numbers;
    }
    let all: Vec<_> = words(text).filter(|word| word.text.contains(|ch: char| ch.is_ascii_digit())).collect();
    let sentences = LazyCell::new(|| sentences(text));
    let mut next = 0;
    while let Some(word) = all.get(next) {
        next += 1;
        let span = word.at..word.end();
        if is_upn(&word.text.to_ascii_uppercase()) {
            numbers.push(("unique pupil number", span));
            continue;
        }
        // An NHS number is written in three parts.
        let parts = match all.get(next - 1..next + 2) {
            Some([a, b, c]) if [a, b, c].map(|part| part.text.len()) == [3, 3, 4] && c.end() == a.at + 12 => {
                Some((format!("{}{}{}", a.text, b.text, c.text), a.at..c.end()))
            }
            _ => None,
        };
        let has_parts = parts.is_some();
        let (digits, span) = parts.unwrap_or_else(|| (word.text.replace('-', ""), span));
        let sentence = || sentence_around(text, &sentences, &span);
        let names_uln =
            |sentence: &str| sentence.contains("ULN") || sentence.to_lowercase().contains("unique learner number");
        if is_uln(&digits) && names_uln(sentence()) {
            numbers.push(("unique learner number", span));
        } else if is_nhs_number(&digits) && sentence().contains("NHS") {
            numbers.push(("NHS number", span));
        } else {
            continue;
        }
        next += if has_parts { 2 } else { 0 };
    }
    numbers
}

/// A check letter, eleven digits, and a digit or, for a temporary number, a letter. The weights are 2 to 13. The sum
/// modulo 23 is the position of the check letter in the alphabet without I, O and S.
fn is_upn(text: &str) -> bool {
    const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let bytes = text.as_bytes();
    let Some(([check], rest)) = bytes.split_at_checked(1).filter(|(_, rest)| rest.len() == 12) else { return false };
    let values = rest.iter().enumerate().map(|(at, byte)| match byte {
        b'0'..=b'9' => Some(usize::from(byte - b'0')),
        _ if at == 11 => LETTERS.iter().position(|ch| ch == byte),
        _ => None,
    });
    let sum: Option<usize> = values.enumerate().map(|(at, value)| Some(value? * (at + 2))).sum();
    sum.is_some_and(|sum| LETTERS.get(sum % 23) == Some(check))
}

/// The sum, with weights from 10 to 1, leaves a remainder of 10 when divided by 11.
fn is_uln(digits: &str) -> bool {
    !digits.starts_with('0') && weighted_sum(digits).is_some_and(|sum| sum % 11 == 10)
}

/// The sum, with weights from 10 to 1, can be divided by 11.
fn is_nhs_number(digits: &str) -> bool {
    weighted_sum(digits).is_some_and(|sum| sum % 11 == 0)
}

/// The sum of ten digits with weights from 10 to 1. `None` for anything else.
fn weighted_sum(digits: &str) -> Option<u32> {
    let values: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(10)).collect();
    let values = values.filter(|values| values.len() == 10)?;
    Some(values.iter().zip((1..=10).rev()).map(|(value, weight)| value * weight).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&'static str, &str)> {
        numbers(text).into_iter().map(|(kind, span)| (kind, &text[span])).collect()
    }

    #[test]
    fn number_with_a_valid_check_digit_is_found() {
        assert_eq!(kinds("UPN B801200005001, ask."), [("unique pupil number", "B801200005001")]);
        assert_eq!(kinds("Your ULN is 9276308686."), [("unique learner number", "9276308686")]);
        assert_eq!(kinds("UPN b801200005001, ask."), [("unique pupil number", "b801200005001")]);
        assert_eq!(kinds("Unique Learner Number: 9276308686."), [("unique learner number", "9276308686")]);
        assert_eq!(kinds("NHS number 943 476 5919"), [("NHS number", "943 476 5919")]);
        assert_eq!(kinds("NHS no. 9434765919"), [("NHS number", "9434765919")]);
    }

    #[test]
    fn other_numbers_of_that_length_are_ignored() {
        for text in [
            "Booking A801200005001",
            "Charity 9276308686",
            "The ULN has ten digits, such as 9276308687",
            "The NHS answers on 03001231234",
            "NHS careers: 9434765918",
            "Room B801, 2000 places, 5001",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(text in "[A-Z0-9 ,.é-]{0,40}") {
            let text = format!("NHS ULN {text}");
            for (_, span) in numbers(&text) {
                proptest::prop_assert!(text.get(span).is_some());
            }
        }
    }
}
