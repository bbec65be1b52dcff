//! Looks at folders of this computer, for somebody to choose one.
#![expect(clippy::disallowed_methods, reason = "this module lists folders that are not content")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

/// The file that every content folder has.
const MAIN_FILE: &str = "school.yaml";

/// True if a site can be made from this folder.
pub(super) fn is_content_folder(folder: &Utf8Path) -> bool {
    folder.join(MAIN_FILE).is_file()
}

/// The folders in a folder by name, without hidden ones. Empty if it can't be read.
pub(super) fn folders_in(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let shown = names.filter(|name| !name.starts_with(['.', '$']));
    let mut folders: Vec<Utf8PathBuf> = shown.map(|name| folder.join(name)).filter(|path| path.is_dir()).collect();
    folders.sort_by_key(|path| path.as_str().to_lowercase());
    folders
}

/// The drives of this computer. Empty where there are none.
pub(super) fn drives() -> Vec<Utf8PathBuf> {
    if !cfg!(windows) {
        return Vec::new();
    }
    // A and B were drives for floppy disks, which take seconds to answer.
    ('C'..='Z').map(|ch| Utf8PathBuf::from(format!("{ch}:\\"))).filter(|drive| drive.is_dir()).collect()
}
