//! The people of a team by what others call them.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::findings::{ContentProblem, MAX_LISTED};
use super::groups::slug;
use super::person::{Person, Role};
use crate::report::KnownWords;

/// Whom a name or role means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PersonMeant {
    /// One person, by index.
    One(usize),
    /// All who have this role.
    Several(Role),
}

/// People, by index, prepared for many look-ups.
pub(super) struct NamedPeople<'a> {
    people: Vec<&'a Person>,
    by_name: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    by_role: HashMap<String, Vec<usize>>,
    /// By the name from its end, so that names with the same last words are together.
    by_end: BTreeMap<String, Vec<usize>>,
    /// For suggestions: each name once. Most teams need none.
    names: OnceCell<(KnownWords<'a>, Vec<&'a str>)>,
}

impl<'a> NamedPeople<'a> {
    pub(super) fn new(people: impl IntoIterator<Item = &'a Person>) -> Self {
        let mut all = Self {
            people: people.into_iter().collect(),
            by_name: HashMap::new(),
            by_title: HashMap::new(),
            by_role: HashMap::new(),
            by_end: BTreeMap::new(),
            names: OnceCell::new(),
        };
        for (index, person) in all.people.iter().enumerate() {
            if let Some(name) = person.given_name.as_deref().map(slug) {
                all.by_end.entry(reversed(&name)).or_default().push(index);
                all.by_name.entry(name).or_default().push(index);
            }
            if let Some(title) = person.own_title.as_deref().map(slug) {
                all.by_title.entry(title).or_default().push(index);
            }
            let (word, title) = (person.role.as_str(), slug(person.role.title()));
            if word != title {
                all.by_role.entry(title).or_default().push(index);
            }
            all.by_role.entry(word.to_owned()).or_default().push(index);
        }
        all
    }

    /// The person with this name, title or role. The last words of a name are enough if only one person has them.
    pub(super) fn find(&self, written: &str) -> Option<PersonMeant> {
        let wanted = slug(written);
        match (called(&wanted, &self.by_name), called(&wanted, &self.by_title), called(&wanted, &self.by_role)) {
            ([one, ..], ..) | ([], [one], _) | ([], _, [one]) => Some(PersonMeant::One(*one)),
            ([], _, [one, ..]) => self.people.get(*one).map(|person| PersonMeant::Several(person.role)),
            ([], _, []) => self.with_last_words(&wanted).map(PersonMeant::One),
        }
    }

    /// The only person whose name ends with these words, after others.
    fn with_last_words(&self, wanted: &str) -> Option<usize> {
        let end = reversed(&format!("-{wanted}"));
        let mut people = self
            .by_end
            .range(end.clone()..)
            .take_while(|(name, _)| name.starts_with(&end))
            .flat_map(|(_, people)| people);
        people.next().copied().filter(|_| people.next().is_none())
    }

    /// The finding about a name that means nobody here, apart from the person who wrote it.
    pub(super) fn unknown(&self, written: &str, writer: Option<usize>) -> ContentProblem {
        let titled = self.by_title.get(&slug(written)).into_iter().flatten().filter(|index| Some(**index) != writer);
        let mut titled = titled.filter_map(|index| self.people.get(*index)?.given_name.as_deref());
        let names: Vec<String> = titled.by_ref().take(MAX_LISTED + 1).map(str::to_owned).collect();
        if names.len() > 1 {
            return ContentProblem::SeveralPeople {
                title: written.to_owned(),
                count: names.len() + titled.count(),
                names,
            };
        }
        let own = writer.and_then(|index| self.people.get(index)).map(|person| name_of(person));
        let (words, names) = self.names.get_or_init(|| {
            let mut seen = HashSet::new();
            let names = self.people.iter().map(|person| name_of(person)).filter(|name| seen.insert(*name));
            let names: Vec<&str> = names.collect();
            (KnownWords::new(names.iter().copied()), names)
        });
        let known = names.iter().filter(|name| Some(**name) != own).take(MAX_LISTED + 1);
        ContentProblem::UnknownPerson {
            value: written.to_owned(),
            known: known.map(|name| (*name).to_owned()).collect(),
            suggestion: words.nearest_of(written, |name| Some(name) != own).map(str::to_owned),
        }
    }
}

/// The name or, without one, the word for the role.
fn name_of(person: &Person) -> &str {
    person.given_name.as_deref().unwrap_or(person.role.as_str())
}

fn called<'i>(wanted: &str, people: &'i HashMap<String, Vec<usize>>) -> &'i [usize] {
    people.get(wanted).map_or(&[], Vec::as_slice)
}

fn reversed(name: &str) -> String {
    name.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::format::{FieldReader, FromNode};
    use crate::programme::person::PersonData;
    use crate::report::{ContentPath, Findings, Source};

    fn people(lines: &[&str]) -> Vec<Person> {
        let mut findings = Findings::default();
        let read = |line: &&str| {
            let source = Source { path: ContentPath::new("team.yaml"), text: (*line).into() };
            let node = crate::read::parse_yaml(&source, 0..source.text.len(), &mut findings).expect("YAML");
            let data = PersonData::from_node(&node, &mut FieldReader::new(&source, &mut findings)).expect("a person");
            Person::new(data, &[], &mut findings)
        };
        lines.iter().map(read).collect()
    }

    #[test]
    fn last_words_of_a_name_are_enough_for_one_person() {
        let all = people(&[
            "{ role: careers-leader, name: Ms Ada Bench }",
            "{ role: careers-adviser, name: Ben Bell }",
            "{ role: careers-adviser, name: Dot Bell, title: Head of music }",
        ]);
        let named = NamedPeople::new(&all);
        for (written, expected) in [
            ("Ada Bench", Some(PersonMeant::One(0))),
            ("bench", Some(PersonMeant::One(0))),
            ("Bell", None),
            ("nch", None),
            ("Dot Bell", Some(PersonMeant::One(2))),
            ("head of music", Some(PersonMeant::One(2))),
            ("careers leader", Some(PersonMeant::One(0))),
            ("careers adviser", Some(PersonMeant::Several(Role::CareersAdviser))),
        ] {
            assert_eq!(named.find(written), expected, "{written}");
        }
    }

    #[test]
    fn own_name_is_never_suggested() {
        let all = people(&["{ role: careers-leader, name: Ann Lee }", "{ role: careers-adviser, name: Anna Lee }"]);
        let named = NamedPeople::new(&all);
        for (writer, expected) in [(Some(0), "Anna Lee"), (Some(1), "Ann Lee"), (None, "Ann Lee")] {
            let ContentProblem::UnknownPerson { known, suggestion, .. } = named.unknown("Anne Lee", writer) else {
                panic!("not unknown");
            };
            assert_eq!(suggestion.as_deref(), Some(expected));
            assert_eq!(known.len(), if writer.is_some() { 1 } else { 2 });
        }
    }
}
