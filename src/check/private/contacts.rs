//! Finds e-mail addresses and mobile numbers in a text.

use std::ops::Range;

use crate::framework::Mobile;

/// The digits of a British number within the country.
const DIGITS: usize = 11;

pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('@').filter_map(|(at, _)| {
        let before = text.get(..at)?;
        let after = text.get(at + 1..)?;
        let name = before.len()
            - before.trim_end_matches(|ch: char| ch.is_ascii_alphanumeric() || "._%+'-".contains(ch)).len();
        let host = after.trim_start_matches(|ch: char| ch.is_ascii_alphanumeric() || ".-".contains(ch));
        let host = after.strip_suffix(host)?.trim_end_matches(['.', '-']);
        (name > 0 && host.contains('.')).then(|| at - name..at + 1 + host.len())
    })
}

/// The mobile numbers in a text, each as eleven digits that begin with 0. Skips numbers reserved for fiction.
pub(super) fn mobiles(text: &str, mobile: &Mobile) -> Vec<(String, Range<usize>)> {
    let mut numbers = Vec::new();
    // Fast path: most texts have too few digits.
    if text.bytes().filter(u8::is_ascii_digit).count() < DIGITS {
        return numbers;
    }
    let mut from = 0;
    for (at, _) in text.match_indices(['0', '+']) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if at < from || before.is_some_and(|before| before.is_alphanumeric() || "+-/=".contains(before)) {
            continue;
        }
        let Some((digits, length)) = text.get(at..).and_then(number) else { continue };
        let begins_with = |list: &[String]| list.iter().any(|start| digits.starts_with(start.as_str()));
        if begins_with(&mobile.prefixes) {
            from = at + length;
            if !begins_with(&mobile.fictional) {
                numbers.push((digits, at..from));
            }
        }
    }
    numbers
}

/// The British number at the start of a text, as eleven digits, and its length in bytes.
fn number(text: &str) -> Option<(String, usize)> {
    let country = ["+44", "0044"].into_iter().find(|country| text.starts_with(country));
    let mut digits = String::from(if country.is_some() { "0" } else { "" });
    let mut chars = text.char_indices().skip(country.map_or(0, str::len)).peekable();
    while let Some((at, ch)) = chars.next() {
        if ch.is_ascii_digit() {
            // +44 (0)7…
            if !(digits == "0" && ch == '0' && country.is_some()) {
                digits.push(ch);
            }
        } else if !" ()-\u{a0}".contains(ch) {
            return None;
        }
        if digits.len() == DIGITS {
            let continues = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            return (!continues).then_some((digits, at + 1));
        }
    }
    None
}

/// The digits of a number, as dialled within the country.
pub(super) fn dialled(phone: &str) -> String {
    number(phone).map_or_else(|| phone.chars().filter(char::is_ascii_digit).collect(), |(digits, _)| digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    fn mobiles_in(text: &str) -> Vec<(String, &str)> {
        let facts = Facts::load().expect("the data files parse");
        mobiles(text, &facts.privacy.mobile).into_iter().map(|(digits, span)| (digits, &text[span])).collect()
    }

    #[test]
    fn mobile_number_is_found_in_every_usual_form() {
        for text in [
            "07911 123456",
            "07911123456",
            "07911 123 456",
            "+44 7911 123456",
            "+44 (0)7911 123456",
            "0044 7911 123456",
        ] {
            let sentence = format!("Ring {text}, or not.");
            assert_eq!(mobiles_in(&sentence), [("07911123456".to_owned(), text)], "{text}");
        }
        assert_eq!(mobiles_in("07911 123456 07911 654321").len(), 2);
    }

    #[test]
    fn other_numbers_are_ignored() {
        for text in [
            "01632 960123",
            "07700 900123",
            "0300 123 1234",
            "07911 1234567",
            "070 1234 56789",
            "In 2026, 07 of them",
            "/forms/07911123456",
            "Room 07911",
        ] {
            assert_eq!(mobiles_in(text), [], "{text}");
        }
    }

    #[test]
    fn punctuation_after_an_address_is_not_part_of_it() {
        let addresses_in = |text: &'static str| addresses(text).map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(addresses_in("Write to a.b@gmail.com. Or (c_d@x.example)?"), ["a.b@gmail.com", "c_d@x.example"]);
        assert_eq!(addresses_in("@school on social media, and a @ b, a@b"), Vec::<&str>::new());
    }

    proptest::proptest! {
        #[test]
        fn any_text_can_be_parsed(text in "[07+@.a() é-]{0,40}") {
            let _ = mobiles_in(&text);
            for span in addresses(&text) {
                proptest::prop_assert!(text.get(span).is_some());
            }
        }
    }
}
