//! What each of the five groups told the school: surveys as counts, small numbers withheld.

use serde::Serialize;

use super::address::Address;
use super::context::Context;
use super::evaluation::{ActionLine, actions};
use super::say::{self, DayInWords};
use super::small_numbers::{hidden_cells, share, small_cells};
use crate::programme::{Audience, FEWEST_ANSWERS, FeedbackGroup, Question, Survey, unheard};

/// What each group told the school, and what came of it.
#[derive(Debug, Serialize)]
pub struct FeedbackPage {
    /// The groups, those that were heard.
    pub groups: Vec<GroupVoice>,
    /// Groups without a dated source, in a sentence.
    pub unheard: Option<String>,
    /// You said, we did.
    pub actions: Vec<ActionLine>,
}

/// What one group told.
#[derive(Debug, Serialize)]
pub struct GroupVoice {
    /// The group's word.
    pub id: FeedbackGroup,
    /// What the school calls them, with a capital.
    pub name: String,
    /// Their surveys, the newest first.
    pub surveys: Vec<SurveyView>,
}

/// A survey.
#[derive(Debug, Serialize)]
pub struct SurveyView {
    /// What it is called.
    pub title: String,
    /// The day.
    pub day: DayInWords,
    /// The instrument.
    pub instrument: Option<String>,
    /// The groups it was about.
    pub groups: String,
    /// “84 of 210 answered (40 %)”.
    pub answered: String,
    /// True if too few answered to publish results.
    pub withheld: bool,
    /// The questions.
    pub questions: Vec<QuestionView>,
    /// What people told the school.
    pub heard: Vec<String>,
}

/// A question and its answers.
#[derive(Debug, Serialize)]
pub struct QuestionView {
    /// The question.
    pub question: String,
    /// The answers in the order of the scale; empty if too few to publish.
    pub answers: Vec<AnswerView>,
    /// How many answered it.
    pub number: u64,
    /// “86 % agree or strongly agree”, as far as it may be said.
    pub positive: Option<String>,
    /// True if people could tick several.
    pub choose_many: bool,
}

/// An answer and how many gave it.
#[derive(Debug, Serialize)]
pub struct AnswerView {
    /// The answer.
    pub label: String,
    /// How many, or “too few to publish”.
    pub number: String,
    /// Of all who answered, in whole percent; `None` if withheld.
    pub percent: Option<u64>,
    /// True if it counts as positive.
    pub positive: bool,
}

/// A survey in brief, on an audience's own page.
#[derive(Debug, Serialize)]
pub struct SurveyBrief {
    /// What it is called.
    pub title: String,
    /// The day.
    pub day: DayInWords,
    /// What people told the school.
    pub heard: Vec<String>,
    /// Where all of it is.
    pub address: Address,
}

/// What each group told the school.
pub(super) fn feedback(context: &Context<'_>) -> FeedbackPage {
    let programme = context.programme;
    let groups = FeedbackGroup::ALL.iter().filter_map(|group| {
        let surveys: Vec<SurveyView> = programme
            .surveys
            .iter()
            .filter(|survey| survey.form.from == *group)
            .map(|survey| survey_view(survey, context))
            .collect();
        let name = say::capital(group.name(context.words()));
        (!surveys.is_empty()).then_some(GroupVoice { id: *group, name, surveys })
    });
    let missing: Vec<&str> = unheard(programme).iter().map(|group| group.name(context.words())).collect();
    FeedbackPage {
        groups: groups.collect(),
        unheard: (!missing.is_empty()).then(|| say::list(&missing)),
        actions: actions(context, None),
    }
}

/// What an audience told the school, in brief.
pub(super) fn briefs(audience: Audience, context: &Context<'_>) -> Vec<SurveyBrief> {
    let group = voice_of(audience);
    let surveys =
        context.programme.surveys.iter().filter(|survey| survey.form.from == group && !survey.form.heard.is_empty());
    surveys
        .map(|survey| SurveyBrief {
            title: survey.form.title.clone(),
            day: say::day(survey.form.date.value),
            heard: survey.heard(),
            address: Address::new("evaluation/feedback.html").part(&format!("part-{}", group.word())),
        })
        .collect()
}

/// The feedback group that an audience is.
pub(super) fn voice_of(audience: Audience) -> FeedbackGroup {
    match audience {
        Audience::Pupils => FeedbackGroup::Pupils,
        Audience::Parents => FeedbackGroup::Parents,
        Audience::Staff => FeedbackGroup::Staff,
        Audience::Employers => FeedbackGroup::Employers,
    }
}

fn survey_view(survey: &Survey, context: &Context<'_>) -> SurveyView {
    let form = &survey.form;
    let withheld = survey.has_too_few_answers();
    let answered = match (withheld, form.invited) {
        (false, Some(invited)) if invited > 0 => {
            let rate = share(form.responded.value.into(), invited.into());
            format!("{} of {invited} answered ({rate} %)", form.responded.value)
        }
        (false, _) => format!("{} answered", form.responded.value),
        (true, _) => "too few answered to publish figures".into(),
    };
    SurveyView {
        title: form.title.clone(),
        day: say::day(form.date.value),
        instrument: form.instrument.clone(),
        groups: say::groups(&survey.groups, context.groups(), context.words()),
        answered,
        withheld,
        questions: if withheld {
            Vec::new()
        } else {
            form.questions.iter().map(|question| question_view(question, form.responded.value)).collect()
        },
        heard: survey.heard(),
    }
}

fn question_view(question: &Question, responded: u32) -> QuestionView {
    let counts = &question.counts.0;
    let choose_many = question.choose_many == Some(true);
    let answered: u64 = counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let base = if choose_many { u64::from(responded) } else { answered };
    let withheld = base < u64::from(FEWEST_ANSWERS);
    let is_positive = |label: &str| question.positive.iter().any(|positive| positive.value == label);
    let positive: u64 = counts.iter().filter(|(label, _)| is_positive(label)).map(|(_, count)| u64::from(*count)).sum();
    let cells: Vec<Option<u32>> = counts.iter().map(|(_, count)| Some(*count)).collect();
    let hidden = if choose_many { small_cells(&cells) } else { hidden_cells(&cells, responded) };
    let any_hidden = hidden.contains(&true);
    let answers = counts.iter().zip(hidden).map(|((label, count), hidden)| AnswerView {
        label: label.clone(),
        number: if hidden { "too few to publish".into() } else { count.to_string() },
        percent: (!hidden).then(|| share((*count).into(), base)),
        positive: is_positive(label),
    });
    QuestionView {
        question: question.question.clone(),
        answers: if withheld { Vec::new() } else { answers.collect() },
        number: base,
        // With a count withheld, the share of several could tell it.
        positive: (!withheld && !any_hidden && !choose_many && !question.positive.is_empty())
            .then(|| format!("{} % positive", share(positive, base))),
        choose_many,
    }
}
