//! A photograph is next to what looks like a person's full name. With a face and a name, strangers can find a child,
//! speak to them or misuse the picture. The UK Safer Internet Centre advises: names and no images, or images and no
//! names (“Managing student image and video content”, as stored in November 2026). Describe what happens in the
//! picture, not who is in it. You may name adults who agreed. Fingerpost does not report the careers team, names with
//! Mr, Mrs, Ms, Miss or Dr, or drawings.
//!
//! Wrong:
//!
//! ```text
//! ![Amelia Hart and Noah Singh at the fair](../media/amelia-hart.jpg)
//! ```
//!
//! Right:
//!
//! ```text
//! ![Two pupils ask an engineer about her work](../media/at-the-fair.jpg)
//! ```

use std::collections::{HashMap, HashSet};

use crate::check::{PageText, RuleInput, TextCheck, TextPicture, TextRuleInput};
use crate::framework::FirstNames;
use crate::programme::{PictureEntry, Programme};
use crate::report::{Advice, Code, Findings, Place, Severity};
use crate::text;

pub(super) const CODE: Code = Code::new("name-beside-picture");

const PHOTOGRAPH_EXTENSIONS: [&str; 8] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "bmp"];

pub(super) fn check(input: &RuleInput<'_>, findings: &mut Findings) {
    let mut entries = input.programme.pictures.iter().filter(|entry| is_photograph(&entry.file.value)).peekable();
    if entries.peek().is_some() {
        let known = known_names(input.programme);
        let names = NameLists { first: &input.facts.first_names, known: &known };
        entries.for_each(|entry| report_entry(entry, &names, findings));
    }
}

pub(super) fn prepare<'a>(input: &'a TextRuleInput<'_>) -> TextCheck<'a> {
    let first = &input.facts.first_names;
    let known = &input.context.known_names;
    TextCheck::each(move |text, findings| {
        let names = NameLists { first, known };
        // Many pictures can be in one paragraph.
        let mut in_passages = HashMap::new();
        for picture in text.pictures.iter().filter(|picture| is_photograph(&picture.target)) {
            report((text, picture), &names, &mut in_passages, findings);
        }
    })
}

/// Checks an entry of media/pictures.yaml, except its credit: that is an adult who wants to be named.
fn report_entry(entry: &PictureEntry, names: &NameLists<'_>, findings: &mut Findings) {
    for text in [&entry.caption, &entry.alt].into_iter().flatten() {
        if let Some(name) = names.in_text(&text.value) {
            findings.advise(
                advice(
                    name,
                    "in the description of a picture",
                    "describe what happens in the picture, not who is in it",
                ),
                text.place.clone(),
            );
            return;
        }
    }
}

fn is_photograph(target: &str) -> bool {
    let extension = target.rsplit('.').next().unwrap_or_default().to_lowercase();
    PHOTOGRAPH_EXTENSIONS.contains(&extension.as_str())
}

/// Words of names that are allowed next to a picture: the team, the school and its partners.
pub(in crate::check) fn known_names(programme: &Programme) -> HashSet<String> {
    let team = programme.team.everybody().filter_map(|person| person.given_name.as_deref());
    let school = &programme.institution;
    let details = &school.details;
    let names = [Some(&school.name), details.trust.as_ref(), details.address.as_ref()].into_iter().flatten();
    let partners = programme.activities.iter().flat_map(|activity| &activity.with);
    let guests = programme.events.iter().flat_map(|event| &event.with);
    let all = team.chain(names.chain(partners).chain(guests).map(String::as_str));
    all.flat_map(text::words).map(|word| word.text.to_lowercase()).collect()
}

/// The first name in each passage, by the passage's start in the plain text.
type NamesInPassages<'t> = HashMap<usize, Option<&'t str>>;

fn report<'t>(
    (text, picture): (&'t PageText, &TextPicture),
    names: &NameLists<'_>,
    in_passages: &mut NamesInPassages<'t>,
    findings: &mut Findings,
) {
    let mut add = |name: &str, position: &str, fix: &str, place: Place| {
        findings.advise(advice(name, position, fix), place);
    };
    if let Some(name) = names.in_text(&picture.alt) {
        let fix = "describe what happens in the picture, not who is in it";
        add(name, "in the alternative text of a picture", fix, text.place(&picture.span));
        return;
    }
    for passage in text.next_to(picture) {
        let words = text.text_of(passage);
        if let Some(name) = *in_passages.entry(passage.range.start).or_insert_with(|| names.in_text(words)) {
            let start = passage.range.start + (name.as_ptr() as usize - words.as_ptr() as usize);
            let fix = "remove the name or the picture";
            add(name, "next to a picture", fix, text.place_in(passage, start..start + name.len()));
            return;
        }
    }
    let file = picture.target.rsplit('/').next().unwrap_or_default();
    if let Some(name) = names.in_file_name(file) {
        let fix = "give the file another name, such as at-the-fair.jpg, and use that name here";
        add(&name, "in the file name of a picture", fix, text.place(&picture.span));
    }
}

