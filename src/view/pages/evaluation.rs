//! An overview of how the programme is evaluated.

use serde::Serialize;

use crate::programme::{FeedbackGroup, Prose};
use crate::view::context::Context;
use crate::view::format::DayInWords;
use crate::view::parts::actions::{ActionLine, MethodLine, actions, method_line};
use crate::view::parts::link::LinkTo;
use crate::view::parts::readout;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct EvaluationPage<'a> {
    /// The statutory text on how impact is measured.
    pub method: Option<&'a Prose>,
    pub methods: Vec<MethodLine>,
    /// The groups that no feedback method covers, as a list in words.
    pub unasked: Option<String>,
    pub evaluated: Option<DayInWords>,
    /// The latest benchmark evaluation, in a sentence.
    pub latest: Option<String>,
    pub pages: Vec<LinkTo>,
    pub actions: Vec<ActionLine>,
}

pub(crate) fn evaluation<'a>(context: &Context<'a>) -> EvaluationPage<'a> {
    let programme = context.programme;
    let impact = programme.impact.as_ref();
    let reviews = programme.institution.details.reviews.as_ref();
    let language = &context.language;
    let page =
        |kind: PageKind, about: &str| LinkTo { about: Some(language.text(about).to_owned()), ..context.link(kind) };
    let mut pages = Vec::new();
    if !programme.evaluations.is_empty() {
        pages.push(page(PageKind::Benchmarks, "about_benchmarks"));
    }
    pages.push(page(PageKind::Feedback, "about_feedback"));
    if !programme.destinations.is_empty() {
        pages.push(page(PageKind::Destinations, "about_destinations"));
    }
    EvaluationPage {
        method: impact.map(|impact| &impact.prose),
        methods: impact
            .map_or_else(Vec::new, |impact| impact.methods.iter().map(|method| method_line(method, context)).collect()),
        unasked: groups_without_method(context),
        evaluated: reviews
            .and_then(|reviews| reviews.programme_evaluated.as_ref())
            .map(|day| context.language.day(day.value)),
        latest: programme.evaluations.last().map(|run| readout::summary(run, language)),
        pages,
        actions: actions(context, None),
    }
}

/// The groups that no feedback method covers, as a list in words.
pub(crate) fn groups_without_method(context: &Context<'_>) -> Option<String> {
    let impact = context.programme.impact.as_ref()?;
    let is_covered = |group: &FeedbackGroup| impact.methods.iter().any(|method| method.who.contains(group));
    let missing = FeedbackGroup::ALL.iter().filter(|group| !is_covered(group));
    let missing: Vec<&str> = missing.map(|group| context.language.feedback_group(*group)).collect();
    (!missing.is_empty()).then(|| context.language.list(&missing))
}
