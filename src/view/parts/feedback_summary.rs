//! One audience's feedback in brief, for its landing page.

use serde::Serialize;

use crate::programme::Audience;
use crate::view::address::Address;
use crate::view::context::Context;
use crate::view::parts::actions::{ActionLine, MethodLine, actions, feedback_group_of, open_methods};
use crate::view::parts::survey_results::{SurveyView, survey_view};
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct FeedbackSummary {
    pub survey: Option<SurveyView>,
    pub more: usize,
    pub actions: Vec<ActionLine>,
    pub methods: Vec<MethodLine>,
    pub all: Address,
}

/// `None` if there is nothing to show.
pub(crate) fn feedback_summary(audience: Audience, context: &Context<'_>) -> Option<FeedbackSummary> {
    let group = feedback_group_of(audience);
    let of_group = context.figures.surveys.iter().filter(|shown| shown.survey.from == group && context.shows_results());
    // What people say about the whole programme comes before what they say about one event.
    let (general, of_events): (Vec<_>, Vec<_>) = of_group.partition(|shown| shown.survey.subject.is_none());
    let mut surveys = general.into_iter().chain(of_events);
    let summary = FeedbackSummary {
        survey: surveys.next().map(|shown| survey_view(shown, context)),
        more: surveys.count(),
        // The feedback page has all.
        actions: actions(context, Some(group)).into_iter().take(2).collect(),
        methods: open_methods(audience, context),
        all: PageKind::Feedback.address().part(&format!("part-{}", group.as_str())),
    };
    let silent = summary.survey.is_none() && summary.actions.is_empty() && summary.methods.is_empty();
    (!silent).then_some(summary)
}