fn advice(name: &str, position: &str, fix: &str) -> Advice {
    Advice {
        code: CODE,
        severity: Severity::Should,
        message: format!("`{name}` looks like a person's name, and is {position}"),
        help: format!(
            "If this is a pupil, {fix}. With a face and a name, strangers can find a child. If it is an adult who \
             agreed, or not a name, leave it."
        ),
    }
}

struct NameLists<'a> {
    first: &'a FirstNames,
    known: &'a HashSet<String>,
}

impl NameLists<'_> {
    /// The first pair of a first name and a surname.
    fn in_text<'t>(&self, text: &'t str) -> Option<&'t str> {
        let words: Vec<text::WrittenWord<'_>> = text::words(text).collect();
        words.windows(2).enumerate().find_map(|(index, pair)| {
            let [first, surname] = pair else { return None };
            let before = index.checked_sub(1).and_then(|index| words.get(index)).map(|word| word.text.to_lowercase());
            let is_adult = before.is_some_and(|before| self.first.titles.contains(&before));
            let between = text.get(first.end()..surname.at)?;
            let is_name = between == " " && is_written_as_name(first.text) && is_written_as_name(surname.text);
            let after = words.get(index + 2).map(|word| word.text.to_lowercase());
            let is_place = after.is_some_and(|after| self.first.not_surnames.contains(&after));
            (is_name && !is_adult && !is_place && self.is_person(first.text, surname.text))
                .then(|| text.get(first.at..surname.end()))?
        })
    }

    /// The same in a file's name, such as `amelia-hart_2.jpg` or `AmeliaHart.jpg`.
    fn in_file_name(&self, file: &str) -> Option<String> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).replace("%20", " ");
        let mut parts: Vec<String> = Vec::new();
        let mut follows_lower = false;
        for ch in stem.chars() {
            if !ch.is_alphabetic() {
                parts.push(String::new());
            } else if ch.is_uppercase() && follows_lower || parts.is_empty() {
                parts.push(ch.to_string());
            } else if let Some(part) = parts.last_mut() {
                part.push(ch);
            }
            follows_lower = ch.is_lowercase();
        }
        parts.retain(|part| part.chars().count() >= 2);
        // More words are probably a description.
        let [first, surname] = parts.as_slice() else { return None };
        self.is_person(first, surname).then(|| format!("{first} {surname}"))
    }

    fn is_person(&self, first: &str, surname: &str) -> bool {
        let (first, surname) = (first.to_lowercase(), surname.to_lowercase());
        let surname = surname.trim_end_matches("’s").trim_end_matches("'s");
        self.first.names.contains(&first)
            && surname.chars().count() >= 2
            && !self.first.not_surnames.contains(surname)
            && !self.known.contains(surname)
    }
}

/// “Hart” and “O’Neill”, but not “UCAS”.
pub(super) fn is_written_as_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::Facts;

    fn with_names<T>(inspect: impl FnOnce(&NameLists<'_>) -> T) -> T {
        let facts = Facts::load().expect("the data files parse");
        let known = ["thornwick", "mill"].map(str::to_owned).into();
        inspect(&NameLists { first: &facts.first_names, known: &known })
    }

    #[test]
    fn first_name_and_surname_are_recognised() {
        with_names(|names| {
            assert_eq!(names.in_text("Amelia Hart and Noah Singh at the fair"), Some("Amelia Hart"));
            assert_eq!(names.in_text("Our winner, Mohammed O’Neill’s poster"), Some("Mohammed O’Neill’s"));
            assert_eq!(names.in_file_name("amelia-hart_2.jpg"), Some("amelia hart".into()));
            assert_eq!(names.in_file_name("IMG AmeliaHart.jpg"), None);
            assert_eq!(names.in_file_name("AmeliaHart.jpg"), Some("Amelia Hart".into()));
        });
    }

    #[test]
    fn places_firms_and_adults_are_ignored() {
        with_names(|names| {
            for text in [
                "Charlotte Street in the rain",
                "Harris Academy",
                "Mr Oliver Bell with a drill",
                "Nadia Thornwick opens the fair",
                "Ellis Wood Engineering",
                "Two pupils at a bench",
                "Isla and Noah plan a bridge",
                "Leo, Max and Alfie",
                "Dr Sarah Okoro of the hospital",
                "Benjamin mills the part",
                "Oliver UCAS",
            ] {
                assert_eq!(names.in_text(text), None, "{text}");
            }
            for file in
                ["charlotte-street.jpg", "careers-fair.jpg", "oliver-mill.jpg", "isla.jpg", "freya-at-the-bench.jpg"]
            {
                assert_eq!(names.in_file_name(file), None, "{file}");
            }
        });
    }
}
