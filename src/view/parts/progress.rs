//! Progress over time: a small chart for each benchmark, with a visible break where evaluations can't be compared.
//!
//! Takes evaluations, oldest first; returns a title that says how the benchmark moved, points, lines and labels in SVG
//! units, and a text alternative. Points are as far apart as the evaluations are in time, from the side where reading
//! starts. A line only joins evaluations with the same version of the benchmarks and the same origin. Origins differ by
//! shape, so nothing depends on colour.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::format::{Percent, Score};
use crate::programme::{Benchmark, Direction, Evaluation, Origin};
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::chart_labels::{self, ChartLabel};
use crate::view::parts::readout::score_words;

/// In SVG units, like all numbers of a chart.
const WIDTH: usize = 240;

/// The room for the labels 0% and 100%, before the lines they are about.
const LABELS: usize = 38;

/// From the labels of the lines to the first point, and from the last point to the edge: half the label of a point.
const EDGE: usize = 20;

/// Between the lines at 0% and at 100%.
const PLOT: usize = 52;

/// Above the line at 100%, for the labels of points.
const ABOVE: usize = 24;

/// Below the line at 0%, for half a point.
const BELOW: usize = 7;

/// Between two points, so that evaluations a few days apart can be told from each other.
const MIN_GAP: usize = 14;

#[derive(Debug, Serialize)]
pub struct ProgressChart {
    pub benchmark: BenchmarkTag,
    /// How it moved: “up from 60% to 90%”.
    pub title: String,
    pub words: String,
    pub width: usize,
    pub height: usize,
    /// The lines at 100% and at 0%.
    pub scale: Vec<ScaleLine>,
    /// Lines between comparable evaluations: `x,y x,y`.
    pub lines: Vec<String>,
    pub points: Vec<Point>,
    /// The scores at the points, as far as there is room.
    pub labels: Vec<ChartLabel>,
    /// The months of the first and the last evaluation: “Jul 2025”.
    pub first: String,
    pub last: String,
    /// Where the version of the benchmarks changes.
    pub breaks: Vec<VersionChange>,
}

#[derive(Debug, Serialize)]
pub struct ScaleLine {
    pub y: usize,
    /// Its two ends.
    pub from: usize,
    pub to: usize,
    /// The x coordinate at which its label ends.
    pub label_x: usize,
    /// “100%”.
    pub label: String,
}

