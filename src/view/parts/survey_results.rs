//! The results of a survey, with small numbers suppressed.

use std::collections::HashSet;

use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::disclosure::{
    Figures, PublishedAnswers, QuestionFigures, SuppressionReason, SurveyFigures, Thresholds,
};
use crate::programme::format::{InexactDate, PeopleCount, Percent};
use crate::programme::{MarkedText, Survey, SurveySubject, groups_later};
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::format::share;
use crate::view::parts::agreement_bar::{self, DivergingBar};
use crate::view::parts::figures::{self, StatedFigure};
use crate::view::parts::most_common;
use crate::view::past_events;

#[derive(Debug, Serialize)]
pub struct SurveyView {
    pub title: String,
    pub day: DayInWords,
    #[serde(skip)]
    pub date: InexactDate,
    pub instrument: Option<String>,
    pub groups: String,
    /// “84 of 210 answered (40%)”.
    pub answered: String,
    /// Why no figures are published, in a sentence, if none are.
    pub suppressed: Option<String>,
    pub questions: Vec<QuestionView>,
    /// True if some answers to a question are suppressed, and others shown.
    pub some_suppressed: bool,
    /// Figures that the school states.
    pub stated: Vec<StatedFigure>,
    pub comments: Vec<MarkedText>,
    /// The event or activity that it was about.
    pub subject: Option<String>,
    /// The address of its page, for an event.
    pub subject_page: Option<Address>,
}

#[derive(Debug, Serialize)]
pub struct QuestionView {
    pub question: String,
    /// The answers in the order of the scale; empty if they are suppressed.
    pub answers: Vec<AnswerView>,
    /// The number of answers; `None` if it is not stated, or suppressed.
    pub number: Option<u32>,
    /// True if the answers have numbers, and not only shares.
    pub has_numbers: bool,
    /// “86% agree or strongly agree”, if it may be published.
    pub positive: Option<String>,
    /// True if people could choose several answers.
    pub choose_many: bool,
    /// “Most common: Yes (75%)”, if nothing else sums up the answers.
    pub title: Option<String>,
    /// The bar, if it is a question of agreement.
    pub bar: Option<DivergingBar>,
}

#[derive(Debug, Serialize)]
pub struct AnswerView {
    pub label: String,
    /// The number, or “not published”.
    pub number: String,
    /// The share of all who answered; `None` if suppressed.
    pub percent: Option<Percent>,
    pub positive: bool,
}

pub(crate) fn survey_view(shown: &SurveyFigures<'_>, context: &Context<'_>) -> SurveyView {
    let survey = shown.survey;
    let language = &*context.language;
    let (answered, questions): (String, Vec<QuestionView>) = match &shown.figures {
        Ok(figures) => {
            let questions = figures.questions.iter().map(|question| question_view(question, language));
            (answered(figures, language), questions.collect())
        }
        Err(_) => (language.text("answered_withheld").to_owned(), Vec::new()),
    };
    let (subject, subject_page) = subject(survey, context);
    let suppressed = shown.figures.as_ref().err().map(|reason| match reason {
        SuppressionReason::TooFew => {
            message!(language, "withheld_few", number = Thresholds::of(context.programme).answers)
        }
        SuppressionReason::Overlap => language.text("withheld_overlap").to_owned(),
    });
    // Figures that the school states are of the same few people.
    let is_of_few = matches!(shown.figures, Err(SuppressionReason::TooFew));
    SurveyView {
        title: survey.title.clone(),
        day: context.language.date(&survey.date.value),
        date: survey.date.value.clone(),
        instrument: survey.instrument.clone(),
        groups: groups(survey, context),
        answered,
        suppressed,
        some_suppressed: shown.figures.iter().flat_map(|figures| &figures.questions).any(QuestionFigures::is_in_part),
        questions,
        stated: figures::stated(survey.stated.as_ref().filter(|_| !is_of_few)),
        subject,
        subject_page,
        comments: survey.heard.iter().map(|comment| comment.value.marked()).collect(),
    }
}

