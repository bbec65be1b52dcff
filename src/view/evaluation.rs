//! How the programme is evaluated: method, benchmark runs, what each group said, destinations, actions.

use jiff::civil::Date;
use serde::Serialize;

use super::address::Address;
use super::cards::{BenchmarkTag, LinkTo};
use super::context::Context;
use super::say::{self, DayInWords};
use super::small_numbers::{Withheld, hidden_cells, share, show, small_cells};
use crate::framework::Framework;
use crate::programme::form::Score;
use crate::programme::{
    Action, Amount, Audience, Basis, Benchmark, Comparator, Destinations, EvaluationForm, FeedbackGroup, Method, Prose,
    Scope, Scores, Survey, unheard,
};

/// The evaluation in overview.
#[derive(Debug, Serialize)]
pub struct EvaluationPage<'a> {
    /// How impact is measured: the statutory text.
    pub method: Option<&'a Prose>,
    /// The instruments.
    pub methods: Vec<MethodLine>,
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
    /// Where to answer now.
    pub link: Option<String>,
}

/// Benchmark runs, one table a version of the benchmarks: they are never mixed.
#[derive(Debug, Serialize)]
pub struct BenchmarksPage {
    /// The newest version first.
    pub versions: Vec<VersionRuns>,
    /// True if runs answer more than one version.
    pub changed: bool,
}

/// The runs that answer one version of the benchmarks.
#[derive(Debug, Serialize)]
pub struct VersionRuns {
    /// The version's name.
    pub name: String,
    /// The runs, the newest first.
    pub runs: Vec<RunHead>,
    /// A row for each benchmark.
    pub rows: Vec<BenchmarkRow>,
    /// Figures to compare the newest run with.
    pub comparators: Vec<ComparatorLine>,
}

/// A run: its date and how it was made.
#[derive(Debug, Serialize)]
pub struct RunHead {
    /// The day.
    pub day: DayInWords,
    /// The tool.
    pub tool: String,
    /// How many benchmarks are fully achieved.
    pub fully: usize,
    /// True if all eight are scored.
    pub complete: bool,
    /// Who took part.
    pub took_part: Option<String>,
    /// Anything that helps to read it.
    pub note: Option<String>,
    /// When the next one is due.
    pub next: Option<DayInWords>,
}

/// One benchmark, in each run.
#[derive(Debug, Serialize)]
pub struct BenchmarkRow {
    /// The benchmark, in this version's wording.
    pub benchmark: BenchmarkTag,
    /// A score a run.
    pub scores: Vec<ScoreCell>,
}

/// A score.
#[derive(Debug, Serialize)]
pub struct ScoreCell {
    /// “83 %”, or “not stated”.
    pub text: String,
    /// 0 to 100; `None` if not stated.
    pub percent: Option<u8>,
    /// True at 100 %, and only then.
    pub fully: bool,
}

/// Figures to compare with.
#[derive(Debug, Serialize)]
pub struct ComparatorLine {
    /// “England, 2024-25”.
    pub title: String,
    /// Where they come from.
    pub source: String,
    /// Where to read them.
    pub link: Option<String>,
    /// A score a benchmark; empty if there are none.
    pub scores: Vec<ScoreCell>,
    /// The mean number fully achieved.
    pub fully_achieved: Option<String>,
}

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

/// Where leavers went.
#[derive(Debug, Serialize)]
pub struct DestinationsPage {
    /// A table a cohort, the newest first.
    pub cohorts: Vec<Cohort>,
}

/// The leavers of one year.
#[derive(Debug, Serialize)]
pub struct Cohort {
    /// “Year 11 leavers, 2025”.
    pub title: String,
    /// What the figures stand on, in a sentence.
    pub basis: &'static str,
    /// Where they come from.
    pub source: String,
    /// Where to read them.
    pub link: Option<String>,
    /// How many left.
    pub number: String,
    /// Where to, and how many; empty if there were too few leavers.
    pub rows: Vec<DestinationRow>,
    /// Anything that helps to read them.
    pub note: Option<String>,
    /// True if something was withheld.
    pub withheld: bool,
}

/// One destination.
#[derive(Debug, Serialize)]
pub struct DestinationRow {
    /// Where to.
    pub to: String,
    /// How many, in the school's words or as a number.
    pub number: String,
    /// Of all leavers, in whole percent, where that may be said.
    pub percent: Option<u64>,
}