#[derive(Debug, Serialize)]
pub struct VersionChange {
    pub x: usize,
    /// Where the words beside it are, on the line at 0%; `None` if there is no room.
    pub words: Option<BreakWords>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct BreakWords {
    pub x: usize,
    pub y: usize,
    /// True if the words end there, and do not start.
    pub end: bool,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Point {
    pub x: usize,
    pub y: usize,
    /// True if the score is derived from statements.
    pub own: bool,
}

/// A chart for each benchmark; empty until there are two evaluations.
pub(crate) fn charts(runs: &[Evaluation], tags: &[BenchmarkTag], language: &Language) -> Vec<ProgressChart> {
    let runs: Vec<&Evaluation> = runs.iter().filter(|run| run.has_scores()).collect();
    if runs.len() < 2 {
        return Vec::new();
    }
    tags.iter().filter_map(|tag| Some(chart(&runs, tag, Benchmark::new(tag.number)?, language))).collect()
}

fn chart(runs: &[&Evaluation], tag: &BenchmarkTag, benchmark: Benchmark, language: &Language) -> ProgressChart {
    let days: Vec<Date> = runs.iter().map(|run| run.date.value.latest).collect();
    let is_rtl = language.direction() == Direction::Rtl;
    let from_start = |x: usize| if is_rtl { WIDTH - x } else { x };
    let places: Vec<usize> = places_in_time(&days).into_iter().map(from_start).collect();
    let x = |at: usize| places.get(at).copied().unwrap_or_default();
    let bottom = ABOVE + PLOT;
    let y = |percent: Percent| bottom - usize::from(percent.whole()) * PLOT / 100;
    let mut lines: Vec<Vec<Point>> = Vec::new();
    let mut points = Vec::new();
    let mut scores = Vec::new();
    let mut breaks = Vec::new();
    let mut before: Option<&Evaluation> = None;
    for (at, run) in runs.iter().copied().enumerate() {
        if before.is_some_and(|before| before.framework != run.framework) {
            breaks.push(usize::midpoint(x(at - 1), x(at)));
        }
        if !before.is_some_and(|before| can_compare(before, run)) {
            lines.push(Vec::new());
        }
        if let Score::Percent(percent) = run.scores.of(benchmark) {
            let point = Point { x: x(at), y: y(percent), own: run.origin == Origin::Statements };
            if let Some(line) = lines.last_mut() {
                line.push(point);
            }
            points.push(point);
            scores.push(chart_labels::ScoredPoint { x: point.x, y: point.y, text: language.percent(percent) });
        }
        before = Some(run);
    }
    let lines = lines.into_iter().filter(|line| line.len() > 1);
    let joined =
        |line: Vec<Point>| line.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ");
    let height = bottom + BELOW;
    let labels = chart_labels::place(&scores, height);
    let length = language.text("chart_break").chars().count();
    let last_break = breaks.last().copied();
    let break_at = |x: usize| VersionChange {
        x,
        words: (Some(x) == last_break)
            .then(|| break_words(x, is_rtl))
            .filter(|words| chart_labels::is_free((words.x, words.y), length, words.end != is_rtl, &scores, &labels)),
    };
    let scale_line = |percent: Percent| ScaleLine {
        y: y(percent),
        from: from_start(LABELS),
        to: from_start(WIDTH),
        label_x: from_start(LABELS - 4),
        label: language.percent(percent),
    };
    ProgressChart {
        benchmark: tag.clone(),
        title: title(runs, benchmark, language),
        words: words(runs, benchmark, language),
        width: WIDTH,
        height,
        scale: vec![scale_line(Percent::ALL), scale_line(Percent::ZERO)],
        lines: lines.map(joined).collect(),
        points,
        breaks: breaks.iter().copied().map(break_at).collect(),
        labels,
        first: days.first().map_or_else(String::new, |day| month(*day, language)),
        last: days.last().map_or_else(String::new, |day| month(*day, language)),
    }
}

fn can_compare(before: &Evaluation, run: &Evaluation) -> bool {
    (before.framework, before.origin) == (run.framework, run.origin)
}

/// The place for the words at a break: on the side that has more room.
fn break_words(x: usize, is_rtl: bool) -> BreakWords {
    let end = (x > WIDTH / 2) != is_rtl;
    BreakWords { x: if end == is_rtl { x + 5 } else { x.saturating_sub(5) }, y: ABOVE + PLOT - 5, end }
}

/// How the benchmark moved over the evaluations that can be compared with the newest, or its newest score if there are none.
fn title(runs: &[&Evaluation], benchmark: Benchmark, language: &Language) -> String {
    let Some(last) = runs.last() else { return String::new() };
    let Score::Percent(now) = last.scores.of(benchmark) else { return language.text("not_stated").to_owned() };
    let comparable = runs.iter().rev().filter(|run| can_compare(run, last)).skip(1);
    let scores = comparable.filter_map(|run| match run.scores.of(benchmark) {
        Score::Percent(percent) => Some(percent),
        Score::NotStated => None,
    });
    let now_words = language.percent(now);
    match (scores.last(), last.origin) {
        (Some(before), _) if before != now => {
            let key = if before < now { "chart_rose" } else { "chart_fell" };
            message!(language, key, before = &language.percent(before), now = &now_words)
        }
        (Some(_), _) => message!(language, "chart_same", now = &now_words),
        (None, Origin::Statements) => message!(language, "chart_own", now = &now_words),
        (None, Origin::Copied) => now_words,
    }
}

fn month(day: Date, language: &Language) -> String {
    format!("{}\u{a0}{}", language.day(day).month, day.year())
}

/// The x coordinates of days in their order, with as much room between them as there is time.
fn places_in_time(days: &[Date]) -> Vec<usize> {
    let since = |first: Date, day: Date| usize::try_from((day - first).get_days()).unwrap_or_default();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let all = since(*first, *last).max(1);
    let (start, end) = (LABELS + EDGE, WIDTH - EDGE);
    let mut places: Vec<usize> = days.iter().map(|day| start + since(*first, *day) * (end - start) / all).collect();
    // Many evaluations are closer to each other than points should be.
    let gap = MIN_GAP.min((end - start) / days.len().saturating_sub(1).max(1));
    // The last points make room for each other to the left, then the first to the right.
    let mut free = end;
    for place in places.iter_mut().rev() {
        *place = (*place).min(free);
        free = place.saturating_sub(gap).max(start);
    }
    let mut start = start;
    for place in &mut places {
        *place = (*place).max(start);
        start = *place + gap;
    }
    places
}

/// “11 July 2025: 81%. Then the benchmarks changed. 13 February 2026: 50%.”
fn words(runs: &[&Evaluation], benchmark: Benchmark, language: &Language) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<&Evaluation> = None;
    for run in runs.iter().copied() {
        if let Some(before) = before {
            if before.framework != run.framework {
                words.push(language.text("then_changed").to_owned());
            } else if before.origin != run.origin {
                words.push(language.text("then_otherwise").to_owned());
            }
        }
        let score = score_words(run.scores.of(benchmark), language);
        words.push(message!(language, "score_on", day = &language.date(&run.date.value).plain, score = &score));
        before = Some(run);
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn points_are_as_far_apart_as_evaluations_in_time() {
        let days = [date(2023, 7, 1), date(2025, 7, 1), date(2026, 7, 1)];
        assert_eq!(places_in_time(&days), [58, 166, 220]);
        // A few days apart, and at the end.
        let days = [date(2023, 7, 1), date(2023, 7, 3), date(2026, 6, 30), date(2026, 7, 1)];
        assert_eq!(places_in_time(&days), [58, 72, 206, 220]);
        assert_eq!(places_in_time(&[date(2026, 7, 1), date(2026, 7, 1)]), [58, 72]);
        // More than fit at the usual distance.
        let many: Vec<Date> = (0..15).map(|at| date(2026, 7, 1).saturating_add(jiff::Span::new().days(at))).collect();
        let places = places_in_time(&many);
        assert!(places.is_sorted() && places.last().is_some_and(|last| *last <= WIDTH - EDGE), "{places:?}");
    }
}