/// The groups that it was about. Those of an earlier academic year are in others now: “Year 9 in 2026-27, now Year 10”.
fn groups(survey: &Survey, context: &Context<'_>) -> String {
    let (language, groups, day) = (&context.language, context.groups(), survey.date.value.latest);
    let then = context.programme.groups_at(survey);
    let names = language.groups(&survey.groups, then);
    let years = context.year().years_before(day);
    if years <= 0 || survey.groups.len() == then.len() {
        return names;
    }
    let year = context.year_label(day);
    let now = groups_later(&survey.groups, then, years, groups);
    if now.is_empty() {
        return message!(language, "groups_then", whom = &names, year = &year);
    }
    message!(language, "groups_then_and_now", whom = &names, year = &year, now = &language.groups(&now, groups))
}

/// “84 of 210 answered (40%)”.
pub(crate) fn answered(figures: &Figures<'_>, language: &Language) -> String {
    let invited = figures.invited.filter(|invited| *invited > 0);
    match (figures.responded, invited) {
        (PeopleCount::Number(responded), Some(invited)) => {
            let percent = share(responded.into(), invited.into());
            message!(language, "answered_of", count = responded, all = invited, percent = percent)
        }
        (PeopleCount::Number(responded), None) => message!(language, "answered", count = responded),
        (PeopleCount::Share(share), Some(invited)) => {
            message!(language, "answered_share_of", percent = &share.to_string(), all = invited)
        }
        (PeopleCount::Share(share), None) => message!(language, "answered_share", percent = &share.to_string()),
        (PeopleCount::NotStated, _) => language.text("answered_not_stated").to_owned(),
    }
}

pub(crate) fn question_view(shown: &QuestionFigures<'_>, language: &Language) -> QuestionView {
    let question = shown.question;
    let mut view = QuestionView {
        question: question.question.clone(),
        answers: Vec::new(),
        number: None,
        has_numbers: true,
        positive: None,
        choose_many: question.choose_many == Some(true),
        title: None,
        bar: None,
    };
    let positive: HashSet<&str> = question.positive.iter().map(|positive| positive.value.as_str()).collect();
    match &shown.answers {
        Ok(PublishedAnswers::Counts(answers)) => {
            let people = answers.people.into();
            let lines = answers.counts.iter().map(|(label, count)| AnswerView {
                label: (*label).to_owned(),
                number: count.map_or_else(|| language.text("withheld").to_owned(), |count| count.to_string()),
                percent: count.map(|count| Percent::share(count.into(), people)),
                positive: positive.contains(label),
            });
            view.answers = lines.collect();
            view.number = Some(answers.people);
            view.bar = agreement_bar::bar(question, answers, language);
            view.positive = answers
                .positive
                .map(|positive| message!(language, "percent_positive", percent = share(positive.into(), people)));
        }
        Ok(PublishedAnswers::Shares(shares)) => {
            let lines = shares.iter().map(|(label, share)| AnswerView {
                label: (*label).to_owned(),
                number: share.map_or_else(|| language.text("withheld").to_owned(), |share| language.percent(share)),
                percent: *share,
                positive: positive.contains(label),
            });
            view.answers = lines.collect();
            view.has_numbers = false;
        }
        Err(_) => {}
    }
    if view.bar.is_none() && view.positive.is_none() {
        let parts: Vec<_> = view.answers.iter().map(|answer| (answer.label.as_str(), answer.percent)).collect();
        view.title = most_common::title(&parts, !view.choose_many, language);
    }
    view
}

/// The title of the event or activity that a survey was about, and where an event is on the site.
fn subject(survey: &Survey, context: &Context<'_>) -> (Option<String>, Option<Address>) {
    match &survey.subject {
        None => (None, None),
        Some(SurveySubject::Activity(title)) => (Some(title.clone()), None),
        Some(SurveySubject::Event(id)) => {
            let event = context.programme.events.iter().find(|event| event.id == *id);
            (event.map(|event| event.title.clone()), event.map(|event| context.event_address(event)))
        }
        Some(SurveySubject::PastEvent { folder, id }) => {
            let past = context.programme.past_years.iter().find(|past| past.name == *folder);
            let found = past.and_then(|past| Some((past, past.programme.events.iter().find(|event| event.id == *id)?)));
            let address = found.map(|(past, event)| past_events::event_address(event, past, context));
            (found.map(|(_, event)| event.title.clone()), address)
        }
    }
}
