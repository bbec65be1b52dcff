//! Who answers to whom in the team.

use super::findings::ContentProblem;
use super::format::{Located, Text};
use super::groups::slug;
use super::person::{Person, Role};
use crate::report::{Findings, Subject, did_you_mean};

/// The person each member of a team answers to, by index. Nobody answers to themselves, whether directly or through others.
#[derive(Clone, Debug, Default)]
pub struct ReportingLines(Vec<Option<usize>>);

impl ReportingLines {
    /// Looks up the names and roles that people wrote. Reports those that nobody has, and lines that lead in a circle.
    pub(super) fn new(people: &[Person], written: &[Option<Located<Text>>], findings: &mut Findings) -> Self {
        let everybody: Vec<&Person> = people.iter().collect();
        let mut lines = Self(vec![None; people.len()]);
        for (index, written) in written.iter().enumerate() {
            let (Some(written), Some(person)) = (written, people.get(index)) else { continue };
            let broken = [Subject::key(&person.at, "reports-to")];
            let above = match find_person(&written.value, &everybody) {
                Some(PersonMeant::One(above)) => above,
                // Those who share a post are above everybody who names it: the first stands for them.
                Some(PersonMeant::Several(role)) => people.iter().position(|one| one.role == role).unwrap_or(index),
                None => {
                    let others: Vec<&Person> = everybody.iter().copied().filter(|one| one.at != person.at).collect();
                    findings.add_breaking(unknown_person(&written.value, &others), written.place.clone(), broken);
                    continue;
                }
            };
            let circle: Vec<usize> = lines.upwards(above).collect();
            if circle.contains(&index) {
                let names = circle.iter().take_while(|at| **at != index).filter_map(|at| people.get(*at));
                let through = names.map(|person| person.name().to_owned()).collect();
                let problem = ContentProblem::ReportsInCircle { name: person.name().to_owned(), through };
                findings.add_breaking(problem, written.place.clone(), broken);
            } else if let Some(line) = lines.0.get_mut(index) {
                *line = Some(above);
            }
        }
        lines
    }

    /// The person with this index, whom they answer to, whom that person answers to, and so on.
    pub fn upwards(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(index), |at| self.above(*at))
    }

    /// To whom they answer.
    pub fn above(&self, index: usize) -> Option<usize> {
        self.0.get(index).copied().flatten()
    }

    /// Those who answer to this person, or to nobody.
    pub fn below(&self, above: Option<usize>) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().filter(move |(_, line)| **line == above).map(|(index, _)| index)
    }
}

/// Whom a name or role means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PersonMeant {
    /// One person, by index.
    One(usize),
    /// All who have this role.
    Several(Role),
}

/// The person with this name, title or role. The last words of a name are enough if only one person has them.
pub(super) fn find_person(written: &str, people: &[&Person]) -> Option<PersonMeant> {
    let wanted = slug(written);
    let suffix = format!("-{wanted}");
    let has_name = |person: &Person, is_meant: &dyn Fn(&str) -> bool| {
        person.given_name.as_ref().is_some_and(|name| is_meant(&slug(name)))
    };
    let with = |is_meant: &dyn Fn(&Person) -> bool| -> Vec<usize> {
        people.iter().enumerate().filter(|(_, person)| is_meant(person)).map(|(index, _)| index).collect()
    };
    let named = with(&|person| has_name(person, &|name| name == wanted));
    let titled = with(&|person| person.own_title.as_ref().is_some_and(|title| slug(title) == wanted));
    let in_role = with(&|person| person.role.as_str() == wanted || slug(person.role.title()) == wanted);
    let ends_so = with(&|person| has_name(person, &|name| name.ends_with(&suffix)));
    match (named.as_slice(), titled.as_slice(), in_role.as_slice(), ends_so.as_slice()) {
        ([one, ..], ..) | ([], [one], ..) | ([], _, [one], _) | ([], _, [], [one]) => Some(PersonMeant::One(*one)),
        ([], _, [one, ..], _) => people.get(*one).map(|person| PersonMeant::Several(person.role)),
        _ => None,
    }
}

/// `people` are those that could have been meant.
pub(super) fn unknown_person(written: &str, people: &[&Person]) -> ContentProblem {
    let is_titled = |person: &&&Person| person.own_title.as_ref().is_some_and(|title| slug(title) == slug(written));
    let names: Vec<String> =
        people.iter().filter(is_titled).filter_map(|person| Some(person.given_name.as_deref()?.to_owned())).collect();
    if names.len() > 1 {
        return ContentProblem::SeveralPeople { title: written.to_owned(), names };
    }
    let mut known: Vec<String> = Vec::new();
    for person in people {
        let name = person.given_name.as_deref().unwrap_or(person.role.as_str()).to_owned();
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let suggestion = did_you_mean(written, known.iter().map(String::as_str)).map(str::to_owned);
    ContentProblem::UnknownPerson { value: written.to_owned(), known, suggestion }
}
