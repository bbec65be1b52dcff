//! The subjects that a school teaches, to which groups, and who answers for careers in each.

use std::collections::HashMap;

use super::findings::ContentProblem;
use super::format::{Control, FieldReader, FromNode, Groups, Located, Record, Text, record};
use super::group_names::resolve;
use super::groups::{Group, GroupSet, slug};
use super::named_people::{NamedPeople, PersonMeant};
use super::person::Role;
use super::team::Team;
use crate::read::{Node, Value};
use crate::report::Findings;

record! {
    /// A subject as a map.
    pub struct SubjectData {
        /// Its name.
        required name: Located<Text> = "Drama";
        /// The national curriculum years in which it is taught, if not in all.
        list years: Located<u32>;
        /// The groups in which it is taught, if not in all: for pathways and course areas.
        optional groups: Groups;
        /// Who answers for careers in it: the name of somebody in team.yaml, or a role such as “Head of music”.
        optional champion: Located<Text> as "Careers champion";
    }
}

/// A subject: its name, or a map.
#[derive(Clone, Debug)]
pub struct SubjectEntry(pub SubjectData);

impl FromNode for SubjectEntry {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        if matches!(node.value, Value::Map(_)) {
            return SubjectData::from_node(node, reader).map(Self);
        }
        let name = Located::<Text>::from_node(node, reader)?;
        Some(Self(SubjectData { at: reader.place(node), name, years: Vec::new(), groups: None, champion: None }))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "type": "string" }, SubjectData::schema()] })
    }
    fn control() -> Control {
        Control::TextOrRecord { text_key: "name", fields: SubjectData::fields }
    }
}

#[derive(Clone, Debug)]
pub struct TaughtSubject {
    pub name: Located<Text>,
    /// The groups to which it is taught.
    pub groups: GroupSet,
    pub champion: Option<Champion>,
}

/// Who answers for careers in a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Champion {
    /// By index in [`Team::everybody`].
    Person(usize),
    /// A role that several people of the team have.
    Shared(Role),
    /// Words for somebody who is not in the team, such as “Head of music”.
    InWords(Text),
}

impl TaughtSubject {
    /// The subjects of `school.yaml`. Reports groups that do not exist, a second subject of one name, and champions whose names are nearly those of
    /// people in the team.
    pub(super) fn all(
        entries: &[SubjectEntry],
        groups: &[Group],
        team: Option<&Team>,
        findings: &mut Findings,
    ) -> Vec<Self> {
        let people = NamedPeople::new(team.into_iter().flat_map(Team::everybody));
        let mut subjects: Vec<Self> = Vec::new();
        let mut listed: HashMap<String, String> = HashMap::new();
        for SubjectEntry(data) in entries {
            let name = data.name.value.to_string();
            if let Some(other) = listed.get(&slug(&name)).cloned() {
                findings.add(ContentProblem::TwoInFile { what: "subjects", name, other }, data.name.place.clone());
                continue;
            }
            listed.insert(slug(&name), name);
            subjects.push(Self {
                name: data.name.clone(),
                groups: taught_groups(data, groups, findings),
                champion: data.champion.as_ref().map(|written| champion(written, &people, findings)),
            });
        }
        subjects
    }
}

fn taught_groups(data: &SubjectData, groups: &[Group], findings: &mut Findings) -> GroupSet {
    let is_taught_in_year =
        |group: &Group| group.years.iter().any(|year| data.years.iter().any(|taught| taught.value == u32::from(*year)));
    for year in data.years.iter().filter(|year| !(1..=14).contains(&year.value)) {
        let problem = ContentProblem::OutOfRange { value: year.value.to_string(), from: 1, to: 14 };
        findings.add(problem, year.place.clone());
    }
    let named = data.groups.as_ref().map(|named| resolve(Some(named), groups, findings));
    let is_taught = |index: usize, group: &Group| match &named {
        Some(named) => named.contains(&index) || is_taught_in_year(group),
        None if data.years.is_empty() => group.are_learners,
        None => is_taught_in_year(group),
    };
    groups.iter().enumerate().filter(|(index, group)| is_taught(*index, group)).map(|(index, _)| index).collect()
}

fn champion(written: &Located<Text>, people: &NamedPeople<'_>, findings: &mut Findings) -> Champion {
    match people.find(&written.value) {
        Some(PersonMeant::One(index)) => return Champion::Person(index),
        Some(PersonMeant::Several(role)) => return Champion::Shared(role),
        None => {}
    }
    let problem = people.unknown(&written.value, None);
    // Only a name that is nearly one of the team is a mistake: others need not be in it.
    if matches!(problem, ContentProblem::UnknownPerson { suggestion: Some(_), .. }) {
        findings.add(problem, written.place.clone());
    }
    Champion::InWords(written.value.clone())
}
