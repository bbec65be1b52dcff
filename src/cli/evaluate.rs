//! `fingerpost evaluate`: how the programme measures up against the eight benchmarks, and what to do next.

use camino::{Utf8Path, Utf8PathBuf};
use clap::ValueEnum;
use jiff::civil::Date;

use super::{clock, content, print};
use crate::cli::arguments::{current_dir, facts, parse_day};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::cli::quoted::quoted;
use crate::framework::Facts;
use crate::language::english;
use crate::programme::Programme;
use crate::programme::format::Percent;
use crate::report::{Findings, Severity};
use crate::scaffold::self_evaluation;
use crate::view::{ReadoutView, StepView, readout};

/// In characters.
const BAR_WIDTH: usize = 20;

#[derive(Debug, clap::Args)]
pub(super) struct EvaluateArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// Write a new self-evaluation with today's date for you to fill in
    #[arg(long)]
    new: bool,
    /// Evaluate the programme on this day, such as 2027-03-04 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = ReadoutFormat::Text, conflicts_with = "new")]
    format: ReadoutFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReadoutFormat {
    /// For people
    Text,
    /// For machines
    Json,
}

pub(super) fn run(arguments: &EvaluateArguments) -> Result<Exit, Exit> {
    let facts = facts()?;
    let today = arguments.today.unwrap_or_else(clock::today);
    content::complete_changes(&arguments.folder)?;
    let programme = load(&arguments.folder, &facts, today)?;
    if arguments.new {
        let file = self_evaluation(&programme, &facts, today).ok_or_else(|| {
            print::failure("no version of the benchmarks was in use on that day. Choose a later day with --today.")
        })?;
        let target = arguments.folder.join(&file.path);
        content::create(&target, &file.text).map_err(|reason| print::failure(format!("{target} {reason}")))?;
        print::out(&format!(
            "Wrote {target}. Fill it in, then run `fingerpost evaluate {}` to see your results.\n",
            quoted(&arguments.folder)
        ));
        return Ok(Exit::Clean);
    }
    let english = english(&programme.institution);
    match (readout(&programme, &facts, today, &english), arguments.format) {
        (Some(readout), ReadoutFormat::Text) => print::out(&text(&readout, &programme.institution.name)),
        (readout, ReadoutFormat::Json) => {
            // Serialising strings, numbers and lists can't fail.
            print::out(&(serde_json::to_string_pretty(&readout).unwrap_or_default() + "\n"));
        }
        (None, ReadoutFormat::Text) => print::out(&format!(
            "There is no evaluation yet. `fingerpost evaluate {} --new` writes one for you to fill in. If you have scores from \
             Compass, put them in a file in evaluation/benchmarks/.\n",
            quoted(&arguments.folder)
        )),
    }
    Ok(Exit::Clean)
}

/// Loads the programme. Prints the errors if there are any, because an evaluation of incomplete content would be wrong.
fn load(folder: &Utf8Path, facts: &Facts, today: Date) -> Result<Programme, Exit> {
    let mut findings = Findings::default();
    let loaded = crate::load_programme(folder, facts, today, &mut findings);
    let is_unusable = crate::folder_is_missing(&findings);
    let mut errors = findings.sorted();
    errors.retain(|finding| finding.severity == Severity::Error);
    if errors.is_empty()
        && let Some((_, programme)) = loaded
    {
        return Ok(programme);
    }
    print::findings(&errors, OutputFormat::Full, folder.as_str());
    Err(if is_unusable { Exit::Error } else { Exit::Findings })
}

fn text(readout: &ReadoutView, school: &str) -> String {
    let mut text = format!("{school}: {}\n", readout.framework);
    text.push_str(&format!("{}\n{}\n\n", readout.summary, readout.origin));
    let width = readout.lines.iter().map(|line| line.short.chars().count()).max().unwrap_or(0);
    for line in &readout.lines {
        let mut notes: Vec<&str> = Vec::new();
        notes.extend(line.fully.then_some("fully achieved"));
        notes.extend(line.change.as_deref());
        notes.extend(line.criteria.as_deref());
        let bar = line.percent.map_or_else(|| " ".repeat(BAR_WIDTH), bar);
        let row = format!("{} {:width$}  {bar} {:>10}  {}", line.number, line.short, line.score, notes.join("; "));
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text.push_str(&format!("\n{}\n{}\n", readout.change, readout.next));
    if !readout.strengths.is_empty() {
        text.push_str("\nStrengths\n");
        readout.strengths.iter().for_each(|strength| text.push_str(&format!("  {strength}\n")));
    }
    if !readout.steps.is_empty() {
        text.push_str("\nNext steps\n");
        for (number, step) in (1..).zip(&readout.steps) {
            text.push_str(&step_text(number, step));
        }
        text.push_str(&format!("  {}\n", readout.rule));
    }
    text
}

fn step_text(number: usize, step: &StepView) -> String {
    let mut text = format!("  {number}. {} ({})\n", step.criterion, step.short);
    let mut line = |content: &str| text.push_str(&format!("     {content}\n"));
    line(&step.asks);
    line(&format!("Why now: {}", step.why));
    if !step.missing.is_empty() {
        line(&format!("The website does not show: {}.", step.missing.join("; ")));
    }
    step.write.iter().for_each(|write| line(write));
    line(&step.source);
    text.push('\n');
    text
}

/// A bar for a percentage. It is full only at 100% and empty only at 0%.
fn bar(percent: Percent) -> String {
    let filled = usize::from(percent.whole()) * BAR_WIDTH / 100;
    let filled = filled.max(usize::from(percent > Percent::ZERO));
    let (full, empty) = if print::shows_blocks() { ("█", "░") } else { ("#", "-") };
    full.repeat(filled) + &empty.repeat(BAR_WIDTH - filled)
}
