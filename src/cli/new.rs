//! `fingerpost new FOLDER`: creates a small but complete site for a teacher to edit.
//!
//! Takes a folder that is empty or doesn't exist, and writes the files of [`scaffold`] into it. Never overwrites
//! anything. After an error, everything it created is removed.
#![expect(clippy::disallowed_methods, reason = "`new` writes a content folder")]

use std::fs;
use std::io::{self, ErrorKind, Write};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::{clock, print, schema};
use crate::cli::arguments::{facts, one_of, parse_day};
use crate::cli::exit::Exit;
use crate::programme::{Kind, PLACEHOLDER};
use crate::scaffold::{self, Ages, NewFile, NewGroups, NewSite, TermSystem};

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
    /// Create the site for this day, such as 2027-03-04 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
}

fn parse_name(text: &str) -> Result<String, String> {
    let name = scaffold::on_one_line(text);
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

enum NewError {
    NotEmpty,
    NotAFolder,
    Io(PathError),
}

struct PathError {
    path: Utf8PathBuf,
    error: io::Error,
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
        today: arguments.today.unwrap_or_else(clock::today),
    };
    let files = scaffold::scaffold(&new_site, &facts()?).map_err(print::failure)?;
    let written = check_empty(folder).and_then(|()| write(folder, &files).map_err(NewError::Io));
    written.map_err(|error| print::failure(message(folder, &error)))?;
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

/// `Ok` if the folder is empty or doesn't exist, so that nothing can be lost.
fn check_empty(folder: &Utf8Path) -> Result<(), NewError> {
    let failed = |error| NewError::Io(PathError { path: folder.to_owned(), error });
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(Ok(_)) => Err(NewError::NotEmpty),
            Some(Err(error)) => Err(failed(error)),
        },
        // A broken link is also `NotFound`, but no folder can be created at its path.
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => Ok(()),
        Err(_) if folder.is_file() => Err(NewError::NotAFolder),
        Err(error) => Err(failed(error)),
    }
}

fn message(folder: &Utf8Path, error: &NewError) -> String {
    match error {
        NewError::NotEmpty => format!(
            "{folder} is not empty, so Fingerpost did not change it. Choose a folder that is empty or does not \
             exist yet."
        ),
        NewError::NotAFolder => format!("{folder} is a file. Choose a folder that is empty or does not exist yet."),
        NewError::Io(PathError { path, error }) => {
            format!("{path} could not be created: {error}. Fingerpost removed everything it had created.")
        }
    }
}

/// Creates the folder and everything in it, or nothing.
fn write(folder: &Utf8Path, files: &[NewFile]) -> Result<(), PathError> {
    let mut created = CreatedPaths::default();
    let result = created.create_all(folder, files).and_then(|()| created.create_schemas(folder));
    if result.is_err() {
        created.remove_all();
    }
    result
}

/// The paths created so far, in order.
#[derive(Default)]
struct CreatedPaths(Vec<Utf8PathBuf>);

impl CreatedPaths {
    fn create_all(&mut self, folder: &Utf8Path, files: &[NewFile]) -> Result<(), PathError> {
        self.create_folder(folder)?;
        for file in files {
            let path = folder.join(&file.path);
            self.create_folder(path.parent().unwrap_or(folder))?;
            self.create_file(&path, &file.text).map_err(|error| PathError { path, error })?;
        }
        Ok(())
    }

    fn create_folder(&mut self, path: &Utf8Path) -> Result<(), PathError> {
        let missing = path.ancestors().take_while(|folder| !folder.as_str().is_empty() && !folder.exists());
        let missing: Vec<&Utf8Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| PathError { path: folder.to_owned(), error })?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }

    fn create_file(&mut self, path: &Utf8Path, text: &str) -> io::Result<()> {
        let mut file = fs::File::create_new(path)?;
        self.0.push(path.to_owned());
        file.write_all(text.as_bytes())
    }

    /// Creates the schemas that help editors with the YAML files.
    fn create_schemas(&mut self, folder: &Utf8Path) -> Result<(), PathError> {
        let path = folder.join(".schema");
        schema::write_all(folder).map_err(|error| {
            // The folder was empty, so everything in it was created here. Only the first error is reported.
            let _ = fs::remove_dir_all(&path);
            PathError { path, error }
        })
    }

    /// Removes everything in reverse order. A folder to which somebody else has added a file stays.
    fn remove_all(self) {
        for path in self.0.iter().rev() {
            // Only the first error is reported.
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
    }
}

/// Lists the new files, and what to do next.
fn summary(arguments: &NewArguments, files: &[NewFile]) -> String {
    let (folder, name) = (&arguments.folder, name(arguments));
    let placeholders: usize = files.iter().map(|file| file.text.matches(PLACEHOLDER).count()).sum();
    let kind = match arguments.kind {
        Some(kind) => format!("It is set up for the kind {}.", kind.as_str()),
        None => "It is set up for an academy. For another kind, delete the folder and add --kind.".to_owned(),
    };
    let path = shell_quoted(folder);
    format!(
        "Created a careers site for {name} in {folder}: {count} files. {kind}\n\
         \n  school.yaml     who you are, term dates and groups\
         \n  team.yaml       who people can ask\
         \n  programme/      what happens in each group\
         \n  events/         two made-up events to change or delete\n\
         \n[Write …] marks what only you can know, in {placeholders} places.\
         \n(Example) marks what is made up: it counts for nothing until you have changed it. Next:\n\
         \n  fingerpost build {path}\
         \n      builds the site\
         \n  fingerpost check {path}\
         \n      shows what to write first, and what the law requires\n",
        count = files.len(),
    )
}

fn shell_quoted(path: &Utf8Path) -> String {
    let is_plain = |ch: char| ch.is_alphanumeric() || "-_./\\:".contains(ch);
    if path.as_str().chars().all(is_plain) { path.to_string() } else { format!("\"{path}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> NewFile {
        NewFile { path: path.to_owned(), text: "text\n".to_owned() }
    }

    #[test]
    fn partial_site_is_removed() {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(temporary.path()).expect("a plain path");
        // Creating the same file a second time fails.
        let files = [file("school.yaml"), file("programme/year-7.md"), file("school.yaml")];
        let failure = write(&root.join("deep/site"), &files).expect_err("it fails");
        assert!(failure.path.ends_with("school.yaml"));
        assert!(!root.join("deep").exists() && root.exists());
    }

    #[test]
    fn existing_folder_stays_and_is_empty_again() {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(temporary.path()).expect("a plain path");
        assert!(write(root, &[file("a/b.md"), file("a/b.md")]).is_err());
        assert!(check_empty(root).is_ok());
    }

    #[test]
    fn folder_names_with_spaces_are_quoted() {
        assert_eq!(shell_quoted(Utf8Path::new("my school")), "\"my school\"");
        assert_eq!(shell_quoted(Utf8Path::new("sites/my-school")), "sites/my-school");
    }
}
