//! `fingerpost new FOLDER`: creates a small but complete site for a teacher to edit.

use camino::Utf8PathBuf;
use jiff::civil::Date;

use super::{clock, new_folder, print};
use crate::cli::arguments::{facts, one_of, parse_day};
use crate::cli::exit::Exit;
use crate::cli::quoted::quoted;
use crate::programme::{Kind, on_one_line, placeholders};
use crate::scaffold::{self, Ages, NewFile, NewGroups, NewLeader, NewSite, TermSystem};

#[derive(Debug, clap::Args)]
pub(super) struct NewArguments {
    /// The folder to create. It must be empty or not exist yet
    folder: Utf8PathBuf,
    /// The kind of institution [default: academy]
    #[arg(long, value_name = "KIND", ignore_case = true, value_parser = one_of(Kind::ALL, Kind::as_str))]
    kind: Option<Kind>,
    /// The name of the institution [default: based on the folder's name]
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    name: Option<String>,
    /// What you call your pupils, such as students, learners or scholars [default: depends on the kind]
    #[arg(long, value_name = "WORD", value_parser = parse_word)]
    words: Option<String>,
    /// Three terms with half-terms, or six numbered ones
    #[arg(long, value_name = "NUMBER", default_value = "three", value_parser = parse_terms)]
    terms: TermSystem,
    /// Add Years 12 and 13
    #[arg(long, conflicts_with = "ages")]
    sixth_form: bool,
    /// The ages of your pupils, such as 11-18, for a group for each year [default: depends on the kind]
    #[arg(long, value_name = "AGES")]
    ages: Option<Ages>,
    /// Add what a repository on GitHub needs to check, build and publish the site
    #[arg(long)]
    github: bool,
    /// Create the site for this day, such as 2027-03-04 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
}

fn parse_name(text: &str) -> Result<String, String> {
    let name = on_one_line(text);
    if name.is_empty() { Err("write the name of your school, college or centre".to_owned()) } else { Ok(name) }
}

/// One word in lower case, and in the plural.
fn parse_word(text: &str) -> Result<String, String> {
    let word = text.trim().to_lowercase();
    let is_word = word.len() > 2 && word.chars().all(|ch| ch.is_alphabetic() || ch == '-');
    if is_word && word.ends_with('s') {
        Ok(word)
    } else {
        Err("write one word for several, such as students".to_owned())
    }
}

/// A number in words or digits.
fn parse_terms(text: &str) -> Result<TermSystem, String> {
    match text.trim().to_lowercase().as_str() {
        "3" | "three" => Ok(TermSystem::Three),
        "6" | "six" => Ok(TermSystem::Six),
        _ => Err("write three or six".to_owned()),
    }
}

pub(super) fn run(arguments: &NewArguments) -> Result<Exit, Exit> {
    let folder = &arguments.folder;
    let new_site = NewSite {
        name: name(arguments),
        kind: arguments.kind.unwrap_or(Kind::Academy),
        pupils: arguments.words.clone(),
        terms: arguments.terms,
        groups: match arguments.ages {
            Some(ages) => NewGroups::Ages(ages),
            None if arguments.sixth_form => NewGroups::WithSixthForm,
            None => NewGroups::Usual,
        },
        leader: NewLeader::default(),
        github: arguments.github,
        today: arguments.today.unwrap_or_else(clock::today),
    };
    let files = new_folder::make(folder, &new_site, &facts()?).map_err(print::failure)?;
    print::out(&summary(arguments, &files));
    Ok(Exit::Clean)
}

/// The given name, or one based on the folder's name, which is resolved for `new .`.
fn name(arguments: &NewArguments) -> String {
    let folder = &arguments.folder;
    let resolved = folder.canonicalize_utf8().unwrap_or_else(|_| folder.clone());
    let from_folder = || resolved.file_name().and_then(scaffold::name_of_folder);
    arguments.name.clone().or_else(from_folder).unwrap_or_else(|| "Our careers programme".to_owned())
}

/// Lists the new files, and what to do next.
fn summary(arguments: &NewArguments, files: &[NewFile]) -> String {
    let (folder, name) = (&arguments.folder, name(arguments));
    let placeholders: usize = files.iter().map(|file| placeholders(&file.text).count()).sum();
    let kind = match arguments.kind {
        Some(kind) => format!("It is set up for the kind {}.", kind.as_str()),
        None => "It is set up for an academy. For another kind, delete the folder and add --kind.".to_owned(),
    };
    let path = quoted(folder);
    let github = if arguments.github { "\n  README.md       how to publish the site on GitHub" } else { "" };
    format!(
        "Created a careers site for {name} in {folder}: {count} files. {kind}\n\
         \n  school.yaml     who you are, term dates and groups\
         \n  team.yaml       who people can ask\
         \n  programme/      what happens in each group\
         \n  events/         two made-up events to change or delete{github}\n\
         \n[Write …] marks what only you can know, in {placeholders} places.\
         \n(Example) marks what is made up: it counts for nothing until you have changed it. Next:\n\
         \n  fingerpost build {path}\
         \n      builds the site\
         \n  fingerpost check {path}\
         \n      shows what to write first, and what the law requires\n",
        count = files.len(),
    )
}
