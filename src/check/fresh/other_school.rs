//! A text is about another school: it states in that school's name what your school does. Policies and statements are
//! often copied, and one name is easily forgotten. Providers and inspectors then doubt the rest too. A partner that an
//! activity or event names below `with:` is not reported, and neither is a visit to a college.
//!
//! Wrong:
//!
//! ```text
//! Hilltop High School is committed to careers education for all.     (in Ridgeway School's policy)
//! ```
//!
//! Right:
//!
//! ```text
//! Ridgeway School is committed to careers education for all.
//! ```

use std::collections::HashSet;
use std::ops::Range;

use crate::check::content_rule::Signals;
use crate::check::{TextCheck, TextRuleInput};
use crate::programme::Programme;
use crate::report::{Advice, Code, Severity};
use crate::text::{WrittenWord, words};

pub(super) const CODE: Code = Code::new("other-school");

/// The last words of a school's name.
const LAST_WORDS: [&str; 3] = ["School", "Academy", "College"];

/// Small words inside of a name.
const JOINING: [&str; 5] = ["of", "the", "and", "&", "for"];

/// Words that say what kind of school it is, and not which one.
const KINDS: [&str; 48] = [
    "any",
    "no",
    "maintained",
    "mainstream",
    "school",
    "academy",
    "college",
    "secondary",
    "primary",
    "high",
    "grammar",
    "upper",
    "lower",
    "middle",
    "special",
    "sixth",
    "form",
    "sixth-form",
    "community",
    "comprehensive",
    "catholic",
    "church",
    "england",
    "of",
    "the",
    "and",
    "for",
    "girls",
    "girls’",
    "boys",
    "boys’",
    "independent",
    "further",
    "education",
    "technical",
    "university",
    "technology",
    "business",
    "art",
    "summer",
    "sunday",
    "saturday",
    "national",
    "local",
    "our",
    "a",
    "&",
    "free",
];

/// Words that begin a sentence with a capital letter and are not part of a name.
const BEFORE_NAMES: [&str; 16] = [
    "at", "in", "the", "our", "all", "every", "each", "this", "here", "for", "from", "contact", "when", "as", "a", "if",
];

/// What only the school itself states: after its name.
const OWN_STATEMENTS: [&str; 22] = [
    "is committed to",
    "are committed to",
    "aims to",
    "aim to",
    "believes",
    "believe that",
    "recognises",
    "is dedicated to",
    "is proud",
    "are proud",
    "strives",
    "endeavours",
    "seeks to",
    "is required by law",
    "has a statutory",
    "has a duty",
    "fulfils its",
    "will ensure",
    "ensures that",
    "is an inclusive",
    "understands",
    "values the",
];

/// What only the school's own texts are about: after its name and “’s”.
const OWN_THINGS: [&str; 10] = [
    "careers programme",
    "careers policy",
    "careers provision",
    "careers education",
    "careers guidance",
    "ceiag",
    "arrangements",
    "provider access",
    "policy",
    "governing body",
];

/// How a sentence goes on that begins with “At” and the school's own name.
const OWN_VOICE: [&str; 7] = ["we ", "our ", "all ", "every ", "each ", "careers ", "students are "];

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let known = &input.context.school_names;
    let signals = Signals::Words(LAST_WORDS.map(str::to_lowercase).to_vec());
    TextCheck::passages(signals, move |text, passage, findings| {
        let written = text.text_of(passage);
        let other = names(written).into_iter().find(|name| is_other(written, name, known));
        if let Some(name) = other {
            findings.advise(advice(written.get(name.clone()).unwrap_or_default()), text.place_of(passage, &name));
        }
    })
}

fn advice(name: &str) -> Advice {
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("this is written in the name of `{name}`"),
        help:
            "If the text was copied, write your own school's name, and read it again for what else is not yours. If it \
               is about a partner, name them below `with:` in the activity or event."
                .into(),
    }
}

/// The words of the school's own names and of its partners' names, in lower case.
pub(in crate::check) fn school_names(programme: &Programme) -> HashSet<String> {
    let school = &programme.institution;
    let own = [Some(school.name.as_str()), Some(school.short_name.as_str()), school.details.trust.as_deref()];
    let facts = school.details.facts.iter().flat_map(|facts| facts.0.iter().map(|(_, text)| text.as_str()));
    let partners = programme.activities.iter().flat_map(|activity| &activity.with);
    let partners = partners.chain(programme.events.iter().flat_map(|event| &event.with)).map(String::as_str);
    let providers = programme.provider_access.iter().flat_map(|access| &access.past_providers).map(String::as_str);
    let all = own.into_iter().flatten().chain(facts).chain(partners).chain(providers);
    all.flat_map(words).map(|word| word.text.to_lowercase()).collect()
}

