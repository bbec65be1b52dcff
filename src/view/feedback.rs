//! What each of the five groups told the school: surveys as counts, small numbers withheld.

use serde::Serialize;

use super::address::Address;
use super::context::Context;
use super::diverging::{self, DivergingBar};
use super::evaluation::{ActionLine, MethodLine, actions, open_methods};
use super::say::{DayInWords, share};
use crate::language::{Language, capital, say};
use crate::programme::small_numbers::{self, Figures, QuestionShown, SurveyShown, Thresholds, Why};
use crate::programme::{Audience, FeedbackGroup, unheard};

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
    /// Why no figures are published, in a sentence, if none are.
    pub withheld: Option<String>,
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
    /// How many answered it; `None` if too few to publish.
    pub number: Option<u32>,
    /// “86 % agree or strongly agree”, as far as it may be said.
    pub positive: Option<String>,
    /// True if people could tick several.
    pub choose_many: bool,
    /// Agreement at one glance, if it is a question of agreement.
    pub bar: Option<DivergingBar>,
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

/// What an audience told the school, and what came of it: on its own pages, at one glance.
#[derive(Debug, Serialize)]
pub struct Voice {
    /// Its newest survey.
    pub survey: Option<SurveyView>,
    /// How many more there are.
    pub more: usize,
    /// What came of what it said.
    pub actions: Vec<ActionLine>,
    /// Where it can say something now.
    pub feedback: Vec<MethodLine>,
    /// Where all results are.
    pub all: Address,
}

/// What each group told the school.
pub(super) fn feedback(context: &Context<'_>) -> FeedbackPage {
    let programme = context.programme;
    let shown = small_numbers::surveys(programme);
    let groups = FeedbackGroup::ALL.iter().filter_map(|group| {
        let of_group = shown.iter().filter(|shown| shown.survey.from == *group);
        let surveys: Vec<SurveyView> = of_group.map(|shown| survey_view(shown, context)).collect();
        let name = capital(context.language.feedback_group(*group));
        (!surveys.is_empty()).then_some(GroupVoice { id: *group, name, surveys })
    });
    let missing: Vec<&str> = unheard(programme).iter().map(|group| context.language.feedback_group(*group)).collect();
    FeedbackPage {
        groups: groups.collect(),
        unheard: (!missing.is_empty()).then(|| context.language.list(&missing)),
        actions: actions(context, None),
    }
}

/// What an audience told the school, at one glance. `None` if there is nothing to show.
pub(super) fn voice(audience: Audience, context: &Context<'_>) -> Option<Voice> {
    let group = voice_of(audience);
    let shown = small_numbers::surveys(context.programme);
    let mut surveys = shown.iter().filter(|shown| shown.survey.from == group);
    let voice = Voice {
        survey: surveys.next().map(|shown| survey_view(shown, context)),
        more: surveys.count(),
        actions: actions(context, Some(group)),
        feedback: open_methods(audience, context),
        all: Address::new("evaluation/feedback.html").part(&format!("part-{}", group.word())),
    };
    let silent = voice.survey.is_none() && voice.actions.is_empty() && voice.feedback.is_empty();
    (!silent).then_some(voice)
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

fn survey_view(shown: &SurveyShown<'_>, context: &Context<'_>) -> SurveyView {
    let survey = shown.survey;
    let language = &*context.language;
    let (answered, questions) = match &shown.figures {
        Ok(figures) => {
            let questions = figures.questions.iter().map(|question| question_view(question, language));
            (answered(figures, language), questions.collect())
        }
        Err(_) => (language.text("answered_withheld").to_owned(), Vec::new()),
    };
    let withheld = shown.figures.as_ref().err().map(|why| match why {
        Why::TooFew => say!(language, "withheld_few", number = Thresholds::of(context.programme).answers),
        Why::Overlap => language.text("withheld_overlap").to_owned(),
    });
    SurveyView {
        title: survey.title.clone(),
        day: context.language.day(survey.date.value),
        instrument: survey.instrument.clone(),
        groups: context.language.groups(&survey.groups, context.groups()),
        answered,
        withheld,
        questions,
        heard: survey.heard.iter().map(|heard| heard.value.clone()).collect(),
    }
}

/// “84 of 210 answered (40 %)”.
fn answered(figures: &Figures<'_>, language: &Language) -> String {
    let responded = figures.responded;
    match figures.invited.filter(|invited| *invited > 0) {
        Some(invited) => {
            let percent = share(responded.into(), invited.into());
            say!(language, "answered_of", count = responded, all = invited, percent = percent)
        }
        None => say!(language, "answered", count = responded),
    }
}

fn question_view(shown: &QuestionShown<'_>, language: &Language) -> QuestionView {
    let question = shown.question;
    let mut view = QuestionView {
        question: question.question.clone(),
        answers: Vec::new(),
        number: None,
        positive: None,
        choose_many: question.choose_many == Some(true),
        bar: None,
    };
    if let Ok(answers) = &shown.answers {
        let people = answers.people.into();
        let is_positive = |label: &str| question.positive.iter().any(|positive| positive.value == label);
        let lines = answers.counts.iter().map(|(label, count)| AnswerView {
            label: (*label).to_owned(),
            number: count.map_or_else(|| language.text("too_few").to_owned(), |count| count.to_string()),
            percent: count.map(|count| share(count.into(), people)),
            positive: is_positive(label),
        });
        view.answers = lines.collect();
        view.bar = diverging::bar(question, answers, language);
        view.number = Some(answers.people);
        view.positive = answers
            .positive
            .map(|positive| say!(language, "percent_positive", percent = share(positive.into(), people)));
    }
    view
}
