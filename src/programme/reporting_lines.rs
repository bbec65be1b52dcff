//! Who answers to whom in the team.

use super::findings::ContentProblem;
use super::format::{Located, Text};
use super::named_people::{NamedPeople, PersonMeant};
use super::person::Person;
use crate::report::{Findings, Subject};

/// The person each member of a team answers to, by index. Nobody answers to themselves, whether directly or through others.
#[derive(Clone, Debug, Default)]
pub struct ReportingLines(Vec<Option<usize>>);

impl ReportingLines {
    /// Looks up the names and roles that people wrote. Reports those that nobody has, and lines that lead in a circle.
    pub(super) fn new(people: &[Person], written: &[Option<Located<Text>>], findings: &mut Findings) -> Self {
        let everybody = NamedPeople::new(people);
        let mut lines = Self(vec![None; people.len()]);
        for (index, written) in written.iter().enumerate() {
            let (Some(written), Some(person)) = (written, people.get(index)) else { continue };
            let broken = [Subject::key(&person.at, "reports-to")];
            let above = match everybody.find(&written.value) {
                Some(PersonMeant::One(above)) => above,
                // Those who share a post are above everybody who names it: the first stands for them.
                Some(PersonMeant::Several(role)) => people.iter().position(|one| one.role == role).unwrap_or(index),
                None => {
                    let problem = everybody.unknown(&written.value, Some(index));
                    findings.add_breaking(problem, written.place.clone(), broken);
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
