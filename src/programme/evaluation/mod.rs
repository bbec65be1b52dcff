//! The evaluation of the programme: methods, benchmark evaluations, surveys, destinations and actions.

mod benchmarks;
mod mapping;
mod readout;

pub(super) use benchmarks::EvaluationFile;
pub use benchmarks::{Achievement, Comparator, CriteriaProgress, Evaluation, Origin, Scope, Scores};
pub use mapping::{ColumnKind, MappedColumn, SurveyMapping};
pub use readout::{Comparison, Line, Readout, Step, readout};

use super::audience::FeedbackGroup;
use super::benchmark::Benchmark;
use super::format::{Day, FieldReader, FromNode, Groups, Link, Located, Tally, Text, record, string_enum};
use super::group_names::resolve;
use super::groups::{Group, GroupSet};
use super::prose::Prose;
use crate::programme::findings::ContentProblem;
use crate::read::Node;
use crate::report::{ContentPath, Findings, did_you_mean};

record! {
    /// How you measure the impact of the programme. Describe it in full in the text below the front matter.
    pub struct Impact {
        /// The methods you use, such as surveys and questionnaires.
        list methods: Method;
        /// The date you last changed the text. Older translations show a note.
        optional updated: Located<Day>;
        /// The text below the front matter.
        body prose: Prose;
    }
}

record! {
    /// One method of asking for feedback or measuring impact.
    pub struct Method {
        /// The name of the method.
        required what: Text = "Future Skills Questionnaire", prose;
        /// Who answers.
        list who: FeedbackGroup;
        /// When you use it, in your own words.
        optional when: Text, prose;
        /// When you last used it.
        optional last: Day;
        /// When you will next use it.
        optional next: Located<Day>;
        /// A link to the form, while people can answer.
        optional link: Link;
    }
}

record! {
    /// The results of a survey: only counts, never names.
    pub struct SurveyFile {
        /// The title of the survey.
        required title: Text = "Parents' evening survey", prose;
        /// Who you asked.
        required from: FeedbackGroup = "parents";
        /// The date of the survey, or its last day.
        required date: Located<Day> = "2026-06-25";
        /// The form or questionnaire you used, such as “our own form”.
        optional instrument: Text;
        /// The groups it was about. If you leave it out, it was about all groups.
        optional groups: Groups;
        /// How many people you asked.
        optional invited: u32;
        /// How many people answered.
        required responded: Located<u32> = "84";
        /// The questions, with the number of people who gave each answer.
        list questions: Question;
        /// What people said, in your own words and without names.
        list heard: Located<Text>, prose;
    }
}

record! {
    /// A question, and how many people gave each answer.
    pub struct Question {
        /// The question as you asked it.
        required question: Text = "I know who to ask about careers", prose;
        /// How many people gave each answer, in the order of the scale.
        required counts: Tally = "{ Agree: 41, Disagree: 10 }";
        /// The answers that count as positive.
        list positive: Located<Text>;
        /// The answers that count as neither positive nor negative, such as “Not sure”.
        list neutral: Located<Text>;
        /// Whether people could choose several answers.
        optional choose_many: bool;
        /// The benchmarks that the question is about.
        list benchmarks: Benchmark;
    }
}

#[derive(Clone, Debug)]
pub struct Survey {
    pub(crate) path: ContentPath,
    pub(crate) title: Text,
    pub(crate) from: FeedbackGroup,
    pub(crate) date: Located<Day>,
    pub(crate) instrument: Option<Text>,
    pub(crate) groups: GroupSet,
    pub(crate) invited: Option<u32>,
    pub(crate) responded: Located<u32>,
    pub(crate) questions: Vec<Question>,
    pub(crate) heard: Vec<Located<Text>>,
}

