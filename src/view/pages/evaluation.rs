//! An overview of how the programme is evaluated.

use serde::Serialize;

use crate::programme::{FiguresPage, Prose};
use crate::view::context::Context;
use crate::view::dates::DayInWords;
use crate::view::pages::{benchmarks, destinations};
use crate::view::parts::actions::{ActionLine, MethodLine, actions, actions_of_findings, method_line};
use crate::view::parts::figures::{self, FiguresTable};
use crate::view::parts::link::LinkTo;
use crate::view::parts::meetings::{MeetingTable, meeting_tables};
use crate::view::parts::readout;
use crate::view::routes::PageKind;

#[derive(Debug, Serialize)]
pub struct EvaluationPage<'a> {
    /// The statutory text on how impact is measured.
    pub method: Option<&'a Prose>,
    pub methods: Vec<MethodLine>,
    /// True if a method has a time, a last day or a next day.
    pub has_when: bool,
    pub has_last: bool,
    pub has_next: bool,
    pub evaluated: Option<DayInWords>,
    /// The latest benchmark evaluation, in a sentence.
    pub latest: Option<String>,
    pub pages: Vec<LinkTo>,
    /// What followed from feedback, if no page about feedback has it.
    pub actions: Vec<ActionLine>,
    /// What the school found itself, and did.
    pub found: Vec<ActionLine>,
    pub tables: Vec<FiguresTable>,
    /// How many of each group had their guidance meeting, by academic year.
    pub meetings: Vec<MeetingTable>,
}

pub(crate) fn evaluation<'a>(context: &Context<'a>) -> EvaluationPage<'a> {
    let programme = context.programme;
    let impact = programme.impact.as_ref();
    let reviews = programme.institution.details.reviews.as_ref();
    let language = &context.language;
    let page =
        |kind: PageKind, about: &str| LinkTo { about: Some(language.text(about).to_owned()), ..context.link(kind) };
    let mut pages = Vec::new();
    let shows_results = context.shows_results();
    if benchmarks::is_shown(context) {
        pages.push(page(PageKind::Benchmarks, "about_benchmarks"));
    }
    if programme.publishes_feedback() {
        pages.push(page(PageKind::Feedback, "about_feedback"));
    }
    if destinations::is_shown(context) {
        pages.push(page(PageKind::Destinations, "about_destinations"));
    }
    let methods = impact.into_iter().flat_map(|impact| &impact.methods);
    let methods: Vec<MethodLine> = methods.map(|method| method_line(method, context)).collect();
    EvaluationPage {
        method: impact.map(|impact| &impact.prose),
        has_when: methods.iter().any(|method| method.when.is_some()),
        has_last: methods.iter().any(|method| method.last.is_some()),
        has_next: methods.iter().any(|method| method.next.is_some()),
        methods,
        evaluated: reviews
            .and_then(|reviews| reviews.programme_evaluated.as_ref())
            .map(|day| context.language.date(&day.value)),
        latest: programme.evaluations.last().filter(|_| shows_results).map(|run| readout::summary(run, language)),
        pages,
        actions: if programme.publishes_feedback() { Vec::new() } else { actions(context, None) },
        found: actions_of_findings(context),
        meetings: meeting_tables(context),
        tables: if shows_results { figures::figures_of(FiguresPage::Evaluation, context) } else { Vec::new() },
    }
}
