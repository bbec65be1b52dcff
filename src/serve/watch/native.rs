//! Listens for the system's own change notifications.

use std::path::Path;
use std::sync::mpsc::Sender;

use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::signal::Signal;

/// True if the system reports when a file that was written is closed. Elsewhere nothing says when a write is complete.
const REPORTS_CLOSE: bool = cfg!(target_os = "linux");

/// Watches a folder and everything in it, and its nearest existing parent, to detect when the folder is removed,
/// created again or replaced.
pub(super) fn watch(folder: &Utf8Path, sender: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let (root, sender) = (folder.to_owned(), sender.clone());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // After an error, the watcher may have missed something.
        let signal = event.map_or(Some(Signal::RootReplaced), |event| to_signal(&event, &root));
        // Fails only if watching has ended.
        let _ = signal.map(|signal| sender.send(signal));
    })?;
    let mut parent = nearest_parent(folder);
    loop {
        // A parent may not be readable. Then only its removal is missed.
        let _ = parent.as_deref().map(|parent| watcher.watch(parent.as_std_path(), RecursiveMode::NonRecursive));
        // A nearer parent may have been created before the watch began.
        let now = nearest_parent(folder);
        if now == parent {
            break;
        }
        parent = now;
    }
    match watcher.watch(folder.as_std_path(), RecursiveMode::Recursive) {
        Err(_) if !folder.is_dir() => Ok(watcher),
        result => result.map(|()| watcher),
    }
}

fn nearest_parent(folder: &Utf8Path) -> Option<Utf8PathBuf> {
    folder.ancestors().skip(1).find(|parent| parent.is_dir()).map(Utf8Path::to_owned)
}

/// Converts an event to a signal. `None` if it doesn't affect the folder's content.
fn to_signal(event: &Event, folder: &Utf8Path) -> Option<Signal> {
    // Reading files causes access events too, so each build would start another one.
    if matches!(event.kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write)) {
        return None;
    }
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Signal::RootReplaced);
    }
    let mut changed = None;
    for path in &event.paths {
        match path.strip_prefix(folder) {
            Ok(inside) if inside.as_os_str().is_empty() => return Some(Signal::RootReplaced),
            // Hidden files are not content: they belong to version control or to editors.
            Ok(inside) if inside.iter().any(|part| part.to_string_lossy().starts_with('.')) => {}
            // Of a rename the last path is the new one. The old one has an event of its own.
            Ok(_) => changed = Some(path),
            Err(_) if folder.as_std_path().starts_with(path) => return Some(Signal::RootReplaced),
            Err(_) => {}
        }
    }
    changed.map(|path| if REPORTS_CLOSE { to_change(event.kind, path) } else { Signal::Unclear })
}

/// Converts an event inside the folder, where the system reports that files are closed.
fn to_change(kind: EventKind, path: &Path) -> Signal {
    match kind {
        // Some programs empty a file, close it, and open it again to write it.
        EventKind::Access(_) if path.metadata().is_ok_and(|file| file.is_file() && file.len() == 0) => {
            Signal::Begun(path.to_owned())
        }
        // A new folder is only watched after its event, so changes in it may be missed until then.
        EventKind::Create(CreateKind::Folder) => Signal::Unclear,
        EventKind::Modify(ModifyKind::Name(_)) if path.is_dir() => Signal::Unclear,
        EventKind::Create(_) | EventKind::Modify(ModifyKind::Data(_)) => Signal::Begun(path.to_owned()),
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => {
            Signal::Complete(path.to_owned())
        }
        EventKind::Modify(ModifyKind::Metadata(_)) => Signal::Touched,
        EventKind::Any | EventKind::Modify(_) | EventKind::Other => Signal::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{DataChange, MetadataKind, RemoveKind, RenameMode};

    use super::*;

    fn signal_for(kind: EventKind, path: &str) -> &'static str {
        match to_signal(&Event::new(kind).add_path(path.into()), Utf8Path::new("/home/school")) {
            Some(Signal::RootReplaced) => "root replaced",
            Some(_) => "change",
            None => "nothing",
        }
    }

    #[test]
    fn writing_is_a_change_and_reading_is_not() {
        let access = |kind| EventKind::Access(kind);
        assert_eq!(signal_for(access(AccessKind::Open(AccessMode::Any)), "/home/school/team.yaml"), "nothing");
        assert_eq!(signal_for(access(AccessKind::Close(AccessMode::Read)), "/home/school/team.yaml"), "nothing");
        assert_eq!(signal_for(access(AccessKind::Close(AccessMode::Write)), "/home/school/team.yaml"), "change");
        assert_eq!(signal_for(EventKind::Modify(ModifyKind::Any), "/home/school/events/a.md"), "change");
    }

    #[test]
    fn files_outside_the_folder_and_hidden_files_are_ignored() {
        let created = EventKind::Create(CreateKind::File);
        assert_eq!(signal_for(created, "/home/schools.txt"), "nothing");
        assert_eq!(signal_for(created, "/home/school/.git/index"), "nothing");
    }

    #[test]
    fn changes_to_the_folder_itself_or_a_parent_replace_the_root() {
        assert_eq!(signal_for(EventKind::Remove(RemoveKind::Folder), "/home/school"), "root replaced");
        assert_eq!(signal_for(EventKind::Modify(ModifyKind::Name(RenameMode::From)), "/home"), "root replaced");
        let lost = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        assert!(matches!(to_signal(&lost, Utf8Path::new("/home/school")), Some(Signal::RootReplaced)));
    }

    #[test]
    fn a_close_a_rename_and_a_removal_are_complete_and_a_write_is_not() {
        let path = Path::new("/home/school/team.yaml");
        let complete = [
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Modify(ModifyKind::Name(RenameMode::From)),
            EventKind::Modify(ModifyKind::Name(RenameMode::To)),
            EventKind::Remove(RemoveKind::File),
        ];
        for kind in complete {
            assert_eq!(to_change(kind, path), Signal::Complete(path.into()), "{kind:?}");
        }
        for kind in [EventKind::Create(CreateKind::File), EventKind::Modify(ModifyKind::Data(DataChange::Any))] {
            assert_eq!(to_change(kind, path), Signal::Begun(path.into()), "{kind:?}");
        }
        assert_eq!(to_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), path), Signal::Touched);
        assert_eq!(to_change(EventKind::Modify(ModifyKind::Any), path), Signal::Unclear);
    }

    #[test]
    fn empty_files_and_new_folders_may_not_be_complete() {
        let (file, folder) = (tempfile::NamedTempFile::new().expect("a file"), tempfile::tempdir().expect("a folder"));
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(to_change(closed, file.path()), Signal::Begun(file.path().into()));
        assert_eq!(to_change(EventKind::Create(CreateKind::Folder), folder.path()), Signal::Unclear);
        assert_eq!(to_change(EventKind::Modify(ModifyKind::Name(RenameMode::To)), folder.path()), Signal::Unclear);
    }
}
