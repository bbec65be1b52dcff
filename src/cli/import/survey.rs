//! `fingerpost import survey`: the first run writes a mapping to review, the next ones count the answers.
#![expect(clippy::disallowed_methods, reason = "reads the mapping of one survey by its name")]

use std::fs;
use std::io::ErrorKind;

use camino::Utf8PathBuf;
use jiff::civil::Date;

use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::arguments::{current_dir, named, one_of, parse_day};
use crate::cli::exit::Exit;
use crate::cli::{clock, content, print};
use crate::framework::Facts;
use crate::import::survey::{self, SurveyDetails};
use crate::import::{Draft, SheetFile};
use crate::programme::FeedbackGroup;
use crate::report::{ContentPath, Findings};

#[derive(Debug, clap::Args)]
pub(super) struct SurveyArguments {
    /// The exported file: .xlsx, .ods or .csv. Keep it outside the content folder
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// Who answered. You only need this the first time
    #[arg(long, value_name = "GROUP", value_parser = one_of(FeedbackGroup::ALL, FeedbackGroup::as_str))]
    from: Option<FeedbackGroup>,
    /// The name for the survey's files, such as 2026-parents [default: based on the exported file's name]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The date of the survey, such as 2026-03-19, if it isn't clear from the export
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    date: Option<Date>,
    /// How many people were invited to answer
    #[arg(long, value_name = "NUMBER")]
    invited: Option<u32>,
    #[command(flatten)]
    writing: WriteOptions,
}

pub(super) fn run(arguments: &SurveyArguments, facts: &Facts) -> Result<Exit, Exit> {
    let bytes = read_bytes(&arguments.file)?;
    let stem = survey::without_copy_marks(arguments.file.file_stem().unwrap_or("survey"));
    let name = survey::name_of(arguments.name.as_deref().unwrap_or(stem));
    let sheet = SheetFile { name: arguments.file.file_name().unwrap_or_default(), bytes: &bytes };
    let path = survey::mapping_path(&name);
    if !arguments.folder.join("school.yaml").exists() {
        let reason = format!("there is no school.yaml in {}. Is it a content folder?", named(&arguments.folder));
        return Err(print::failure(reason));
    }
    match fs::read(arguments.folder.join(path.as_str())) {
        Ok(bytes) => {
            let not_text = || print::failure(format!("{path} is not a text file. Save it as UTF-8."));
            let (text, _) = crate::read::decode(bytes).ok_or_else(not_text)?;
            let mut findings = Findings::default();
            let draft = count((path, text), (&name, sheet), (arguments, facts), &mut findings);
            report(findings, &arguments.file, &arguments.folder);
            show_or_write(&draft.ok_or(Exit::Findings)?, arguments)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => propose(arguments, (&name, sheet), facts),
        Err(error) => Err(print::failure(format!("{path} could not be read: {error}"))),
    }
}

/// Counts the answers as the text of a mapping states.
fn count(
    (path, text): (ContentPath, String),
    (name, sheet): (&str, SheetFile<'_>),
    (arguments, facts): (&SurveyArguments, &Facts),
    findings: &mut Findings,
) -> Option<Draft> {
    let mut mapping = survey::read_mapping(path, text, findings)?;
    mapping.invited = arguments.invited.or(mapping.invited);
    survey::count(sheet, (name, &mapping), (arguments.date, clock::today()), facts, findings)
}

/// Shows a mapping for the teacher to review, with the survey that it gives, and writes the mapping with `--write`.
fn propose(arguments: &SurveyArguments, (name, sheet): (&str, SheetFile<'_>), facts: &Facts) -> Result<Exit, Exit> {
    let Some(from) = arguments.from else {
        let known: Vec<&str> = FeedbackGroup::ALL.iter().map(|group| group.as_str()).collect();
        let reason = format!("who answered the survey? Add --from and one of: {}", known.join(", "));
        return Err(print::failure(reason));
    };
    let (title, today) = (survey::title_of(name), clock::today());
    let details = SurveyDetails { name, title: &title, from, date: arguments.date, invited: arguments.invited, today };
    let mut findings = Findings::default();
    let draft = survey::propose(sheet, &details, facts, &mut findings);
    report(findings, &arguments.file, &arguments.folder);
    let draft = draft.ok_or(Exit::Findings)?;
    let target = arguments.folder.join(&draft.path);
    print::out(&format!("== {}\n{}\n", draft.path, draft.text));
    if arguments.writing.write {
        content::create(&target, &draft.text).map_err(|reason| print::failure(format!("{target} {reason}")))?;
        print::out(&format!(
            "Wrote {target}. This is how Fingerpost reads the export. Check it, fix anything that is wrong, then run the \
             same command again to see the survey.\n"
        ));
        return Ok(Exit::Clean);
    }
    // What is still missing in the mapping is shown in it.
    let mapping = (ContentPath::new(&draft.path), draft.text.clone());
    if let Some(survey) = count(mapping, (name, sheet), (arguments, facts), &mut Findings::default()) {
        print::out(&format!("== {}\n{}\n", survey.path, survey.text));
        survey.notes.iter().for_each(|note| print::out(&format!("{note}\n")));
    }
    print::out(&format!(
        "Nothing was written. This is how Fingerpost reads the export. If it is right, add --write to write {target}. \
         Then run the same command again to write the survey.\n"
    ));
    Ok(Exit::Clean)
}

/// Shows a draft, or writes it with `--write`.
fn show_or_write(draft: &Draft, arguments: &SurveyArguments) -> Result<Exit, Exit> {
    if !arguments.writing.write {
        print::out(&format!("{}\n", draft.text));
    }
    draft.notes.iter().for_each(|note| print::out(&format!("{note}\n")));
    let target = arguments.folder.join(&draft.path);
    if !arguments.writing.write {
        print::out(&format!("Nothing was written. Add --write to write {target}.\n"));
        return Ok(Exit::Clean);
    }
    arguments.writing.write_file(&target, &draft.text).map_err(|reason| {
        let exists = !arguments.writing.replace && target.exists();
        let hint = if exists { " Add --replace to replace it." } else { "" };
        print::failure(format!("{target} {reason}{hint}"))
    })?;
    print::out(&format!("Wrote {target}.\n"));
    Ok(Exit::Clean)
}
