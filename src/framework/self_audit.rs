//! What departments are asked about the careers work that they do already, and which teams are asked.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::citation::Citation;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DepartmentAuditFacts {
    pub questions: AuditQuestions,
    /// The kinds of institution in each setting.
    settings: BTreeMap<String, Vec<String>>,
    settings_with_group_forms: Vec<String>,
    /// What a subject, course area or pathway is asked.
    pub department: DepartmentPrompt,
    teams: Vec<TeamFacts>,
    /// Words of a role, in lower case.
    pub roles: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditQuestions {
    pub from: Citation,
    /// For benchmarks 1 to 8, in order.
    pub list: Vec<AuditQuestion>,
}

/// A benchmark as a question to a colleague.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditQuestion {
    /// 1 to 8.
    pub benchmark: u8,
    pub asks: String,
    /// The kind of an activity that is nearest to it, as in the files of the programme.
    pub kind: String,
    /// False if a group without an activity for it is not a gap.
    #[serde(default = "yes")]
    pub is_for_each_group: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DepartmentPrompt {
    /// What the work may be, as a list.
    pub think_of: String,
    /// The kind of an activity whose question is not answered.
    pub kind: String,
    pub example: ExampleAnswer,
}

/// An answer that shows how to fill in a form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleAnswer {
    pub what: String,
    #[serde(default)]
    pub with: String,
    pub learn: String,
    /// 1 to 8.
    pub benchmark: u8,
    pub hours: u8,
    pub who: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TeamFacts {
    pub name: String,
    /// The settings in which it is asked.
    #[serde(rename = "for")]
    settings: Vec<String>,
    /// It is asked only if a group has one of these years, if there are any.
    #[serde(default)]
    pub years: Vec<u8>,
    pub think_of: String,
    /// The kind of an activity whose question is not answered.
    pub kind: String,
    /// Words in `led-by:` of activities that are its own, in lower case.
    #[serde(default)]
    pub leads: Vec<String>,
    /// The kinds of activities that are its own.
    #[serde(default)]
    pub activities: Vec<String>,
    pub example: ExampleAnswer,
}

fn yes() -> bool {
    true
}

impl DepartmentAuditFacts {
    /// The teams that are asked at a kind of institution, given as in `school.yaml`.
    pub fn teams_of<'a>(&'a self, kind: &str) -> impl Iterator<Item = &'a TeamFacts> {
        let setting = self.setting_of(kind);
        self.teams.iter().filter(move |team| setting.is_some_and(|setting| team.settings.contains(setting)))
    }

    /// True if each group of such an institution gets a form.
    pub fn has_group_forms(&self, kind: &str) -> bool {
        self.setting_of(kind).is_some_and(|setting| self.settings_with_group_forms.contains(setting))
    }

    fn setting_of(&self, kind: &str) -> Option<&String> {
        self.settings.iter().find(|(_, kinds)| kinds.iter().any(|known| known == kind)).map(|(setting, _)| setting)
    }
}

#[cfg(test)]
mod tests {
    use crate::framework::Facts;

    #[test]
    fn every_kind_of_institution_has_one_setting_and_some_teams() {
        let facts = Facts::load().expect("the data files parse");
        let audit = &facts.department_audit;
        for kind in &facts.kinds {
            let settings = audit.settings.values().filter(|kinds| kinds.contains(&kind.id)).count();
            assert_eq!(settings, 1, "{}", kind.id);
            assert!(audit.teams_of(&kind.id).count() > 3, "{}", kind.id);
        }
        let known = |setting: &String| audit.settings.contains_key(setting);
        assert!(audit.teams.iter().flat_map(|team| &team.settings).all(known));
        assert!(audit.settings_with_group_forms.iter().all(known));
        let numbers: Vec<u8> = audit.questions.list.iter().map(|question| question.benchmark).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    }
}
