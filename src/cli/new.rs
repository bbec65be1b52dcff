//! `fingerpost new FOLDER`: a small complete site to edit.
//!
//! Takes a folder that is empty or does not exist; fills it with what [`scaffold`] gives. Refuses
//! any other folder and overwrites nothing. When something goes wrong, all that was made goes again.
#![expect(clippy::disallowed_methods, reason = "a new folder of content is what `new` is asked for")]

use std::fs;
use std::io::{self, ErrorKind, Write};

use camino::{Utf8Path, Utf8PathBuf};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::{Exit, clock, print, schema};
use crate::framework::Facts;
use crate::programme::{Kind, PLACEHOLDER};
use crate::scaffold::{self, Brief, NewFile};

/// What `new` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The folder to make; it must be empty or not exist yet
    folder: Utf8PathBuf,
    /// What kind of institution it is [default: academy]
    #[arg(long, value_name = "KIND", ignore_case = true, value_parser = kinds())]
    kind: Option<Kind>,
    /// Its name [default: made from the folder's name]
    #[arg(long, value_name = "NAME", value_parser = parse_name)]
    name: Option<String>,
    /// Make it as if it were this day, such as 2027-03-04
    #[arg(long, value_name = "DATE", value_parser = clock::parse_day)]
    today: Option<Date>,
}

/// The kinds as `school.yaml` has them, with clap's own “a similar value exists”.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.iter().map(|kind| kind.as_str())).try_map(|word| {
        let known = Kind::ALL.iter().copied().find(|kind| kind.as_str().eq_ignore_ascii_case(&word));
        known.ok_or_else(|| format!("there is no kind {word}"))
    })
}

fn parse_name(text: &str) -> Result<String, String> {
    let name = scaffold::on_one_line(text);
    if name.is_empty() { Err("write the name of your school, college or centre".to_owned()) } else { Ok(name) }
}

/// Why nothing was made.
enum Refusal {
    /// There is something in the folder.
    NotEmpty,
    /// There is a file of that name.
    NotAFolder,
    /// A file or folder could not be read or written.
    Failed(Failure),
}

/// What went wrong, and at which path.
struct Failure {
    path: Utf8PathBuf,
    error: io::Error,
}

pub(super) fn run(arguments: &Arguments) -> Exit {
    let folder = &arguments.folder;
    let files = match files(arguments) {
        Ok(files) => files,
        Err(reason) => {
            print::note(&format!("fingerpost: {reason}\n"));
            return Exit::Error;
        }
    };
    if let Err(refusal) = check_empty(folder).and_then(|()| write(folder, &files).map_err(Refusal::Failed)) {
        print::note(&format!("fingerpost: {}\n", refusal_words(folder, &refusal)));
        return Exit::Error;
    }
    print::out(&summary(arguments, &files));
    Exit::Clean
}

/// The texts of the new site.
fn files(arguments: &Arguments) -> Result<Vec<NewFile>, String> {
    let facts = Facts::load().map_err(|error| format!("a data file in this program is damaged: {error}"))?;
    let brief =
        Brief { name: name(arguments), kind: kind(arguments), today: arguments.today.unwrap_or_else(clock::today) };
    scaffold::scaffold(&brief, &facts).map_err(|trouble| trouble.to_string())
}

fn kind(arguments: &Arguments) -> Kind {
    arguments.kind.unwrap_or(Kind::Academy)
}

/// As asked for, or from the folder's name; `new .` asks which folder that is.
fn name(arguments: &Arguments) -> String {
    let folder = &arguments.folder;
    let real = folder.canonicalize_utf8().unwrap_or_else(|_| folder.clone());
    let from_folder = || real.file_name().and_then(scaffold::name_of_folder);
    arguments.name.clone().or_else(from_folder).unwrap_or_else(|| "Our careers programme".to_owned())
}

/// `Ok` if nothing can be lost: there is no such folder, or there is nothing in it.
fn check_empty(folder: &Utf8Path) -> Result<(), Refusal> {
    let failed = |error| Refusal::Failed(Failure { path: folder.to_owned(), error });
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(Ok(_)) => Err(Refusal::NotEmpty),
            Some(Err(error)) => Err(failed(error)),
        },
        // A link to nothing is not found either, and nothing can be made in its place.
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => Ok(()),
        Err(_) if folder.is_file() => Err(Refusal::NotAFolder),
        Err(error) => Err(failed(error)),
    }
}

fn refusal_words(folder: &Utf8Path, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotEmpty => format!(
            "there is something in {folder} already, and it was left as it is. Name a folder that is empty or does \
             not exist yet."
        ),
        Refusal::NotAFolder => format!("{folder} is a file. Name a folder that is empty or does not exist yet."),
        Refusal::Failed(Failure { path, error }) => {
            format!("{path} could not be made: {error}. Nothing was left behind.")
        }
    }
}

