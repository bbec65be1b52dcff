//! A summary of the latest evaluation in words, for the site, the terminal and JSON.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::Serialize;

use crate::framework::Facts;
use crate::language::{Language, message};
use crate::programme::format::{Percent, Score};
use crate::programme::{
    Achievement, Comparison, CriteriaProgress, Evaluation, Line, Origin, Programme, Readout, Step, Words,
};
use crate::view::dates::DayInWords;
use crate::view::format::small;

#[derive(Debug, Serialize)]
pub struct ReadoutView {
    pub day: DayInWords,
    pub tool: String,
    pub origin: String,
    pub framework: String,
    pub fully: usize,
    /// How many benchmarks have a score.
    pub scored: usize,
    pub summary: String,
    pub lines: Vec<LineView>,
    pub strengths: Vec<String>,
    pub steps: Vec<StepView>,
    /// How the steps were chosen, in a sentence.
    pub rule: String,
    /// What changed since the last evaluation, or why the two can't be compared.
    pub change: String,
    /// True if there is no earlier evaluation.
    pub is_first: bool,
    pub next: String,
    /// True if a day is set for the next evaluation, and it has not passed.
    pub is_next_set: bool,
    pub overdue: bool,
}

#[derive(Debug, Serialize)]
pub struct LineView {
    /// 1 to 8.
    pub number: u8,
    pub name: String,
    /// Its name in one to three words.
    pub short: String,
    /// “83%”, or “not stated”.
    pub score: String,
    /// 0 to 100; `None` if not stated.
    pub percent: Option<Percent>,
    /// True only at 100%.
    pub fully: bool,
    /// “up from 66%”, if it can be compared and differs.
    pub change: Option<String>,
    /// “3 of 4 criteria achieved, 1 in progress”, if the evaluation has statements.
    pub criteria: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct StepView {
    pub benchmark: u8,
    pub short: String,
    pub criterion: String,
    pub asks: String,
    /// Why this step is suggested.
    pub why: String,
    pub missing: Vec<String>,
    pub write: Vec<String>,
    pub source: String,
}

/// The summary of the latest evaluation in a language. `None` if there is no evaluation.
pub fn readout(programme: &Programme, facts: &Facts, today: Date, language: &Language) -> Option<ReadoutView> {
    let readout = crate::programme::readout(programme, facts, today)?;
    let scores = &readout.run.scores;
    let (fully, scored) = (scores.fully_achieved(), readout.lines.iter().filter(|line| is_scored(line)).count());
    let (next, overdue) = next(&readout, today, language);
    let words = &programme.institution.words;
    Some(ReadoutView {
        day: language.date(&readout.run.date.value),
        tool: readout.run.tool.clone(),
        origin: language.text(origin(readout.run.origin)).to_owned(),
        framework: readout.framework.name.clone(),
        fully,
        scored,
        summary: summary(readout.run, language),
        lines: readout.lines.iter().map(|one| line(one, language)).collect(),
        strengths: strengths(&readout, language),
        steps: readout.steps.iter().map(|one| step(one, words, language)).collect(),
        rule: language.text("readout_rule").to_owned(),
        change: change(&readout, language),
        is_first: matches!(readout.comparison, Comparison::First),
        next,
        is_next_set: readout.run.next.is_some() && !overdue,
        overdue,
    })
}

pub(crate) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Copied => "origin_copied",
        Origin::Statements => "origin_statements",
    }
}

/// “On 10 July 2026 we fully achieved 4 of the eight benchmarks (Compass+).”
pub(crate) fn summary(run: &Evaluation, language: &Language) -> String {
    if !run.has_scores() {
        let day = language.date(&run.date.value).plain;
        let figures = run.stated.iter().flat_map(|stated| &stated.0).map(|(label, text)| format!("{label} {text}"));
        let figures = figures.collect::<Vec<_>>().join(language.text("list_comma"));
        return message!(
            language,
            "run_stated",
            day = &day,
            figures = &figures,
            tool = &language.in_sentence(&run.tool)
        );
    }
    let tool = language.in_sentence(&run.tool);
    let key = if run.scores.is_complete() { "run_summary" } else { "run_summary_scored" };
    let (day, fully) = (language.date(&run.date.value).plain, run.scores.fully_achieved());
    message!(language, key, day = &day, fully = fully, tool = &tool)
}

fn is_scored(line: &Line<'_>) -> bool {
    line.score != Score::NotStated
}

/// “83%”, or “not stated”.
pub(crate) fn score_words(score: Score, language: &Language) -> String {
    match score {
        Score::Percent(percent) => language.percent(percent),
        Score::NotStated => language.text("not_stated").to_owned(),
    }
}

fn line(line: &Line<'_>, language: &Language) -> LineView {
    let percent = if let Score::Percent(percent) = line.score { Some(percent) } else { None };
    LineView {
        number: line.benchmark.number,
        name: line.benchmark.name.clone(),
        short: line.benchmark.short.clone(),
        score: score_words(line.score, language),
        percent,
        fully: percent == Some(Percent::ALL),
        change: match (line.before, line.score) {
            (Some(Score::Percent(before)), Score::Percent(now)) if now > before => {
                Some(message!(language, "up_from", percent = &before.to_string()))
            }
            (Some(Score::Percent(before)), Score::Percent(now)) if now < before => {
                Some(message!(language, "down_from", percent = &before.to_string()))
            }
            _ => None,
        },
        criteria: line.progress.map(|progress| progress_words(progress, language)),
    }
}

