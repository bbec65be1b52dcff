//! Writes a new site into a folder that is empty or doesn't exist. Never overwrites anything. After an error, everything it
//! created is removed.
#![expect(clippy::disallowed_methods, reason = "this module writes a new content folder")]

use std::fs;
use std::io::{self, ErrorKind, Write};

use camino::{Utf8Path, Utf8PathBuf};

use super::schema;
use crate::framework::Facts;
use crate::read::disk_reason;
use crate::scaffold::{self, NewFile, NewSite};

enum NewError {
    /// It has a file or folder of this name.
    NotEmpty {
        name: String,
    },
    NotAFolder,
    Unreadable(PathError),
    Io(PathError),
}

struct PathError {
    path: Utf8PathBuf,
    error: io::Error,
}

/// Writes the files of a new site, and returns them. The error is a sentence.
pub(super) fn make(folder: &Utf8Path, site: &NewSite, facts: &Facts) -> Result<Vec<NewFile>, String> {
    let files = scaffold::scaffold(site, facts).map_err(|error| error.to_string())?;
    let written = check_empty(folder).and_then(|()| write(folder, &files).map_err(NewError::Io));
    written.map_err(|error| message(folder, &error))?;
    Ok(files)
}

/// `Ok` if the folder is empty or doesn't exist, so that nothing can be lost.
fn check_empty(folder: &Utf8Path) -> Result<(), NewError> {
    let failed = |error| NewError::Unreadable(PathError { path: folder.to_owned(), error });
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
                // Finder and File Explorer write these wherever somebody looks.
                if ![".DS_Store", "desktop.ini", "Thumbs.db"].contains(&name.as_str()) {
                    return Err(NewError::NotEmpty { name });
                }
            }
            Ok(())
        }
        // A broken link is also `NotFound`, but no folder can be created at its path.
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(folder).is_err() => Ok(()),
        Err(_) if folder.is_file() => Err(NewError::NotAFolder),
        Err(error) => Err(failed(error)),
    }
}

fn message(folder: &Utf8Path, error: &NewError) -> String {
    match error {
        NewError::NotEmpty { name } => format!(
            "{folder} is not empty: it has {name}. Fingerpost did not change it. Choose a folder that is empty or does not \
             exist yet."
        ),
        NewError::Unreadable(PathError { path, error }) => {
            format!("{path} could not be read: {}. Choose another folder.", disk_reason(error))
        }
        NewError::NotAFolder => format!("{folder} is a file. Choose a folder that is empty or does not exist yet."),
        NewError::Io(PathError { path, error }) => {
            format!(
                "{path} could not be created: {}. Fingerpost removed everything it had created.",
                disk_reason(error)
            )
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
}
