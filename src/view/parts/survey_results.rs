//! The results of a survey, with small numbers suppressed.

use std::collections::HashSet;

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{Figures, QuestionFigures, SuppressionReason, SurveyFigures, Thresholds};
use crate::view::context::Context;
use crate::view::format::{DayInWords, share};
use crate::view::parts::agreement_bar::{self, DivergingBar};

#[derive(Debug, Serialize)]
pub struct SurveyView {
    pub title: String,
    pub day: DayInWords,
    pub instrument: Option<String>,
    pub groups: String,
    /// “84 of 210 answered (40 %)”.
    pub answered: String,
    /// Why no figures are published, in a sentence, if none are.
    pub suppressed: Option<String>,
    pub questions: Vec<QuestionView>,
    pub comments: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct QuestionView {
    pub question: String,
    /// The answers in the order of the scale; empty if too few to publish.
    pub answers: Vec<AnswerView>,
    /// The number of answers; `None` if too few to publish.
    pub number: Option<u32>,
    /// “86 % agree or strongly agree”, if it may be published.
    pub positive: Option<String>,
    /// True if people could choose several answers.
    pub choose_many: bool,
    /// The bar, if it is a question of agreement.
    pub bar: Option<DivergingBar>,
}

#[derive(Debug, Serialize)]
pub struct AnswerView {
    pub label: String,
    /// The number, or “too few to publish”.
    pub number: String,
    /// The share of all who answered, as a whole percentage; `None` if suppressed.
    pub percent: Option<u64>,
    pub positive: bool,
}

pub(crate) fn survey_view(shown: &SurveyFigures<'_>, context: &Context<'_>) -> SurveyView {
    let survey = shown.survey;
    let language = &*context.language;
    let (answered, questions) = match &shown.figures {
        Ok(figures) => {
            let questions = figures.questions.iter().map(|question| question_view(question, language));
            (answered(figures, language), questions.collect())
        }
        Err(_) => (language.text("answered_withheld").to_owned(), Vec::new()),
    };
    let suppressed = shown.figures.as_ref().err().map(|reason| match reason {
        SuppressionReason::TooFew => {
            message!(language, "withheld_few", number = Thresholds::of(context.programme).answers)
        }
        SuppressionReason::Overlap => language.text("withheld_overlap").to_owned(),
    });
    SurveyView {
        title: survey.title.clone(),
        day: context.language.day(survey.date.value),
        instrument: survey.instrument.clone(),
        groups: context.language.groups(&survey.groups, context.groups()),
        answered,
        suppressed,
        questions,
        comments: survey.heard.iter().map(|comment| comment.value.clone()).collect(),
    }
}

/// “84 of 210 answered (40 %)”.
pub(crate) fn answered(figures: &Figures<'_>, language: &Language) -> String {
    let responded = figures.responded;
    match figures.invited.filter(|invited| *invited > 0) {
        Some(invited) => {
            let percent = share(responded.into(), invited.into());
            message!(language, "answered_of", count = responded, all = invited, percent = percent)
        }
        None => message!(language, "answered", count = responded),
    }
}

pub(crate) fn question_view(shown: &QuestionFigures<'_>, language: &Language) -> QuestionView {
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
        let positive: HashSet<&str> = question.positive.iter().map(|positive| positive.value.as_str()).collect();
        let lines = answers.counts.iter().map(|(label, count)| AnswerView {
            label: (*label).to_owned(),
            number: count.map_or_else(|| language.text("too_few").to_owned(), |count| count.to_string()),
            percent: count.map(|count| share(count.into(), people)),
            positive: positive.contains(label),
        });
        view.answers = lines.collect();
        view.bar = agreement_bar::bar(question, answers, language);
        view.number = Some(answers.people);
        view.positive = answers
            .positive
            .map(|positive| message!(language, "percent_positive", percent = share(positive.into(), people)));
    }
    view
}