/// “3 of 4 criteria achieved, 1 in progress”.
pub(crate) fn progress_words(progress: CriteriaProgress, language: &Language) -> String {
    let achieved = message!(language, "criteria_achieved", achieved = progress.achieved, all = progress.total());
    let others = [
        (progress.in_progress, "criteria_in_progress"),
        (progress.not_achieved, "criteria_not_achieved"),
        (progress.not_scored, "criteria_not_scored"),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    let others = others.map(|(count, key)| message!(language, key, count = count));
    std::iter::once(achieved).chain(others).collect::<Vec<_>>().join(language.text("list_comma"))
}

/// The benchmarks that are fully achieved, then those that rose.
fn strengths(readout: &Readout<'_>, language: &Language) -> Vec<String> {
    let fully = readout.lines.iter().filter(|line| line.score == Score::Percent(Percent::ALL));
    let short = |line: &Line<'_>| small(&line.benchmark.short);
    let fully =
        fully.map(|line| message!(language, "strength_fully", number = line.benchmark.number, short = &short(line)));
    let risen = readout.lines.iter().filter_map(|line| match (line.before, line.score) {
        (Some(Score::Percent(before)), Score::Percent(now)) if now > before && now < Percent::ALL => {
            let number = line.benchmark.number;
            Some(message!(
                language,
                "strength_risen",
                number = number,
                short = &short(line),
                before = &before.to_string(),
                now = &now.to_string()
            ))
        }
        _ => None,
    });
    fully.chain(risen).collect()
}

fn step(step: &Step<'_>, words: &Words, language: &Language) -> StepView {
    let status = &step.criterion;
    let missing: Vec<String> = status.missing().filter_map(|shown| shown.missing.clone()).collect();
    let mut write: Vec<String> = status.missing().map(|shown| shown.write.clone()).collect();
    write.dedup();
    StepView {
        benchmark: status.benchmark.number,
        short: status.benchmark.short.clone(),
        criterion: status.criterion.id.clone(),
        asks: words.in_text(&status.criterion.text),
        why: why(step, !missing.is_empty(), language),
        missing,
        write,
        source: status.criterion.citation(status.benchmark).source.clone(),
    }
}

fn why(step: &Step<'_>, is_missing: bool, language: &Language) -> String {
    let number = step.criterion.benchmark.number;
    let position = match step.score {
        Score::Percent(percent) => message!(language, "stands_at", number = number, percent = &percent.to_string()),
        Score::NotStated => message!(language, "no_score_yet", number = number),
    };
    let key = match step.achievement {
        Some(Achievement::InProgress) => "why_in_progress",
        Some(Achievement::NotAchieved | Achievement::Achieved) => "why_not_achieved",
        Some(Achievement::NotScored) => "why_not_scored",
        None if is_missing => "why_not_shown",
        None => "why",
    };
    message!(language, key, stands = &position)
}

/// What changed since the last run, or why the two can't be compared.
fn change(readout: &Readout<'_>, language: &Language) -> String {
    let day_of = |run: &Evaluation| language.date(&run.date.value).plain;
    match readout.comparison {
        Comparison::First => language.text("change_first").to_owned(),
        Comparison::OtherVersion(before) => message!(language, "change_version", day = &day_of(before)),
        Comparison::OtherOrigin(before) => {
            message!(language, "change_origin", day = &day_of(before), tool = &before.tool)
        }
        Comparison::With(before) => {
            let (moved, fully) = (moved_scores(readout, language), fully_achieved(readout, before, language));
            message!(language, "change_since", day = &day_of(before), moved = &moved, fully = &fully)
        }
    }
}

/// The benchmarks whose scores rose or fell, in words.
fn moved_scores(readout: &Readout<'_>, language: &Language) -> String {
    let moved = |ordering: Ordering, key: &str| {
        let lines = readout.lines.iter().filter(|line| match (line.before, line.score) {
            (Some(Score::Percent(before)), Score::Percent(now)) => now.cmp(&before) == ordering,
            _ => false,
        });
        let numbers: Vec<String> = lines.map(|line| line.benchmark.number.to_string()).collect();
        let text = || message!(language, key, count = numbers.len(), numbers = &language.list(&numbers));
        (!numbers.is_empty()).then(text)
    };
    let moved = [moved(Ordering::Greater, "moved_rose"), moved(Ordering::Less, "moved_fell")];
    let parts: Vec<String> = moved.into_iter().flatten().collect();
    if parts.is_empty() {
        language.text("no_score_changed").to_owned()
    } else {
        parts.join(language.text("list_semicolon"))
    }
}

/// How many benchmarks are fully achieved, compared with an earlier run.
fn fully_achieved(readout: &Readout<'_>, before: &Evaluation, language: &Language) -> String {
    let (then, now) = (before.scores.fully_achieved(), readout.run.scores.fully_achieved());
    if then == now {
        message!(language, "fully_as_before", now = now)
    } else {
        message!(language, "fully_then", now = now, then = then)
    }
}

/// When the next evaluation is due, and whether that day has passed.
fn next(readout: &Readout<'_>, today: Date, language: &Language) -> (String, bool) {
    let next = readout.run.next.as_ref();
    let overdue = next.is_some_and(|next| next.value.is_past(today));
    let key = if overdue { "next_was_due" } else { "next_is_due" };
    let text = next.map(|next| message!(language, key, day = &language.date(&next.value).plain));
    let text = text.unwrap_or_else(|| language.text("next_unset").to_owned());
    (if readout.is_current { text } else { format!("{text} {}", language.text("next_renew")) }, overdue)
}
