//! `fingerpost import survey`: the first run writes a mapping to review, the next ones count the answers.
#![expect(clippy::disallowed_methods, reason = "reads the mapping of one survey by its name")]

use std::fs;
use std::io::ErrorKind;

use camino::Utf8PathBuf;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::shared::{WriteOptions, read_bytes, report};
use crate::cli::defaults::current_dir;
use crate::cli::exit::Exit;
use crate::cli::{clock, content, print};
use crate::framework::Facts;
use crate::import::survey::{self, SurveyDetails};
use crate::import::{Draft, SheetFile};
use crate::programme::format::{FieldReader, FromNode};
use crate::programme::{FeedbackGroup, SurveyMapping, slug};
use crate::read;
use crate::report::{ContentPath, Findings, Source};

#[derive(Debug, clap::Args)]
pub(super) struct SurveyArguments {
    /// The exported file: .xlsx, .ods or .csv. Keep it outside the content folder
    file: Utf8PathBuf,
    /// The content folder
    #[arg(default_value_t = current_dir())]
    folder: Utf8PathBuf,
    /// Who answered. You only need this the first time
    #[arg(long, value_name = "GROUP", value_parser = groups())]
    from: Option<FeedbackGroup>,
    /// The name for the survey's files, such as 2026-parents [default: based on the exported file's name]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The date of the survey, such as 2026-03-19, if it isn't clear from the export
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    date: Option<Date>,
    /// How many people were invited to answer
    #[arg(long, value_name = "NUMBER")]
    invited: Option<u32>,
    #[command(flatten)]
    writing: WriteOptions,
}

fn groups() -> impl TypedValueParser<Value = FeedbackGroup> {
    PossibleValuesParser::new(FeedbackGroup::ALL.iter().map(|group| group.as_str())).try_map(|word| {
        let known = FeedbackGroup::ALL.iter().copied().find(|group| group.as_str() == word);
        known.ok_or_else(|| format!("there is no group {word}"))
    })
}

pub(super) fn run(arguments: &SurveyArguments, facts: &Facts) -> Exit {
    let bytes = match read_bytes(&arguments.file) {
        Ok(bytes) => bytes,
        Err(exit) => return exit,
    };
    let stem = arguments.file.file_stem().unwrap_or("survey");
    let name = slug(arguments.name.as_deref().unwrap_or(stem));
    let sheet = SheetFile { name: arguments.file.file_name().unwrap_or_default(), bytes: &bytes };
    let path = ContentPath::new(&format!("evaluation/mappings/{name}.yaml"));
    if !arguments.folder.join("school.yaml").exists() {
        print::note(&format!("fingerpost: there is no school.yaml in {}. Is it a content folder?\n", arguments.folder));
        return Exit::Error;
    }
    match fs::read_to_string(arguments.folder.join(path.as_str())) {
        Ok(text) => {
            let mut findings = Findings::default();
            let draft = parse_mapping(path, text, &mut findings).and_then(|mapping| {
                let columns = &facts.privacy.columns;
                survey::count(sheet, (&name, &mapping), arguments.date, columns, &mut findings)
            });
            report(findings, &arguments.file, &arguments.folder);
            draft.map_or(Exit::Findings, |draft| show_or_write(&draft, arguments))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => propose(arguments, (&name, sheet), facts),
        Err(error) => {
            print::note(&format!("fingerpost: {path} could not be read: {error}\n"));
            Exit::Error
        }
    }
}

/// Writes a mapping for the teacher to review.
fn propose(arguments: &SurveyArguments, (name, sheet): (&str, SheetFile<'_>), facts: &Facts) -> Exit {
    let Some(from) = arguments.from else {
        let known: Vec<&str> = FeedbackGroup::ALL.iter().map(|group| group.as_str()).collect();
        print::note(&format!("fingerpost: who answered the survey? Add --from and one of: {}\n", known.join(", ")));
        return Exit::Error;
    };
    let title = title_of(name);
    let details = SurveyDetails { name, title: &title, from, date: arguments.date, invited: arguments.invited };
    let mut findings = Findings::default();
    let draft = survey::propose(sheet, &details, &facts.privacy.columns, &mut findings);
    report(findings, &arguments.file, &arguments.folder);
    let Some(draft) = draft else { return Exit::Findings };
    let target = arguments.folder.join(&draft.path);
    match content::create(&target, &draft.text) {
        Ok(()) => {
            print::out(&draft.text);
            print::out(&format!(
                "\nWrote {target}. This is how Fingerpost reads the export. Check it, fix anything that is wrong, then run \
                 the same command again to see the survey.\n"
            ));
            Exit::Clean
        }
        Err(reason) => {
            print::note(&format!("fingerpost: {target} {reason}\n"));
            Exit::Error
        }
    }
}

/// `2026-parents-evening` → “2026 parents evening”.
fn title_of(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn parse_mapping(path: ContentPath, text: String, findings: &mut Findings) -> Option<SurveyMapping> {
    let source = Source { path, text: text.into() };
    let span = 0..source.text.len();
    let node = read::parse_yaml(&source, span, findings)?;
    SurveyMapping::from_node(&node, &mut FieldReader::new(&source, findings))
}

/// Shows a draft, or writes it with `--write`.
fn show_or_write(draft: &Draft, arguments: &SurveyArguments) -> Exit {
    if !arguments.writing.write {
        print::out(&format!("{}\n", draft.text));
    }
    draft.notes.iter().for_each(|note| print::out(&format!("{note}\n")));
    let target = arguments.folder.join(&draft.path);
    if !arguments.writing.write {
        print::out(&format!("Nothing was written. Add --write to write {target}.\n"));
        return Exit::Clean;
    }
    match arguments.writing.write_file(&target, &draft.text) {
        Ok(()) => {
            print::out(&format!("Wrote {target}.\n"));
            Exit::Clean
        }
        Err(reason) => {
            let exists = !arguments.writing.replace && target.exists();
            let hint = if exists { " Add --replace to replace it." } else { "" };
            print::note(&format!("fingerpost: {target} {reason}{hint}\n"));
            Exit::Error
        }
    }
}
