//! Whether the system tells us of changes in a folder.
#![expect(clippy::disallowed_methods, reason = "a probe makes a file and takes it away again")]

use std::sync::mpsc::channel;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use notify::{Event, RecursiveMode, Watcher};

use super::Why;

/// How long to wait for the system to notice. It takes a millisecond, unless the computer is very busy.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why a folder has to be looked at; `None` if the system tells us of changes there.
pub(super) fn why_poll(folder: &Utf8Path) -> Option<Why> {
    if is_elsewhere(folder) {
        return Some(Why::Elsewhere);
    }
    match is_told(folder) {
        Ok(true) => None,
        Ok(false) => Some(Why::NotTold),
        Err(error) => Some(Why::Refused(error.to_string())),
    }
}

/// Makes a hidden file in the folder and waits to be told of it.
fn is_told(folder: &Utf8Path) -> notify::Result<bool> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // The last events come when nobody waits any more.
        let _ = sender.send(event);
    })?;
    watcher.watch(folder.as_std_path(), RecursiveMode::NonRecursive)?;
    let Some(_probe) = Probe::place(folder) else { return Ok(false) };
    events.recv_timeout(PATIENCE).map_or(Ok(false), |event| event.map(|_| true))
}

/// A hidden file, which is gone when this is dropped.
struct Probe(Utf8PathBuf);

impl Probe {
    /// `None` if the folder cannot be written to.
    fn place(folder: &Utf8Path) -> Option<Self> {
        let probe = Self(folder.join(format!(".fingerpost-probe-{}", std::process::id())));
        std::fs::File::create_new(&probe.0).ok()?;
        Some(probe)
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // An empty hidden file is the worst that can stay.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// True on file systems where another computer, or another system on this one, changes files without telling us.
/// The probe would not notice: what we change ourselves, we are told of.
#[cfg(target_os = "linux")]
fn is_elsewhere(folder: &Utf8Path) -> bool {
    /// From `linux/magic.h` and the file systems' own sources: NFS, SMB (three), 9P (as WSL uses it), FUSE (as
    /// sync clients, containers and virtual machines use it), VirtualBox, Ceph, AFS.
    const ELSEWHERE: [u32; 9] =
        [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x6573_5546, 0x786f_4256, 0x00c3_6400, 0x5346_414f];
    rustix::fs::statfs(folder.as_std_path()).is_ok_and(|facts| ELSEWHERE.contains(&(facts.f_type as u32)))
}

/// Elsewhere the systems report changes on network drives, or the probe finds that they do not.
#[cfg(not(target_os = "linux"))]
fn is_elsewhere(_: &Utf8Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_on_this_computer_is_told_of_and_left_as_it_was() {
        let temporary = tempfile::tempdir().expect("a folder");
        let folder = Utf8Path::from_path(temporary.path()).expect("a plain path");
        assert_eq!(why_poll(folder), None);
        assert_eq!(std::fs::read_dir(folder).expect("the folder").count(), 0);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_that_cannot_be_written_to_is_looked_at() {
        assert_eq!(why_poll(Utf8Path::new("/proc/self")), Some(Why::NotTold));
    }
}
