//! The evaluation of the programme as open data. It is built from the views of the pages, so numbers
//! that pages suppress are suppressed here too.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DataDate, Stated, stated, stated_views};
use crate::programme::MarkedText;
use crate::programme::format::{Percent, Score};
use crate::programme::{Benchmark, Evaluation as Run, FiguresPage, Origin};
use crate::view::context::Context;
use crate::view::pages::destinations::cohorts;
use crate::view::pages::feedback::feedback;
use crate::view::parts::cohort::Cohort;
use crate::view::parts::figures::{FiguresRow, figures_of};
use crate::view::parts::meetings::{MeetingTable, meeting_tables};
use crate::view::parts::survey_results::SurveyView;

/// The results of evaluating the programme.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evaluation")]
pub(crate) struct EvaluationExport {
    /// Results against the Gatsby Benchmarks, the oldest first.
    benchmarks: Vec<BenchmarkRun>,
    /// The results of surveys. Small numbers are suppressed.
    surveys: Vec<SurveyResult>,
    /// The destinations of leavers. Small numbers are suppressed.
    destinations: Vec<Leavers>,
    /// Tables of figures. A table with a small number of people has no rows.
    figures: Vec<TableOfFigures>,
    /// How many of each group had their guidance meeting, the newest academic year first. Small numbers are suppressed.
    guidance_meetings: Vec<CountedMeetings>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct BenchmarkRun {
    /// The day, or the time that the school gives.
    date: DataDate,
    /// The tool, such as Compass.
    tool: String,
    /// The version of the benchmarks.
    framework: &'static str,
    /// Where the scores come from: copied as the tool shows them, or read from statements about criteria.
    origin: &'static str,
    /// A score for each benchmark.
    scores: Vec<BenchmarkScore>,
    /// Further figures, as the school states them.
    stated: Vec<Stated>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct BenchmarkScore {
    /// The benchmark, 1 to 8.
    benchmark: u8,
    /// Its score, 0 to 100; null if it is not stated.
    percent: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SurveyResult {
    /// Who answered.
    from: &'static str,
    /// Its title.
    title: String,
    /// The day, or the time that the school gives.
    date: DataDate,
    /// The event or the activity that it was about.
    about: Option<String>,
    /// Further figures, as the school states them.
    stated: Vec<Stated>,
    /// How many answered, in words.
    answered: String,
    /// The questions; empty if they are suppressed.
    questions: Vec<QuestionResult>,
    /// Comments from the answers.
    #[serde(rename = "heard")]
    comments: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct QuestionResult {
    /// The question.
    question: String,
    /// How many answered it; null if it is suppressed.
    number: Option<u32>,
    /// Whether people could tick several answers.
    choose_many: bool,
    /// The answers, in the order of the scale; empty if they are suppressed.
    answers: Vec<AnswerCount>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AnswerCount {
    /// The answer.
    answer: String,
    /// How many gave it; null if suppressed or not stated.
    number: Option<u32>,
    /// The share of all who answered; null if suppressed.
    percent: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Leavers {
    /// Who left, and when.
    title: String,
    /// Who left. Tables of the same leavers and year are about one cohort.
    leavers: String,
    /// The year they left.
    year: u32,
    /// `intended`, `actual`, `sustained`, `maintained` or `participation`.
    stage: &'static str,
    /// What the figures are based on.
    basis: String,
    /// Where they come from.
    source: String,
    /// Further figures, as the school states them.
    stated: Vec<Stated>,
    /// How many left; null if suppressed or not stated.
    number: Option<u32>,
    /// The destinations; empty if all are suppressed.
    destinations: Vec<Destination>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Destination {
    /// The destination.
    to: String,
    /// How many, as on the page: a number, or a text saying that it is suppressed; empty if only the share is known.
    number: String,
    /// The share of all leavers.
    percent: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CountedMeetings {
    /// The day of counting.
    date: String,
    /// The groups.
    groups: Vec<MeetingsOfGroup>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct MeetingsOfGroup {
    /// The group.
    group: String,
    /// How many had their meeting, as on the page: numbers, or words in their place.
    had: String,
    /// The share of those who were offered one; null if it is not published.
    percent: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TableOfFigures {
    /// Its title.
    title: String,
    /// What the figures measure.
    measures: String,
    /// Where they come from.
    source: String,
    /// The headings of the columns.
    columns: Vec<String>,
    /// The rows; empty if they are not published.
    rows: Vec<RowOfFigures>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RowOfFigures {
    /// Its heading.
    heading: String,
    /// A figure for each column, as on the page.
    figures: Vec<String>,
}

pub(crate) fn evaluation(context: &Context<'_>) -> EvaluationExport {
    let groups = feedback(context).map_or_else(Vec::new, |page| page.groups);
    let surveys = groups.into_iter().flat_map(|group| {
        let from = group.id.as_str();
        group.surveys.into_iter().map(move |survey| survey_result(from, survey))
    });
    EvaluationExport {
        benchmarks: if context.shows_results() {
            context.programme.evaluations.iter().map(run).collect()
        } else {
            Vec::new()
        },
        surveys: surveys.collect(),
        destinations: cohorts(context).into_iter().map(leavers).collect(),
        figures: tables(context),
        guidance_meetings: meeting_tables(context).into_iter().map(counted_meetings).collect(),
    }
}

fn run(run: &Run) -> BenchmarkRun {
    let scores = (1..=8).filter_map(Benchmark::new).map(|benchmark| BenchmarkScore {
        benchmark: benchmark.number(),
        percent: match run.scores.of(benchmark) {
            Score::Percent(percent) => Some(percent.number()),
            Score::NotStated => None,
        },
    });
    BenchmarkRun {
        date: DataDate::new(&run.date.value),
        tool: run.tool.clone(),
        framework: run.framework.as_str(),
        origin: match run.origin {
            Origin::Copied => "copied",
            Origin::Statements => "statements",
        },
        scores: scores.collect(),
        stated: stated(run.stated.as_ref()),
    }
}

fn counted_meetings(table: MeetingTable) -> CountedMeetings {
    let groups = table.rows.into_iter().map(|row| MeetingsOfGroup {
        group: row.group,
        had: row.had,
        percent: row.percent.map(Percent::number),
    });
    CountedMeetings { date: table.day.iso, groups: groups.collect() }
}

fn tables(context: &Context<'_>) -> Vec<TableOfFigures> {
    if !context.shows_results() {
        return Vec::new();
    }
    let tables = FiguresPage::ALL.iter().flat_map(|page| figures_of(*page, context));
    let rows =
        |rows: Vec<FiguresRow>| rows.into_iter().map(|row| RowOfFigures { heading: row.heading, figures: row.cells });
    tables
        .map(|table| TableOfFigures {
            title: table.title,
            measures: table.measures,
            source: table.source,
            columns: table.columns,
            rows: rows(table.rows).collect(),
        })
        .collect()
}

fn survey_result(from: &'static str, survey: SurveyView) -> SurveyResult {
    let questions = survey.questions.into_iter().map(|question| QuestionResult {
        number: question.number,
        choose_many: question.choose_many,
        answers: question
            .answers
            .into_iter()
            .map(|answer| AnswerCount {
                number: answer.number.parse().ok(),
                percent: answer.percent.map(Percent::number),
                answer: answer.label,
            })
            .collect(),
        question: question.question,
    });
    SurveyResult {
        from,
        title: survey.title,
        date: DataDate::new(&survey.date),
        about: survey.subject,
        stated: stated_views(survey.stated),
        answered: survey.answered,
        questions: questions.collect(),
        comments: survey.comments.into_iter().map(MarkedText::into_plain).collect(),
    }
}

fn leavers(cohort: Cohort) -> Leavers {
    let rows = cohort.rows.into_iter().map(|row| Destination {
        to: row.to,
        number: row.number,
        percent: row.percent.map(Percent::number),
    });
    Leavers {
        title: cohort.title,
        leavers: cohort.leavers,
        year: cohort.year,
        stage: cohort.stage,
        basis: cohort.basis,
        source: cohort.source,
        stated: stated_views(cohort.stated),
        number: cohort.number,
        destinations: rows.collect(),
    }
}
