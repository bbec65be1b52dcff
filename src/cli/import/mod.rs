//! `fingerpost import`: turns form exports, spreadsheets and calendars into content files, after a review.
#![expect(clippy::disallowed_methods, reason = "reads the file named on the command line")]

mod files;
mod survey;

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Subcommand;

use self::files::{Target, import_files};
use super::{Exit, content, print};
use crate::import::{events, programme};
use crate::report::Findings;

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
    /// Import events as drafts from a calendar (.ics), or a spreadsheet with one event on each row
    Events(EventsArguments),
}

#[derive(Debug, clap::Args)]
struct ProgrammeArguments {
    /// The spreadsheet: .xlsx, .ods or .csv, with headings such as Group, Term, Activity, Kind, Benchmarks, Notes
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    #[command(flatten)]
    writing: WriteOptions,
}

#[derive(Debug, clap::Args)]
struct EventsArguments {
    /// The calendar (.ics), or a spreadsheet with headings such as Date, Event, Start, End, Place, For, Groups
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    /// Read 4/3/2027 in the spreadsheet as 4 March
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// Read 4/3/2027 in the spreadsheet as 3 April
    #[arg(long)]
    month_first: bool,
    #[command(flatten)]
    writing: WriteOptions,
}

#[derive(Clone, Copy, Debug, clap::Args)]
struct WriteOptions {
    /// Write the files, instead of only showing them
    #[arg(long)]
    write: bool,
    /// Replace files that already exist
    #[arg(long, requires = "write")]
    replace: bool,
}

pub(super) fn run(arguments: &ImportArguments) -> Exit {
    let Some(facts) = super::facts() else { return Exit::Error };
    match &arguments.source {
        ImportSource::Survey(arguments) => survey::run(arguments, &facts),
        ImportSource::Programme(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            import_files(target, &facts, programme::from_sheet)
        }
        ImportSource::Events(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            let order = (arguments.day_first || arguments.month_first).then_some(arguments.day_first);
            let is_calendar = arguments.file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ics"));
            import_files(target, &facts, |sheet, _, findings| {
                if is_calendar {
                    events::from_calendar(sheet, findings)
                } else {
                    events::from_sheet(sheet, order, findings)
                }
            })
        }
    }
}

/// Reads the file to import. Rejects files that are larger than any school needs.
fn read_bytes(file: &Utf8Path) -> Result<Vec<u8>, Exit> {
    /// In bytes.
    const MAX_FILE_SIZE: u64 = 100_000_000;
    let size = fs::metadata(file).map(|metadata| metadata.len());
    let read = match size {
        Ok(size) if size > MAX_FILE_SIZE => Err("it is larger than 100 MB".to_owned()),
        Ok(_) => fs::read(file).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    read.map_err(|reason| {
        print::note(&format!("fingerpost: {file} could not be read: {reason}\n"));
        Exit::Error
    })
}

/// Prints findings: those about the imported file with its own path, others with the content folder's.
fn report(findings: Findings, file: &Utf8Path, folder: &Utf8Path) {
    let name = file.file_name().unwrap_or_default();
    let parent = file.parent().map_or("", Utf8Path::as_str);
    let (of_import, of_content): (Vec<_>, Vec<_>) =
        findings.sorted().into_iter().partition(|finding| finding.place.path().as_str() == name);
    print::findings(&of_import, super::OutputFormat::Full, parent);
    print::findings(&of_content, super::OutputFormat::Full, folder.as_str());
}

impl WriteOptions {
    /// Writes a file. Replaces an existing one only with `--replace`.
    fn write_file(self, file: &Utf8Path, text: &str) -> Result<(), String> {
        if self.replace { content::replace(file, text) } else { content::create(file, text) }
    }
}
