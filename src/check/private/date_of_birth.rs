//! A text has somebody's date of birth. Together with a name it is enough to find a person, or to pretend to be them.
//! UK GDPR, Article 5, asks that personal data be limited to what is needed, and the Information Commissioner asks for
//! special care with children's data (guidance on children and the UK GDPR, as stored in November 2026). No careers
//! page needs it. The finding is *must* next to a name, and *should* without one.
//!
//! Wrong:
//!
//! ```text
//! Zofia Nowak (born 12 March 2011) spent a week at the boatyard.
//! ```
//!
//! Right:
//!
//! ```text
//! A Year 10 pupil spent a week at the boatyard.
//! ```

use std::cell::LazyCell;
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, Passage, TextCheck, TextRuleInput};
use crate::framework::FirstNames;
use crate::programme::format::day;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{first_names, has_two_capitals, sentence_around, sentences};

pub(super) const CODE: Code = Code::new("date-of-birth");

/// Words before a date of birth. `born` may also be about an adult or a firm, so it counts for recent years only.
const WORDS: [&str; 5] = ["born", "date of birth", "dob", "d.o.b", "birthday"];
/// In characters, between the word and the date.
const MAX_GAP: usize = 24;

struct BirthSearch<'a> {
    words: Phrases,
    names: &'a FirstNames,
    today: Date,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let search =
        BirthSearch { words: Phrases::in_any_case(WORDS), names: &input.facts.first_names, today: input.today };
    TextCheck::passages(signals_of(WORDS), move |text, passage, findings| report(text, passage, &search, findings))
}

fn report(text: &PageText, passage: &Passage, search: &BirthSearch<'_>, findings: &mut Findings) {
    let words = text.text_of(passage);
    let sentences = LazyCell::new(|| sentences(words));
    for (number, word) in search.words.find(words) {
        let Some((date, span)) = date_after(words, word.end) else { continue };
        let max_age = if number == 0 { 30.years() } else { 110.years() };
        let possible_dates = search.today.saturating_sub(max_age)..=search.today;
        if possible_dates.contains(&date) {
            let sentence = sentence_around(words, &sentences, &word);
            let is_named =
                first_names(sentence, search.names).next().is_some() || has_two_capitals(sentence, search.names);
            findings.advise(advice(is_named), text.place_of(passage, &(word.start..span.end)));
        }
    }
}

fn advice(is_named: bool) -> Advice {
    let (severity, message) = if is_named {
        (Severity::Must, "this is the date of birth of a person who is named")
    } else {
        (Severity::Should, "this is somebody's date of birth")
    };
    let help = "Remove the date. A year group is enough.";
    Advice { code: CODE, severity, message: message.into(), help: help.into() }
}

/// The date that begins within a few characters after a position in a text.
fn date_after(text: &str, from: usize) -> Option<(Date, Range<usize>)> {
    let after = text.get(from..)?;
    let at = after.char_indices().take(MAX_GAP).find(|(_, ch)| ch.is_ascii_digit()).map(|(at, _)| from + at)?;
    // A bracket or a word such as “on” may come between them, but not the end of a sentence.
    let between = text.get(from..at)?;
    let is_short_form = text.get(..from)?.ends_with(['b', 'B']);
    let between = between.strip_prefix('.').filter(|_| is_short_form).unwrap_or(between);
    if between.contains(['.', '?', '!']) {
        return None;
    }
    let written = text.get(at..)?;
    let ends = written.match_indices(' ').map(|(end, _)| end).chain([written.len()]);
    // “the 12th of March 2011” has four words after “the”.
    ends.take(4).find_map(|end| {
        let candidate = written.get(..end)?.trim_end_matches(|ch: char| !ch.is_alphanumeric());
        date(candidate).map(|date| (date, at..at + candidate.len()))
    })
}

/// A date with a year, in the usual forms of a date of birth.
fn date(text: &str) -> Option<Date> {
    if let Some(date) = day(&text.replacen(" of ", " ", 1)) {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = year.parse::<i16>().ok().map(|year| if year < 100 { 2000 + year } else { year })?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn date_after_the_word_is_found() {
        let parsed = |text: &str| date_after(text, 4).map(|(date, span)| (date, text[span].to_owned()));
        for (text, written) in [
            ("born 12 March 2011) was", "12 March 2011"),
            ("born on 12th March 2011.", "12th March 2011"),
            ("born on the 12th of March 2011.", "12th of March 2011"),
            ("D.O.B: 12/03/2011, Ana", "12/03/2011"),
            ("dob. 2011-03-12", "2011-03-12"),
            ("DOB= 12.3.11 ", "12.3.11"),
        ] {
            assert_eq!(parsed(text), Some((date(2011, 3, 12), written.to_owned())), "{text}");
        }
        for text in [
            "born in 1994",
            "dob needed. 12 March 2011",
            "born. 12 March 2011",
            "born and bred",
            "born 12 March",
            "born",
        ] {
            assert_eq!(parsed(text), None, "{text}");
        }
    }
}
