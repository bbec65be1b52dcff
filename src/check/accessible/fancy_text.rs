//! Symbols are used instead of words. “Fancy” letters are mathematical symbols, not letters: a screen reader skips them
//! or says “mathematical bold capital C”. It reads the name of each emoji in a row. It reads a long hashtag in lower case
//! as one word (WCAG 2.2, success criteria 1.1.1 and 1.3.1, level A; read on 23 November 2026). Use plain
//! letters, one emoji at most, at the end, and a capital for each word of a hashtag.
//!
//! Wrong:
//!
//! ```text
//! 𝓒𝓪𝓻𝓮𝓮𝓻𝓼 fair 🎉🎉🎉 #nationalcareersweek
//! ```
//!
//! Right:
//!
//! ```text
//! Careers fair #NationalCareersWeek
//! ```

use std::ops::Range;

use crate::check::{PageText, Passage, RuleInput};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("fancy-text");

/// Fewer emoji in a row are not reported.
const MIN_EMOJI_ROW: usize = 3;
/// A shorter hashtag is mostly one word.
const MIN_HASHTAG: usize = 12;

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    for text in &input.texts {
        for passage in &text.passages {
            let words = text.text_of(passage);
            if !words.is_ascii() {
                report_styled_letters(text, passage, findings);
                report_emoji(text, passage, findings);
            }
            if words.contains('#') {
                report_hashtags(text, passage, findings);
            }
        }
    }
}

fn report(
    text: &PageText,
    passage: &Passage,
    span: Range<usize>,
    (message, help): (String, String),
    findings: &mut Findings,
) {
    let start = passage.range.start;
    let advice = Advice { code: CODE, severity: Severity::Could, message, help };
    findings.advise(advice, text.place_in(passage, start + span.start..start + span.end));
}

fn report_styled_letters(text: &PageText, passage: &Passage, findings: &mut Findings) {
    let words = text.text_of(passage);
    let Some((start, _)) = words.char_indices().find(|(_, ch)| plain_letter(*ch).is_some()) else { return };
    let fancy = |(_, ch): &(usize, char)| plain_letter(*ch).is_some() || ch.is_whitespace();
    let rest = words.get(start..).unwrap_or_default();
    let run: &str = rest
        .char_indices()
        .find(|found| !fancy(found))
        .map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest))
        .trim_end();
    // A single one may be mathematics.
    if run.chars().count() < 2 {
        return;
    }
    let plain: String = run.chars().map(|ch| plain_letter(ch).unwrap_or(ch)).collect();
    let help = format!(
        "Write `{plain}` with the letters of your keyboard. Screen readers skip these symbols, or name each one."
    );
    report(
        text,
        passage,
        start..start + run.len(),
        (format!("`{run}` is written in symbols, not letters"), help),
        findings,
    );
}

/// The letter that a sign of mathematics, a circled or a wide letter looks like.
fn plain_letter(ch: char) -> Option<char> {
    let code = u32::from(ch);
    let letters = |start: u32, first: char| char::from_u32(u32::from(first) + (code - start) % 26);
    match code {
        // Thirteen styles of 26 capitals and 26 small letters.
        0x1D400..=0x1D6A3 => {
            let at = (code - 0x1D400) % 52;
            let first = if at < 26 { 'A' } else { 'a' };
            char::from_u32(u32::from(first) + at % 26)
        }
        0x1D7CE..=0x1D7FF => char::from_u32(u32::from('0') + (code - 0x1D7CE) % 10),
        0xFF21..=0xFF3A => letters(0xFF21, 'A'),
        0xFF41..=0xFF5A => letters(0xFF41, 'a'),
        0x24B6..=0x24CF => letters(0x24B6, 'A'),
        0x24D0..=0x24E9 => letters(0x24D0, 'a'),
        0x1F130..=0x1F149 => letters(0x1F130, 'A'),
        0x1F150..=0x1F169 => letters(0x1F150, 'A'),
        0x1F170..=0x1F189 => letters(0x1F170, 'A'),
        _ => None,
    }
}

fn report_emoji(text: &PageText, passage: &Passage, findings: &mut Findings) {
    let words = text.text_of(passage);
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut longest: Option<(Range<usize>, usize)> = None;
    for (at, ch) in words.char_indices() {
        let end = at + ch.len_utf8();
        if is_emoji(ch) {
            let (span, count) = run.take().unwrap_or((at..at, 0));
            run = Some((span.start..end, count + 1));
        } else if !ch.is_whitespace() && !is_joiner(ch) {
            run = None;
        }
        if run.as_ref().is_some_and(|(_, count)| longest.as_ref().is_none_or(|(_, most)| count > most)) {
            longest.clone_from(&run);
        }
    }
    if let Some((span, count)) = longest.filter(|(_, count)| *count >= MIN_EMOJI_ROW) {
        let help = "Keep one, at the end, or none. Screen readers read the name of each: “party popper, party popper, party \
                    popper”.";
        report(text, passage, span, (format!("there are {count} emoji in a row"), help.into()), findings);
    }
}

fn is_emoji(ch: char) -> bool {
    matches!(u32::from(ch), 0x1F300..=0x1F3FA | 0x1F400..=0x1FAFF | 0x2600..=0x26FF | 0x2705 | 0x2728 | 0x274C | 0x2753..=0x2757 | 0x2764 | 0x2B50)
        && !matches!(ch, '☐' | '☑' | '☒')
}

/// Signs that change the emoji before them: skin, style, and what joins two to one.
fn is_joiner(ch: char) -> bool {
    matches!(u32::from(ch), 0x200D | 0xFE0E | 0xFE0F | 0x1F3FB..=0x1F3FF)
}

fn report_hashtags(text: &PageText, passage: &Passage, findings: &mut Findings) {
    let words = text.text_of(passage);
    for (at, _) in words.match_indices('#') {
        let rest = words.get(at + 1..).unwrap_or_default();
        let tag = rest.split(|ch: char| !ch.is_alphanumeric() && ch != '_').next().unwrap_or_default();
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        let is_tag = before.is_none_or(|ch| ch.is_whitespace() || ch == '(');
        let is_flat = !tag.contains('_') && !tag.chars().any(char::is_uppercase);
        if is_tag && is_flat && tag.chars().filter(|ch| ch.is_alphabetic()).count() >= MIN_HASHTAG {
            let help = "Begin each of its words with a capital letter, as in #NationalCareersWeek. Then people can read it, \
                        and screen readers read it word by word.";
            report(text, passage, at..at + 1 + tag.len(), (format!("`#{tag}` is hard to read"), help.into()), findings);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styled_letter_has_a_plain_form() {
        let plain = |text: &str| text.chars().filter_map(plain_letter).collect::<String>();
        assert_eq!(plain("𝓒𝓪𝓻𝓮𝓮𝓻𝓼"), "Careers");
        assert_eq!(plain("𝐅𝐚𝐢𝐫 𝟐𝟎𝟐𝟕"), "Fair2027");
        assert_eq!(plain("Ｆａｉｒ ⓕⓐⓘⓡ 🅵🅰🅸🆁"), "FairfairFAIR");
        assert_eq!(plain("Café, naïve, Łódź, π, ½, № 5"), "");
    }

    #[test]
    fn keyboard_characters_are_not_emoji() {
        assert!("🎉⭐🚀❤".chars().all(is_emoji));
        assert!(!"☑☐→✓•“é–…".chars().any(is_emoji));
    }
}
