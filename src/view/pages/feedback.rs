//! The survey results of each of the five groups, and the actions that followed. Small numbers are suppressed.

use serde::Serialize;

use crate::language::capital;
use crate::programme::{FeedbackGroup, FiguresPage};
use crate::view::context::Context;
use crate::view::parts::actions::{ActionLine, actions};
use crate::view::parts::figures::{self, FiguresTable};
use crate::view::parts::survey_results::{SurveyView, survey_view};

#[derive(Debug, Serialize)]
pub struct FeedbackPage {
    pub groups: Vec<GroupFeedback>,
    /// Further tables.
    pub tables: Vec<FiguresTable>,
    pub actions: Vec<ActionLine>,
}

#[derive(Debug, Serialize)]
pub struct GroupFeedback {
    pub id: FeedbackGroup,
    /// The school's name for them, capitalised.
    pub name: String,
    pub surveys: Vec<SurveyView>,
}

pub(crate) fn feedback(context: &Context<'_>) -> Option<FeedbackPage> {
    let programme = context.programme;
    let groups = FeedbackGroup::ALL.iter().filter_map(|group| {
        let of_group = context.figures.surveys.iter().filter(|shown| shown.survey.from == *group);
        let surveys: Vec<SurveyView> = of_group.map(|shown| survey_view(shown, context)).collect();
        let name = capital(context.language.feedback_group(*group));
        (!surveys.is_empty()).then_some(GroupFeedback { id: *group, name, surveys })
    });
    programme.publishes_feedback().then(|| FeedbackPage {
        groups: groups.collect(),
        tables: figures::figures_of(FiguresPage::Feedback, context),
        actions: actions(context, None),
    })
}
