//! How the programme is evaluated, in overview: the method, what changed, where to read more.

use jiff::civil::Date;
use serde::Serialize;

use super::address::Address;
use super::cards::LinkTo;
use super::context::Context;
use super::feedback::voice_of;
use super::readout;
use super::say::{self, DayInWords};
use crate::programme::{Action, Audience, FeedbackGroup, Method, Prose};

/// The evaluation in overview.
#[derive(Debug, Serialize)]
pub struct EvaluationPage<'a> {
    /// How impact is measured: the statutory text.
    pub method: Option<&'a Prose>,
    /// The feedback plan: who is asked, how and when.
    pub methods: Vec<MethodLine>,
    /// The groups that nothing in it asks, in words.
    pub unasked: Option<String>,
    /// When the whole programme was last evaluated.
    pub evaluated: Option<DayInWords>,
    /// The latest benchmark run, in a sentence.
    pub latest: Option<String>,
    /// The pages that say more.
    pub pages: Vec<LinkTo>,
    /// What changed because of feedback.
    pub actions: Vec<ActionLine>,
}

/// An instrument.
#[derive(Clone, Debug, Serialize)]
pub struct MethodLine {
    /// The instrument.
    pub what: String,
    /// Who answers.
    pub who: String,
    /// When.
    pub when: Option<String>,
    /// When it was last done.
    pub last: Option<DayInWords>,
    /// When it is next done.
    pub next: Option<DayInWords>,
    /// True if that day has passed.
    pub overdue: bool,
    /// Where to answer now.
    pub link: Option<String>,
}

/// You said, we did.
#[derive(Clone, Debug, Serialize)]
pub struct ActionLine {
    /// What was said.
    pub said: String,
    /// Who said it.
    pub by: String,
    /// What was done, or will be.
    pub did: String,
    /// Who sees to it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<DayInWords>,
    /// When it was done.
    pub done: Option<DayInWords>,
    /// True if it is past its day and not done.
    pub overdue: bool,
}

/// The evaluation in overview.
pub(super) fn evaluation<'a>(context: &Context<'a>) -> EvaluationPage<'a> {
    let programme = context.programme;
    let impact = programme.impact.as_ref();
    let reviews = programme.institution.details.reviews.as_ref();
    let language = &context.language;
    let page = |file: &str, title: &str, about: &str| LinkTo {
        about: Some(language.text(about).to_owned()),
        ..LinkTo::new(Address::new(format!("evaluation/{file}")), language.text(title))
    };
    let mut pages = Vec::new();
    if !programme.evaluations.is_empty() {
        pages.push(page("benchmarks.html", "page_benchmarks", "about_benchmarks"));
    }
    pages.push(page("feedback.html", "page_feedback", "about_feedback"));
    if !programme.destinations.is_empty() {
        pages.push(page("destinations.html", "page_destinations", "about_destinations"));
    }
    EvaluationPage {
        method: impact.map(|impact| &impact.prose),
        methods: impact
            .map_or_else(Vec::new, |impact| impact.methods.iter().map(|method| method_line(method, context)).collect()),
        unasked: unasked(context),
        evaluated: reviews
            .and_then(|reviews| reviews.programme_evaluated.as_ref())
            .map(|day| context.language.day(day.value)),
        latest: programme.evaluations.last().map(|run| readout::summary(run, language)),
        pages,
        actions: actions(context, None),
    }
}

/// Which of the five groups no method asks.
fn unasked(context: &Context<'_>) -> Option<String> {
    let impact = context.programme.impact.as_ref()?;
    let asked = |group: &FeedbackGroup| impact.methods.iter().any(|method| method.who.contains(group));
    let missing = FeedbackGroup::ALL.iter().filter(|group| !asked(group));
    let missing: Vec<&str> = missing.map(|group| context.language.feedback_group(*group)).collect();
    (!missing.is_empty()).then(|| context.language.list(&missing))
}

fn method_line(method: &Method, context: &Context<'_>) -> MethodLine {
    let who: Vec<&str> = method.who.iter().map(|group| context.language.feedback_group(*group)).collect();
    MethodLine {
        what: method.what.clone(),
        who: context.language.list(&who),
        when: method.when.clone(),
        last: method.last.map(|day| context.language.day(day)),
        next: method.next.as_ref().map(|next| context.language.day(next.value)),
        overdue: method.next.as_ref().is_some_and(|next| next.value < context.today),
        link: method.link.as_ref().map(|link| link.as_str().to_owned()),
    }
}

/// Where an audience can give feedback now.
pub(super) fn open_methods(audience: Audience, context: &Context<'_>) -> Vec<MethodLine> {
    let methods = context.programme.impact.iter().flat_map(|impact| &impact.methods);
    methods
        .filter(|method| method.link.is_some() && method.who.contains(&voice_of(audience)))
        .map(|method| method_line(method, context))
        .collect()
}

/// You said, we did: of one group, or of all.
pub(super) fn actions(context: &Context<'_>, by: Option<FeedbackGroup>) -> Vec<ActionLine> {
    let actions = context.programme.actions.iter().filter(|action| by.is_none_or(|by| action.by == by));
    actions.map(|action| action_line(action, context.today, context)).collect()
}

fn action_line(action: &Action, today: Date, context: &Context<'_>) -> ActionLine {
    ActionLine {
        said: action.said.clone(),
        by: say::capital(context.language.feedback_group(action.by)),
        did: action.did.clone(),
        owner: action.owner.clone(),
        due: action.due.as_ref().map(|due| context.language.day(due.value)),
        done: action.done.map(|day| context.language.day(day)),
        overdue: action.done.is_none() && action.due.as_ref().is_some_and(|due| due.value < today),
    }
}