/// Makes the folder and everything in it, or nothing.
fn write(folder: &Utf8Path, files: &[NewFile]) -> Result<(), Failure> {
    let mut made = Made::default();
    let result = made.all(folder, files).and_then(|()| made.schemas(folder));
    if result.is_err() {
        made.undo();
    }
    result
}

/// What was made so far, in order.
#[derive(Default)]
struct Made(Vec<Utf8PathBuf>);

impl Made {
    fn all(&mut self, folder: &Utf8Path, files: &[NewFile]) -> Result<(), Failure> {
        self.folder(folder)?;
        for file in files {
            let path = folder.join(&file.path);
            self.folder(path.parent().unwrap_or(folder))?;
            self.file(&path, &file.text).map_err(|error| Failure { path, error })?;
        }
        Ok(())
    }

    /// A folder and those above it, as far as they are missing.
    fn folder(&mut self, path: &Utf8Path) -> Result<(), Failure> {
        let missing = path.ancestors().take_while(|folder| !folder.as_str().is_empty() && !folder.exists());
        let missing: Vec<&Utf8Path> = missing.collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| Failure { path: folder.to_owned(), error })?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }

    fn file(&mut self, path: &Utf8Path, text: &str) -> io::Result<()> {
        let mut file = fs::File::create_new(path)?;
        self.0.push(path.to_owned());
        file.write_all(text.as_bytes())
    }

    /// What editors need to help with the YAML files.
    fn schemas(&mut self, folder: &Utf8Path) -> Result<(), Failure> {
        let path = folder.join(".schema");
        schema::write_all(folder).map_err(|error| {
            // The folder was empty before: all in it is ours. The error to tell is the first one.
            let _ = fs::remove_dir_all(&path);
            Failure { path, error }
        })
    }

    /// Takes everything away again, the last first. A folder in which somebody else has put
    /// something meanwhile stays, with it.
    fn undo(self) {
        for path in self.0.iter().rev() {
            // Nothing can be done about what cannot be removed; the error to tell is the first one.
            let _ = if path.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) };
        }
    }
}

/// What was made, and what to do next.
fn summary(arguments: &Arguments, files: &[NewFile]) -> String {
    let (folder, name) = (&arguments.folder, name(arguments));
    let marks: usize = files.iter().map(|file| file.text.matches(PLACEHOLDER).count()).sum();
    let kind = match arguments.kind {
        Some(kind) => format!("It is set up for the kind {}.", kind.as_str()),
        None => "It is set up for an academy. For another kind, delete the folder and say --kind.".to_owned(),
    };
    let shown = as_typed(folder);
    format!(
        "Made a careers site for {name} in {folder}: {count} files. {kind}\n\
         \n  school.yaml     who you are, the year's dates, the groups\
         \n  team.yaml       whom people can ask\
         \n  programme/      what happens in each group\
         \n  events/         two invented events, to change or delete\n\
         \nWhat only you can know is marked [Write …], in {marks} places. Next:\n\
         \n  fingerpost build {shown}\
         \n      makes the site\
         \n  fingerpost check {shown}\
         \n      says what to write first, and what the law asks for\n",
        count = files.len(),
    )
}

/// A path as it can be typed into a shell.
fn as_typed(path: &Utf8Path) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./\\:".contains(letter);
    if path.as_str().chars().all(plain) { path.to_string() } else { format!("\"{path}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> NewFile {
        NewFile { path: path.to_owned(), text: "text\n".to_owned() }
    }

    #[test]
    fn what_was_half_made_goes_again() {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(temporary.path()).expect("a plain path");
        // The same file twice cannot be made: the second would overwrite the first.
        let files = [file("school.yaml"), file("programme/year-7.md"), file("school.yaml")];
        let failure = write(&root.join("deep/site"), &files).expect_err("it fails");
        assert!(failure.path.ends_with("school.yaml"));
        assert!(!root.join("deep").exists() && root.exists());
    }

    #[test]
    fn a_folder_that_was_there_stays_and_is_empty_again() {
        let temporary = tempfile::tempdir().expect("a folder");
        let root = Utf8Path::from_path(temporary.path()).expect("a plain path");
        assert!(write(root, &[file("a/b.md"), file("a/b.md")]).is_err());
        assert!(check_empty(root).is_ok());
    }

    #[test]
    fn folders_with_spaces_are_typed_in_quotation_marks() {
        assert_eq!(as_typed(Utf8Path::new("my school")), "\"my school\"");
        assert_eq!(as_typed(Utf8Path::new("sites/my-school")), "sites/my-school");
    }
}