/// The evaluation in overview.
pub(super) fn evaluation<'a>(context: &Context<'a>) -> EvaluationPage<'a> {
    let programme = context.programme;
    let impact = programme.impact.as_ref();
    let reviews = programme.institution.details.reviews.as_ref();
    let mut pages = Vec::new();
    if !programme.evaluations.is_empty() {
        pages.push(page(
            "benchmarks.html",
            "Benchmark results",
            "How the programme stands against the eight Gatsby Benchmarks.",
        ));
    }
    pages.push(page("feedback.html", "Feedback, and what came of it", "What each group told us, and what we did."));
    if !programme.destinations.is_empty() {
        pages.push(page("destinations.html", "Destinations", "Where our leavers went."));
    }
    EvaluationPage {
        method: impact.map(|impact| &impact.prose),
        methods: impact.map_or_else(Vec::new, |impact| {
            impact.form.methods.iter().map(|method| method_line(method, context)).collect()
        }),
        evaluated: reviews.and_then(|reviews| reviews.programme_evaluated).map(say::day),
        latest: programme.evaluations.last().map(latest),
        pages,
        actions: actions(context, None),
    }
}

fn page(file: &str, title: &str, about: &str) -> LinkTo {
    LinkTo { address: Address::new(format!("evaluation/{file}")), title: title.into(), about: Some(about.into()) }
}

fn latest(run: &EvaluationForm) -> String {
    let scored = if run.scores.is_complete() { "eight" } else { "scored" };
    format!(
        "On {} we fully achieved {} of the {scored} benchmarks ({}).",
        say::day(run.date).plain,
        run.scores.fully_achieved(),
        run.tool
    )
}

fn method_line(method: &Method, context: &Context<'_>) -> MethodLine {
    let who: Vec<&str> = method.who.iter().map(|group| group.name(context.words())).collect();
    MethodLine {
        what: method.what.clone(),
        who: say::list(&who),
        when: method.when.clone(),
        last: method.last.map(say::day),
        next: method.next.map(say::day),
        link: method.link.as_ref().map(|link| link.as_str().to_owned()),
    }
}

/// Where an audience can give feedback now.
pub(super) fn open_methods(audience: Audience, context: &Context<'_>) -> Vec<MethodLine> {
    let methods = context.programme.impact.iter().flat_map(|impact| &impact.form.methods);
    methods
        .filter(|method| method.link.is_some() && method.who.contains(&voice_of(audience)))
        .map(|method| method_line(method, context))
        .collect()
}

fn voice_of(audience: Audience) -> FeedbackGroup {
    match audience {
        Audience::Pupils => FeedbackGroup::Pupils,
        Audience::Parents => FeedbackGroup::Parents,
        Audience::Staff => FeedbackGroup::Staff,
        Audience::Employers => FeedbackGroup::Employers,
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
            day: say::day(survey.form.date),
            heard: survey.form.heard.clone(),
            address: Address::new("evaluation/feedback.html").part(&format!("part-{}", group.word())),
        })
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
        by: say::capital(action.by.name(context.words())),
        did: action.did.clone(),
        owner: action.owner.clone(),
        due: action.due.map(say::day),
        done: action.done.map(say::day),
        overdue: action.done.is_none() && action.due.is_some_and(|due| due < today),
    }
}

/// Benchmark runs by version. `None` if there are none.
pub(super) fn benchmarks(context: &Context<'_>) -> Option<BenchmarksPage> {
    let mut versions: Vec<VersionRuns> = Vec::new();
    let runs = &context.programme.evaluations;
    let mut frameworks: Vec<&Framework> =
        runs.iter().filter_map(|run| context.facts.framework(run.framework.word())).collect();
    frameworks.sort_by_key(|framework| std::cmp::Reverse(framework.in_use_from));
    frameworks.dedup_by_key(|framework| framework.id.as_str());
    for framework in frameworks {
        let of_version: Vec<&EvaluationForm> =
            runs.iter().rev().filter(|run| run.framework.word() == framework.id).collect();
        versions.push(version(framework, &of_version));
    }
    (!versions.is_empty()).then_some(BenchmarksPage { changed: versions.len() > 1, versions })
}

fn version(framework: &Framework, runs: &[&EvaluationForm]) -> VersionRuns {
    let rows = framework.benchmarks.iter().filter_map(|facts| {
        let benchmark = Benchmark::new(facts.number)?;
        Some(BenchmarkRow {
            benchmark: BenchmarkTag { number: facts.number, short: facts.short.clone(), name: facts.name.clone() },
            scores: runs.iter().map(|run| score(run.scores.of(benchmark))).collect(),
        })
    });
    VersionRuns {
        name: framework.name.clone(),
        rows: rows.collect(),
        runs: runs.iter().map(|run| head(run)).collect(),
        comparators: runs.first().map_or_else(Vec::new, |run| run.comparators.iter().map(comparator).collect()),
    }
}

fn head(run: &EvaluationForm) -> RunHead {
    RunHead {
        day: say::day(run.date),
        tool: run.tool.clone(),
        fully: run.scores.fully_achieved(),
        complete: run.scores.is_complete(),
        took_part: run.took_part.clone(),
        note: run.note.clone(),
        next: run.next.map(say::day),
    }
}

