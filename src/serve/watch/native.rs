//! Listens for the system's own change notifications.

use std::sync::mpsc::Sender;

use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::signal::Signal;

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
    let is_change = match event.kind {
        // Reading files causes access events too, so each build would start another one.
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    if !is_change {
        return None;
    }
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Signal::RootReplaced);
    }
    let mut change = false;
    for path in &event.paths {
        match path.strip_prefix(folder) {
            Ok(inside) if inside.as_os_str().is_empty() => return Some(Signal::RootReplaced),
            // Hidden files are not content: they belong to version control or to editors.
            Ok(inside) => change |= !inside.iter().any(|part| part.to_string_lossy().starts_with('.')),
            Err(_) if folder.as_std_path().starts_with(path) => return Some(Signal::RootReplaced),
            Err(_) => {}
        }
    }
    change.then_some(Signal::Change)
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, ModifyKind, RemoveKind, RenameMode};

    use super::*;

    fn signal_for(kind: EventKind, path: &str) -> &'static str {
        match to_signal(&Event::new(kind).add_path(path.into()), Utf8Path::new("/home/school")) {
            Some(Signal::Change) => "change",
            Some(Signal::RootReplaced) => "root replaced",
            _ => "nothing",
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
}
