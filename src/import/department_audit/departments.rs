//! Who gets a form: the subjects, the pathways or course areas of some kinds of institution, and the teams of its kind.

use crate::framework::{ExampleAnswer, Facts, TeamFacts};
use crate::programme::{Activity, ActivityKind, Programme, slug};

/// A department or team that gets a form.
#[derive(Clone, Debug)]
pub struct Department<'a> {
    pub name: String,
    /// What it is: this decides what its answers are about.
    pub(super) unit: Unit<'a>,
    pub(super) think_of: &'a str,
    /// The kind of an activity whose question is not answered.
    pub(super) kind: ActivityKind,
    pub(super) example: &'a ExampleAnswer,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Unit<'a> {
    /// A subject, as school.yaml or an activity names it.
    Subject(&'a str),
    /// A pathway or course area, by its index.
    Group(usize),
    Team(&'a TeamFacts),
}

/// All departments and teams of a school, subjects first. No two have the same file name.
pub fn departments<'a>(programme: &'a Programme, facts: &'a Facts) -> Vec<Department<'a>> {
    let audit = &facts.department_audit;
    let kind = programme.institution.kind.as_str();
    let prompt = |name: &str, unit| Department {
        name: name.to_owned(),
        unit,
        think_of: &audit.department.think_of,
        kind: activity_kind(&audit.department.kind),
        example: &audit.department.example,
    };
    let has_group_forms = audit.has_group_forms(kind);
    let subjects =
        subjects(programme, has_group_forms).into_iter().map(|subject| prompt(subject, Unit::Subject(subject)));
    let groups = programme.groups.iter().enumerate().filter(|(_, group)| group.are_learners);
    let groups =
        groups.filter(|_| audit.has_group_forms(kind)).map(|(index, group)| prompt(&group.name, Unit::Group(index)));
    let has_years = |team: &&TeamFacts| {
        let mut years = programme.groups.iter().flat_map(|group| &group.years);
        team.years.is_empty() || years.any(|year| team.years.contains(year))
    };
    let teams = audit.teams_of(kind).filter(has_years).map(|team| Department {
        name: programme.institution.words.in_text(&team.name),
        unit: Unit::Team(team),
        think_of: &team.think_of,
        kind: activity_kind(&team.kind),
        example: &team.example,
    });
    let mut all: Vec<Department<'a>> = Vec::new();
    for department in subjects.chain(groups).chain(teams) {
        if all.iter().all(|other| other.file_stem() != department.file_stem()) {
            all.push(department);
        }
    }
    all
}

/// The subjects of school.yaml, or those that activities name unless groups have forms of their own.
fn subjects(programme: &Programme, has_group_forms: bool) -> Vec<&str> {
    let listed: Vec<&str> = programme.institution.subjects.iter().map(|subject| subject.name.value.as_str()).collect();
    if !listed.is_empty() || has_group_forms {
        return listed;
    }
    let mut named: Vec<&str> =
        programme.planned().flat_map(|activity| activity.subjects.iter().map(String::as_str)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// True if more subjects would get a form once school.yaml lists them.
pub fn may_lack_subjects(programme: &Programme, facts: &Facts) -> bool {
    let has_group_forms = facts.department_audit.has_group_forms(programme.institution.kind.as_str());
    programme.institution.subjects.is_empty() && !has_group_forms
}

/// A kind of the data files. A test rules out that it is not one.
pub(super) fn activity_kind(word: &str) -> ActivityKind {
    ActivityKind::ALL.iter().copied().find(|kind| kind.as_str() == word).unwrap_or(ActivityKind::Lesson)
}

impl Department<'_> {
    /// The name of its form without the extension.
    pub fn file_stem(&self) -> String {
        slug(&self.name)
    }

    /// Its activities in the programme.
    pub(super) fn activities<'p>(&self, programme: &'p Programme) -> Vec<&'p Activity> {
        let own = |activity: &&Activity| match self.unit {
            Unit::Subject(subject) => activity.subjects.iter().any(|named| slug(named) == slug(subject)),
            Unit::Group(group) => activity.groups == [group],
            Unit::Team(team) => {
                let led_by = activity.led_by.as_deref().unwrap_or_default().to_lowercase();
                let words = format!(" {} ", led_by.replace([',', '.', ';'], " "));
                team.activities.iter().any(|kind| kind == activity.kind.as_str())
                    || team.leads.iter().any(|lead| words.contains(&format!(" {lead} ")))
            }
        };
        programme.planned().filter(own).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_files_name_kinds_of_activities() {
        let facts = Facts::load().expect("the data files parse");
        let audit = &facts.department_audit;
        let teams = facts.kinds.iter().flat_map(|kind| audit.teams_of(&kind.id));
        let of_teams = teams.flat_map(|team| team.activities.iter().chain([&team.kind]));
        let questions = audit.questions.list.iter().map(|question| &question.kind);
        for word in of_teams.chain(questions).chain([&audit.department.kind]) {
            assert_eq!(activity_kind(word).as_str(), word);
        }
    }
}
