//! The people who run the programme.

use super::findings::ContentProblem;
use super::format::{Located, Text, record};
use super::groups::Group;
use super::person::{Person, PersonData, Role};
use super::reporting_lines::ReportingLines;
use crate::report::{Findings, Subject};

record! {
    /// The people who run the careers programme. There must be a careers leader.
    pub struct TeamData {
        /// One entry for each person or role.
        list people: PersonData as "People" of "person";
    }
}

/// The team: at least one careers leader whom people can reach.
#[derive(Clone, Debug)]
pub struct Team {
    /// The careers leaders; the first is the main one, and there is always one.
    pub leader: Person,
    /// All others, in the order of the file, further careers leaders first among them.
    pub others: Vec<Person>,
    /// Who answers to whom, by index in [`Team::everybody`].
    pub lines: ReportingLines,
}

impl Team {
    /// Returns `None`, with a finding, if no careers leader has an e-mail address or a phone number.
    pub fn new(form: TeamData, groups: &[Group], findings: &mut Findings) -> Option<Self> {
        let mut people: Vec<(Person, Option<Located<Text>>)> = Vec::new();
        for mut person in form.people {
            let reports_to = person.reports_to.take();
            people.push((Person::new(person, groups, findings), reports_to));
        }
        let Some((any, _)) = people.iter().find(|(person, _)| person.role == Role::CareersLeader) else {
            findings.add(ContentProblem::NoLeader, form.at);
            return None;
        };
        let reachable =
            |person: &Person| person.role == Role::CareersLeader && (person.email.is_some() || person.phone.is_some());
        let Some(first) = people.iter().position(|(person, _)| reachable(person)) else {
            let example = "email: careers@school.example` or `phone: 01632 960123".to_owned();
            let needed = ["email", "phone"].map(|key| Subject::key(&any.at, key));
            findings.add_needing(ContentProblem::MissingKey { key: "email", example }, any.at.clone(), needed);
            return None;
        };
        let leader = people.remove(first);
        people.sort_by_key(|(person, _)| person.role != Role::CareersLeader);
        people.insert(0, leader);
        let (mut people, written): (Vec<Person>, Vec<_>) = people.into_iter().unzip();
        let lines = ReportingLines::new(&people, &written, findings);
        Some(Self { leader: people.remove(0), others: people, lines })
    }

    pub fn everybody(&self) -> impl Iterator<Item = &Person> {
        std::iter::once(&self.leader).chain(&self.others)
    }

    pub fn leaders(&self) -> impl Iterator<Item = &Person> {
        self.everybody().filter(|person| person.role == Role::CareersLeader)
    }

    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.everybody().filter(move |person| person.role == role)
    }
}
