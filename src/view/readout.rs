//! The read-out of the latest evaluation in words: for the site, the terminal and machines alike.

use jiff::civil::Date;
use serde::Serialize;

use super::say::{self, DayInWords};
use crate::framework::Facts;
use crate::programme::form::Score;
use crate::programme::{Achievement, Compared, Evaluation, Line, Origin, Programme, Progress, Readout, Step};

/// Where the programme stands, in words.
#[derive(Debug, Serialize)]
pub struct ReadoutView {
    /// The day of the evaluation.
    pub day: DayInWords,
    /// The tool.
    pub tool: String,
    /// Where the scores come from, in a sentence.
    pub origin: &'static str,
    /// The version of the benchmarks.
    pub framework: String,
    /// How many benchmarks are fully achieved.
    pub fully: usize,
    /// How many have a score.
    pub scored: usize,
    /// The same in a sentence.
    pub summary: String,
    /// A line for each benchmark.
    pub lines: Vec<LineView>,
    /// What is strong, a sentence each.
    pub strengths: Vec<String>,
    /// What to do next, the best first.
    pub steps: Vec<StepView>,
    /// How the steps were chosen, in a sentence.
    pub rule: &'static str,
    /// What changed since the last time, or why that cannot be said.
    pub change: String,
    /// When the next evaluation is due.
    pub next: String,
    /// True if that day has passed.
    pub overdue: bool,
}

/// A benchmark, in words.
#[derive(Debug, Serialize)]
pub struct LineView {
    /// 1 to 8.
    pub number: u8,
    /// Its name.
    pub name: String,
    /// Its name in one or two words.
    pub short: String,
    /// “83 %”, or “not stated”.
    pub score: String,
    /// 0 to 100; `None` if not stated.
    pub percent: Option<u8>,
    /// True at 100 %, and only then.
    pub fully: bool,
    /// “up from 66 %”, if it can be compared and differs.
    pub change: Option<String>,
    /// “3 of 4 criteria achieved, 1 in progress”, if there are statements.
    pub criteria: Option<String>,
}

/// A next step, in words.
#[derive(Debug, Serialize)]
pub struct StepView {
    /// The benchmark's number.
    pub benchmark: u8,
    /// The benchmark's name in one or two words.
    pub short: String,
    /// The criterion's number.
    pub criterion: String,
    /// What it asks for.
    pub asks: String,
    /// Why it comes now.
    pub why: String,
    /// What the website does not show of it.
    pub missing: Vec<String>,
    /// What to write, and where.
    pub write: Vec<String>,
    /// Where the criterion is published.
    pub source: String,
}

const RULE: &str =
    "The weakest benchmarks come first, with one step each. In each, what is begun comes before what is not.";

/// The read-out of the latest evaluation. `None` if there is none.
pub fn readout(programme: &Programme, facts: &Facts, today: Date) -> Option<ReadoutView> {
    let readout = crate::programme::readout(programme, facts, today)?;
    let form = &readout.run.form;
    let scores = &readout.run.scores;
    let (fully, scored) = (scores.fully_achieved(), readout.lines.iter().filter(|line| is_scored(line)).count());
    let (next, overdue) = next(&readout, today);
    Some(ReadoutView {
        day: say::day(form.date.value),
        tool: form.tool.clone(),
        origin: origin(readout.run.origin),
        framework: readout.framework.name.clone(),
        fully,
        scored,
        summary: summary(readout.run),
        lines: readout.lines.iter().map(line).collect(),
        strengths: strengths(&readout),
        steps: readout.steps.iter().map(step).collect(),
        rule: RULE,
        change: change(&readout),
        next,
        overdue,
    })
}

/// Where scores come from, in a sentence.
pub(super) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Copied => "The scores are copied as the tool shows them.",
        Origin::Statements => {
            "The scores are our own reading: the share of each benchmark's criteria that are achieved. They cannot be \
             compared with scores of Compass, which asks other questions."
        }
    }
}

/// “On 10 July 2026 we fully achieved 4 of the eight benchmarks (Compass+).”
pub(super) fn summary(run: &Evaluation) -> String {
    let of = if run.scores.is_complete() { "eight benchmarks" } else { "benchmarks that have a score" };
    let (day, fully) = (say::day(run.form.date.value).plain, run.scores.fully_achieved());
    format!("On {day} we fully achieved {fully} of the {of} ({}).", run.form.tool)
}

fn is_scored(line: &Line<'_>) -> bool {
    line.score != Score::NotStated
}

/// “83 %”, or “not stated”.
pub(super) fn score_words(score: Score) -> String {
    match score {
        Score::Percent(percent) => format!("{percent} %"),
        Score::NotStated => "not stated".into(),
    }
}

fn line(line: &Line<'_>) -> LineView {
    let percent = if let Score::Percent(percent) = line.score { Some(percent) } else { None };
    LineView {
        number: line.benchmark.number,
        name: line.benchmark.name.clone(),
        short: line.benchmark.short.clone(),
        score: score_words(line.score),
        percent,
        fully: percent == Some(100),
        change: match (line.before, line.score) {
            (Some(Score::Percent(before)), Score::Percent(now)) if now > before => Some(format!("up from {before} %")),
            (Some(Score::Percent(before)), Score::Percent(now)) if now < before => {
                Some(format!("down from {before} %"))
            }
            _ => None,
        },
        criteria: line.progress.map(progress_words),
    }
}

