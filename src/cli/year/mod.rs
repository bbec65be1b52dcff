//! `fingerpost year`: moves the programme on to the next academic year, and takes that back.

mod show;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Subcommand;
use jiff::civil::Date;

use self::show::{how_to_write, summary, table, written};
use super::{clock, content, print};
use crate::cli::arguments::{current_dir, facts, named, parse_day};
use crate::cli::exit::Exit;
use crate::cli::print::OutputFormat;
use crate::editor::{ChangeKind, EditableFolder, SaveError};
use crate::report::Findings;
use crate::year::{self, YearPlan};
use crate::{CheckedYearPlan, NoYearPlan, YearOptions};

#[derive(Debug, clap::Args)]
pub(super) struct YearArguments {
    #[command(subcommand)]
    what: YearCommand,
}

#[derive(Debug, Subcommand)]
enum YearCommand {
    /// Show what the next academic year changes in the content, or change it
    Next(NextArguments),
    /// Take the change to the next year back, if nothing was edited since
    Undo(UndoArguments),
}

#[derive(Debug, clap::Args)]
struct NextArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// The next year's term dates: the council's list as a text (.txt), a calendar (.ics), or `terms:` as in school.yaml
    /// (.yaml) [default: this year's, moved]
    #[arg(long, value_name = "FILE")]
    terms: Option<Utf8PathBuf>,
    /// Also write the table of all changes into a file: .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    table: Option<Utf8PathBuf>,
    /// Change the content
    #[arg(long)]
    write: bool,
    /// Do it as on this day, such as 2027-07-21 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
}

#[derive(Debug, clap::Args)]
struct UndoArguments {
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
}

pub(super) fn run(arguments: &YearArguments) -> Result<Exit, Exit> {
    match &arguments.what {
        YearCommand::Next(arguments) => next(arguments),
        YearCommand::Undo(arguments) => undo(&arguments.folder),
    }
}

fn next(arguments: &NextArguments) -> Result<Exit, Exit> {
    let folder = arguments.folder.as_path();
    content::complete_changes(folder)?;
    let today = arguments.today.unwrap_or_else(clock::today);
    let CheckedYearPlan { plan, errors } = plan(arguments, today)?;
    if !errors.is_empty() {
        print::findings(&errors, OutputFormat::Full, folder.as_str());
        return Err(print::failure("the content would have these errors in the next year. Nothing was changed."));
    }
    if let Some(file) = &arguments.table {
        write_table(file, &plan)?;
    }
    let may_follow = plan.may_follow(today);
    if !arguments.write {
        print::out(&format!("{}\n{}{}", summary(&plan, today), table(&plan), how_to_write(&plan, may_follow)));
        return Ok(Exit::Clean);
    }
    if !may_follow {
        return Err(print::failure(format!(
            "{} has not begun yet, so it is too early for {}. The content was not changed.",
            plan.old_label, plan.new_label
        )));
    }
    let made = EditableFolder::new(folder)
        .and_then(|folder| folder.make_changes(ChangeKind::AcademicYear, &plan.name(), &plan.changes));
    made.map_err(print::failure)?;
    print::out(&written(&plan, folder));
    Ok(Exit::Clean)
}

fn plan(arguments: &NextArguments, today: Date) -> Result<CheckedYearPlan, Exit> {
    let folder = arguments.folder.as_path();
    let facts = facts()?;
    let list = arguments.terms.as_deref();
    let bytes = list.map(content::bytes_of).transpose()?;
    let terms = list.and_then(Utf8Path::file_name).zip(bytes);
    let mut findings = Findings::default();
    let planned = crate::plan_next_year(YearOptions { folder, terms, facts: &facts, today }, &mut findings);
    planned.map_err(|reason| match reason {
        NoYearPlan::NoProgramme => {
            let is_missing = crate::folder_is_missing(&findings);
            print::findings(&findings.sorted(), OutputFormat::Full, folder.as_str());
            if is_missing { Exit::Error } else { Exit::Findings }
        }
        NoYearPlan::Terms(error) => {
            let name = list.map_or("the list", Utf8Path::as_str);
            print::failure(format!("{name}: {error} Nothing was changed."));
            Exit::Findings
        }
        NoYearPlan::Year(error) => {
            print::failure(format!("{error} Nothing was changed."));
            Exit::Findings
        }
    })
}

fn write_table(file: &Utf8Path, plan: &YearPlan) -> Result<(), Exit> {
    let bytes = match file.extension().unwrap_or_default().to_lowercase().as_str() {
        "xlsx" => year::xlsx(&plan.rows),
        "csv" => year::csv(&plan.rows),
        _ => return Err(print::failure("the name of the table must end in .xlsx or .csv. Nothing was changed.")),
    };
    let bytes = bytes.map_err(print::failure)?;
    content::create_bytes(file, &bytes).map_err(|reason| print::failure(format!("{file} {reason}")))?;
    print::out(&format!("Wrote the table into {file}.\n"));
    Ok(())
}

fn undo(folder: &Utf8Path) -> Result<Exit, Exit> {
    content::complete_changes(folder)?;
    let undone = EditableFolder::new(folder).and_then(|folder| folder.undo_changes());
    match undone {
        Ok(last) => {
            print::out(&format!(
                "Took back the change from {}: {} files are as they were.\n",
                last.name,
                last.paths.len()
            ));
            Ok(Exit::Clean)
        }
        Err(SaveError::ChangedSince(paths)) => {
            let names: Vec<String> = paths.iter().map(|path| format!("  {path}\n")).collect();
            Err(print::failure(format!(
                "this can't be taken back while these files are edited. Put them back as they were, then try again. \
                 Nothing was changed.\n{}",
                names.concat().trim_end()
            )))
        }
        Err(SaveError::NothingToUndo) => Err(print::failure(format!(
            "{} has not been changed to another year, so there is nothing to take back.",
            named(folder)
        ))),
        Err(error) => Err(print::failure(error)),
    }
}
