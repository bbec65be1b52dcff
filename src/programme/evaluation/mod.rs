//! How the programme is evaluated: the method, benchmark runs, surveys, destinations, actions.

mod benchmarks;
mod mapping;
mod readout;

pub(super) use benchmarks::EvaluationData;
pub use benchmarks::{
    Achievement, Comparator, Evaluation, FrameworkVersion, Origin, Progress, Scope, Scores, Statement, progress,
};
pub use mapping::{ColumnKind, MappedColumn, SurveyMapping};
pub use readout::{Compared, Line, Readout, Step, readout};

use super::audience::FeedbackGroup;
use super::benchmark::Benchmark;
use super::format::{Day, FieldReader, FromNode, Groups, Link, Located, Tally, Text, record, string_enum};
use super::groups::{Group, GroupSet, resolve};
use super::prose::Prose;
use crate::programme::findings::ContentProblem;
use crate::read::Node;
use crate::report::{ContentPath, Findings, did_you_mean};

record! {
    /// How the impact of the programme is measured. The text below the front matter says it in full.
    pub struct Impact {
        /// The instruments.
        list methods: Method;
        /// The day on which the text was last changed. Translations that are older say so.
        optional updated: Located<Day>;
        /// The text below the front matter.
        body prose: Prose;
    }
}

record! {
    /// One way in which feedback is asked for or impact is measured.
    pub struct Method {
        /// The instrument.
        required what: Text = "Future Skills Questionnaire", prose;
        /// Who answers.
        list who: FeedbackGroup;
        /// When, in your own words.
        optional when: Text, prose;
        /// When it was last done.
        optional last: Day;
        /// When it is next done.
        optional next: Located<Day>;
        /// Where to answer now.
        optional link: Link;
    }
}

record! {
    /// The results of a survey: counts, never people.
    pub struct SurveyData {
        /// What it is called.
        required title: Text = "Parents' evening survey", prose;
        /// Who was asked.
        required from: FeedbackGroup = "parents";
        /// When it was done, or the last day of it.
        required date: Located<Day> = "2026-06-25";
        /// The instrument, such as your own form.
        optional instrument: Text;
        /// The groups it was about; all if left out.
        optional groups: Groups;
        /// How many were asked.
        optional invited: u32;
        /// How many answered.
        required responded: Located<u32> = "84";
        /// The questions, with counts.
        list questions: Question;
        /// What people told you, in your own words, without names.
        list heard: Located<Text>, prose;
    }
}

record! {
    /// A question and how many gave each answer.
    pub struct Question {
        /// The question as it was asked.
        required question: Text = "I know who to ask about careers", prose;
        /// How many gave each answer, in the order of the scale.
        required counts: Tally = "{ Agree: 41, Disagree: 10 }";
        /// The answers that count as positive.
        list positive: Located<Text>;
        /// The answers that count neither way, such as “Not sure”.
        list neutral: Located<Text>;
        /// Whether people could tick several.
        optional choose_many: bool;
        /// The benchmarks it speaks to.
        list benchmarks: Benchmark;
    }
}

/// A survey, checked.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Its file.
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
    /// Checks that answers fit the number of people, and that positive answers exist.
    pub fn new(data: SurveyData, groups: &[Group], findings: &mut Findings) -> Self {
        for question in &data.questions {
            let counted: u64 = question.counts.0.iter().map(|(_, count)| u64::from(*count)).sum();
            if counted > u64::from(data.responded.value) && question.choose_many != Some(true) {
                let whole = data.responded.value.into();
                let problem =
                    ContentProblem::CountsDoNotAdd { counted, total: whole, people: "answered", choose_many: true };
                findings.add(problem, question.at.clone());
            }
            for positive in question.positive.iter().chain(&question.neutral) {
                if !question.counts.0.iter().any(|(answer, _)| *answer == positive.value) {
                    let known: Vec<String> = question.counts.0.iter().map(|(answer, _)| answer.clone()).collect();
                    let near = did_you_mean(&positive.value, known.iter().map(String::as_str)).map(str::to_owned);
                    let problem =
                        ContentProblem::UnknownValue { value: positive.value.clone(), known, suggestion: near };
                    findings.add(problem, positive.place.clone());
                }
            }
        }
        if let Some(invited) = data.invited.filter(|invited| *invited < data.responded.value) {
            let (counted, whole) = (data.responded.value.into(), invited.into());
            let problem =
                ContentProblem::CountsDoNotAdd { counted, total: whole, people: "were invited", choose_many: false };
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
    /// What destination figures stand on.
    pub enum Basis {
        /// What leavers said they would do.
        Intended "intended",
        /// Where they were in the autumn after leaving.
        Actual "actual",
        /// Where they still were half a year later.
        Sustained "sustained",
    }
}

record! {
    /// Where a year's leavers went.
    pub struct Destinations {
        /// Which leavers.
        required leavers: Text = "Year 11";
        /// The year they left.
        required year: u32 = "2025";
        /// What the figures stand on.
        required basis: Basis = "actual";
        /// Where the figures come from.
        required source: Text = "our own September count";
        /// Where to read them.
        optional link: Link;
        /// How many left.
        required cohort: Located<u32> = "182";
        /// Anything that helps to read the figures.
        optional note: Text, prose;
        /// How many went where.
        list destinations: LeaverCount;
    }
}

record! {
    /// How many went to one kind of destination.
    pub struct LeaverCount {
        /// Where to.
        required to: Text = "Sixth form";
        /// How many: a number, a percentage like 12%, or words such as “about 12”, “fewer than 6”, “not published”.
        required number: Amount = "91";
    }
}

/// A number of leavers, as exact as the school gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Exactly so many.
    Count(u32),
    /// A percentage, as written, without the `%`.
    Percent(String),
    /// In words, kept as they are.
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
            let whole = self.cohort.value.into();
            let problem = ContentProblem::CountsDoNotAdd { counted, total: whole, people: "left", choose_many: false };
            findings.add(problem, self.cohort.place.clone());
        }
    }
}

record! {
    /// You said, we did.
    pub struct ActionsFile {
        /// One entry an action.
        list actions: Action;
    }
}

record! {
    /// Something that people said, and what came of it.
    pub struct Action {
        /// What they said.
        required said: Text = "We hear about events too late", prose;
        /// Who said it.
        required by: FeedbackGroup = "parents";
        /// What was done, or will be.
        required did: Text = "Dates now go out a term ahead", prose;
        /// Who sees to it: a role.
        optional owner: Text;
        /// By when.
        optional due: Located<Day>;
        /// When it was done.
        optional done: Day;
    }
}
