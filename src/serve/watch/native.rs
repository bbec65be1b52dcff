//! The system tells us of changes.

use std::sync::mpsc::Sender;

use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Signal;

/// Watches a folder with all that is in it, and the nearest folder around it, to notice when it goes, comes back or
/// is exchanged for another.
pub(super) fn watch(folder: &Utf8Path, sender: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let (own, sender) = (folder.to_owned(), sender.clone());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // A watcher that has trouble may have missed something.
        let signal = event.map_or(Some(Signal::Upheaval), |event| signal(&event, &own));
        // If nobody listens any more, it is over.
        let _ = signal.map(|signal| sender.send(signal));
    })?;
    let mut around = nearest_around(folder);
    loop {
        let watched = around.as_deref().map(|around| watcher.watch(around.as_std_path(), RecursiveMode::NonRecursive));
        // Folders above may be closed to us; then only their going is missed.
        let _ = watched;
        // If one has come meanwhile, it was not noticed.
        let now = nearest_around(folder);
        if now == around {
            break;
        }
        around = now;
    }
    match watcher.watch(folder.as_std_path(), RecursiveMode::Recursive) {
        Err(_) if !folder.is_dir() => Ok(watcher),
        result => result.map(|()| watcher),
    }
}

fn nearest_around(folder: &Utf8Path) -> Option<Utf8PathBuf> {
    folder.ancestors().skip(1).find(|around| around.is_dir()).map(Utf8Path::to_owned)
}

/// What an event means for a folder; `None` if nothing.
pub(super) fn signal(event: &Event, folder: &Utf8Path) -> Option<Signal> {
    let counts = match event.kind {
        // Reading files makes such events too: a build would follow every build.
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    if !counts {
        return None;
    }
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Signal::Upheaval);
    }
    let mut change = false;
    for path in &event.paths {
        match path.strip_prefix(folder) {
            Ok(inside) if inside.as_os_str().is_empty() => return Some(Signal::Upheaval),
            // What is hidden is not content: version control, and editors' own files.
            Ok(inside) => change |= !inside.iter().any(|part| part.to_string_lossy().starts_with('.')),
            Err(_) if folder.as_std_path().starts_with(path) => return Some(Signal::Upheaval),
            Err(_) => {}
        }
    }
    change.then_some(Signal::Change)
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, ModifyKind, RemoveKind, RenameMode};

    use super::*;

    fn told(kind: EventKind, path: &str) -> &'static str {
        match signal(&Event::new(kind).add_path(path.into()), Utf8Path::new("/home/school")) {
            Some(Signal::Change) => "change",
            Some(Signal::Upheaval) => "upheaval",
            _ => "nothing",
        }
    }

    #[test]
    fn reading_is_no_change_and_writing_is() {
        let access = |kind| EventKind::Access(kind);
        assert_eq!(told(access(AccessKind::Open(AccessMode::Any)), "/home/school/team.yaml"), "nothing");
        assert_eq!(told(access(AccessKind::Close(AccessMode::Read)), "/home/school/team.yaml"), "nothing");
        assert_eq!(told(access(AccessKind::Close(AccessMode::Write)), "/home/school/team.yaml"), "change");
        assert_eq!(told(EventKind::Modify(ModifyKind::Any), "/home/school/events/a.md"), "change");
    }

    #[test]
    fn neighbours_and_hidden_files_do_not_count() {
        let created = EventKind::Create(CreateKind::File);
        assert_eq!(told(created, "/home/schools.txt"), "nothing");
        assert_eq!(told(created, "/home/school/.git/index"), "nothing");
    }

    #[test]
    fn the_folder_itself_and_those_around_it_are_an_upheaval() {
        assert_eq!(told(EventKind::Remove(RemoveKind::Folder), "/home/school"), "upheaval");
        assert_eq!(told(EventKind::Modify(ModifyKind::Name(RenameMode::From)), "/home"), "upheaval");
        let lost = Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
        assert!(matches!(signal(&lost, Utf8Path::new("/home/school")), Some(Signal::Upheaval)));
    }
}