/// The names of schools in a text, without “’s”.
fn names(text: &str) -> Vec<Range<usize>> {
    // Most texts have these words without a capital letter only.
    if !LAST_WORDS.iter().any(|last| text.contains(last)) {
        return Vec::new();
    }
    let all: Vec<WrittenWord<'_>> = words(text).collect();
    let is_last = |word: &str| LAST_WORDS.contains(&word.trim_end_matches("’s").trim_end_matches("'s"));
    let ends = all.iter().enumerate().filter(|(_, word)| is_last(word.text));
    ends.filter_map(|(index, last)| {
        let mut first = index;
        while let Some(before) = first.checked_sub(1).and_then(|at| all.get(at)) {
            let gap = text.get(before.end()..all.get(first)?.at)?;
            let is_joined = gap == " " || gap == ". " && before.text == "St";
            if !is_joined || !before.text.starts_with(char::is_uppercase) && !JOINING.contains(&before.text) {
                break;
            }
            first -= 1;
        }
        // “At”, “The” and small words are before the name.
        while first < index && is_before_name(all.get(first)?.text) {
            first += 1;
        }
        // “The Governing Body of the School” is any.
        let before = index.checked_sub(1).and_then(|before| all.get(before))?.text;
        if JOINING.contains(&before) {
            return None;
        }
        let length = last.text.trim_end_matches("’s").trim_end_matches("'s").len();
        (first < index).then_some(all.get(first)?.at..last.at + length)
    })
    .collect()
}

fn is_before_name(word: &str) -> bool {
    BEFORE_NAMES.contains(&word.to_lowercase().as_str()) || JOINING.contains(&word)
}

/// True if a name is not known here and the text is written in its name.
fn is_other(text: &str, name: &Range<usize>, known: &HashSet<String>) -> bool {
    let written = text.get(name.clone()).unwrap_or_default();
    let is_distinct = |word: &String| !KINDS.contains(&word.as_str()) && !known.contains(word);
    let is_unknown = words(written).map(|word| word.text.to_lowercase()).any(|word| is_distinct(&word));
    is_unknown && is_own_voice(text, name)
}

fn is_own_voice(text: &str, name: &Range<usize>) -> bool {
    let before = text.get(..name.start).unwrap_or_default().to_lowercase();
    let after = text.get(name.end..).unwrap_or_default().to_lowercase();
    if let Some(thing) = after.strip_prefix("’s ").or_else(|| after.strip_prefix("'s ")) {
        return OWN_THINGS.iter().any(|own| thing.starts_with(own));
    }
    let next = after.trim_start_matches([',', ' ']);
    let begins_with_at = ["at ", "here at "].iter().any(|start| {
        let before = before.strip_suffix("the ").unwrap_or(&before);
        before
            .strip_suffix(start)
            .is_some_and(|rest| rest.trim_end().is_empty() || rest.trim_end().ends_with(['.', '!']))
    });
    let is_named_before = ["careers programme at ", "careers programme of ", "careers policy of ", "governors of "]
        .iter()
        .any(|start| before.strip_suffix("the ").unwrap_or(&before).ends_with(start));
    OWN_STATEMENTS.iter().any(|own| next.starts_with(own))
        || begins_with_at && OWN_VOICE.iter().any(|own| next.starts_with(own))
        || is_named_before
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(text: &str) -> Option<&str> {
        let known = ["ridgeway", "harbour", "st", "anne’s"].map(str::to_owned).into_iter().collect();
        names(text).into_iter().find(|name| is_other(text, name, &known)).map(|name| &text[name])
    }

    #[test]
    fn another_school_that_states_what_we_do_is_found() {
        assert_eq!(other("Hilltop High School is committed to careers."), Some("Hilltop High School"));
        assert_eq!(other("At St. Mark’s Catholic Academy, we offer"), Some("St. Mark’s Catholic Academy"));
        assert_eq!(other("This sets out Hilltop School’s arrangements"), Some("Hilltop School"));
        assert_eq!(other("Come in. Here at the Duke of Exford Academy our aim is"), Some("Duke of Exford Academy"));
        assert_eq!(other("the careers programme at Hilltop College"), Some("Hilltop College"));
    }

    #[test]
    fn ourselves_partners_and_visits_are_not_reported() {
        for text in [
            "Ridgeway School is committed to careers.",
            "Harbour College aims to offer places.",
            "At Ridgeway, we offer",
            "We visit Hilltop College in spring.",
            "At Hilltop College you see the workshops.",
            "Hilltop College’s open day",
            "Every Secondary School is required by law to",
            "The School is committed to careers.",
            "Our Sixth Form College aims to",
            "Pupils from Hilltop Primary School come to us",
            "The Governing Body of the School is committed to careers.",
            "Any School is required by law to",
        ] {
            assert_eq!(other(text), None, "{text}");
        }
    }
}
