//! The careers folders that were opened last, in a file of the person at this computer. Nothing fails without it.
#![expect(clippy::disallowed_methods, reason = "this module keeps a file that is not content")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use etcetera::BaseStrategy;

use crate::read::retried;

const MAX_FOLDERS: usize = 10;

/// The list, a path on each line, the last opened first.
#[derive(Debug)]
pub(super) struct RecentFolders {
    /// `None` if this computer has no place for it.
    file: Option<Utf8PathBuf>,
}

impl RecentFolders {
    /// The list of the person at this computer.
    pub(super) fn of_user() -> Self {
        let strategy = etcetera::choose_base_strategy().ok();
        let folder = strategy.map(|strategy| strategy.state_dir().unwrap_or_else(|| strategy.data_dir()));
        let folder = folder.and_then(|folder| Utf8PathBuf::from_path_buf(folder).ok());
        Self { file: folder.map(|folder| folder.join("fingerpost").join("recent-folders.txt")) }
    }

    pub(super) fn list(&self) -> Vec<Utf8PathBuf> {
        let text = self.file.as_ref().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
        text.lines().filter(|line| !line.trim().is_empty()).take(MAX_FOLDERS).map(Utf8PathBuf::from).collect()
    }

    /// Puts a folder first.
    pub(super) fn add(&self, folder: &Utf8Path) {
        let Some(file) = &self.file else { return };
        // A line can't hold a path with line breaks, which only Unix allows.
        if folder.as_str().contains(['\n', '\r']) {
            return;
        }
        let others = self.list().into_iter().filter(|other| other != folder);
        let all: Vec<String> =
            [folder.to_owned()].into_iter().chain(others).take(MAX_FOLDERS).map(Utf8PathBuf::into_string).collect();
        let temporary = file.with_extension("unfinished");
        let written = file
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&temporary, all.join("\n") + "\n"))
            .and_then(|()| retried(|| fs::rename(&temporary, file)));
        // The list is only a convenience.
        let _: Result<(), std::io::Error> = written;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_opened_folder_is_first_and_the_list_is_bounded() {
        let temporary = tempfile::tempdir().expect("a folder");
        let file = Utf8Path::from_path(temporary.path()).expect("Unicode").join("deep/recent.txt");
        let recent = RecentFolders { file: Some(file) };
        assert_eq!(recent.list(), Vec::<Utf8PathBuf>::new());
        for number in 0..12 {
            recent.add(Utf8Path::new(&format!("/school {number}")));
        }
        recent.add(Utf8Path::new("/school 5"));
        let list = recent.list();
        assert_eq!(list.len(), MAX_FOLDERS);
        assert_eq!(
            list.iter().take(3).map(|path| path.as_str()).collect::<Vec<_>>(),
            ["/school 5", "/school 11", "/school 10"]
        );
        assert_eq!(list.iter().filter(|path| *path == "/school 5").count(), 1);
    }

    #[test]
    fn nothing_fails_if_the_list_cannot_be_kept() {
        let temporary = tempfile::tempdir().expect("a folder");
        let in_the_way = Utf8Path::from_path(temporary.path()).expect("Unicode").join("file");
        fs::write(&in_the_way, "").expect("written");
        for file in [None, Some(in_the_way.join("recent.txt"))] {
            let recent = RecentFolders { file };
            recent.add(Utf8Path::new("/school"));
            assert_eq!(recent.list(), Vec::<Utf8PathBuf>::new());
        }
    }
}
