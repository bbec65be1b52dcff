//! `fingerpost import`: exports of forms, spreadsheets and calendars become content files, for review first.
#![expect(
    clippy::disallowed_methods,
    reason = "a file to import is named on the command line, and new files are what it is for"
)]

use std::fs;
use std::io::{ErrorKind, Write as _};

use camino::{Utf8Path, Utf8PathBuf};
use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::{Exit, clock, print};
use crate::framework::Facts;
use crate::import::SheetFile;
use crate::import::survey::{self, Brief, Draft};
use crate::programme::form::{Form, FromNode};
use crate::programme::{FeedbackGroup, MappingForm, slug};
use crate::read;
use crate::report::{ContentPath, Findings, Found, Source};

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// The answers to a form (Microsoft Forms, Google Forms), as counts: never people
    Survey(SurveyArguments),
}

/// What `import survey` takes.
#[derive(Debug, clap::Args)]
struct SurveyArguments {
    /// The export: .xlsx, .ods or .csv. Keep it outside the content folder
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = super::here())]
    folder: Utf8PathBuf,
    /// Who was asked; needed the first time
    #[arg(long, value_name = "GROUP", value_parser = groups())]
    from: Option<FeedbackGroup>,
    /// The word for it in file names, such as 2026-parents [default: made from the file's name]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The day of the survey, such as 2026-03-19, where the export does not make it plain
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    date: Option<Date>,
    /// How many were asked
    #[arg(long, value_name = "NUMBER")]
    invited: Option<u32>,
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

fn groups() -> impl TypedValueParser<Value = FeedbackGroup> {
    PossibleValuesParser::new(FeedbackGroup::ALL.iter().map(|group| group.word())).try_map(|word| {
        let known = FeedbackGroup::ALL.iter().copied().find(|group| group.word() == word);
        known.ok_or_else(|| format!("there is no group {word}"))
    })
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let Some(facts) = super::facts() else { return Exit::Usage };
    match &arguments.what {
        What::Survey(arguments) => import_survey(arguments, &facts),
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
        Exit::Usage
    })
}

fn import_survey(arguments: &SurveyArguments, facts: &Facts) -> Exit {
    let bytes = match bytes_of(&arguments.file) {
        Ok(bytes) => bytes,
        Err(exit) => return exit,
    };
    let stem = arguments.file.file_stem().unwrap_or("survey");
    let name = slug(arguments.name.as_deref().unwrap_or(stem));
    let sheet = SheetFile { name: arguments.file.file_name().unwrap_or_default(), bytes: &bytes };
    let path = ContentPath::new(&format!("evaluation/mappings/{name}.yaml"));
    if !arguments.folder.join("school.yaml").exists() {
        print::note(&format!("fingerpost: there is no school.yaml in {}: is it a content folder?\n", arguments.folder));
        return Exit::Usage;
    }
    match fs::read_to_string(arguments.folder.join(path.as_str())) {
        Ok(text) => {
            let Found { value: mapping, mut findings } = mapping(path, text);
            let draft = mapping.and_then(|mapping| {
                let counted = survey::count(sheet, (&name, &mapping), arguments.date, &facts.privacy.columns);
                findings.append(counted.findings);
                counted.value
            });
            tell(findings, arguments);
            draft.map_or(Exit::Findings, |draft| finish(&draft, arguments))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => propose(arguments, (&name, sheet), facts),
        Err(error) => {
            print::note(&format!("fingerpost: {path} could not be read: {error}\n"));
            Exit::Usage
        }
    }
}

/// The first run: a mapping to look at.
fn propose(arguments: &SurveyArguments, (name, sheet): (&str, SheetFile<'_>), facts: &Facts) -> Exit {
    let Some(from) = arguments.from else {
        let known: Vec<&str> = FeedbackGroup::ALL.iter().map(|group| group.word()).collect();
        print::note(&format!("fingerpost: who was asked? Add --from and one of: {}\n", known.join(", ")));
        return Exit::Usage;
    };
    let title = title_of(name);
    let brief = Brief { name, title: &title, from, date: arguments.date, invited: arguments.invited };
    let Found { value: draft, findings } = survey::propose(sheet, &brief, &facts.privacy.columns);
    tell(findings, arguments);
    let Some(draft) = draft else { return Exit::Findings };
    let target = arguments.folder.join(&draft.path);
    match write(&target, &draft.text, false) {
        Ok(()) => {
            print::out(&draft.text);
            print::out(&format!(
                "\nWrote {target}: this is how we understand the export. Look at it, mend what is wrong, then run the \
                 same command again to see the survey.\n"
            ));
            Exit::Clean
        }
        Err(reason) => {
            print::note(&format!("fingerpost: {target} {reason}\n"));
            Exit::Usage
        }
    }
}

/// `2026-parents-evening` → “2026 parents evening”.
fn title_of(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A mapping from its file.
fn mapping(path: ContentPath, text: String) -> Found<Option<MappingForm>> {
    let mut findings = Findings::default();
    let source = Source { path, text: text.into() };
    let span = 0..source.text.len();
    let node = read::parse(&source, span, &mut findings);
    let mapping =
        node.and_then(|node| MappingForm::from_node(&node, &mut Form { source: &source, findings: &mut findings }));
    Found { value: mapping, findings }
}

/// Findings about the export stand where it lies, others in the content folder.
fn tell(findings: Findings, arguments: &SurveyArguments) {
    let name = arguments.file.file_name().unwrap_or_default();
    let beside = arguments.file.parent().map_or("", Utf8Path::as_str);
    let (of_export, others): (Vec<_>, Vec<_>) =
        findings.sorted().into_iter().partition(|finding| finding.place.path().as_str() == name);
    print::findings(&of_export, super::Format::Full, beside);
    print::findings(&others, super::Format::Full, arguments.folder.as_str());
}

/// Shows a draft, or writes it if that was asked for.
fn finish(draft: &Draft, arguments: &SurveyArguments) -> Exit {
    if !arguments.writing.write {
        print::out(&format!("{}\n", draft.text));
    }
    draft.notes.iter().for_each(|note| print::out(&format!("{note}\n")));
    let target = arguments.folder.join(&draft.path);
    if !arguments.writing.write {
        print::out(&format!("Nothing was written. Add --write, and this becomes {target}.\n"));
        return Exit::Clean;
    }
    match write(&target, &draft.text, arguments.writing.replace) {
        Ok(()) => {
            print::out(&format!("Wrote {target}.\n"));
            Exit::Clean
        }
        Err(reason) => {
            print::note(&format!("fingerpost: {target} {reason}\n"));
            Exit::Usage
        }
    }
}

/// Writes a file; over one that is there only if that was asked for.
fn write(target: &Utf8Path, text: &str, replace: bool) -> Result<(), String> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::AlreadyExists => {
            "is there already, and was left as it is. Add --replace to write over it.".to_owned()
        }
        _ => format!("could not be written: {error}"),
    };
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    if replace {
        return fs::write(target, text).map_err(failed);
    }
    let mut file = fs::File::create_new(target).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
