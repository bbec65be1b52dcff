//! A self-evaluation to fill in: every criterion of the benchmarks in use, in our words.
//!
//! Takes the programme, the field's facts and today; gives the text of a file in `evaluation/benchmarks/`.
//! Everything in it is “not scored”: what the website shows stands beside each criterion as a remark,
//! for a website cannot know what happens in school.

use jiff::civil::Date;

use super::NewFile;
use crate::framework::Facts;
use crate::programme::{CriterionStatus, Programme, criteria};

/// How wide remarks are.
const WIDTH: usize = 100;

const HEAD: &str = "\
# yaml-language-server: $schema=../../.schema/benchmarks.json
# Where does the programme stand? Talk about it with those who know, then write behind each `status:`
#   achieved       all of it is done, for everybody it is meant for
#   in-progress    some of it is done
#   not-achieved   it is not done
#   not-scored     nobody has looked yet: it never counts as met
# and behind `evidence:` what shows it, in a sentence. That is published, so leave names out.
# The score of a benchmark is the share of its criteria that are achieved. If you complete Compass, give
# that evaluation a file of its own, with `scores: { 1: 100, 2: 80 }` as Compass shows them.
";

/// A self-evaluation to fill in. `None` if no benchmarks are known for this kind of institution.
pub fn self_evaluation(programme: &Programme, facts: &Facts, today: Date) -> Option<NewFile> {
    let setting = facts.kind(programme.institution.kind.as_str())?.setting;
    let framework = facts.framework_on(setting, today)?;
    let mut text = HEAD.to_owned();
    text.push_str(&format!("date: {today}\nframework: {}\ntool: Our own self-evaluation\n", framework.id));
    text.push_str("took-part:\nnext:\nstatements:\n");
    let mut benchmark = 0;
    for status in criteria(programme, facts, today).iter().filter(|status| status.applies()) {
        if status.benchmark.number != benchmark {
            benchmark = status.benchmark.number;
            text.push_str(&format!("\n  # Benchmark {benchmark}: {}\n", status.benchmark.name));
            text.push_str(&format!("  # {}\n", status.benchmark.source));
        }
        text.push_str(&statement(status));
    }
    Some(NewFile { path: format!("evaluation/benchmarks/{today}.yaml"), text })
}

fn statement(status: &CriterionStatus<'_>) -> String {
    let missing: Vec<&str> = status.missing().filter_map(|shown| shown.missing.as_deref()).collect();
    let website = match (&status.self_reported, missing.is_empty()) {
        (Some(own), _) => format!("You say on the website: {}", own.shown),
        (None, true) => "The website shows this.".to_owned(),
        (None, false) => format!("The website does not show yet: {}.", missing.join("; ")),
    };
    format!(
        "\n{}{}  - criterion: \"{}\"\n    status: not-scored\n    evidence:\n",
        remark(&status.criterion.text),
        remark(&website),
        status.criterion.id
    )
}

/// Text as remark lines.
fn remark(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if lines.last().is_some_and(|line| line.chars().count() + word.chars().count() >= WIDTH) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("  #{line}\n")).collect()
}