impl Survey {
    /// Checks that the counts fit the number of people, and that the positive and neutral answers exist.
    pub fn new(data: SurveyFile, groups: &[Group], findings: &mut Findings) -> Self {
        for question in &data.questions {
            let counted: u64 = question.counts.0.iter().map(|(_, count)| u64::from(*count)).sum();
            if counted > u64::from(data.responded.value) && question.choose_many != Some(true) {
                let total = data.responded.value.into();
                let problem = ContentProblem::CountsDoNotAdd { counted, total, people: "answered", choose_many: true };
                findings.add(problem, question.at.clone());
            }
            for listed in question.positive.iter().chain(&question.neutral) {
                if !question.counts.0.iter().any(|(answer, _)| *answer == listed.value) {
                    let known: Vec<String> = question.counts.0.iter().map(|(answer, _)| answer.clone()).collect();
                    let suggestion = did_you_mean(&listed.value, known.iter().map(String::as_str)).map(str::to_owned);
                    let problem = ContentProblem::UnknownValue { value: listed.value.clone(), known, suggestion };
                    findings.add(problem, listed.place.clone());
                }
            }
        }
        if let Some(invited) = data.invited.filter(|invited| *invited < data.responded.value) {
            let (counted, total) = (data.responded.value.into(), invited.into());
            let problem = ContentProblem::CountsDoNotAdd { counted, total, people: "were invited", choose_many: false };
            findings.add(problem, data.at.clone());
        }
        Self {
            path: data.at.path().clone(),
            title: data.title,
            from: data.from,
            date: data.date,
            instrument: data.instrument,
            groups: resolve(data.groups.as_ref(), groups, findings),
            invited: data.invited,
            responded: data.responded,
            questions: data.questions,
            heard: data.heard,
        }
    }
}

string_enum! {
    pub enum Basis {
        /// What leavers intended to do.
        Intended "intended",
        /// Where leavers were in the autumn after leaving.
        Actual "actual",
        /// Where leavers still were half a year later.
        Sustained "sustained",
    }
}

record! {
    /// The destinations of one year's leavers.
    pub struct Destinations {
        /// Which leavers.
        required leavers: Text = "Year 11";
        /// The year they left.
        required year: u32 = "2025";
        /// The basis of the figures: intended, actual or sustained.
        required basis: Basis = "actual";
        /// The source of the figures.
        required source: Text = "our own September count";
        /// A link to the source.
        optional link: Link;
        /// How many pupils left.
        required cohort: Located<u32> = "182";
        /// Anything that helps people understand the figures.
        optional note: Text, prose;
        /// How many leavers went to each kind of destination.
        list destinations: LeaverCount;
    }
}

record! {
    /// How many leavers went to one kind of destination.
    pub struct LeaverCount {
        /// The kind of destination.
        required to: Text = "Sixth form";
        /// How many: a number, a percentage such as 12%, or words such as “about 12”, “fewer than 6” or “not published”.
        required number: Amount = "91";
    }
}

/// A number of leavers, as exact as the school states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    Count(u32),
    /// A percentage, as written, without the `%`.
    Percent(String),
    /// Words, kept unchanged.
    Words(String),
}

impl FromNode for Amount {
    fn from_node(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let text = Text::from_node(node, reader)?;
        if let Ok(count) = text.replace(',', "").parse() {
            return Some(Self::Count(count));
        }
        let percent = text
            .strip_suffix('%')
            .map(str::trim)
            .filter(|number| number.parse::<f32>().is_ok_and(|number| (0.0..=100.0).contains(&number)));
        Some(percent.map_or(Self::Words(text.clone()), |number| Self::Percent(number.to_owned())))
    }
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": ["integer", "string"] })
    }
}

impl Destinations {
    /// Reports counts that add up to more than the cohort.
    pub(super) fn check(&self, findings: &mut Findings) {
        let counted: u64 = self
            .destinations
            .iter()
            .map(|destination| if let Amount::Count(count) = destination.number { u64::from(count) } else { 0 })
            .sum();
        if counted > u64::from(self.cohort.value) {
            let total = self.cohort.value.into();
            let problem = ContentProblem::CountsDoNotAdd { counted, total, people: "left", choose_many: false };
            findings.add(problem, self.cohort.place.clone());
        }
    }
}

record! {
    /// “You said, we did”: feedback, and what you did about it.
    pub struct ActionsFile {
        /// One entry for each action.
        list actions: Action;
    }
}

record! {
    /// Something that people said, and what you did about it.
    pub struct Action {
        /// What they said.
        required said: Text = "We hear about events too late", prose;
        /// Who said it.
        required by: FeedbackGroup = "parents";
        /// What you did, or will do.
        required did: Text = "Dates now go out a term ahead", prose;
        /// The role of the person who is responsible.
        optional owner: Text;
        /// When it is due.
        optional due: Located<Day>;
        /// When it was done.
        optional done: Day;
    }
}
