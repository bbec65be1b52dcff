//! A text counts very few people together with something private, such as a special need, being in care, an illness or
//! a faith. In a school everybody knows who is meant. Health, religion and origin are special categories of personal
//! data (Information Commissioner's Office, what is special category data, as stored in November 2026). That counts
//! below six are too few is our own limit.
//!
//! Wrong:
//!
//! ```text
//! Last year three pupils with SEND went on to supported internships.
//! ```
//!
//! Right:
//!
//! ```text
//! Every year some of our pupils go on to supported internships.
//! ```

use crate::check::phrases::{Phrases, signals_of};
use crate::check::{PageText, Passage, Signals, TextCheck, TextRuleInput};
use crate::framework::Sensitive;
use crate::report::{Advice, Code, Findings, Severity};
use crate::text::{WrittenWord, is_whole_word, sentences, words};

pub(super) const CODE: Code = Code::new("few-people");

/// The counts that are too small, as digits and as words.
const FEW: [(&str, &str); 5] = [("1", "one"), ("2", "two"), ("3", "three"), ("4", "four"), ("5", "five")];

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let sensitive = &input.facts.privacy.sensitive;
    let search = Phrases::in_any_case(&sensitive.words);
    let counts = FEW.iter().flat_map(|(digit, spelt)| [*digit, *spelt]).map(str::to_owned).collect();
    let signals = (Signals::Words(counts), signals_of(sensitive.words.iter().map(String::as_str)));
    TextCheck::passages_with_both(signals, move |text, passage, findings| {
        report(text, passage, (sensitive, &search), findings);
    })
}

fn report(text: &PageText, passage: &Passage, (sensitive, search): (&Sensitive, &Phrases), findings: &mut Findings) {
    let words = text.text_of(passage);
    for span in sentences(words) {
        let sentence = words.get(span.clone()).unwrap_or_default();
        let Some(count) = few(sentence, sensitive) else { continue };
        if is_sensitive(sentence, sensitive, search) {
            let part = span.start + count.start..span.start + count.end;
            findings.advise(advice(sentence.get(count).unwrap_or_default()), text.place_of(passage, &part));
        }
    }
}

pub(super) fn is_sensitive(sentence: &str, sensitive: &Sensitive, search: &Phrases) -> bool {
    search.find(sentence).any(|(number, span)| {
        let known = sensitive.words.get(number).map_or("", String::as_str);
        // “SEND” is not “send”.
        let is_short_form = known.chars().all(|ch| ch.is_uppercase());
        !is_short_form || sentence.get(span) == Some(known)
    })
}

/// Words before “year” that make it a time, and not a class: “in the last academic year three pupils”.
const BEFORE_YEARS: [&str; 13] =
    ["last", "this", "next", "that", "academic", "school", "previous", "past", "one", "each", "every", "same", "first"];

/// The span of the first count of very few people in a sentence.
fn few(sentence: &str, sensitive: &Sensitive) -> Option<std::ops::Range<usize>> {
    let all: Vec<WrittenWord<'_>> = words(sentence).collect();
    all.iter().enumerate().find_map(|(index, word)| {
        FEW.iter().find(|(digit, spelt)| word.text == *digit || word.text.eq_ignore_ascii_case(spelt))?;
        // Year 3 pupils are a class, but last year 3 pupils did something.
        let back =
            |steps: usize| index.checked_sub(steps).and_then(|before| all.get(before)).map_or("", |word| word.text);
        let before = back(1).to_lowercase();
        let is_last_year = before == "year" && BEFORE_YEARS.contains(&back(2).to_lowercase().as_str());
        if !is_last_year && sensitive.not_after.contains(&before) {
            return None;
        }
        // Words that describe them may come between: three looked-after young people.
        let mut ahead = all.iter().skip(index + 1).take(4);
        let people = ahead.find_map(|next| match end_of_people(sentence, next, sensitive) {
            Some(end) => Some(Some(end)),
            None if describes(next.text, sensitive) => None,
            None => Some(None),
        })??;
        let counted = sentence.get(word.at..people)?;
        let after = sentence.get(people..)?.trim_start();
        let is_other_count = counted.contains([',', ';', ':', '('])
            || sensitive.not_before.iter().any(|start| after.starts_with(start.as_str()));
        (!is_other_count).then_some(word.at..people)
    })
}

/// The end of the word for people that begins at a word.
fn end_of_people(sentence: &str, word: &WrittenWord<'_>, sensitive: &Sensitive) -> Option<usize> {
    let is_here = |span: &std::ops::Range<usize>, person: &str| {
        sentence.get(span.clone()).is_some_and(|written| written.eq_ignore_ascii_case(person))
            && is_whole_word(sentence, span)
    };
    let spans = sensitive.people.iter().map(|person| (word.at..word.at + person.len(), person.as_str()));
    spans.filter(|(span, person)| is_here(span, person)).map(|(span, _)| span.end).max()
}

/// True for a word that can come between a number and the people it counts.
fn describes(word: &str, sensitive: &Sensitive) -> bool {
    let word = word.to_lowercase();
    let is_part = |known: &String| known.split(' ').any(|part| part.eq_ignore_ascii_case(&word));
    ["of", "our", "the", "young", "more", "other", "former", "year"].contains(&word.as_str())
        || word.chars().all(|ch| ch.is_ascii_digit())
        || sensitive.words.iter().any(is_part)
}

fn advice(counted: &str) -> Advice {
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("people may know who is meant by `{counted}`"),
        help: "Leave out the number, or combine several years. Nobody should be recognised by their needs, \
               their health or their family."
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    fn counted(sentence: &str) -> Option<&str> {
        let facts = Facts::load().expect("the data files parse");
        few(sentence, &facts.privacy.sensitive).map(|span| &sentence[span])
    }

    #[test]
    fn small_counts_are_found_as_digits_and_words() {
        assert_eq!(counted("In 2026, 3 pupils with SEND left"), Some("3 pupils"));
        assert_eq!(counted("Last year 3 pupils with SEND left"), Some("3 pupils"));
        for past in
            ["In the last academic year three pupils", "In one year three pupils", "The previous year three pupils"]
        {
            assert_eq!(counted(&format!("{past} with SEND left")), Some("three pupils"), "{past}");
        }
        assert_eq!(counted("Two looked-after children came"), Some("Two looked-after children"));
        assert_eq!(counted("We had one autistic young person"), Some("one autistic young person"));
    }

    #[test]
    fn year_share_or_rule_is_not_a_count() {
        for sentence in [
            "Year 3 pupils with SEND",
            "We meet groups of three pupils",
            "One pupil in ten has SEND",
            "Three pupils at a time",
            "At least two pupils",
            "Two, for all pupils",
            "Twelve pupils with SEND",
            "Two meetings for pupils",
        ] {
            assert_eq!(counted(sentence), None, "{sentence}");
        }
    }
}
