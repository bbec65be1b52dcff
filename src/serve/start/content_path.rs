//! Reads the path of a content folder that somebody has typed or pasted.

use camino::{Utf8Path, Utf8PathBuf};

use super::disk;

/// The content folder with this path, or the one in which the file with this path is. The error is a sentence for people.
pub(super) fn content_folder(typed: &str, home: Option<&Utf8Path>) -> Result<Utf8PathBuf, String> {
    let path = full_path(typed, home)?;
    let folder = if path.is_file() { path.parent().map(Utf8Path::to_owned).unwrap_or(path) } else { path };
    if !folder.is_dir() {
        return Err(format!("There is no folder {folder}. Check how it is written."));
    }
    if !disk::is_content_folder(&folder) {
        return Err(format!(
            "{folder} is not a careers folder: it has no file school.yaml. Choose another, or make a new one."
        ));
    }
    Ok(folder)
}

/// A path from the root of this computer. The error is a sentence for people.
pub(super) fn full_path(typed: &str, home: Option<&Utf8Path>) -> Result<Utf8PathBuf, String> {
    // Windows copies paths with quotation marks around them.
    let typed = typed.trim().trim_matches('"').trim();
    if typed.is_empty() {
        return Err("Write where the folder is.".to_owned());
    }
    let path = match (typed.strip_prefix("~/").or_else(|| typed.strip_prefix("~\\")), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Utf8PathBuf::from(typed),
    };
    if path.is_absolute() { Ok(path) } else { Err("Write the full path of the folder, from its beginning.".to_owned()) }
}

/// True for a folder on this computer or on a drive of it. Windows sends the name and a proof of the password to the computer
/// that a path such as `\\computer\folder` names.
pub(super) fn is_on_a_drive(path: &Utf8Path) -> bool {
    !path.as_str().starts_with(['/', '\\']) || !path.as_str().get(1..).unwrap_or_default().starts_with(['/', '\\'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_people_paste_them() {
        let home = Utf8Path::new("/home/ada");
        let path = |typed: &str| full_path(typed, Some(home)).map(Utf8PathBuf::into_string);
        if cfg!(unix) {
            assert_eq!(path(" \"/data/my school\" "), Ok("/data/my school".to_owned()));
            assert_eq!(path("~/careers"), Ok("/home/ada/careers".to_owned()));
            assert_eq!(path("~\\careers"), Ok("/home/ada/careers".to_owned()), "as in PowerShell");
        }
        assert!(path("careers").is_err() && path(" ").is_err() && path("\"\"").is_err());
    }

    #[test]
    fn addresses_of_other_computers_are_recognised() {
        for path in ["\\\\evil\\share", "//evil/share", "\\/evil/share", "/\\evil\\share", "\\\\?\\UNC\\evil"] {
            assert!(!is_on_a_drive(Utf8Path::new(path)), "{path}");
        }
        for path in ["/home/ada", "C:\\Users\\ada", "/", "H:/careers"] {
            assert!(is_on_a_drive(Utf8Path::new(path)), "{path}");
        }
    }
}
