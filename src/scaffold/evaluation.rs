//! Generates a self-evaluation to fill in, with every criterion of the current benchmarks.
//!
//! Takes the programme, the field's facts and today; gives the text of a file in `evaluation/benchmarks/`. Every criterion
//! starts as “not scored”, because a website can't know what happens in school. A comment says what the website shows.

use jiff::civil::Date;

use super::templates::NewFile;
use crate::framework::Facts;
use crate::programme::{CriterionStatus, Programme, Words, criteria};

/// In characters.
const COMMENT_WIDTH: usize = 100;

const HEADER: &str = "\
# yaml-language-server: $schema=../../.schema/benchmarks.json
# How good is the programme? Talk about it with the people who know, then write after each `status:`
#   achieved       all of it is done, for everyone it is meant for
#   in-progress    some of it is done
#   not-achieved   it is not done
#   not-scored     nobody has checked yet (this never counts as achieved)
# and after `evidence:` what shows this, in one sentence. It is published, so leave out names.
# The score of a benchmark is the share of its criteria that are achieved. If you use Compass, put its
# scores into a separate file, such as `scores: { 1: 100, 2: 80 }`.
";

/// A self-evaluation to fill in. `None` if this kind of institution has no benchmarks.
pub fn self_evaluation(programme: &Programme, facts: &Facts, today: Date) -> Option<NewFile> {
    let framework = facts.framework_on(programme.institution.kind_facts.setting, today)?;
    let mut text = HEADER.to_owned();
    text.push_str(&format!("date: {today}\nframework: {}\ntool: Our own self-evaluation\n", framework.id));
    text.push_str("took-part:\nnext:\nstatements:\n");
    let mut benchmark = 0;
    for status in criteria(programme, facts, today).iter().filter(|status| status.applies()) {
        if status.benchmark.number != benchmark {
            benchmark = status.benchmark.number;
            text.push_str(&format!("\n  # Benchmark {benchmark}: {}\n", status.benchmark.name));
            text.push_str(&format!("  # {}\n", status.benchmark.from.source));
        }
        text.push_str(&statement(status, &programme.institution.words));
    }
    Some(NewFile { path: format!("evaluation/benchmarks/{today}.yaml"), text })
}

fn statement(status: &CriterionStatus<'_>, words: &Words) -> String {
    let missing: Vec<&str> = status.missing().filter_map(|shown| shown.missing.as_deref()).collect();
    let website = match (&status.self_reported, missing.is_empty()) {
        (Some(statement), _) => format!("You say on the website: {}", statement.shown),
        (None, true) => "The website shows this.".to_owned(),
        (None, false) => format!("The website does not show yet: {}.", missing.join("; ")),
    };
    format!(
        "\n{}{}  - criterion: \"{}\"\n    status: not-scored\n    evidence:\n",
        comment(&words.in_text(&status.criterion.text)),
        comment(&website),
        status.criterion.id
    )
}

fn comment(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if lines.last().is_some_and(|line| line.chars().count() + word.chars().count() >= COMMENT_WIDTH) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| format!("  #{line}\n")).collect()
}
