//! Finds school years in texts: “Year 9”, “Years 8 to 11”, “Y12 and Y13”, “our sixth form”.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{WrittenWord, words};

/// The years of sixth forms.
pub(super) const SIXTH_FORM: Range<u8> = 12..14;

/// The word before years, the longer ones first.
const WORDS: [&str; 4] = ["years", "year", "yrs", "yr"];

/// The years that a text names. A text about all groups names the sixth form, whatever other groups there are.
pub(super) fn years_named(text: &str) -> BTreeSet<u8> {
    let all: Vec<WrittenWord<'_>> = words(text).collect();
    let mut years = BTreeSet::new();
    for (at, word) in all.iter().enumerate() {
        let word = word.text.to_lowercase();
        let is_digit = |rest: &&str| rest.starts_with(|ch: char| ch.is_ascii_digit());
        let rest = WORDS.into_iter().find_map(|start| word.strip_prefix(start));
        // A lone “y” does not name a year.
        if let Some(rest) = rest.or_else(|| word.strip_prefix('y').filter(is_digit)) {
            add_years(&mut years, rest, text, all.get(at..).unwrap_or_default());
        }
    }
    let text = text.to_lowercase();
    if WITH_SIXTH_FORM.iter().any(|phrase| text.contains(phrase)) || has_sixth_form(&text) {
        years.extend(SIXTH_FORM);
    }
    years
}

/// Phrases for groups that include a sixth form.
const WITH_SIXTH_FORM: [&str; 15] = [
    "all year groups",
    "every year group",
    "each year group",
    "whole school",
    "key stage 5",
    "ks5",
    "key stages 3 to 5",
    "key stages 4 and 5",
    "third key phase",
    "each key phase",
    "all key phases",
    "three key phases",
    "post-16 students",
    "post-16 pupils",
    "post 16 students",
];

/// True for the school's own sixth form, and not for a sixth form college or sixth forms in general.
fn has_sixth_form(text: &str) -> bool {
    let text = text.replace("sixth-form", "sixth form");
    text.match_indices("sixth form").any(|(at, phrase)| {
        let after = text.get(at + phrase.len()..).unwrap_or_default();
        !after.starts_with('s') && !after.starts_with(" college")
    })
}

/// Adds `9`, `8 to 11`, `7–13`, `9, 10 and 11`, `8 onwards` after the word for years. `rest` is what is joined to that word.
fn add_years(years: &mut BTreeSet<u8>, rest: &str, text: &str, from: &[WrittenWord<'_>]) {
    let mut last: Option<u8> = None;
    let mut is_range = false;
    let joined = (!rest.is_empty()).then_some(rest);
    let mut end = from.first().map_or(0, WrittenWord::end);
    for (index, word) in joined.into_iter().chain(from.iter().skip(1).map(|word| word.text)).enumerate() {
        let lower = word.to_lowercase();
        let rest = WORDS.into_iter().find_map(|start| lower.strip_prefix(start));
        let written = rest.or_else(|| lower.strip_prefix('y')).unwrap_or(&lower);
        let position = if joined.is_some() { index } else { index + 1 };
        let gap = from.get(position).and_then(|next| text.get(end..next.at)).unwrap_or_default();
        end = from.get(position).map_or(end, WrittenWord::end);
        if gap.contains(['.', ';', ':', '(', ')', '!', '?']) {
            return;
        }
        is_range = is_range || gap.contains(['-', '–', '—']);
        match written {
            "" | "and" | "or" | "group" | "groups" => continue,
            "to" | "until" => {
                is_range = true;
                continue;
            }
            "onwards" | "upwards" | "above" => {
                years.extend(last.map_or(0..0, |last| last..SIXTH_FORM.end));
                return;
            }
            _ => {}
        }
        let (first, until) = written.split_once('-').map_or((written, None), |(first, until)| (first, Some(until)));
        let Some(year) = school_year(first) else { return };
        let until = until.and_then(|until| school_year(until.trim_start_matches('y')));
        let begins = if is_range { last.map_or(year, |last| last + 1) } else { year };
        years.extend(begins..=until.unwrap_or(year));
        last = Some(until.unwrap_or(year));
        is_range = false;
    }
}

fn school_year(text: &str) -> Option<u8> {
    text.parse().ok().filter(|year| (1..=14).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> Vec<u8> {
        years_named(text).into_iter().collect()
    }

    #[test]
    fn years_are_found_as_schools_write_them() {
        assert_eq!(years("In Year 9 we"), [9]);
        assert_eq!(years("Years 8 to 11 meet two"), [8, 9, 10, 11]);
        for range in ["Years 8–11", "Years 8-11", "Years 8 – 11", "Year 8 to Year 11", "Y8-Y11", "Yr 8 to 11"] {
            assert_eq!(years(range), [8, 9, 10, 11], "{range}");
        }
        assert_eq!(years("Years 9, 10 and 11; 12 stalls"), [9, 10, 11]);
        assert_eq!(years("Y7 and Y8"), [7, 8]);
        assert_eq!(years("Years 8 to Years 11"), [8, 9, 10, 11]);
        for later in ["from Year 10 onwards", "Y10 and above"] {
            assert_eq!(years(later), [10, 11, 12, 13], "{later}");
        }
        assert_eq!(years("Year 9 meet at 9am and onwards"), [9]);
        assert_eq!(years("Year 12 and 13 students"), [12, 13]);
        assert_eq!(years("Year groups, this year, 2026, yellow, yes"), Vec::<u8>::new());
    }

    #[test]
    fn the_sixth_form_is_its_years() {
        for text in ["our sixth form", "key stage 5", "all year groups"] {
            assert!(years_named(text).contains(&13), "{text}");
        }
        for text in ["a sixth form college", "local sixth forms", "post-16 options"] {
            assert_eq!(years(text), Vec::<u8>::new(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_only_school_years(text in "(Years? |Y)?[0-9]{1,3}[-– a-z0-9,]{0,20}") {
            proptest::prop_assert!(years_named(&text).into_iter().all(|year| (1..=14).contains(&year)));
        }
    }
}
