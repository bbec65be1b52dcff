//! A date in a text about what is planned lies in the academic year before this one. It is probably left over from last
//! year, and readers may think that the rest of the page is old, too. Sentences about what has taken place are not
//! reported, and neither are evaluations and policies.
//!
//! Wrong:
//!
//! ```text
//! Forms are due on Friday 26 February 2027.     (and the year is 2027-28)
//! ```
//!
//! Right:
//!
//! ```text
//! Forms are due on Friday 25 February 2028.
//! ```
//!
//! If the text is about last year, say so:
//!
//! ```text
//! Last year, forms were due on Friday 26 February 2027.
//! ```

use jiff::ToSpan;
use jiff::civil::Date;

use crate::check::content_rule::Signals;
use crate::check::text_context::is_english;
use crate::check::{PageText, Passage, PassageKind, TextCheck, TextRuleInput};
use crate::programme::dates::date_in_words;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{WrittenDate, last_word, sentence_around, sentences, words, written_dates};

pub(super) const CODE: Code = Code::new("old-date");

/// Files about what is planned, next to those in `programme/`, `events/` and `pages/`.
const PLANS: [&str; 7] =
    ["pupils.md", "parents.md", "staff.md", "employers.md", "guidance.md", "offers.yaml", "provider-access.md"];

/// Words of a sentence about the past.
const PAST: [&str; 19] = [
    "was",
    "were",
    "had",
    "did",
    "been",
    "since",
    "took",
    "taken",
    "came",
    "went",
    "met",
    "gave",
    "said",
    "born",
    "ago",
    "previous",
    "previously",
    "earlier",
    "former",
];

/// Words of a sentence about now or later. Without them, a word such as “visited” is about the past.
const NOT_PAST: [&str; 15] = [
    "is", "are", "be", "will", "must", "can", "may", "should", "shall", "need", "needs", "please", "by", "due", "until",
];

/// Words after “last” that make a sentence about the past: “last year”, and not “the last day for forms”.
const TIMES: [&str; 12] = [
    "year", "term", "spring", "summer", "autumn", "winter", "week", "month", "checked", "updated", "reviewed",
    "changed",
];

/// Words before a date on which something began, was issued or was true.
const SINCE: [&str; 7] = ["from", "since", "of", "dated", "at", "version", "edition"];

struct OldDates<'a> {
    input: &'a TextRuleInput<'a>,
    /// A year before the first day of the academic year.
    from: Date,
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let starts = input.context.year_starts;
    let search = OldDates { input, from: starts.saturating_sub(1.year()) };
    let years = [search.from.year(), starts.year()].map(|year| year.to_string());
    let has_year = move |word: &str| {
        // A date such as 26/02/27 is three words.
        let is_short = |year: &String| year.get(2..).is_some_and(|year| word.ends_with(year));
        years.iter().any(|year| word.contains(year.as_str()) || is_short(year))
    };
    TextCheck::passages(Signals::Where(Box::new(has_year)), move |text, passage, findings| {
        if search.is_about_plans(text) {
            search.report(text, passage, findings);
        }
    })
}

impl OldDates<'_> {
    /// True for a text in English, because words decide what is past.
    fn is_about_plans(&self, text: &PageText) -> bool {
        let (path, context) = (text.path(), self.input.context);
        let is_plan = ["programme", "events", "pages"].contains(&path.top_folder()) || PLANS.contains(&path.as_str());
        is_plan
            && text.language.is_none()
            && is_english(&context.language)
            && !context.outside_year.contains(path.as_str())
    }

    fn report(&self, text: &PageText, passage: &Passage, findings: &mut Findings) {
        let written = text.text_of(passage);
        let dates = written_dates(written);
        let mut old = dates.iter().filter(|date| self.is_old(date)).peekable();
        if old.peek().is_none() || is_past(heading_before(text, passage)) {
            return;
        }
        let sentences = sentences(written);
        for date in old {
            let before = written.get(..date.span.start).unwrap_or_default();
            if !begins_something(before) && !is_past(sentence_around(written, &sentences, &date.span)) {
                let words = written.get(date.span.clone()).unwrap_or_default();
                findings.advise(self.advice(words), text.place_of(passage, &date.span));
            }
        }
    }

    /// True for a whole date of the twelve months before the academic year that is over. A wrong weekday has its own
    /// finding, and so has the last day of a range.
    fn is_old(&self, date: &WrittenDate) -> bool {
        let day = date.year.zip(date.day).and_then(|(year, day)| Date::new(year, date.month, day).ok());
        let Some(day) = day.filter(|_| !date.starts_range) else { return false };
        let is_before_year = self.from <= day && day < self.input.context.year_starts;
        is_before_year && day < self.input.today && date.weekday.is_none_or(|weekday| weekday == day.weekday())
    }

    fn advice(&self, date: &str) -> Advice {
        Advice {
            code: CODE,
            severity: Severity::Could,
            message: format!("`{date}` is before the first day of this academic year"),
            help: format!(
                "The year begins on {}. Is this date left over from last year? Write the new one. If you mean last year, say \
                 so: “last year, forms were due …”.",
                date_in_words(self.input.context.year_starts)
            ),
        }
    }
}

/// The heading that a passage is below. Empty if there is none.
fn heading_before<'t>(text: &'t PageText, passage: &Passage) -> &'t str {
    let before = text.body().take_while(|other| other.range.start < passage.range.start);
    let heading = before.filter(|other| other.kind == PassageKind::Heading).last();
    heading.map_or("", |heading| text.text_of(heading))
}

/// True for “in force from” and the like.
fn begins_something(before: &str) -> bool {
    last_word(before).is_some_and(|word| SINCE.contains(&word.to_lowercase().as_str()))
}

fn is_past(sentence: &str) -> bool {
    let words: Vec<String> = words(sentence).map(|word| word.text.to_lowercase()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let in_year = words.windows(2).any(|pair| matches!(pair, [before, year] if before == "in" && is_year(year)));
    let is_last = |pair: &[String]| matches!(pair, [last, time] if last == "last" && TIMES.contains(&time.as_str()));
    has(&PAST)
        || words.windows(2).any(is_last)
        || in_year
        || !has(&NOT_PAST) && words.iter().any(|word| word.len() > 4 && word.ends_with("ed"))
}

fn is_year(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_about_the_past_is_recognised() {
        for past in [
            "Forms were due on 26 February 2027.",
            "We travelled to the boatyard on 11 March 2027.",
            "The pupils who have signed on 4 March 2027",
            "Since 26 February 2027 the form is online.",
            "In 2027, the fair took place on 4 March 2027.",
            "Last checked: 4 March 2027",
            "Dates of last year",
        ] {
            assert!(is_past(past), "{past}");
        }
        for planned in [
            "Forms are due on 26 February 2027.",
            "Return the signed form by 26 February 2027.",
            "Year 9 have a day at the boatyard on 11 March 2027.",
            "26 February 2027",
            "Please send what you need by 26 February 2027",
            "The last day for forms is 26 February 2027.",
        ] {
            assert!(!is_past(planned), "{planned}");
        }
    }

    #[test]
    fn a_day_on_which_something_began_is_recognised() {
        for before in ["In force from ", "The guidance of Monday, of ", "as at "] {
            assert!(begins_something(before), "{before}");
        }
        for before in ["due on ", "by ", "", "until "] {
            assert!(!begins_something(before), "{before}");
        }
    }
}
