//! `fingerpost import`: exports of forms, spreadsheets and calendars become content files, for review first.
#![expect(clippy::disallowed_methods, reason = "a file to import is named on the command line")]

mod files;
mod survey;

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Subcommand;

use self::files::{Target, import_files};
use super::{Exit, content, print};
use crate::import::{events, programme};
use crate::report::Findings;

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The answers to a form (Microsoft Forms, Google Forms), as counts: never people
    Survey(survey::Arguments),
    /// A planned programme in a spreadsheet, a row an activity: a file for each group
    Programme(PlanArguments),
    /// A calendar (.ics), or a spreadsheet with a row an event: a file for each, as drafts
    Events(EventsArguments),
}

/// What `import programme` takes.
#[derive(Debug, clap::Args)]
struct PlanArguments {
    /// The spreadsheet: .xlsx, .ods or .csv, with headings such as Group, Term, Activity, Kind, Benchmarks, Notes
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    #[command(flatten)]
    writing: Writing,
}

/// What `import events` takes.
#[derive(Debug, clap::Args)]
struct EventsArguments {
    /// The calendar (.ics), or a spreadsheet with headings such as Date, Event, Start, End, Place, For, Groups
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = super::current_dir())]
    folder: Utf8PathBuf,
    /// In the spreadsheet, 4/3/2027 is in March
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// In the spreadsheet, 4/3/2027 is in April
    #[arg(long)]
    month_first: bool,
    #[command(flatten)]
    writing: Writing,
}

/// Whether anything is written.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Writing {
    /// Write the files; without it they are only shown
    #[arg(long)]
    write: bool,
    /// Write over files that are there already
    #[arg(long, requires = "write")]
    replace: bool,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(facts) = super::facts() else { return Exit::Error };
    match &arguments.what {
        What::Survey(arguments) => survey::run(arguments, &facts),
        What::Programme(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            import_files(target, &facts, programme::programme)
        }
        What::Events(arguments) => {
            let target = Target { file: &arguments.file, folder: &arguments.folder, writing: arguments.writing };
            let order = (arguments.day_first || arguments.month_first).then_some(arguments.day_first);
            let is_calendar = arguments.file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
            import_files(target, &facts, |sheet, _| {
                if is_calendar { events::calendar(sheet) } else { events::sheet(sheet, order) }
            })
        }
    }
}

/// The file to import. Nothing larger than a school could have is read.
fn bytes_of(file: &Utf8Path) -> Result<Vec<u8>, Exit> {
    /// In bytes.
    const LARGEST: u64 = 100_000_000;
    let size = fs::metadata(file).map(|about| about.len());
    let read = match size {
        Ok(size) if size > LARGEST => Err("it is larger than 100 MB".to_owned()),
        Ok(_) => fs::read(file).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    read.map_err(|reason| {
        print::note(&format!("fingerpost: {file} could not be read: {reason}\n"));
        Exit::Error
    })
}

/// Findings about the export stand where it lies, others in the content folder.
fn tell(findings: Findings, file: &Utf8Path, folder: &Utf8Path) {
    let name = file.file_name().unwrap_or_default();
    let beside = file.parent().map_or("", Utf8Path::as_str);
    let (of_export, others): (Vec<_>, Vec<_>) =
        findings.sorted().into_iter().partition(|finding| finding.place.path().as_str() == name);
    print::findings(&of_export, super::Format::Full, beside);
    print::findings(&others, super::Format::Full, folder.as_str());
}

impl Writing {
    /// Writes a file; over one that is there only if that was asked for.
    fn carry_out(self, file: &Utf8Path, text: &str) -> Result<(), String> {
        if self.replace { content::replace(file, text) } else { content::create(file, text) }
    }
}