fn score(score: Score) -> ScoreCell {
    match score {
        Score::Percent(percent) => {
            ScoreCell { text: format!("{percent} %"), percent: Some(percent), fully: percent == 100 }
        }
        Score::NotStated => ScoreCell { text: "not stated".into(), percent: None, fully: false },
    }
}

fn comparator(comparator: &Comparator) -> ComparatorLine {
    let scope = match comparator.scope {
        Scope::National => "England",
        Scope::Region => "our region",
        Scope::LocalAuthority => "our local authority",
        Scope::Hub => "our careers hub",
        Scope::Trust => "our trust",
    };
    let cells = |scores: &Scores| Benchmark::ALL.iter().map(|benchmark| score(scores.of(*benchmark))).collect();
    ComparatorLine {
        title: format!("{}, {}", say::capital(scope), comparator.year),
        source: comparator.source.clone(),
        link: comparator.link.as_ref().map(|link| link.as_str().to_owned()),
        scores: comparator.scores.as_ref().map_or_else(Vec::new, cells),
        fully_achieved: comparator.fully_achieved.clone(),
    }
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

fn survey_view(survey: &Survey, context: &Context<'_>) -> SurveyView {
    let form = &survey.form;
    let number = show(form.responded);
    let answered = match (&number, form.invited) {
        (Withheld::No, Some(invited)) if invited > 0 => {
            let rate = share(form.responded.into(), invited.into());
            format!("{} of {invited} answered ({rate} %)", form.responded)
        }
        (Withheld::No, _) => format!("{} answered", form.responded),
        (Withheld::Yes, _) => "too few answered to publish figures".into(),
    };
    SurveyView {
        title: form.title.clone(),
        day: say::day(form.date),
        instrument: form.instrument.clone(),
        groups: say::groups(&survey.groups, context.groups(), context.words()),
        answered,
        withheld: number == Withheld::Yes,
        questions: if number == Withheld::Yes {
            Vec::new()
        } else {
            form.questions.iter().map(|question| question_view(question, form.responded)).collect()
        },
        heard: form.heard.clone(),
    }
}

fn question_view(question: &crate::programme::Question, responded: u32) -> QuestionView {
    let counts = &question.counts.0;
    let choose_many = question.choose_many == Some(true);
    let answered: u64 = counts.iter().map(|(_, count)| u64::from(*count)).sum();
    let base = if choose_many { u64::from(responded) } else { answered };
    let withheld = base < u64::from(super::small_numbers::FEWEST_ANSWERS);
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

/// Where leavers went. `None` if nothing is known.
pub(super) fn destinations(context: &Context<'_>) -> Option<DestinationsPage> {
    let cohorts: Vec<Cohort> = context.programme.destinations.iter().map(cohort).collect();
    (!cohorts.is_empty()).then_some(DestinationsPage { cohorts })
}

fn cohort(destinations: &Destinations) -> Cohort {
    let form = &destinations.form;
    let counts: Vec<Option<u32>> = form
        .destinations
        .iter()
        .map(|destination| if let Amount::Count(count) = destination.number { Some(count) } else { None })
        .collect();
    let too_few = form.cohort.value < super::small_numbers::FEWEST_LEAVERS;
    let hidden = hidden_cells(&counts, form.cohort.value);
    let rows = form.destinations.iter().zip(&hidden).map(|(destination, hidden)| match &destination.number {
        Amount::Count(_) if *hidden => {
            DestinationRow { to: destination.to.clone(), number: "too few to publish".into(), percent: None }
        }
        Amount::Count(count) => DestinationRow {
            to: destination.to.clone(),
            number: count.to_string(),
            percent: Some(share((*count).into(), form.cohort.value.into())),
        },
        Amount::Percent(percent) => {
            DestinationRow { to: destination.to.clone(), number: format!("{percent} %"), percent: None }
        }
        Amount::Words(words) => DestinationRow { to: destination.to.clone(), number: words.clone(), percent: None },
    });
    Cohort {
        title: format!("{} leavers, {}", form.leavers, form.year),
        basis: match form.basis {
            Basis::Intended => "What leavers said they would do.",
            Basis::Actual => "Where they were in the autumn after they left.",
            Basis::Sustained => "Where they still were half a year later.",
        },
        source: form.source.clone(),
        link: form.link.as_ref().map(|link| link.as_str().to_owned()),
        number: if too_few { "too few to publish".into() } else { form.cohort.value.to_string() },
        rows: if too_few { Vec::new() } else { rows.collect() },
        note: form.note.clone(),
        withheld: too_few || hidden.contains(&true),
    }
}
