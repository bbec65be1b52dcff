//! `fingerpost import`: turns form exports, spreadsheets, calendars and audit forms into content files, after a review.

mod audit;
mod coverage_table;
mod files;
mod shared;
mod survey;

use camino::Utf8PathBuf;
use clap::Subcommand;

use self::files::{Target, import_files};
use self::shared::WriteOptions;
use crate::cli::arguments::{current_dir, facts, one_of};
use crate::cli::exit::Exit;
use crate::import::events::{self, EventOptions};
use crate::import::programme;
use crate::programme::Audience;

#[derive(Debug, clap::Args)]
pub(super) struct ImportArguments {
    #[command(subcommand)]
    source: ImportSource,
}

#[derive(Debug, Subcommand)]
enum ImportSource {
    /// Count the answers to a form from Microsoft Forms or Google Forms, without personal details
    Survey(survey::SurveyArguments),
    /// Import a planned programme from a spreadsheet with one activity on each row
    Programme(ProgrammeArguments),
    /// Import the forms of `fingerpost audit` that came back, as draft activities
    Audit(audit::AuditImportArguments),
    /// Import events as drafts from a calendar (.ics), or a spreadsheet with one event on each row
    Events(EventsArguments),
}

#[derive(Debug, clap::Args)]
struct ProgrammeArguments {
    /// The spreadsheet: .xlsx, .ods or .csv, with headings such as Group, Term, Activity, Kind, Benchmarks, Notes
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    #[command(flatten)]
    writing: WriteOptions,
}

#[derive(Debug, clap::Args)]
struct EventsArguments {
    /// The calendar (.ics), or a spreadsheet with headings such as Date, Event, Start, End, Place, For, Groups
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// Who the events are for, such as pupils,parents [default: staff]
    #[arg(long = "for", value_name = "AUDIENCES", value_delimiter = ',', value_parser = one_of(Audience::ALL, Audience::as_str))]
    audiences: Vec<Audience>,
    /// Read 4/3/2027 in the spreadsheet as 4 March
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// Read 4/3/2027 in the spreadsheet as 3 April
    #[arg(long)]
    month_first: bool,
    #[command(flatten)]
    writing: WriteOptions,
}

pub(super) fn run(arguments: &ImportArguments) -> Result<Exit, Exit> {
    let facts = facts()?;
    match &arguments.source {
        ImportSource::Survey(arguments) => survey::run(arguments, &facts),
        ImportSource::Audit(arguments) => audit::run(arguments, &facts),
        ImportSource::Programme(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            let replace = arguments.writing.replace;
            import_files(target, &facts, |sheet, programme, findings| {
                programme::from_sheet(sheet, replace, (programme, &facts), findings)
            })
        }
        ImportSource::Events(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            let options = EventOptions {
                day_first: (arguments.day_first || arguments.month_first).then_some(arguments.day_first),
                audiences: arguments.audiences.clone(),
            };
            import_files(target, &facts, |sheet, programme, findings| {
                if events::is_calendar(sheet.name) {
                    events::from_calendar(sheet, &options, programme, findings)
                } else {
                    events::from_sheet(sheet, &options, programme, findings)
                }
            })
        }
    }
}
