//! Who answers to whom in the team.

use super::findings::ContentProblem;
use super::format::{Located, Text};
use super::groups::slug;
use super::team::Person;
use crate::report::{Findings, Subject, did_you_mean};

/// The person each member of a team answers to, by index. Nobody answers to themselves, whether directly or through others.
#[derive(Clone, Debug, Default)]
pub struct ReportingLines(Vec<Option<usize>>);

impl ReportingLines {
    /// Looks up the names and roles that people wrote. Reports those that nobody has, and lines that lead in a circle.
    pub(super) fn new(people: &[Person], written: &[Option<Located<Text>>], findings: &mut Findings) -> Self {
        let mut lines = Self(vec![None; people.len()]);
        for (index, written) in written.iter().enumerate() {
            let (Some(written), Some(person)) = (written, people.get(index)) else { continue };
            let broken = [Subject::key(&person.at, "reports-to")];
            let Some(above) = find(&written.value, people) else {
                findings.add_breaking(unknown(&written.value, index, people), written.place.clone(), broken);
                continue;
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

/// The first person with this name, title or role. The last words of a name are enough if only one person has them.
fn find(written: &str, people: &[Person]) -> Option<usize> {
    let wanted = slug(written);
    let is_named = |person: &Person| person.given_name.as_ref().is_some_and(|name| slug(name) == wanted);
    let has_title = |person: &Person| slug(person.title()) == wanted;
    let has_role = |person: &Person| person.role.as_str() == wanted || slug(person.role.title()) == wanted;
    let ending = format!("-{wanted}");
    let ends_so = |person: &&Person| person.given_name.as_ref().is_some_and(|name| slug(name).ends_with(&ending));
    let whole = people.iter().position(is_named).or_else(|| people.iter().position(has_title));
    whole.or_else(|| people.iter().position(has_role)).or_else(|| {
        let is_only = people.iter().filter(ends_so).count() == 1;
        people.iter().position(|person| is_only && ends_so(&person))
    })
}

/// `own` is the index of the person whose line it is.
fn unknown(written: &str, own: usize, people: &[Person]) -> ContentProblem {
    let mut known: Vec<String> = Vec::new();
    for (_, person) in people.iter().enumerate().filter(|(index, _)| *index != own) {
        let name = person.given_name.as_deref().unwrap_or(person.role.as_str()).to_owned();
        if !known.contains(&name) {
            known.push(name);
        }
    }
    let suggestion = did_you_mean(written, known.iter().map(String::as_str)).map(str::to_owned);
    ContentProblem::UnknownPerson { value: written.to_owned(), known, suggestion }
}
