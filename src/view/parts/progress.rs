//! Progress over time: a small chart for each benchmark, with a visible break where evaluations can't be compared.
//!
//! Takes evaluations, oldest first; returns points and lines in SVG units, and a text alternative. Points are as far apart
//! as the evaluations are in time. A line only joins evaluations with the same version of the benchmarks and the same origin. Origins differ by shape, so nothing
//! depends on colour.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::{Language, message};
use crate::programme::format::{Percent, Score};
use crate::programme::{Benchmark, Evaluation, Origin};
use crate::view::parts::benchmark_tag::BenchmarkTag;
use crate::view::parts::readout::score_words;

/// In SVG units, like all numbers of a chart.
const WIDTH: usize = 240;

const HEIGHT: usize = 72;

/// Around the points.
const EDGE: usize = 12;

/// Between two points, so that evaluations a few days apart can be told from each other.
const MIN_GAP: usize = 14;

#[derive(Debug, Serialize)]
pub struct ProgressChart {
    pub benchmark: BenchmarkTag,
    pub latest: String,
    pub words: String,
    pub width: usize,
    pub height: usize,
    /// The y coordinate of 100%.
    pub top: usize,
    /// The y coordinate of 0%.
    pub bottom: usize,
    /// Lines between comparable evaluations: `x,y x,y`.
    pub lines: Vec<String>,
    pub points: Vec<Point>,
    /// The months of the first and the last evaluation: “Jul 2025”.
    pub first: String,
    pub last: String,
    /// The x coordinates at which the version of the benchmarks changes.
    pub breaks: Vec<usize>,
}

#[derive(Debug, Serialize)]
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
    let places = places_in_time(&days);
    let x = |at: usize| places.get(at).copied().unwrap_or(EDGE);
    let y = |percent: Percent| HEIGHT - EDGE - usize::from(percent.whole()) * (HEIGHT - 2 * EDGE) / 100;
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut points = Vec::new();
    let mut breaks = Vec::new();
    let mut before: Option<&Evaluation> = None;
    for (at, run) in runs.iter().copied().enumerate() {
        let joined = before.is_some_and(|before| (before.framework, before.origin) == (run.framework, run.origin));
        if before.is_some_and(|before| before.framework != run.framework) {
            breaks.push((x(at - 1) + x(at)) / 2);
        }
        if !joined {
            lines.push(Vec::new());
        }
        if let Score::Percent(percent) = run.scores.of(benchmark) {
            let point = Point { x: x(at), y: y(percent), own: run.origin == Origin::Statements };
            if let Some(line) = lines.last_mut() {
                line.push(format!("{},{}", point.x, point.y));
            }
            points.push(point);
        }
        before = Some(run);
    }
    let lines = lines.into_iter().filter(|line| line.len() > 1).map(|line| line.join(" "));
    ProgressChart {
        benchmark: tag.clone(),
        latest: runs.last().map_or_else(String::new, |run| score_words(run.scores.of(benchmark), language)),
        words: words(runs, benchmark, language),
        width: WIDTH,
        height: HEIGHT,
        top: EDGE,
        bottom: HEIGHT - EDGE,
        lines: lines.collect(),
        points,
        breaks,
        first: days.first().map_or_else(String::new, |day| month(*day, language)),
        last: days.last().map_or_else(String::new, |day| month(*day, language)),
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
    let mut places: Vec<usize> = days.iter().map(|day| EDGE + since(*first, *day) * (WIDTH - 2 * EDGE) / all).collect();
    // The last points make room for each other to the left, then the first to the right.
    let mut end = WIDTH - EDGE;
    for place in places.iter_mut().rev() {
        *place = (*place).min(end);
        end = place.saturating_sub(MIN_GAP).max(EDGE);
    }
    let mut start = EDGE;
    for place in &mut places {
        *place = (*place).max(start);
        start = *place + MIN_GAP;
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
        assert_eq!(places_in_time(&days), [12, 156, 228]);
        // A few days apart, and at the end.
        let days = [date(2023, 7, 1), date(2023, 7, 3), date(2026, 6, 30), date(2026, 7, 1)];
        assert_eq!(places_in_time(&days), [12, 26, 214, 228]);
        assert_eq!(places_in_time(&[date(2026, 7, 1), date(2026, 7, 1)]), [12, 26]);
    }
}
