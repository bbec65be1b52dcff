//! Symbols are used instead of words. “Fancy” letters are mathematical symbols, not letters: a screen reader skips them
//! or reads “mathematical bold capital C”. It reads the name of each emoji in a row. It reads a long hashtag in lower
//! case as one word (WCAG 2.2, success criteria 1.1.1 and 1.3.1, level A). Use plain letters, one emoji at most, at the
//! end, and a capital for each word of a hashtag.
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

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::{EmojiModifier, ExtendedPictographic, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

use crate::check::{PageText, Passage};
use crate::report::{Advice, Code, Findings, Severity};

pub(super) const CODE: Code = Code::new("fancy-text");

/// Fewer emoji in a row are not reported.
const MIN_EMOJI_ROW: usize = 3;
/// A hashtag with fewer characters is mostly one word.
const MIN_HASHTAG: usize = 12;

pub(super) fn check(text: &PageText, findings: &mut Findings) {
    // Fast path: most texts have only letters and punctuation.
    let has_symbols = text.plain().chars().any(is_symbol);
    if !has_symbols && !text.plain().contains('#') {
        return;
    }
    for passage in &text.passages {
        if has_symbols {
            report_styled_letters(text, passage, findings);
            report_emoji(text, passage, findings);
        }
        report_hashtags(text, passage, findings);
    }
}

/// False for ASCII characters, the letters of European languages and common punctuation.
fn is_symbol(ch: char) -> bool {
    !matches!(ch, '\0'..='\u{a8}' | 'ª'..='\u{ad}' | '¯'..='ž' | 'ƀ'..='\u{24f}' | '‐'..='…')
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
    let Some((start, run)) = styled_run(words) else { return };
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

/// The first letters in symbols, and where they begin. A single symbol may be mathematics.
fn styled_run(words: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    while let Some((at, _)) = words.get(from..)?.char_indices().find(|(_, ch)| plain_letter(*ch).is_some()) {
        let start = from + at;
        let rest = words.get(start..)?;
        let end = rest.find(|ch: char| plain_letter(ch).is_none() && !ch.is_whitespace()).unwrap_or(rest.len());
        let run = rest.get(..end)?.trim_end();
        if run.chars().count() > 1 {
            return Some((start, run));
        }
        from = start + end;
    }
    None
}

/// The letter or digit that a symbol looks like: “𝓒” is C, “Ⓒ” is C.
fn plain_letter(ch: char) -> Option<char> {
    if ch.is_ascii() {
        return None;
    }
    // White letters on black shapes have no decomposition in Unicode.
    let start = match ch {
        '\u{1F150}'..='\u{1F169}' => Some('\u{1F150}'),
        '\u{1F170}'..='\u{1F189}' => Some('\u{1F170}'),
        _ => None,
    };
    if let Some(start) = start {
        return char::from_u32(u32::from('A') + u32::from(ch) - u32::from(start));
    }
    // Numbers such as ² and ① and modifiers such as ª have their own meaning, and wide digits belong to East Asian text.
    let is_styled = match CodePointMapData::<GeneralCategory>::new().get(ch) {
        GeneralCategory::UppercaseLetter | GeneralCategory::LowercaseLetter | GeneralCategory::OtherSymbol => true,
        GeneralCategory::DecimalNumber => !('０'..='９').contains(&ch),
        _ => false,
    };
    let mut plain = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(std::iter::once(ch));
    match (plain.next(), plain.next()) {
        (Some(plain), None) if is_styled && plain.is_ascii_alphanumeric() => Some(plain),
        _ => None,
    }
}

fn report_emoji(text: &PageText, passage: &Passage, findings: &mut Findings) {
    let words = text.text_of(passage);
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut longest: Option<(Range<usize>, usize)> = None;
    // A family is several emoji that are joined to one.
    let mut is_joined = false;
    for (at, ch) in words.char_indices() {
        let end = at + ch.len_utf8();
        if is_emoji(ch) {
            let (span, count) = run.take().unwrap_or((at..at, 0));
            run = Some((span.start..end, count + usize::from(!is_joined)));
        } else if !ch.is_whitespace() && !is_joiner(ch) {
            run = None;
        }
        is_joined = ch == '\u{200D}';
        if run.as_ref().is_some_and(|(_, count)| longest.as_ref().is_none_or(|(_, max)| count > max)) {
            longest.clone_from(&run);
        }
    }
    if let Some((span, count)) = longest.filter(|(_, count)| *count >= MIN_EMOJI_ROW) {
        let help = "Keep one, at the end, or none. Screen readers read the name of each: “party popper, party popper, party \
                    popper”.";
        report(text, passage, span, (format!("there are {count} emoji in a row"), help.into()), findings);
    }
}

/// Stars are read out like emoji, and ticked boxes are text, although Unicode has them the other way round.
fn is_emoji(ch: char) -> bool {
    match ch {
        '★' | '☆' => true,
        '☑' => false,
        _ => CodePointSetData::new::<ExtendedPictographic>().contains(ch),
    }
}

/// True for characters that change the emoji before them: skin tones, variation selectors, and the joiner of two emoji.
fn is_joiner(ch: char) -> bool {
    matches!(ch, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}') || CodePointSetData::new::<EmojiModifier>().contains(ch)
}

fn report_hashtags(text: &PageText, passage: &Passage, findings: &mut Findings) {
    let words = text.text_of(passage);
    for (at, _) in words.match_indices('#') {
        let after = words.get(at + 1..).unwrap_or_default();
        let tag = after.split(|ch: char| !ch.is_alphanumeric() && ch != '_').next().unwrap_or_default();
        let before = words.get(..at).and_then(|before| before.chars().next_back());
        let is_tag = before.is_none_or(|ch| ch.is_whitespace() || ch == '(');
        let is_lower_case = !tag.contains('_') && !tag.chars().any(char::is_uppercase);
        if is_tag && is_lower_case && tag.chars().filter(|ch| ch.is_alphabetic()).count() >= MIN_HASHTAG {
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
    fn styled_letters_have_a_plain_form() {
        let plain = |text: &str| text.chars().filter_map(plain_letter).collect::<String>();
        assert_eq!(plain("𝓒𝓪𝓻𝓮𝓮𝓻𝓼"), "Careers");
        assert_eq!(plain("𝐅𝐚𝐢𝐫 𝟐𝟎𝟐𝟕"), "Fair2027");
        assert_eq!(plain("Ｆａｉｒ ⓕⓐⓘⓡ 🅵🅰🅸🆁"), "FairfairFAIR");
        assert_eq!(plain("Café, naïve, Łódź, π, ½, № 5, CO₂, 10²³, 1ª, ①, ２０"), "");
    }

    #[test]
    fn keyboard_characters_are_not_emoji() {
        assert!("🎉⭐🚀❤★".chars().all(is_emoji));
        assert!(!"☑☐→✓•“é–…".chars().any(is_emoji));
    }
}