/// “3 of 4 criteria achieved, 1 in progress”.
pub(super) fn progress_words(progress: Progress) -> String {
    let criteria = if progress.all() == 1 { "criterion" } else { "criteria" };
    let mut words = format!("{} of {} {criteria} achieved", progress.achieved, progress.all());
    let parts = [
        (progress.in_progress, "in progress"),
        (progress.not_achieved, "not achieved"),
        (progress.not_scored, "not scored"),
    ];
    for (count, what) in parts.into_iter().filter(|(count, _)| *count > 0) {
        words.push_str(&format!(", {count} {what}"));
    }
    words
}

/// What is fully achieved, and what rose.
fn strengths(readout: &Readout<'_>) -> Vec<String> {
    let fully = readout.lines.iter().filter(|line| line.score == Score::Percent(100));
    let fully = fully.map(|line| format!("{} is fully achieved.", titled(line)));
    let risen = readout.lines.iter().filter_map(|line| match (line.before, line.score) {
        (Some(Score::Percent(before)), Score::Percent(now)) if now > before && now < 100 => {
            Some(format!("{} rose from {before} % to {now} %.", titled(line)))
        }
        _ => None,
    });
    fully.chain(risen).collect()
}

fn titled(line: &Line<'_>) -> String {
    format!("Benchmark {}, {},", line.benchmark.number, say::small(&line.benchmark.short))
}

fn step(step: &Step<'_>) -> StepView {
    let status = &step.criterion;
    let missing: Vec<String> = status.missing().filter_map(|shown| shown.missing.clone()).collect();
    let mut write: Vec<String> = status.missing().map(|shown| shown.write.clone()).collect();
    write.dedup();
    StepView {
        benchmark: status.benchmark.number,
        short: status.benchmark.short.clone(),
        criterion: status.criterion.id.clone(),
        asks: status.criterion.text.clone(),
        why: why(step, !missing.is_empty()),
        missing,
        write,
        source: status.benchmark.source.clone(),
    }
}

fn why(step: &Step<'_>, lacking: bool) -> String {
    let number = step.criterion.benchmark.number;
    let stands = match step.score {
        Score::Percent(percent) => format!("Benchmark {number} stands at {percent} %"),
        Score::NotStated => format!("Benchmark {number} has no score yet"),
    };
    let said = match step.said {
        Some(Achievement::InProgress) => ", and this is in progress",
        Some(Achievement::NotAchieved | Achievement::Achieved) => ", and this is not achieved yet",
        Some(Achievement::NotScored) => ", and nobody has scored this yet",
        None if lacking => ", and the website does not show all of this",
        None => "",
    };
    format!("{stands}{said}.")
}

fn change(readout: &Readout<'_>) -> String {
    let before = match readout.compared {
        Compared::With(before) => before,
        Compared::First => return "This is the first evaluation, so there is nothing to compare it with.".into(),
        Compared::OtherVersion(before) => {
            return format!(
                "The evaluation before, of {}, answers another version of the benchmarks: the two cannot be compared.",
                say::day(before.form.date.value).plain
            );
        }
        Compared::OtherOrigin(before) => {
            return format!(
                "The evaluation before, of {}, was made in another way ({}): the two cannot be compared.",
                say::day(before.form.date.value).plain,
                before.form.tool
            );
        }
    };
    let moved = |rise: bool| -> Vec<String> {
        let lines = readout.lines.iter().filter(|line| match (line.before, line.score) {
            (Some(Score::Percent(before)), Score::Percent(now)) => {
                if rise {
                    now > before
                } else {
                    now < before
                }
            }
            _ => false,
        });
        lines.map(|line| line.benchmark.number.to_string()).collect()
    };
    let told = |numbers: &[String], verb: &str| match numbers {
        [] => None,
        [one] => Some(format!("benchmark {one} {verb}")),
        several => Some(format!("benchmarks {} {verb}", say::list(several))),
    };
    let (up, down) = (moved(true), moved(false));
    let parts: Vec<String> = [told(&up, "rose"), told(&down, "fell")].into_iter().flatten().collect();
    let what = if parts.is_empty() { "no score changed".to_owned() } else { parts.join("; ") };
    let (then, now) = (before.scores.fully_achieved(), readout.run.scores.fully_achieved());
    let fully = if then == now {
        format!("{now} fully achieved, as before")
    } else {
        format!("{now} fully achieved, {then} then")
    };
    format!("Since {}: {what}; {fully}.", say::day(before.form.date.value).plain)
}

fn next(readout: &Readout<'_>, today: Date) -> (String, bool) {
    let renew = if readout.current {
        ""
    } else {
        " The benchmarks have changed since: the next evaluation should answer the new ones."
    };
    match &readout.run.form.next {
        Some(next) if next.value < today => {
            (format!("The next evaluation was due on {}.{renew}", say::day(next.value).plain), true)
        }
        Some(next) => (format!("The next evaluation is due on {}.{renew}", say::day(next.value).plain), false),
        None => (format!("No day is set for the next evaluation. Once a term is usual.{renew}"), false),
    }
}
